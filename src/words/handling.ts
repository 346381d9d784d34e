/** What staff read of a case of any kind. It stands in the packages of their pages, see `./staff`. */
export { handling as handlingWords } from './zh-CN/staff/handling'
