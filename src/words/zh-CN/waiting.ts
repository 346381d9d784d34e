import type { SubmissionKind } from '@/services/submissions'

const names: Record<SubmissionKind, string> = {
  report: '报备',
  register: '登记',
  amend: '登记修改',
  answer: '回答',
  appeal: '申诉',
}

/** What lies on the phone and has not arrived. */
export const waiting = {
  title: (counts: readonly [SubmissionKind, number][]) =>
    `${counts.map(([kind, count]) => `${count} 份${names[kind]}`).join('、')}存在手机里`,
  whatNow: '还没送到。有信号时自动发出，不用再填，也不会重复。',
  send: '现在发送',
  refused: {
    report: (when: string) => `${when}的报备没有收下`,
    register: (when: string) => `${when}的登记没有收下`,
    amend: (when: string) => `${when}对登记的修改没有收下`,
    answer: (when: string) => `${when}的回答没有收下`,
    appeal: (when: string) => `${when}的申诉没有收下`,
  } satisfies Record<SubmissionKind, (when: string) => string>,
  correct: '打开改一改',
  leaveOut: '去掉这段话，直接发送',
  sureToRemove: '删掉后就要重新填写。',
  /** Right after it was sent, and where what it is about is shown. */
  kept: {
    register: {
      title: '登记已存在手机里，有信号时自动发出',
      whatToDo: '送到以后，这里会写明您要做什么。急着知道，请打电话给社区。',
    },
    amend: '修改已存在手机里，有信号时自动发出。',
    answer: '回答已存在手机里，有信号时自动发出。',
    appeal: '申诉已存在手机里，有信号时自动发出。',
  },
}
