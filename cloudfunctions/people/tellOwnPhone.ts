import { ok, refused } from '@contract/action'
import { OWN_PHONES_A_DAY, type peopleActions } from '@contract/people'
import { phoneOfCode } from '@kernel/cloud'
import { countOne, dayPeriod } from '@kernel/pacing'
import type { UseCase } from '@kernel/serve'

/** Exchanges the code of WeChat's button for the number behind it. One database request, two where another instance has counted that day. */
export const tellOwnPhone: UseCase<typeof peopleActions.ownPhone> = async ({ code }, { caller, now }) => {
  const own = { what: 'ownPhone', of: caller.openid }
  if (!(await countOne(own, OWN_PHONES_A_DAY, dayPeriod(now))))
    return refused('tooOften', 'asked for often enough for a day')
  const found = await phoneOfCode(code)
  if (!found) return refused('invalidInput', 'the code leads to no number', { code: 'codeUnknown' })
  const { purePhoneNumber, countryCode } = found
  return ok({ phone: countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}` })
}
