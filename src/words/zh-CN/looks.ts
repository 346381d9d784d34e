/** Who has looked at a resident's clear text: for the resident, and for whoever looks too often. */
export const looks = {
  own: {
    title: '谁看过我的信息',
    explain: '只有负责您这里的工作人员能看，每次都要写明原因。',
    nobody: '还没有人看过您的完整信息。',
    all: (count: number) => `全部 ${count} 次`,
    fewer: '收起',
  },
  wait: (seconds: number) =>
    seconds < 90 ? `请过 ${seconds} 秒再看。` : `请过 ${Math.ceil(seconds / 60)} 分钟再看。`,
  tooMany: '看得太多了，要慢一些',
}
