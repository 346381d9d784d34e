import { fitted } from '@contract/messageFields'
import { templateIdOf, type TemplateFields, type TemplateName } from '@contract/messages'
import { sendSubscribeMessage } from './cloud'

const PATIENCE_MS = 2_000

/** What was done is stored; the person who did it does not wait for a slow WeChat. */
const patience = (): Promise<'late'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('late'), PATIENCE_MS).unref()
  })

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
  const data = Object.entries<string>(fitted(fields)).map(([name, value]) => [name, { value }])
  try {
    const sent = sendSubscribeMessage({
      touser: to,
      templateId: templateIdOf(template, process.env),
      page,
      data: Object.fromEntries(data) as Record<string, { value: string }>,
    })
    if ((await Promise.race([sent, patience()])) === 'late') throw new Error('WeChat takes too long')
  } catch (cause) {
    console.log(JSON.stringify({ message: template, outcome: 'notSent', errCode: codeOf(cause) }))
  }
}

/** WeChat's code: 43101 is a person who has not allowed it, 47003 a fault of ours. */
const codeOf = (cause: unknown): number | undefined => (cause as { errCode?: number } | null)?.errCode
