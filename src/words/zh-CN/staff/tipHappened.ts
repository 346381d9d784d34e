import type { TipEvent } from '@contract/tipMachine'
import type { Happening } from '../happening'

/** What happened to a tip, in the past tense, to staff. Whoever has told it has no name. */
export const tipHappened: Record<TipEvent | 'tell', (it: Happening) => string> = {
  tell: () => '收到线索',
  see: ({ who }) => `${who} 看到了`,
  escalate: () => '两小时没有人看，同时告诉了上级',
  dispatch: ({ who, moved }) => `${who} 改了地点${moved ? `：${moved}` : ''}`,
  ask: ({ who }) => `${who} 问提供的人`,
  add: () => '提供的人补充',
  resume: () => '提供的人补充，重新派人看',
  confirm: ({ who }) => `${who} 去看过：属实，之前不知道`,
  alreadyKnown: ({ who }) => `${who} 去看过：早已掌握`,
  refute: ({ who }) => `${who} 去看过：不属实`,
  leaveOpen: ({ who }) => `${who} 去看过：无法确定`,
  suspect: ({ who }) => `${who} 觉得可能是恶意`,
  accuse: ({ who }) => `${who} 认为是恶意，等另一位干部`,
  clear: ({ who }) => `${who} 认为不是恶意`,
  condemn: ({ who }) => `${who} 确认是恶意，原因`,
  appeal: () => '提供的人申诉',
  uphold: ({ who }) => `${who} 复核后维持，原因`,
  pardon: ({ who }) => `${who} 同意了申诉，原因`,
  join: ({ who }) => `${who} 合并到另一条线索`,
  separate: ({ who }) => `${who} 分开处理`,
  reopen: ({ who }) => `${who} 要求重新核实`,
  lead: ({ who }) => `${who} 登记了对应的人家`,
  note: ({ who }) => `${who} 备注`,
  reassign: ({ who, colleague }) =>
    colleague ? `${who} 转交给 ${colleague}` : `${who} 交还给负责这里的同事`,
  reveal: ({ who }) => `${who} 查看了完整信息，原因`,
  relocate: ({ moved }) => `地点有调整${moved ? `：${moved}` : ''}`,
}
