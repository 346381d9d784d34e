/** The family's daily screen and what follows from it. They stand in the package of its pages: the main one has little room. */
export { selfReport as selfReportWords } from './zh-CN/selfReport'
