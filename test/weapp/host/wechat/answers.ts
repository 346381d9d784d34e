import type { Realm } from '../realm'

/** What an asynchronous WeChat API came to: further fields of its result, or the text after `name:fail`. */
export type Answer = { ok: true; data?: object } | { ok: false; reason: string }

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
}

/** An API as WeChat shapes it: callbacks when there are any, else a promise; never answered at once. */
export const answering =
  <Options>(realm: Realm, name: string, work: (options: Options) => Answer) =>
  (options: (Options & Callbacks) | undefined = {} as Options & Callbacks): unknown => {
    const { success, fail, complete } = options
    if (!success && !fail && !complete)
      return realm.promise((resolve, reject) => realm.later(() => settle(resolve, reject)))
    realm.later(() => settle(success, fail))
    return undefined

    function settle(succeeded?: (result: unknown) => void, failed?: (result: unknown) => void) {
      const answer = work(options)
      const result = realm.copyIn(
        answer.ok ? { errMsg: `${name}:ok`, ...answer.data } : { errMsg: `${name}:fail ${answer.reason}` },
      )
      ;(answer.ok ? succeeded : failed)?.(result)
      complete?.(result)
    }
  }

export const done = (data?: object): Answer => ({ ok: true, data })
export const failed = (reason: string): Answer => ({ ok: false, reason })
