import { createHash, randomUUID } from 'node:crypto'

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html */
const codeLivesMs = 5 * 60_000

/** The phone numbers of invented people, for the codes that `<button open-type="getPhoneNumber">` hands to a page. */
export interface PhoneNumbers {
  /** A code that can be exchanged once, within five minutes. */
  issue(openid: string, now: Date): string
  /** The number, eleven digits; undefined for a code that was used, is too old or never was. */
  exchange(code: string, now: Date): string | undefined
}

/** @param known numbers by openid; everybody else has an invented one that stays the same. */
export function createPhoneNumbers(known: ReadonlyMap<string, string>): PhoneNumbers {
  const issued = new Map<string, { openid: string; until: number }>()
  return {
    issue(openid, now) {
      for (const [code, { until }] of issued) if (until < now.getTime()) issued.delete(code)
      const code = randomUUID().replaceAll('-', '')
      issued.set(code, { openid, until: now.getTime() + codeLivesMs })
      return code
    },
    exchange(code, now) {
      const found = issued.get(code)
      issued.delete(code)
      if (!found || found.until < now.getTime()) return undefined
      return known.get(found.openid) ?? inventedNumber(found.openid)
    },
  }
}

/** Of the shape 1380000xxxx, which nobody has. */
function inventedNumber(openid: string): string {
  const serial = createHash('sha256').update(openid).digest().readUInt32BE() % 10_000
  return `1380000${String(serial).padStart(4, '0')}`
}
