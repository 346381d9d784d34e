import type { RewardState } from '@contract/letterbox'
import type { LedgerHappening } from '@contract/rewards'

interface Sentence {
  title: string
  whatToDo: string
}

const notYet: Sentence = {
  title: '还不能领',
  whatToDo: '请对方先在自己的手机上打开“凭回执看进展”，点“我要领”，再来扫码。',
}

const gone: Sentence = { title: '已经发过了', whatToDo: '一个码只发一份，请不要再发。' }

/** Why nothing is handed over for a code. */
const notNow: Record<Exclude<RewardState, 'claimed'>, Sentence> = {
  none: { title: '没有可以领的奖励', whatToDo: '请对方打开回执，看看现在的情况。' },
  open: notYet,
  due: notYet,
  handedOver: gone,
  received: gone,
  expired: { title: '已经过期', whatToDo: '过了领取的日期，不能再发。' },
}

/** Handing over rewards, and what a community has of them. Nothing here tells what a reward is for. */
export const tipDesk = {
  empty: '没有归您管的社区',
  emptyHint: '社区、街道和区的干部可以发放奖励。有人来领，请交给他们。',
  which: '在哪里发放',
  another: '换一个地方',
  here: (name: string) => `就在${name}`,

  scan: '扫一扫对方的二维码',
  notScanned: '没有扫到。请再扫一次，或者在下面输入。',
  code: '18 位领取码',
  codeHint: '在对方手机的二维码下面',
  look: '查一查',
  next: '下一位',
  toStock: '看存货和台账',
  reward: (item: string, pieces: number) => `${item} ${pieces} 个`,
  ask: '请把东西递给对方，再点“已发放”。',
  handOver: '已发放',
  handedOver: '已记下，发放了',
  confirmThere: '请对方在自己的手机上点“我收到了”。',
  notNow,
  notInStock: { title: '存货不够', whatToDo: '请先补货，或者请对方改天再来。' },
  noSuchCode: {
    title: '这里没有这个码',
    whatToDo: '请核对 18 位领取码，以对方手机上现在的为准。别的社区的，要到那个社区领。',
  },
  tooOften: {
    title: '核对得太多了',
    whatToDo: (seconds: number) =>
      seconds < 90 ? `请过 ${seconds} 秒再试。` : `请过 ${Math.ceil(seconds / 60)} 分钟再试。`,
    later: '请过一会儿再试。',
  },

  left: '现有',
  restock: '补货或更正',
  unconfirmed: (count: number) => `下面有 ${count} 份，对方还没有点“我收到了”`,
  ledger: '台账',
  noLines: '台账还是空的',
  noLinesHint: '到货以后，请点“补货或更正”记上。',
  earlier: '看更早的',
  line: (what: LedgerHappening, pieces: number): string => {
    if (what === 'handedOver') return `发放 ${-pieces} 个`
    return pieces > 0 ? `补货 ${pieces} 个` : `更正，少了 ${-pieces} 个`
  },
  leftAfter: (left: number) => `剩 ${left} 个`,
  by: (when: string, role: string, name: string) => `${when} ${role}${name}`,
  received: '对方已确认',
  notReceived: '对方还没确认',

  what: '多了还是少了',
  change: {
    more: {
      name: '多了',
      hint: '到了货，或者盘点多出来的',
      presets: ['街道发来', '社区采购', '盘点多出来的'],
    },
    fewer: { name: '少了', hint: '比账上少', presets: ['盘点少了', '破损', '上次记多了'] },
  },
  pieces: '几个',
  after: (left: number) => `记上以后，账上是 ${left} 个。`,
  tooMany: (left: number) => `账上只有 ${left} 个，不能少这么多。请再数一遍。`,
  why: '为什么',
  ownWhy: '也可以自己写',
  save: '记上',
  saved: '已记上',
}
