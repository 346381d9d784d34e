import type { TipEvent } from '@contract/tipMachine'
import { handling } from './handling'

/** How a visit ended, or that it was told out of malice. */
export type TipResult = Extract<TipEvent, 'confirm' | 'alreadyKnown' | 'refute' | 'leaveOpen' | 'suspect'>

/** Events that consist of words alone. */
export type TipSpokenEvent = Extract<
  TipEvent,
  'ask' | 'accuse' | 'clear' | 'condemn' | 'uphold' | 'pardon' | 'reopen' | 'note' | 'reveal'
>

/** What staff do on the page of a tip; `visit` tells one of the {@link TipResult}s. */
export type TipDeedName = TipSpokenEvent | 'visit' | 'see' | 'dispatch' | 'reassign' | 'separate' | 'lead'

const event: Record<TipDeedName, string> = {
  ...handling.event,
  visit: '填写核实结果',
  see: '我来核实',
  ask: '问提供线索的人',
  dispatch: '改地点、换人去',
  separate: '不是同一件事，分开',
  lead: '对应已有的登记',
  accuse: '认为是恶意',
  clear: '不是恶意',
  condemn: '确认是恶意',
  uphold: '维持',
  pardon: '同意申诉',
  reopen: '重新核实',
}

/** Said in passing when it has arrived. */
const done: Record<TipDeedName, string> = {
  ...handling.done,
  visit: '已记下结果',
  see: '由您核实',
  ask: '已发出',
  dispatch: '已改派',
  separate: '已分开',
  lead: '已对应',
  accuse: '已提出',
  clear: '已结束',
  condemn: '已确认',
  uphold: '已维持',
  pardon: '已同意',
  reopen: '已重新派出',
}

const spoken: Record<TipSpokenEvent, (typeof handling)['spoken']['note']> = {
  ask: {
    title: event.ask,
    hint: '他凭回执看到问题，在那里回答。我们不知道他是谁，也打不了电话；不用等，先去看。',
    presets: [
      '请再说一下在哪一栋、哪个单元。',
      '请补充车牌号。',
      '大概几点看到的？现在还在吗？',
      '有几个人？是大人还是孩子？',
    ],
    label: '要问的话',
    send: '发出问题',
  },
  accuse: {
    title: event.accuse,
    hint: '要两位干部才算数，您是第一位。算数以后，只是这一条没有奖励；提供的人会看到原因，可以申诉一次。',
    presets: ['内容是编造的，两次上门都不属实。', '同一户被反复报，查无此事。'],
    label: '为什么',
    send: '提出，请另一位干部确认',
  },
  clear: {
    title: event.clear,
    hint: '按「不属实」结束。多数是看错了；提供的人不会知道有人怀疑过。',
    presets: ['看错了，不是有意的。', '说法有出入，但情况相近。'],
    label: '为什么',
    send: '确定不是恶意',
  },
  condemn: {
    title: event.condemn,
    hint: '您是第二位。这一条没有奖励，别的都不受影响。提供的人会看到您写的原因，可以申诉一次。',
    presets: ['核实过，内容是编造的。'],
    label: '原因，提供的人看得到',
    send: '确认是恶意',
  },
  uphold: {
    title: '维持原来的认定',
    hint: '提供的人会看到您写的原因。不能再申诉。',
    presets: ['重新看过，认定没有错。'],
    label: '原因，提供的人看得到',
    send: '维持',
  },
  pardon: {
    title: event.pardon,
    hint: '改为「不属实」，不再是恶意。提供的人会看到您写的原因。',
    presets: ['您说得有道理，是我们弄错了，对不起。'],
    label: '原因，提供的人看得到',
    send: event.pardon,
  },
  reopen: {
    title: event.reopen,
    hint: '结果有误，或者有了新情况。会重新派给负责那里的人。',
    presets: ['又看到那辆车，请再去一次。', '结果写错了。'],
    label: '为什么',
    send: '重新派人',
  },
  note: {
    ...handling.spoken.note,
    hint: '只有同事看得到，提供的人看不到。',
    presets: ['去过，没有人在家。', '问过物业。', '打过电话，没有人接。'],
  },
  reveal: { ...handling.spoken.reveal, presets: ['上门核实', '找车', '登记这户人家'] },
}

const result: Record<TipResult, { text: string; note: string; presets: string[] }> = {
  confirm: {
    text: '属实，之前不知道',
    note: '新情况',
    presets: ['人在家，刚回来，没有登记过。', '情况属实，已当场劝离。'],
  },
  alreadyKnown: {
    text: '早已掌握',
    note: '已经登记，或者已经在管理',
    presets: ['已经登记，正在居家观察。', '车主四月就回来了。'],
  },
  refute: {
    text: '不属实',
    note: '多数是看错了，照常结束',
    presets: ['车主四月就回来了，没有离开过。', '没有找到说的车和人。', '没有聚集。'],
  },
  leaveOpen: {
    text: '无法确定',
    note: '提供的人补充以后会再派人看',
    presets: ['去过两次，没有人在家。', '说的地方不够清楚。'],
  },
  suspect: {
    text: '可能是恶意',
    note: '交给干部看。要两位干部才能认定',
    presets: ['两次上门都没有此事，内容像是编的。'],
  },
}

const visit = {
  result: '结果',
  newThenRegister: '新情况。结束后可以马上登记',
  words: '看到了什么',
  placeholder: '写给同事看，提供的人看不到',
  household: '去了哪一家',
  householdHint: '会在那家的记录里记一次「例行走访」，不会提到线索。',
  noHousehold: '没有敲门，或不在下面',
  pictures: '现场照片',
  picturesExplain: '不拍人脸。只有负责这里的同事看得到。',
  send: (what: string) => `结束：${what}`,
  sendSuspect: '交给干部',
  sendWithout: '保存结果',
}

/** What staff do to a tip. */
export const tipDeeds = { event, done, spoken, result, visit }
