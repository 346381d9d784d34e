import type { Change, ReturneeEvent } from '@contract/returnee'
import { lookReasons } from './looks'
import { decisions } from './decisions'
import { handling } from './handling'

/**
 * What staff can do to a case; amending is the resident's own, finding it is what led there, with its place it moves by
 * itself, and what the rules expect is said by the software.
 */
export type StaffEvent = Exclude<ReturneeEvent, 'amend' | 'find' | 'relocate' | 'reexpect' | 'reassess'>

/** Events that consist of words alone. What is expected is adopted without any, by one tap. */
export type SpokenEvent = Exclude<StaffEvent, 'accept' | 'adopt' | 'reassign' | Change>

const spoken: Record<SpokenEvent, (typeof handling)['spoken']['note']> = {
  ...decisions.spoken,
  ask: {
    title: '问居民',
    hint: '居民会在自己的登记里看到这个问题，在那里回答。',
    presets: [
      '请补充离开前住的街道和小区。',
      '请核对到达日期。',
      '请补充车次、航班号或车牌号。',
      '请写明同行的每一个人。',
    ],
    label: '要问的话',
    send: '发给居民',
  },
  reject: {
    title: '不通过',
    hint: '居民会看到原因。写清楚他可以怎么做。',
    presets: [
      '重复登记，请以之前的登记为准。',
      '不住在本社区，请到居住地的社区登记。',
      '信息与本人核对不符，请重新登记。',
    ],
    label: '原因',
    send: '确定不通过',
  },
  note: {
    ...handling.spoken.note,
    hint: '记在这份登记的经过里，只有同事看得到，居民看不到。',
  },
  answer: {
    title: '记下居民的回答',
    hint: '居民在电话里或当面说的话，照原意写。',
    presets: [],
    label: '居民的回答',
    send: '保存回答',
  },
  withdraw: {
    title: '替居民撤回',
    hint: '只在居民要求时撤回。撤回后不能恢复，要重新登记。',
    presets: ['居民来电：行程取消，不回来了。', '居民来电：填错了，会重新登记。'],
    label: '居民为什么撤回',
    send: '确定撤回',
  },
  reveal: {
    ...handling.spoken.reveal,
    hint: '请写明原因。谁在什么时候、为什么看过，会记下来，本人看得到。',
    presets: lookReasons,
  },
}

const event: Record<StaffEvent, string> = {
  ...decisions.event,
  ...handling.event,
  accept: '确认登记',
  adopt: '按预计确认',
  ask: '问居民',
  reject: '不通过',
  answer: '记下回答',
  withdraw: '替居民撤回',
}

/** Said in passing when it has arrived. */
const done: Record<StaffEvent, string> = {
  ...decisions.done,
  ...handling.done,
  accept: '已确认',
  adopt: '已确认',
  ask: '已发给居民',
  reject: '已告知居民',
  answer: '已记下',
  withdraw: '已撤回',
}

const accept = {
  title: '确认登记',
  measure: '措施',
  residentReads: (means: string) => `居民会看到：${means}`,
  days: '天数',
  fewer: '少一天',
  more: '多一天',
  period: (from: string, until: string) => `从${from}到${until}，含第一天和最后一天`,
  arrivalIsFirst: '到达那天算第一天。',
  over: '按这个天数，最后一天已经过去。',
  words: '对居民说的话',
  wordsPlaceholder: '例如：我明天上午来送体温计',
  /** Where something else is chosen than the rules expect. */
  otherwise: '为什么和预计不同',
  otherwisePlaceholder: '例如：核对过行程，没有去过名单上的小区',
  expected: (decision: string) => `按规定预计：${decision}`,
  send: (decision: string) => `确认：${decision}`,
  sendWithout: '确认',
}

/** What the rules expect, before staff have decided, and when they come to expect something else. */
const expected = {
  title: '按规定预计',
  adopt: (decision: string) => `按预计确认：${decision}`,
  otherwise: '另作决定',
  changed: '名单或政策有变化，请重新确认',
  inForce: '现在',
  now: '新预计',
  yours: '按新的预计确认，居民马上收到通知；维持现在的措施要写原因。',
  others: '等社区确认。确认以前，现在的措施不变。',
  differs: '现在按规定预计的，和处理结果不同。',
  policy: '查看防控政策',
}

/** One case, as staff see it, and what they can do to it. */
export const caseWords = {
  event,
  done,
  spoken,
  accept,
  expected,
  masked: '姓名、电话、证件、门牌和车牌已隐去一部分。',
  revealedTitle: '下面是完整信息',
  revealed: '已记录，本人可见。离开这一页后重新隐去。',
  twins: (count: number) => `检测结果的图片还用在另外 ${count} 份登记里`,
  twinsElsewhere: (count: number) => `有 ${count} 份不归您管理，请与上级核对。`,
  twinsWhat: '同一张图片，可能是重复登记，也可能是用了别人的结果。请核对后再决定。',
  openTwin: (name: string) => `查看${name}的登记`,
  outcome: '处理结果',
  period: (from: string, until: string) => `${from}到${until}`,
  entered: (purpose: string, moment: string) => `${purpose}，${moment} 提交`,
  days: (days: number) => `${days} 天`,
  pictureNotShown: '图片现在打不开，请重新查看完整信息',
}
