/** What was reported, read again by the family and by staff. It stands in their packages: the main one has little room. */
export { reports as reportsWords } from './zh-CN/reports'
