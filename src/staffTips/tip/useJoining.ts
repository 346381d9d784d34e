import { useState } from 'react'
import Taro from '@tarojs/taro'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { tipWorkWords as said } from '@/words/tipWork'
import type { Joining } from './tipDeed'

/** Joins this tip and another, the one way or the other. */
export function useJoining(id: string) {
  const { mutate, reset, isPending, error } = useSend('tips', 'join')
  const { submission, renew } = useSubmission()
  const [other, setOther] = useState<string | null>(null)
  const [own, setOwn] = useState<number[]>([])
  const close = () => {
    setOther(null)
    renew()
    reset()
  }
  const joined = (changed: { id: string; version: number }) => {
    if (changed.id === id) setOwn((before) => [...before, changed.version])
    close()
    void Taro.showToast({ title: said.join.done, icon: 'success' })
  }
  return {
    /** The tip that may be the same as this one. */
    other,
    open: setOther,
    close,
    send: (joining: Joining) => mutate({ ...joining, submission }, { onSuccess: joined }),
    busy: isPending,
    error: error && callErrorOf(error),
    /** Versions of this tip that came of it. */
    own,
  }
}
