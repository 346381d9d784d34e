interface SpokenWords {
  title: string
  /** What happens with what is written. */
  hint: string
  presets: string[]
  /** Above the words. */
  label: string
  send: string
}

/** What can be done to a case of any kind. */
const event = { note: '写备注', reassign: '转交同事', reveal: '查看完整信息' }

/** Said in passing when it has arrived. */
const done = { note: '已保存', reassign: '已转交', reveal: '已记录' }

const spoken: Record<'note' | 'reveal', SpokenWords> = {
  note: {
    title: '写备注',
    hint: '记在这件事的经过里，只有同事看得到。',
    presets: ['打过电话，没有人接。', '已经电话核实。', '已经上门核实。'],
    label: '备注',
    send: '保存备注',
  },
  reveal: {
    title: '查看完整信息',
    hint: '请写明原因。谁在什么时候、为什么看过，会记下来。',
    presets: [],
    label: '查看原因',
    send: '查看',
  },
}

const reassign = {
  title: '转交同事',
  to: '交给谁',
  hint: '从现在起由这位同事处理。',
  current: (name: string) => `${name}（正在处理）`,
  nobody: '这里没有别的同事',
  words: '交代几句',
  wordsPlaceholder: '例如：在您负责的楼',
  send: (name: string) => `转交给${name}`,
  sendWithout: '转交',
}

/** When it is due. */
const due = {
  overdue: (duration: string) => `超期 ${duration}`,
  dueBy: (moment: string) => `${moment} 前处理`,
  waitingOverdue: (duration: string) => `居民超期 ${duration}没回复`,
  waitingUntil: (moment: string) => `等居民到 ${moment}`,
}

/** What others have done meanwhile. */
const news = {
  title: '您看的时候，这件事有了新情况',
  unsent: (eventName: string) => `您要做的「${eventName}」还没有发出去。请看过后再决定。`,
  goOn: (eventName: string) => `继续${eventName}`,
  noLonger: (eventName: string, statusName: string) =>
    `现在是「${statusName}」，「${eventName}」已经做不了了。`,
  youWrote: (said: string) => `您写的是：${said}`,
  keepAsNote: '存为备注',
  seen: '知道了',
}

/** What is said of a case of any kind, by the pages of all packages of staff. */
export const handling = {
  event,
  done,
  spoken,
  reassign,
  due,
  news,
  urgent: '马上处理',
  with: (name: string) => `由 ${name} 处理`,
  timeline: '经过',
  tools: '可以做的事',
  backToInbox: '回到待办',
  placesFailed: '地点没有取到，点这里再试',
}
