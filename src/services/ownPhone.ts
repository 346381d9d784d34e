import { useState } from 'react'
import type { ButtonProps } from '@tarojs/components'
import { answerOf, api } from './api'
import { privately } from './privacy'

// Put in by the build: config/index.ts.
declare const OFFERS_OWN_PHONE: boolean

// In a browser the local cloud stands in for WeChat; elsewhere nobody does.
declare const window: { localWeChat?: { getPhoneNumber(): Promise<Handed> } }

/** Whether WeChat's button is shown; the office may not want to pay for it. */
export const offersOwnPhone = OFFERS_OWN_PHONE

/** What WeChat's button hands over: a code, or why there is none. */
interface Handed {
  code?: string
  errMsg?: string
}

/** Why no number was filled in. `notGiven`: the person has said no, to WeChat's question or to the privacy guideline. */
export type NoPhone = 'notGiven' | 'failed'

const refusal = /deny|cancel|privacy permission is not authorized/

const exchanged = async ({ code, errMsg = '' }: Handed): Promise<{ phone: string } | NoPhone> => {
  if (!code) return refusal.test(errMsg) ? 'notGiven' : 'failed'
  return answerOf(api.people.ownPhone({ code })).catch(() => 'failed' as const)
}

/**
 * The number that WeChat knows of the person, for a form: `button` makes a button ask for it. Where there is none the
 * person types it.
 */
export function useOwnPhone(onPhone: (phone: string) => void) {
  const [busy, setBusy] = useState(false)
  const [noPhone, setNoPhone] = useState<NoPhone | null>(null)
  const take = async (handing: Promise<Handed>) => {
    setBusy(true)
    const found = await handing.then(exchanged, (cause: unknown) => exchanged(cause as Handed))
    setBusy(false)
    setNoPhone(typeof found === 'string' ? found : null)
    if (typeof found !== 'string') onPhone(found.phone)
  }
  return { busy, noPhone, button: buttonOf((handing) => void take(handing)) }
}

type Taking = (handing: Promise<Handed>) => void

/** In a browser there is no button of WeChat's. */
const buttonOf: (take: Taking) => { onClick?: () => void; wechat?: ButtonProps } =
  process.env.TARO_ENV === 'weapp'
    ? (take) => ({
        wechat: {
          openType: 'getPhoneNumber',
          onGetPhoneNumber: ({ detail }) => take(Promise.resolve(detail)),
        },
      })
    : (take) => ({
        onClick: () =>
          take(
            privately('getPhoneNumber', () => window.localWeChat?.getPhoneNumber() ?? Promise.resolve({})),
          ),
      })
