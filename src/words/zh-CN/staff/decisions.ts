/** Events that consist of words alone. */
const spoken = {
  confirm: {
    title: '确认改严',
    hint: '确认后马上生效。居民会收到通知，看到新的措施和这里写的原因。',
    presets: [],
    label: '对居民说的原因',
    send: '确认，马上生效',
  },
  dismiss: {
    title: '不采用这个提议',
    hint: '现在的措施不变。这里写的话只有同事看得到。',
    presets: ['已经核实，不需要改严。', '情况已经变了，不用改。', '提错了，撤回。'],
    label: '原因',
    send: '不采用',
  },
  keep: {
    title: '维持现在的措施',
    hint: '名单或政策有变化，但现在的措施不变。居民会看到这里写的原因。',
    presets: ['已经核实，没有去过名单上的地方。', '情况没有变，按原来的做。'],
    label: '为什么维持',
    send: '维持，并告知居民',
  },
  appeal: {
    title: '替居民申诉',
    hint: '居民在电话里或当面说不同意时，照原意写。会转给上一级干部，复核期间决定不变。',
    presets: [],
    label: '居民为什么不同意',
    send: '提交申诉',
  },
  uphold: {
    title: '维持决定',
    hint: '居民会看到这里写的原因。请先打电话听一听。',
    presets: [],
    label: '为什么维持',
    send: '维持，并告知居民',
  },
}

export const decisions = {
  spoken,
  event: {
    revise: '调整措施',
    tighten: '提议改严',
    confirm: '确认改严',
    dismiss: '不采用',
    keep: '维持不变',
    appeal: '替居民申诉',
    uphold: '维持决定',
    grant: '同意申诉',
  },
  done: {
    revise: '已调整',
    tighten: '已提请确认',
    confirm: '已生效',
    dismiss: '已记下',
    keep: '已告知居民',
    appeal: '已转交',
    uphold: '已答复',
    grant: '已调整',
  },
  inForce: (decision: string) => `现在是：${decision}`,
  revise: {
    title: '调整措施',
    words: '原因',
    wordsPlaceholder: '例如：两次检测都是阴性',
    send: (decision: string) => `改为：${decision}`,
    sendWithout: '改为',
  },
  /** Instead of those of `revise`, when what is chosen is stricter. */
  tighten: {
    note: '这比现在更严，要另一位干部确认后才生效。在那以前，现在的措施不变，居民看不到这个提议。',
    send: (decision: string) => `提请确认：${decision}`,
  },
  grant: {
    title: '同意申诉',
    words: '对居民说的话',
    wordsPlaceholder: '例如：日期算错了，已经改正',
    send: (decision: string) => `改为：${decision}`,
    sendWithout: '改为',
  },
  proposal: {
    title: '有人提议改严，还没有生效',
    now: '现在',
    proposed: '提议',
    by: (who: string, when: string) => `${who} ${when} 提出`,
    yours: '请核实后决定。确认后马上生效，居民会收到通知。',
    others: '等另一位干部确认。提出的人不能自己确认。',
  },
  heard: {
    title: '居民不同意这个决定',
    byOwner: (when: string) => `居民 ${when} 提出申诉`,
    byStaff: (who: string, when: string) => `${who} ${when} 替居民提出申诉`,
    yours: '请打电话听一听，再答复。答复以前，现在的决定不变。',
    others: '由上一级干部复核，做决定的人不能自己复核。答复以前，现在的决定不变。',
  },
  /** What dismissing is to who proposed it. */
  takeBack: '撤回提议',
  alone: '由同一个人录入并决定。',
}
