import { createContext, useContext, useEffect, useId, type Dispatch, type SetStateAction } from 'react'

/** What scrolls says here to which id it is to scroll; '' is none. Where nothing scrolls by itself, nothing happens. */
export const Sight = createContext<Dispatch<SetStateAction<string>>>(() => undefined)

/**
 * Brings into sight what has gone wrong, which in a sheet may lie far above the button that was tapped; of several the
 * first. Answers the id that the element must have: `id` where one is given.
 */
export function useInSight(isWrong: boolean, id?: string): string {
  const scrollTo = useContext(Sight)
  const own = useId().replace(/:/g, '')
  const wanted = id ?? `in-sight-${own}`
  useEffect(() => {
    if (!isWrong) return
    scrollTo((current) => current || wanted)
    return () => scrollTo((current) => (current === wanted ? '' : current))
  }, [isWrong, wanted, scrollTo])
  return wanted
}
