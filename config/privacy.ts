/** `npm run privacy`: writes docs/privacy.md anew; a test fails while it is not what the contract says. */
import { writeFileSync } from 'node:fs'
import { privacyGuideline } from './privacyGuideline'
import { inRoot } from './root'

writeFileSync(inRoot('docs/privacy.md'), privacyGuideline())
