import type { TellerHappening, TellerStatus } from '@contract/letterbox'

const reward = (pieces: number, item: string) => `${pieces} 个${item}`

interface Standing {
  title: string
  note: string
}

/** What somebody with the receipt reads: how it stands, never what was found at whose door. */
export const tipFollow = {
  enter: {
    label: '回执的 16 位数字',
    hint: '只按数字，会自动四位一隔；念一遍再点查看',
    placeholder: '0000 0000 …',
    scan: '扫回执上的码',
    notScanned: '没有扫到。请对准回执上的方块码，或者输入 16 位数字。',
    open: '查看进展',
    explain: '只凭这 16 位数字就能查看，不用登录，也不问您是谁。',
    tooOften: { title: '试的次数太多了', whatToDo: '请过一个小时再试，先找出记下的回执核对一遍。' },
    notFound: { title: '没有这张回执', whatToDo: '请照着记下的数字，四位四位核对一遍。' },
    another: '换一张回执',
  },
  status: {
    waiting: { title: '正在送出', note: '大约十分钟后送到网格员手里。' },
    told: { title: '已经送到', note: '网格员会尽快去看。两小时没有人看，会再告诉社区。' },
    seen: { title: '网格员看到了', note: '接下来会去现场看看，请过几个小时再来。' },
    confirmed: { title: '去看过，是这样', note: '谢谢您告诉我们。' },
    known: { title: '去看过，社区早就知道', note: '这件事之前已经登记过，或者有人说过。谢谢您。' },
    unfounded: { title: '去看过，没有问题', note: '多数都是这样。谢谢您关心邻里。' },
    undetermined: { title: '去看过，还说不准', note: '您再看到什么，请写在下面，会有人再去。' },
    malicious: { title: '被认定为故意乱说', note: '这条线索没有奖励，别的什么都不影响。' },
    appealed: { title: '您的申诉已经收到', note: '由没有参与过的干部来看，请过两天再来。' },
  } satisfies Record<TellerStatus, Standing>,
  happened: {
    tell: '您说了这件事',
    see: '网格员看到了',
    ask: '网格员问您',
    add: '您补充了',
    join: '和别人说的同一件事放在一起办',
    confirm: '去看过，是这样',
    alreadyKnown: '去看过，社区早就知道',
    refute: '去看过，没有问题',
    leaveOpen: '去看过，还说不准',
    reopen: '社区要再看一次',
    condemn: '两位干部认定是故意乱说',
    appeal: '您提出了申诉',
    uphold: '另一位干部看过，认定不变',
    pardon: '另一位干部看过，不算故意',
  } satisfies Record<TellerHappening, string>,
  pictures: (count: number) => `照片 ${count} 张`,
  timeline: '经过',
  around: (when: string) => `${when} 前后`,
  underway: (count: number) => `您写的 ${count} 份正在送出，大约十分钟后送到。`,
  add: {
    question: '网格员问您',
    title: '还有要补充的吗',
    label: { answer: '您的回答', addition: '补充' },
    placeholder: '写看到的事，不写您是谁',
    pictures: '照片',
    sendAnswer: '发送回答',
    send: '发送补充',
    sent: '收下了',
    tooOften: { title: '今天写得有点多了', whatToDo: '请明天再写；等不了的事，请打电话给社区。' },
  },
  appeal: {
    title: '不同意，可以申诉一次',
    explain: '由没有参与过的干部来看。写清楚您看到了什么、为什么不是故意的。',
    label: '您的理由',
    send: '提出申诉',
    sent: '申诉收下了',
  },
  reward: {
    title: '奖励',
    open: (pieces: number, item: string) => `核实属实、以前没人说过，可以领 ${reward(pieces, item)}。`,
    due: (pieces: number, item: string) => `您可以领 ${reward(pieces, item)}。`,
    until: (day: string) => `最晚${day}。`,
    claim: '我要领',
    code: '领取码的二维码',
    given: '服务台发了以后，点这里',
    claimNote: '点了以后，这里会出来领取码，请到社区出示。不用说名字，也不用说是什么线索。',
    claimed: (pieces: number, item: string) =>
      `出示这个领取码，领 ${reward(pieces, item)}。回执请不要给人看，有了它就能看到您说的事。`,
    desk: (place: string, desk: string) => (desk ? `${place}，${desk}` : `${place}服务台`),
    handedOver: (pieces: number, item: string) => `服务台说 ${reward(pieces, item)}已经交给您了。`,
    receive: '我收到了',
    notReceived: '没有收到，请先不要点，当面问一下服务台。',
    received: (pieces: number, item: string) => `${reward(pieces, item)}您已经收到。谢谢您。`,
    expired: '领取的日子已经过了，不能再领了。',
  },
}
