import { collection } from './cloud'

/** A spreadsheet that somebody has asked for, as stored in `exports`; it lies in the cloud storage for some minutes. */
export interface ExportDocument {
  _id: string
  owner: string
  file: string
  removeAt: Date
}

export const exportDocuments = collection<ExportDocument>('exports')
