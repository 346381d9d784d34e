import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { FoundWord, Verdict, Wechat } from './wechat'
import { answered, refused, type WechatAnswer } from './wechatInterface'

/** Where the text is shown: 1 资料, 2 评论, 3 论坛, 4 社交日志. */
const scenes: readonly unknown[] = [1, 2, 3, 4]
const longest = 2500
const harmless: Verdict = { suggest: 'pass', label: 100 }

const text = v.pipe(v.string(), v.nonEmpty())

/**
 * Looks for the words it was given
 * (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html). Version 1,
 * which still answers, knows only "risky".
 */
export function checkMessage(fields: Record<string, unknown>, wechat: Wechat, now: Date): WechatAnswer {
  const { content, openid, scene, version } = fields
  if (!v.is(text, content)) return refused(44002, 'empty post data')
  const found = wordsIn(content, wechat)
  if (found.some(({ suggest }) => suggest === 'away')) return refused(-1, 'system error')
  const verdict = verdictOn(found)
  if (version !== 2) return isRisky(verdict) ? refused(87014, 'risky content') : answered()
  if (!v.is(text, openid)) return refused(40003, 'invalid openid')
  if (!scenes.includes(scene)) return refused(40129, 'invalid scene')
  if (Array.from(content).length > longest) return refused(45002, 'content size out of limit')
  if (!wechat.visits.isRecent(openid, now)) return refused(61010, 'code is expired')
  const { suggest, label } = verdict
  return answered({
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: randomUUID(),
  })
}

const wordsIn = (content: string, { words }: Wechat): FoundWord[] =>
  words.filter(({ word }) => content.includes(word))

const isVerdict = (found: FoundWord): found is FoundWord & Verdict => found.suggest !== 'away'

const isRisky = ({ suggest }: Verdict): boolean => suggest === 'risky'

/** Of several words the worst counts. */
function verdictOn(found: readonly FoundWord[]): Verdict {
  const verdicts = found.filter(isVerdict)
  return verdicts.find(isRisky) ?? verdicts[0] ?? harmless
}
