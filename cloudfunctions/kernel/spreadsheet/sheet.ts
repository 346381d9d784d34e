import type { FieldFault } from '@contract/faults'

/** The lines of a sheet from its first on, each the texts of its cells; '' where a cell is blank. */
export type Sheet = readonly (readonly string[])[]

/** A spreadsheet: its sheets in their order; or why it is none. */
export type Spreadsheet = { ok: true; sheets: Sheet[] } | { ok: false; fault: FieldFault }

export const noSpreadsheet = (fault: FieldFault): Spreadsheet => ({ ok: false, fault })
