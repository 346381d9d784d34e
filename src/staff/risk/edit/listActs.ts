import Taro from '@tarojs/taro'
import { staffWords } from '@/words/staff'
import type { Checked } from './useListCheck'
import type { ListWork } from './useListWork'

const said = staffWords.risk.edit

interface Act {
  label: string
  act: () => void
}

/** How many areas a list changes. */
export const changesIn = ({ plan: { changes } }: Pick<Checked, 'plan'>): number =>
  changes.added.total +
  changes.removed.total +
  changes.raised.total +
  changes.lowered.total +
  changes.dated.total

function actsOnChecked(work: ListWork, checked: Checked): Act[] {
  const { isEarlier, check, chooseFile, enterAgain, declare } = work
  const isFile = checked.entry.kind === 'file'
  const back: Act[] = isEarlier ? [] : [{ label: said.back, act: enterAgain }]
  const leave: Act = { label: said.leave, act: () => void Taro.navigateBack() }
  if (checked.plan.faults.total > 0) {
    const again = isFile
      ? { label: said.chooseAgain, act: chooseFile }
      : { label: said.checkAgain, act: check }
    return [...back, again]
  }
  const isNothing = changesIn(checked) === 0
  if (isNothing && isFile) return [...back, { label: said.chooseAgain, act: chooseFile }]
  if (isNothing) return isEarlier ? [leave] : back
  return [...back, { label: said.declare, act: declare }]
}

/** What can be done with a list at each step. */
export function actsFor(work: ListWork): Act[] {
  const { stage, step, isEarlier, draft, check, checkEntry, chooseFile, review, propose, error } = work
  if (stage.at === 'checked') {
    if (step === 1) return actsOnChecked(work, stage)
    const isOvertaken = error?.code === 'changedMeanwhile'
    return [
      { label: said.back, act: review },
      isOvertaken
        ? { label: said.checkAgain, act: checkEntry(stage.entry) }
        : { label: staffWords.editions.declare.send, act: () => propose(stage) },
    ]
  }
  if (isEarlier) return [{ label: said.checkAgain, act: check }]
  return [
    draft.kind === 'file' ? { label: said.chooseFile, act: chooseFile } : { label: said.next, act: check },
  ]
}
