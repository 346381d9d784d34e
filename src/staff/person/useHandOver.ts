import { useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '@/services/api'
import { newSubmission } from '@/services/submission'

/** Hands over slice after slice until nothing is left. After a failure the same act goes on where it stopped. */
export function useHandOver(post: string, onDone: () => void) {
  const client = useQueryClient()
  const act = useRef({ to: '', submission: '' })
  const [left, setLeft] = useState<number | null>(null)
  const sending = useMutation({
    mutationFn: async (to: string) => {
      if (act.current.to !== to) act.current = { to, submission: newSubmission() }
      const { submission } = act.current
      let remaining: number
      do {
        remaining = (await answerOf(api.staff.handOver({ submission, post, to }))).left
        setLeft(remaining)
      } while (remaining > 0)
    },
    onSuccess: () => {
      act.current = { to: '', submission: '' }
      setLeft(null)
      onDone()
    },
    onSettled: () => void client.invalidateQueries(),
  })
  return { sending, left }
}
