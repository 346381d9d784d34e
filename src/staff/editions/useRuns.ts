import { useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { Run } from '@contract/reassessment'
import { asked } from '@/services/queries'

/** A forecast goes on while it is asked for; what the timer does has come further after some seconds. */
const AGAIN_MS = { forecast: 500, reassessment: 5_000 } as const

const againIn = (runs: readonly Run[] | undefined): number | false => {
  const going = runs?.find(({ status }) => status !== 'done')
  return going ? AGAIN_MS[going.purpose] : false
}

/** How far looking at everybody whom an edition may change has come; asked again while the page is in view. */
export function useRuns(on: { place: string; edition: string }) {
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return useQuery({
    ...asked('reassessment', 'runs', on),
    refetchInterval: ({ state }) => (isShown && !state.error ? againIn(state.data) : false),
  })
}
