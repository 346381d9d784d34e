import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { SHEET_BYTES, type ImportPlan } from '@contract/placeImport'
import { incomingPath } from '@contract/pictures'
import { api, answerOf, type CallError } from '@/services/api'
import { CallFailure, uploadFile } from '@/services/cloud'
import type { NotChosen } from '@/services/notDone'
import { callErrorOf } from '@/services/queries'
import { chooseSheet, type ChosenFile } from '@/services/sheetFile'
import { newSubmission } from '@/services/submission'
import { changesIn } from './planWords'

/** How far an import has come. */
export type Stage =
  | { at: 'choosing'; notChosen: NotChosen | null }
  | { at: 'checking'; chosen: ChosenFile }
  | { at: 'checked'; chosen: ChosenFile; file: string; plan: ImportPlan }
  | { at: 'applying'; done: number; of: number }
  | { at: 'done'; done: number }
  /** `done`: changes made before it failed. */
  | { at: 'failed'; chosen: ChosenFile; error: CallError; done: number }

const tooLarge: CallError = {
  code: 'invalidInput',
  message: 'the file is too large',
  fields: { file: 'sheetTooLarge' },
}

const errorOf = (cause: unknown): CallError =>
  cause instanceof CallFailure && !cause.reached
    ? { code: 'offline', message: cause.message }
    : callErrorOf(cause)

/** Chooses a spreadsheet, has it checked, and has it imported in as many calls as it takes. */
export function useImport(place: string) {
  const [stage, setStage] = useState<Stage>({ at: 'choosing', notChosen: null })
  const client = useQueryClient()

  /** A file is sent anew each time: whatever could not be read, and what has been imported, is removed. */
  const check = async (chosen: ChosenFile) => {
    if (chosen.size > SHEET_BYTES) {
      setStage({ at: 'failed', chosen, error: tooLarge, done: 0 })
      return
    }
    setStage({ at: 'checking', chosen })
    try {
      const file = await uploadFile(incomingPath(newSubmission()), chosen.path)
      setStage({ at: 'checked', chosen, file, plan: await answerOf(api.placeImport.check({ place, file })) })
    } catch (cause) {
      setStage({ at: 'failed', chosen, error: errorOf(cause), done: 0 })
    }
  }
  const choose = async () => {
    const chosen = await chooseSheet()
    if (typeof chosen !== 'string') await check(chosen)
    else if (chosen !== 'cancelled') setStage({ at: 'choosing', notChosen: chosen })
  }
  const apply = async ({ chosen, file, plan }: Extract<Stage, { at: 'checked' }>) => {
    const of = changesIn(plan)
    let done = 0
    try {
      for (let left = of, digest = plan.digest; left > 0;) {
        setStage({ at: 'applying', done, of })
        const progress = await answerOf(api.placeImport.apply({ place, file, digest }))
        ;({ left, digest } = progress)
        done += progress.done
      }
      setStage({ at: 'done', done })
    } catch (cause) {
      setStage({ at: 'failed', chosen, error: errorOf(cause), done })
    }
    void client.invalidateQueries()
  }
  return {
    stage,
    choose: () => void choose(),
    check: (chosen: ChosenFile) => void check(chosen),
    apply: (checked: Extract<Stage, { at: 'checked' }>) => void apply(checked),
  }
}
