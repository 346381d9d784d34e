import type { TipStatus } from '@contract/tipMachine'

/** Tips, where all staff pages speak of them; what only their own pages say stands in `@/words/tipWork`. */
export const tips = {
  status: {
    told: '没有人看过',
    escalated: '已报上级',
    seen: '核实中',
    confirmed: '属实，是新情况',
    known: '早已掌握',
    unfounded: '不属实',
    undetermined: '无法确定',
    joined: '已合并',
    suspected: '疑似恶意，待干部看',
    accused: '疑似恶意，待第二人看',
    malicious: '认定为恶意',
    appealed: '申诉中',
  } satisfies Record<TipStatus, string>,
  open: (kind: string) => `打开线索：${kind}`,
  line: { plate: (plate: string) => `车牌 ${plate}`, similar: '可能重复' },
}
