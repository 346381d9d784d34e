import { useEffect, useState } from 'react'

/** After so long, in ms, somebody who waits wants to know why. */
const LONG_MS = 8_000

/** Whether it has lasted so long that something should be said. */
export function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), LONG_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWaiting])
  return isLate
}
