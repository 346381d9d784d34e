import type { HealthAlertEvent, HealthAlertStatus } from '@contract/healthAlerts'
import { endingLabels } from '@contract/labels'
import { handling } from './handling'
import { lookReasons } from './looks'

/** What staff themselves do to an episode; the page sends `see`, the rest is done by reports and the software. */
export type AlertEvent = Extract<
  HealthAlertEvent,
  'see' | 'followUp' | 'close' | 'note' | 'reassign' | 'reveal'
>

/** Events that consist of words alone. */
export type AlertSpokenEvent = Extract<AlertEvent, 'followUp' | 'note' | 'reveal'>

const event: Record<AlertEvent, string> = {
  see: '查看',
  followUp: '记下情况，明天再看',
  close: '结束',
  note: handling.event.note,
  reassign: handling.event.reassign,
  reveal: handling.event.reveal,
}

const spoken: Record<AlertSpokenEvent, (typeof handling)['spoken']['note']> = {
  followUp: {
    title: '记下情况，明天再看',
    hint: '家人看得到。明天上午会再出现在待办里。',
    presets: ['已送去发热门诊。', '在家休息，体温在降。', '已测抗原，阴性。', '电话里说好多了。'],
    label: '做了什么，人怎么样',
    send: '记下',
  },
  note: {
    ...handling.spoken.note,
    hint: '记在这件事的经过里，只有同事看得到，家人看不到。',
  },
  reveal: {
    ...handling.spoken.reveal,
    hint: '请写明原因。谁在什么时候、为什么看过，会记下来，本人看得到。',
    presets: lookReasons,
  },
}

/** Somebody who is unwell, for the staff who look after them. */
export const healthAlert = {
  event,
  spoken,
  status: {
    raised: '没有人看过',
    escalated: '已报社区专干',
    seen: '跟进中',
    closed: '已结束',
  } satisfies Record<HealthAlertStatus, string>,
  done: {
    see: '已记录',
    followUp: '已记下',
    close: '已结束',
    note: handling.done.note,
    reassign: handling.done.reassign,
    reveal: handling.done.reveal,
  } satisfies Record<AlertEvent, string>,
  ending: endingLabels,
  open: (name: string) => `打开${name}的健康异常`,
  emergencyFact: '危急',
  emergency: {
    title: '可能有危险：呼吸困难或高热',
    body: '请马上打电话。需要时请家人拨打 120，并通知社区。',
  },
  entered: (reports: number, moment: string) => `${moment} 第一次报告，共报 ${reports} 次`,
  course: '每次报告',
  test: (result: string) => `检测：${result}`,
  household: '看这一户',
  endedAs: (ending: string) => `结果：${ending}`,
  revealed: {
    name: '姓名',
    phone: '电话',
    door: '门牌',
    document: '证件号码',
    notes: '备注',
    none: '没有填',
  },
  close: {
    title: '结束这件事',
    hint: '家人看得到结果和您写的话。再报异常会另开一件。',
    ending: '结果',
    words: '怎么处理的',
    placeholder: '例如：去过发热门诊，检测阴性，已退烧',
    send: '确定结束',
  },
}
