import type { Action } from '../../../local/protocol/action'
import { answerInstead } from './answerInstead'

const isCheck = (fields: unknown): boolean =>
  (fields as { apiName?: string }).apiName === 'security.msgSecCheck'

async function counting(act: () => Promise<unknown>, check?: Action): Promise<number> {
  let checks = 0
  const end = answerInstead('wx.openApi', (usual) => (fields, context) => {
    if (!isCheck(fields)) return usual(fields, context)
    checks += 1
    return (check ?? usual)(fields, context)
  })
  await act().finally(end)
  return checks
}

/** How often WeChat was asked about a text while something was done. */
export const checksOf = (act: () => Promise<unknown>): Promise<number> => counting(act)

/** The same while its content check fails, and nothing else of it. */
export const checksWhileAway = (act: () => Promise<unknown>): Promise<number> =>
  counting(act, () => Promise.reject(new Error('WeChat is away')))
