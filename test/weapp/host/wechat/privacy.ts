import { recordError } from '../phoneState'
import type { PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import { answering, done } from './answers'

/** After a refusal WeChat asks nobody for so long, ms. */
const silence = 10_000

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

type Listener = (resolve: (resolution: Resolution) => void, about: { referrer: string }) => void

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
}

type Api = (options?: object) => unknown

export interface Privacy {
  offered: Record<string, unknown>
  /** Does it once the person has agreed; tells why not. */
  require: (name: string, go: () => void, refuse: (errMsg: string) => void) => void
  /** The same APIs, of which each waits until the person has agreed. */
  guard: <Apis extends Record<string, unknown>>(apis: Apis) => Apis
  /** The person has tapped a button of the kind `agreePrivacyAuthorization`. */
  agreed: (buttonId: string) => void
}

/**
 * The part of WeChat that lets an app use what is personal only after its owner has agreed to the guideline: asked of the app
 * itself, once, and not within ten seconds after a refusal.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export const privacyOf = (realm: Realm, state: PhoneState): Privacy => {
  const { circumstances, happened } = state
  const tapped = new Set<string>()
  let listener: Listener | undefined
  let refusedAt = -Infinity

  const ask = (listens: Listener, name: string, go: () => void, refuse: () => void): void => {
    happened.privacyAsked.push(name)
    const resolve = ({ event, buttonId = '' }: Resolution): void => {
      if (event === 'disagree') {
        refusedAt = realm.now()
        realm.later(refuse)
      } else if (event === 'agree' && tapped.has(buttonId)) {
        circumstances.hasAgreed = true
        go()
      } else if (event === 'agree') recordError(state, new Error(`agreed without a tap on ${buttonId}`))
    }
    listens(resolve, realm.copyIn({ referrer: name }))
  }

  const require: Privacy['require'] = (name, go, refuse) => {
    const notAuthorized = () => refuse(`${name}:fail privacy permission is not authorized`)
    const isSilent = realm.now() - refusedAt < silence
    if (circumstances.hasAgreed) go()
    else if (listener && !isSilent) ask(listener, name, go, notAuthorized)
    else {
      if (!listener) state.warnings.push(`${name}: WeChat asks by itself, for the app does not listen`)
      realm.later(notAuthorized)
    }
  }

  const guarded =
    (name: string, api: Api): Api =>
    (options: Callbacks = {}) => {
      const { success, fail, complete } = options
      const failure = (errMsg: string) => realm.copyIn({ errMsg })
      if (!success && !fail && !complete)
        return realm.promise((resolve, reject) =>
          require(name, () => resolve(api(options)), (errMsg) => reject(failure(errMsg))),
        )
      require(name, () => void api(options), (errMsg) => {
        fail?.(failure(errMsg))
        complete?.(failure(errMsg))
      })
      return undefined
    }

  return {
    require,
    guard: (apis) =>
      Object.fromEntries(
        Object.entries(apis).map(([name, api]) => [name, guarded(name, api as Api)]),
      ) as typeof apis,
    agreed: (buttonId) => void tapped.add(buttonId),
    offered: {
      onNeedPrivacyAuthorization: (listens: Listener) => void (listener = listens),
      openPrivacyContract: answering(realm, 'openPrivacyContract', () => {
        happened.guidelineOpened += 1
        return done()
      }),
    },
  }
}
