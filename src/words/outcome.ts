/** What is asked of a person, and why. It stands in the packages that show it, for the main package has little room. */
export { outcome as outcomeWords } from './zh-CN/outcome'
