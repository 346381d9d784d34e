import { now as clock } from '../clock'
import { checkText } from '../cloud'

/** What WeChat makes of a text; `unknown` where it could not be asked. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unknown'

/** For so long somebody waits for WeChat. */
const PATIENCE_MS = 1_500

/** Then it is asked again whether it is back. */
const AWAY_MS = 60_000

/** WeChat says that this account has not used the mini-program within two hours: it answers for others. */
const ACCOUNT_UNKNOWN = 61010

// An instance remembers that the checker is away: one person waits for it, and not everybody after them.
let awayUntil = 0

/** Then asking is of no use. */
const isCheckerAway = (): boolean => clock().getTime() < awayUntil

/** @param text - of 1 to 2,500 characters */
export async function verdictOn(text: string, openid: string): Promise<Verdict> {
  if (isCheckerAway()) return 'unknown'
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), PATIENCE_MS).unref()
  })
  const asked = checkText(openid, text).catch((cause: unknown) => ({ errCode: errCodeOf(cause) }))
  const answer = await Promise.race([late, asked])
  if (answer !== 'late' && typeof answer !== 'object') return answer
  const errCode = answer === 'late' ? undefined : answer.errCode
  if (errCode !== ACCOUNT_UNKNOWN) awayUntil = clock().getTime() + AWAY_MS
  console.log(JSON.stringify({ check: 'text', outcome: 'unknown', errCode }))
  return 'unknown'
}

const errCodeOf = (cause: unknown): number | undefined => (cause as { errCode?: number } | null)?.errCode
