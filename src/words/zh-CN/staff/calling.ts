import { CALL_AGAIN_HOURS } from '@contract/calls'
import { callResultLabels, visitResultLabels } from '@contract/labels'

/** Calling a household, and what all who might call next should know. */
export const calling = {
  result: callResultLabels,
  visitResult: visitResultLabels,
  call: '打电话',
  callTo: (name: string) => `打电话给${name}家`,
  noPhone: '没有电话，请上门',
  title: '打电话',
  asking: '正在取号码',
  /** 今天 10:05 网格员王秀英打过，没人接. */
  visitLine: (when: string, who: string, result: string) => `${when} ${who}上过门，${result}`,
  line: (when: string, who: string, result: string) => `${when} ${who}打过，${result}`,
  who: (role: string, name: string) => `${role}${name}`,
  noResult: '还没记结果',
  before: {
    title: '刚有人打过',
    what: `${CALL_AGAIN_HOURS} 小时内打过的，先看看上次的结果，不用再打扰他们。`,
    evenSo: '还是要打',
    leave: '先不打了',
  },
  /** The same where nobody has a telephone. */
  visitedBefore: {
    title: '刚有人上过门',
    what: `${CALL_AGAIN_HOURS} 小时内去过的，先看看上次的结果，不用再打扰他们。`,
    evenSo: '还是要去',
    leave: '先不去了',
  },
  dial: (phone: string) => `拨打 ${phone}`,
  recorded: '这一户的人看得到是您打的。',
  recordedVisit: '这一户的人看得到是您去的。',
  visitTitle: '上门',
  ask: '打完了，怎么样？',
  askVisit: '去过了，怎么样？',
  visit: '看门牌，上门',
  visitTo: (name: string) => `看${name}家的门牌，上门`,
  routine: '记一次例行走访',
  words: '说了什么',
  wordsPlaceholder: '例如：下午再报',
  tell: (result: string) => `记下：${result}`,
  told: '已记下',
  tellLater: '记下结果',
  calls: '打过的电话，上过的门',
  none: '还没有人打过电话，也没有人上过门',
}
