import type { Action } from './action'
import * as documents from './documents'
import { invokeFunction } from './invokeFunction'
import { callOpenApi } from './callOpenApi'
import * as storage from './storage'
import * as transactions from './transactions'

/** Every action of CloudBase's protocol that the local cloud answers. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['database.addCollection', documents.addCollection],
  ['database.insertDocument', documents.insertDocument],
  ['database.getDocument', documents.getDocument],
  ['database.calculateDocument', documents.calculateDocument],
  ['database.modifyDocument', documents.modifyDocument],
  ['database.modifyAndReturnDoc', documents.modifyAndReturnDoc],
  ['database.removeDocument', documents.removeDocument],
  ['database.aggregateDocuments', documents.aggregateDocuments],
  ['database.startTransaction', transactions.startTransaction],
  ['database.commitTransaction', transactions.commitTransaction],
  ['database.abortTransaction', transactions.abortTransaction],
  ['functions.invokeFunction', invokeFunction],
  ['storage.getUploadMetadata', storage.getUploadMetadata],
  ['storage.batchGetDownloadUrl', storage.batchGetDownloadUrl],
  ['storage.batchDeleteFile', storage.batchDeleteFile],
  ['storage.batchCopyFile', storage.batchCopyFile],
  ['storage.getFileAuthority', storage.getFileAuthority],
  ['wx.openApi', callOpenApi],
])
