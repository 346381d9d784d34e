import type { CallError } from '@/services/api'
import { words } from '@/words'
import { FailureNotice } from '../FailureNotice'
import { Notice } from '../Notice'

export interface EditFailureProps {
  error: CallError | null
  /** The fields of the input that show their own faults. */
  fields?: readonly string[]
}

/** Why an edit was refused. What a field shows is not said twice; what no field shows is said by its own sentence. */
export function EditFailure({ error, fields = [] }: EditFailureProps) {
  if (!error) return null
  const faults = Object.entries(error.fields ?? {})
  const unseen = faults.find(([path]) => !fields.includes(path))
  if (unseen) return <Notice tone="danger" title={words.faults[unseen[1]]} />
  return faults.length > 0 ? null : <FailureNotice error={error} kept={words.app.kept} />
}
