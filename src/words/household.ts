/** A family's home, its reports, calls and illnesses. They stand in the packages of their pages: the main one has little room. */
export { calls as callsWords } from './zh-CN/calls'
export { healthAlert as healthAlertWords } from './zh-CN/healthAlert'
export { household as householdWords } from './zh-CN/household'
