/** What officers read where rewards are handed over. It stands in the package of its pages: the main one has little room. */
export { tipDesk as tipDeskWords } from './zh-CN/staff/tipDesk'
