/** What `Module.register` loads into the thread that resolves imports. */
import { resolveImport } from './resolution.cjs'

export const resolve = resolveImport
