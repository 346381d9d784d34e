import { partsOf } from './textParts'
import { verdictOn, type Verdict } from './verdictOn'
import type { WrittenText } from './writtenTexts'

const AT_ONCE = 5

/** What WeChat makes of all of them together, and which it would not take. */
export type Checked = { verdict: Exclude<Verdict, 'risky'> } | { verdict: 'risky'; offending: string[] }

/**
 * Asks WeChat about texts in as few calls as they need: none where nothing is said, one where all of it is shorter than 2,500
 * characters. Only where it refuses some of it is each text asked about, so that the field can be named.
 */
export async function checkTexts(texts: readonly WrittenText[], openid: string): Promise<Checked> {
  const said = texts.map(({ text }) => text)
  const verdict = await verdictOnAll(said, openid)
  return verdict === 'risky' ? { verdict, offending: await offendingOf(texts, openid) } : { verdict }
}

/** From the best to the worst. */
const order: readonly Verdict[] = ['pass', 'review', 'unknown', 'risky']

/** The worst of what WeChat makes of them; `unknown` where a part could not be asked about. */
export async function verdictOnAll(texts: readonly string[], openid: string): Promise<Verdict> {
  const verdicts = await inTurn(partsOf(texts), (part) => verdictOn(part, openid))
  return order.filter((verdict) => verdicts.includes(verdict)).pop() ?? 'pass'
}

/** All of them where none is refused alone. */
async function offendingOf(texts: readonly WrittenText[], openid: string): Promise<string[]> {
  const all = texts.map(({ path }) => path)
  if (texts.length === 1) return all
  const verdicts = await inTurn(texts, ({ text }) => verdictOnAll([text], openid))
  const offending = all.filter((_, index) => verdicts[index] === 'risky')
  return offending.length > 0 ? offending : all
}

async function inTurn<Item>(all: readonly Item[], ask: (item: Item) => Promise<Verdict>): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (let first = 0; first < all.length; first += AT_ONCE)
    verdicts.push(...(await Promise.all(all.slice(first, first + AT_ONCE).map(ask))))
  return verdicts
}
