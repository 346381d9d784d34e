/** What staff read on the page of a tip. It stands in the package of that page: the others have no use for it. */
export { tipWork as tipWorkWords } from './zh-CN/staff/tipWork'
export type { TipDeedName, TipResult, TipSpokenEvent } from './zh-CN/staff/tipDeeds'
