import { placeImportActions } from '@contract/placeImport'
import { serve } from '@kernel/serve'
import { applyImport } from './applyImport'
import { checkImport } from './checkImport'
import { appliedBefore } from './lastAnswer'

export const main = serve(
  placeImportActions,
  { check: checkImport, apply: applyImport },
  { doneBefore: { apply: appliedBefore } },
)
