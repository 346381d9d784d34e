import { templates, type TemplateFields, type TemplateName } from '@contract/messages'
import { sendSubscribeMessage } from './cloud'

/** WeChat refuses a longer `thing`. */
const THING = 20

/**
 * Tells somebody by WeChat's subscribe message, with a page to open. A message that cannot be sent (no consent left,
 * WeChat away) never undoes what it was about.
 */
export async function notify<Name extends TemplateName>(
  template: Name,
  to: string,
  page: string,
  fields: TemplateFields<Name>,
): Promise<void> {
  const data = Object.entries<string>(fields).map(([name, value]) => [name, { value: value.slice(0, THING) }])
  try {
    await sendSubscribeMessage({
      touser: to,
      templateId: process.env[templates[template].environment] ?? template,
      page,
      data: Object.fromEntries(data) as Record<string, { value: string }>,
    })
  } catch {
    console.log(JSON.stringify({ message: template, outcome: 'notSent' }))
  }
}
