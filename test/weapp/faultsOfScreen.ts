import { app } from '@/words/zh-CN/app'
import type { Screen } from './host/screen'

/** Letters and signs that only a program writes: what is not there, names of its own, ids of people and places. */
const raw = /[{}]|\[object|undefined|null|NaN|Invalid|[a-z][A-Z]|[a-z]+-\d|-\d{6}|[0-9a-f]{8}-[0-9a-f]{4}/

/** What shows that a certificate is the one it was: letters and digits on purpose. */
const fingerprint = /[\w-]{43}/

/** Less is an icon, a spinner or a heading alone. */
const leastCharacters = 8

const characters = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0

/** What is wrong with a page that has come to rest: that it says nothing, still waits, or speaks like a program. */
export const faultsOfScreen = (page: Screen): string[] => {
  const lines = [...page.text().split('\n'), ...page.labels()]
  return [
    ...(characters(page.text()) < leastCharacters ? [`says no more than “${page.text()}”`] : []),
    ...(page.labels().includes(app.loading) ? ['is still loading'] : []),
    ...page.unsaid(),
    ...lines.filter((line) => raw.test(line.replace(fingerprint, ''))).map((line) => `says “${line}”`),
  ]
}
