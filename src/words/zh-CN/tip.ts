import type { DayPart, NoReward } from '@contract/letterbox'

const reward = (pieces: number, item: string) => `${pieces} 个${item}`

/** Telling of something, and the receipt for it. */
export const tip = {
  tell: {
    promise: '不用写名字。没有人知道是您说的，社区也查不到。',
    careful: '照片和文字里，别出现您自己和您的家。',
    emergency: '紧急危险请打',
    or: '或',
    where: {
      label: '在哪里',
      hint: '选到小区就可以，能选到楼栋更好',
      notFound: '没有找到？请选最接近的一个，在下面写清楚。',
      detail: '具体位置',
      detailPlaceholder: '例如 3 号楼门口',
    },
    kind: { label: '是什么情况', first: '先选好地方，这里再列出可以说的事。' },
    seen: {
      label: '什么时候看到的',
      choice: { now: '刚才', earlier: '今天早些时候', yesterday: '昨天', day: '选日期' },
      day: '哪一天',
      part: '大概几点',
      parts: {
        night: '半夜',
        morning: '上午',
        noon: '中午',
        afternoon: '下午',
        evening: '晚上',
      } satisfies Record<DayPart, string>,
    },
    words: {
      label: '看到了什么',
      hint: '只写看到的事，不写猜的',
      placeholder: '例如：外地车牌的白色轿车停了两天，有人从车上搬行李上楼',
    },
    plate: { label: '车牌', placeholder: '例如 川A12345' },
    pictures: { label: '照片', explain: '照片里带的时间和位置会自动去掉。照片拍到什么，网格员就看到什么。' },
    reward: {
      label: '奖励',
      offer: (pieces: number, item: string) =>
        `核实属实、以前没人说过，凭回执可以领 ${reward(pieces, item)}，也不用说名字。自己家的事没有奖励。`,
      none: '不要奖励',
    },
    send: '发送线索',
    picturesFailed: (count: number) => `有 ${count} 张照片没有传上去。可以再传一次，也可以不带它们发送。`,
    taken: {
      title: '这条线索已经送到了',
      whatToDo:
        '送到的不能再改，下面是送到时的样子。再点一次“发送线索”，就能拿到回执；要改的，拿到回执以后再补充。',
    },
    takenBefore: {
      title: '这条线索已经送到了',
      whatToDo: '送到的不能再改。要说另一件事，请点上面的“重新开始”。',
    },
    tooOften: {
      title: '今天说得有点多了',
      whatToDo: '一个人一天最多说 5 条。请明天再说；等不了的事，请打电话给社区。',
    },
  },
  receipt: {
    title: '收下了。这是您的回执',
    only: '只有这 16 位数字能查到这条线索。丢了谁也找不回来，社区也没有。',
    once: '只显示这一次，请现在记下。',
    picture: '回执的二维码',
    copy: '复制',
    copied: '已经复制，请粘贴到只有您看得到的地方',
    notCopied: '没有复制成功，请用笔记下',
    save: '保存成图片',
    saved: '已经保存',
    notSaved: '没有保存成功，请用笔记下，或者截一张图。',
    notAgreed: '您没有同意，没有存进相册。请用笔记下，或者截一张图。',
    notAllowed: '微信没有存照片的权限。请打开权限，再点一次保存。',
    openSetting: '去打开权限',
    keep: '记在这部手机上',
    keepExplain: '默认不记。记了，用这部手机的人都能看到；和别人合用手机，请不要记。',
    notKept: '手机存满了，没有记下。请用笔记下。',
    next: {
      title: '接下来',
      sent: '大约十分钟后送到网格员手里。网格员看得到您写的事，看不到您是谁。',
      look: '明天拿回执来看看进展，网格员可能有问题要问您。',
      reward: (pieces: number, item: string) =>
        `核实属实、以前没人说过，这里会告诉您怎么领 ${reward(pieces, item)}。自己家的事没有奖励。`,
      noReward: {
        declined: '您选了不要奖励。',
        onDuty: '您在这里值班，这条线索没有奖励。',
      } satisfies Record<NoReward, string>,
    },
    done: '记下了，回首页',
    sure: {
      title: '记下了吗？',
      body: '离开以后，这 16 位数字不会再显示。',
      yes: '记下了',
      no: '还没有',
    },
    gone: {
      title: '回执只显示一次',
      whatToDo: '记下了 16 位数字，就能查看进展。',
      follow: '输入回执',
    },
  },
  mine: {
    explain: '下面的回执只记在这部手机上，用这部手机的人都能看到。',
    since: (day: string) => `${day}记下`,
    open: '查看进展',
    forget: '从这部手机上删掉',
    wipe: '全部删掉',
    begun: '这部手机上有一条没发出去的线索。点“提供线索”可以接着写。',
    sure: {
      title: '从手机上删掉',
      body: '只从手机上删，发出去的线索不受影响。以后要凭您记下的 16 位数字查看，没有记就再也查不到。',
    },
    empty: {
      title: '这部手机上没有记回执',
      whatToDo: '收到回执时选“记在这部手机上”，才会列在这里。',
    },
    enter: '输入回执，查看进展',
    tell: '提供线索',
  },
}
