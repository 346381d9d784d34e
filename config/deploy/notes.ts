import { templates } from '@contract/messages'
import type { Environment } from './environment'
import { readMark } from './mark'
import { SENDING, type Wanted } from './wanted'

/** What a person has to do or to know after the steps. @param touched functions that have been made or configured */
export const notesOn = (wanted: Wanted, actual: Environment, touched: string[]): string[] => [
  ...interfacesToAllow(wanted, actual, touched),
  ...templatesMissing(wanted, actual),
]

/**
 * Which functions may call WeChat is told by WeChat's own tools only, with the config.json of each; else its interfaces
 * answer -604101 (https://docs.cloudbase.net/en/faq/knowledge/cloud-call-604101-permission-error).
 */
function interfacesToAllow({ functions }: Wanted, actual: Environment, touched: string[]): string[] {
  const lines = Object.entries(functions).flatMap(([name, { mark }]) => {
    const known = readMark(actual.functions[name]?.description ?? '')?.interfaces ?? []
    const isNew = touched.includes(name) && String(known) !== String(mark.interfaces)
    return isNew ? [`     ${name}: ${mark.interfaces.join(', ')}`] : []
  })
  if (lines.length === 0) return []
  return [
    "By hand, once: in WeChat's developer tools upload config.json of each of these (cloudfunctions, right click on the " +
      'function, 云函数增量上传：更新文件), which allows it to call WeChat:',
    ...lines,
  ]
}

/** A message without the id of its template is sent to nobody. */
function templatesMissing({ functions, templates: given }: Wanted, actual: Environment): string[] {
  const senders = Object.keys(functions).filter((name) => functions[name]?.mark.interfaces.includes(SENDING))
  const isThere = (variable: string) =>
    variable in given || senders.some((name) => actual.functions[name]?.variables[variable])
  return Object.values(templates).flatMap(({ title, environment }) =>
    isThere(environment)
      ? []
      : [
          `No message "${title}" will be sent: ${environment} is not set; the console of WeChat shows the template's id.`,
        ],
  )
}

/** A secret that a person needs, on the only occasion that it is said: when the function that has it has got it. */
export const shownOnce = (
  { functions }: Wanted,
  { values, made }: { values: Record<string, string>; made: string[] },
  touched: string[],
): string[] =>
  touched.flatMap((name) =>
    (functions[name]?.secrets ?? [])
      .filter((secret) => secret.shown && made.includes(secret.name))
      .map((secret) => `${secret.name} (said this once; the console shows it, too): ${values[secret.name]}`),
  )
