/** WeChat's messages to residents; in the packages of the pages that speak of them. */
export { messages as messagesWords } from './zh-CN/messages'
