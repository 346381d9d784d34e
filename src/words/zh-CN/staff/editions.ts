import type { EditionKind, EditionStatus } from '@contract/editions'
import type { Direction } from '@contract/reassessment'

const kind: Record<EditionKind, string> = { riskList: '名单', policy: '政策' }

const status: Record<EditionStatus, string> = {
  proposed: '待另一位负责人发布',
  published: '已发布',
  dropped: '已作废',
}

const direction: Record<Direction, string> = { stricter: '更严', looser: '更松', first: '新有安排' }

/** A list of risk areas or a policy as a whole, proposed by one and published by another. */
export const editions = {
  kind,
  status,
  direction,
  inForce: '现在用的',
  later: '到时间生效',
  title: (kindName: string, number: number | null) =>
    number === null ? `新${kindName}` : `${kindName}第 ${number} 版`,
  source: (text: string, day: string) => `来源：${text}，${day}公布`,
  link: '复制来源网址',
  copied: '已复制',
  notCopied: '没有复制成功，请照着网址输入',
  effective: (when: string) => `${when} 起生效`,
  effectiveAtOnce: '发布后马上生效',
  proposedBy: (who: string, when: string) => `${who} ${when} 提出`,
  publishedBy: (who: string, when: string) => `${who} ${when} 发布`,
  droppedBy: (who: string, when: string, why: string) => `${who} ${when} 作废：${why}`,
  place: '哪里的',
  waiting: (count: number) => `${count} 份待发布`,
  history: '各个版本',
  noHistory: '还没有发布过。',
  more: '再看以前的',
  open: (title: string) => `查看${title}`,

  publish: '发布',
  sure: '确定发布',
  published: '已发布',
  yourOwn: '这是您提出的，要由另一位负责人核对后发布。',
  publishTitle: (title: string) => `发布${title}？`,
  publishBody: (effective: string, effect: string) => `${effective}。${effect}`,
  drop: '不发布，作废',
  dropExplain: '作废后不能恢复，可以另外提出。',
  dropLabel: '为什么作废',
  dropPresets: ['内容有误，重新录入', '公告又有更新'],
  dropSend: '确定作废',
  dropped: '已作废',
  overtaken: '刚才有人先处理了，或者现在用的版本已经换了。请看最新的情况；还要改的话，请作废后重新提出。',

  declare: {
    source: '来源',
    sourceHint: '哪个部门、哪份公告，居民看得到。',
    sourcePlaceholder: '例如：市卫生健康委通告第 12 号',
    link: '公告网址',
    publishedOn: '公告日期',
    when: '什么时候生效',
    atOnce: '发布后马上生效',
    later: '定一个时间',
    effectiveFrom: '生效时间',
    words: '这次改了什么，为什么',
    wordsHint: '给发布的同事和以后查的人看。',
    presets: ['按最新公告更新'],
    send: '提出，请另一位负责人发布',
  },

  run: {
    title: '会影响谁',
    after: '重新核对',
    counting: '正在核对会影响谁……',
    progress: (seen: number, total: number) => `已核对 ${seen} 份，共 ${total} 份相关的登记。`,
    seen: (seen: number) => `已核对 ${seen} 份相关的登记。`,
    waits: '还没有开始，几分钟内会自动开始。',
    waitsUntil: (when: string) => `${when} 生效后自动开始。`,
    running: '正在重新核对相关的登记……',
    runningHint: '可以离开这一页，系统会接着做完。',
    nobody: '不影响任何人已有的安排。',
    nobodyYet: '目前还没有看到受影响的人。',
    changes: (count: number) => `${count} 份登记的安排会变`,
    changed: (count: number) => `${count} 份登记的安排有变化`,
    direction: (what: string, count: number) => `${what} ${count} 份`,
    list: '、',
    done: (when: string) => `${when} 核对完。有变化的已通知居民，并放进各社区的待办。`,
    forecastDone: (seen: number, when: string) => `${when} 核对了 ${seen} 份相关的登记。`,
    communities: '各社区',
    openCommunity: (name: string) => `查看${name}的名单`,
    byItself: '更松的不会自己放宽，要由社区确认。',
  },

  effect: {
    nobody: '不影响已有的登记',
    some: (changed: number, directions: string) => `${changed} 份登记的安排会变：${directions}`,
    unfinished: (seen: number) => `还没有核对完（已核对 ${seen} 份），受影响的人数还不知道`,
    unknown: '受影响的人数还不知道',
  },

  affected: {
    title: (name: string) => `${name}：会影响谁`,
    empty: '没有人受影响',
    emptyHint: '可能刚有人处理过，或者人已经不在这里。',
    from: (place: string) => `从${place}来`,
    before: (what: string) => `现在：${what}`,
    none: '还没有安排',
    after: (what: string) => `改为：${what}`,
    openCase: (name: string) => `打开${name}的登记`,
  },
}
