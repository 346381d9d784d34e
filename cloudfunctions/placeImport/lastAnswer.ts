import { ok, type CheckedInputOf } from '@contract/action'
import type { ImportProgress, placeImportActions } from '@contract/placeImport'
import { collection, command, isDuplicate } from '@kernel/cloud'
import type { DoneBefore } from '@kernel/serve'

type Asked = CheckedInputOf<typeof placeImportActions.apply>

/** The last call that has imported something into a place, and its answer, as stored in `jobs`. */
interface Answered {
  /** `import-<place>` */
  _id: string
  asked: Pick<Asked, 'file' | 'digest'>
  answer: ImportProgress
}

const answers = collection<Answered>('jobs')
const idOf = ({ place }: Asked): string => `import-${place}`

/** Keeps what a call is answered: the same call sent again cannot be told from the tree, which is another by then. */
export async function keepAnswer(input: Asked, answer: ImportProgress): Promise<void> {
  const { file, digest } = input
  const kept = { asked: { file, digest }, answer }
  const data = { asked: command.set(kept.asked), answer: command.set(answer) }
  const { stats } = await answers.where({ _id: idOf(input) }).update({ data })
  if (stats.updated === 1) return
  try {
    await answers.add({ data: { _id: idOf(input), ...kept } })
  } catch (cause) {
    // Another import has ended at the same moment.
    if (!isDuplicate(cause)) throw cause
  }
}

/** What this very call was answered before, where it was the last one; null where it was not. */
export const appliedBefore: DoneBefore<typeof placeImportActions.apply> = async (input) => {
  const { data: last } = await answers.doc(idOf(input)).get()
  const isSame = last?.asked.file === input.file && last.asked.digest === input.digest
  return last && isSame ? ok(last.answer) : null
}
