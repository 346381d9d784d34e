import { useState } from 'react'
import { SHEET_BYTES } from '@contract/placeImport'
import { incomingPath } from '@contract/pictures'
import type { AreaEntry, ListPlan } from '@contract/riskAreas'
import { answerOf, api, type CallError } from '@/services/api'
import { CallFailure, uploadFile } from '@/services/cloud'
import type { NotChosen } from '@/services/notDone'
import { callErrorOf } from '@/services/queries'
import { chooseSheet, type ChosenFile } from '@/services/sheetFile'
import { newSubmission } from '@/services/submission'

/** How far an entry has come. */
export type CheckStage =
  | { at: 'entering'; notChosen: NotChosen | null }
  | { at: 'checking' }
  | { at: 'checked'; entry: AreaEntry; plan: ListPlan }
  | { at: 'failed'; error: CallError }

export type Checked = Extract<CheckStage, { at: 'checked' }>

const tooLarge: CallError = {
  code: 'invalidInput',
  message: 'the file is too large',
  fields: { 'entry.file': 'sheetTooLarge' },
}

const errorOf = (cause: unknown): CallError =>
  cause instanceof CallFailure && !cause.reached
    ? { code: 'offline', message: cause.message }
    : callErrorOf(cause)

/** Has an entry checked; a file is chosen and sent before. */
export function useListCheck(place: string) {
  const [stage, setStage] = useState<CheckStage>({ at: 'entering', notChosen: null })

  const checkEntry = async (entryOf: () => Promise<AreaEntry>) => {
    setStage({ at: 'checking' })
    try {
      const entry = await entryOf()
      const plan = await answerOf(api.riskAreas.check({ place, entry }))
      setStage({ at: 'checked', entry, plan })
    } catch (cause) {
      setStage({ at: 'failed', error: errorOf(cause) })
    }
  }
  const sent = async ({ path }: ChosenFile, whole: boolean): Promise<AreaEntry> => ({
    kind: 'file',
    file: await uploadFile(incomingPath(newSubmission()), path),
    whole,
  })
  const chooseFile = async (whole: boolean) => {
    const chosen = await chooseSheet()
    if (chosen === 'cancelled') return
    if (typeof chosen === 'string') setStage({ at: 'entering', notChosen: chosen })
    else if (chosen.size > SHEET_BYTES) setStage({ at: 'failed', error: tooLarge })
    else await checkEntry(() => sent(chosen, whole))
  }
  return {
    stage,
    check: (entry: AreaEntry) => void checkEntry(() => Promise.resolve(entry)),
    chooseFile: (whole: boolean) => void chooseFile(whole),
    enterAgain: () => setStage({ at: 'entering', notChosen: null }),
  }
}
