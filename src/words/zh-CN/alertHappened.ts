import type { HealthAlertEvent } from '@contract/healthAlerts'
import type { Happening } from './happening'

type OwnEvent = Exclude<HealthAlertEvent, 'note' | 'reassign' | 'reveal' | 'relocate'> | 'raise'

/** 您报了, 家里人报了; 楼长 陈大河 代报了. */
const reported = ({ who, byOwner, reader }: Happening): string => {
  if (!byOwner) return `${who} 代报了`
  return reader === 'owner' ? `${who}报了` : '家里人报了'
}

/** What happened to somebody's being unwell, in the past tense. */
export const alertHappened: Record<OwnEvent, (it: Happening) => string> = {
  raise: (it) => `${reported(it)}身体不舒服`,
  see: ({ who }) => `${who} 看到了`,
  escalate: () => '半小时没有人看，同时告诉了社区专干',
  again: (it) => `${reported(it)}一次，没有变重`,
  worsen: (it) => `${reported(it)}一次，情况变重`,
  followUp: ({ who }) => `${who} 了解了情况`,
  close: ({ who }) => `${who} 结束了这次关注`,
}
