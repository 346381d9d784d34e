import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { newSubmission } from './submission'
import { uuidOf } from './uuid'

// Only what this file needs of the browser; the rest of src must run where there is none.
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }

const BYTES = 16

/** WeChat's own random source answers late at times, and nobody waits for it. */
const PATIENCE_MS = 1_000

const randomBytes: () => Promise<Uint8Array> =
  process.env.TARO_ENV === 'weapp'
    ? () =>
        new Promise((resolve, reject) => {
          const taken = ({ randomValues }: { randomValues: ArrayBuffer }) =>
            resolve(new Uint8Array(randomValues))
          void Taro.getRandomValues({ length: BYTES, success: taken, fail: reject })
        })
    : () => Promise.resolve(crypto.getRandomValues(new Uint8Array(BYTES)))

/**
 * A UUID that nobody can guess. An old WeChat (before 2.15.0) knows no strong random source; whatever it can do must then be
 * good enough, for the receipt that follows from it is made with a key of the function.
 */
export async function newSecret(): Promise<string> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    const bytes = await Promise.race([randomBytes(), late])
    return bytes ? uuidOf(bytes) : newSubmission()
  } catch {
    return newSubmission()
  }
}

/** The secret under which something is about to be sent, the same for every attempt; null for a moment. `renew` once it has arrived. */
export function useSecret(): { secret: string | null; renew: () => void } {
  const [secret, setSecret] = useState<string | null>(null)
  useEffect(() => {
    if (secret !== null) return
    let isWanted = true
    void newSecret().then((made) => {
      if (isWanted) setSecret(made)
    })
    return () => {
      isWanted = false
    }
  }, [secret])
  return { secret, renew: () => setSecret(null) }
}
