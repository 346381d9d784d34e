import { Cron } from 'croner'
import * as v from 'valibot'

/** What a function's config.json says about its timer. */
export interface TimerDeclaration {
  name: string
  /** Seven fields (second, minute, hour, day, month, weekday, year) in UTC+8; a day or a weekday is enough. */
  cron: string
}

const utcPlus8 = 8 * 60
/** `sloppyRanges`: WeChat takes `1/10` for every tenth from the first on. */
const croner = { mode: '7-part', utcOffset: utcPlus8, sloppyRanges: true } as const

/** Numbers, three-letter names and `, - * /`: croner alone would also take L, W, #, ? and a weekday 7. */
const field = /^(\d{1,4}|[A-Z]{3}|[,*/-])+$/i

const cron = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => text.split(/\s+/).every((part) => field.test(part)), 'a field is none of WeChat’s'),
  v.check((text) => !/[7-9]/.test(text.split(/\s+/)[5] ?? ''), 'a weekday is 0 to 6'),
  v.check(isPattern, 'no pattern of seven fields'),
)

const timer = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/)),
  type: v.literal('timer'),
  config: cron,
})

/**
 * The timer among the `triggers` of a config.json. The rules are those of
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html: a function has one at most.
 *
 * @param log told what is left out and why
 */
export function readTimer(triggers: unknown, log: (sentence: string) => void): TimerDeclaration | undefined {
  if (triggers === undefined) return undefined
  const [first, ...others] = Array.isArray(triggers) ? (triggers as unknown[]) : [triggers]
  if (first === undefined) return undefined
  if (others.length > 0) log('has more than one trigger. Only the first is used: a function has one timer.')
  const checked = v.safeParse(timer, first)
  if (checked.success) return { name: checked.output.name, cron: checked.output.config }
  const [issue] = checked.issues
  log(`is wrong at triggers.0.${v.getDotPath(issue) ?? ''}: ${issue.message}. The timer is not set.`)
  return undefined
}

/** When a timer is due first after a moment; undefined when it never is again. */
export function nextDue(pattern: string, after: Date): Date | undefined {
  return new Cron(pattern, croner).nextRun(after) ?? undefined
}

/** When a timer was due last, up to and including a moment. */
export function lastDue(pattern: string, until: Date): Date | undefined {
  return new Cron(pattern, croner).previousRuns(1, new Date(until.getTime() + 1))[0]
}

function isPattern(text: string): boolean {
  try {
    return new Cron(text, croner) instanceof Cron
  } catch {
    return false
  }
}
