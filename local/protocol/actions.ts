import type { Action } from './action'
import * as documents from './documents'
import { invokeFunction } from './invokeFunction'
import { callOpenApi } from './callOpenApi'

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
  ['functions.invokeFunction', invokeFunction],
  ['wx.openApi', callOpenApi],
])
