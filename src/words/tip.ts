/** What tellers read. It stands in the package of their pages: the main one has little room. */
export { tip as tipWords } from './zh-CN/tip'
export { tipFollow as tipFollowWords } from './zh-CN/tipFollow'
