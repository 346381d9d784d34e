/** Whether somewhere is at risk. It stands in the package of its page, for the main package has little room. */
export { riskSearch as riskSearchWords } from './zh-CN/riskSearch'
