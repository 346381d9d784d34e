import { useState } from 'react'

/**
 * A version 4 UUID by which a function knows a repeated sending. It is no secret, so that Math.random is good
 * enough; WeChat's own random source answers late, and not at all on old clients.
 */
export const newSubmission = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(Math.random() * 16)
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })

/** The id of what is about to be sent, the same for every attempt; `renew` once it has arrived. */
export function useSubmission(): { submission: string; renew: () => void } {
  const [submission, setSubmission] = useState(newSubmission)
  return { submission, renew: () => setSubmission(newSubmission()) }
}
