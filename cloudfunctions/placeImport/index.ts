import { placeImportActions } from '@contract/placeImport'
import { serve } from '@kernel/serve'
import { applyImport } from './applyImport'
import { checkImport } from './checkImport'

export const main = serve(placeImportActions, { check: checkImport, apply: applyImport })
