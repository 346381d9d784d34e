import type { PostDeed, PostHistoryEntry } from '@contract/staff'

const list = {
  search: '按姓名找',
  empty: '这里还没有工作人员',
  emptyHint: '点下面的“邀请同事”，请他加入。',
  nobodyFound: '没有叫这个名字的人',
  nobodyFoundHint: '可以换个写法，或者换个地方再找。',
  suspended: '已停用',
  post: (role: string, place: string) => `${role} · ${place}`,
  appointedBy: (who: string) => `${who}邀请`,
  open: (name: string) => `打开${name}的岗位`,
  count: (count: number) => `共 ${count} 个岗位`,
  tooMany: (count: number) => `只列出前 ${count} 个。请在上面选一个更小的地方，或者按姓名找。`,
  more: (left: number) => `再看 ${left} 个`,
  invite: '邀请同事',
}

const invitations = {
  title: '还没接受的邀请',
  line: (role: string, place: string) => `${place} ${role}`,
  by: (name: string, until: string) => `${name}邀请，${until}前有效`,
  revoke: '撤回',
  revokeOf: (role: string) => `撤回${role}的邀请`,
  revoked: '已撤回',
  gone: '已经被接受或过期了',
}

const invite = {
  role: '请他做什么',
  place: '在哪里',
  choosePlace: (level: string) => `请选到${level}`,
  nobody: '您的岗位不能邀请别人。需要时请联系您的上级。',
  send: (place: string, role: string) => `邀请${place}的${role}`,
  sendWithout: '生成邀请',
  done: '让他用微信扫这个码',
  doneFor: (place: string, role: string) => `加入${place}，做${role}`,
  rules: (until: string) =>
    `${until}前有效，只能用一次：谁先接受就是谁。请当面给他扫，或者只发给他本人，不要发到群里。`,
  notAgain: '离开这一页后不能再看到这个码。没有用上的话，在“还没接受的邀请”里撤回，再邀请一次。',
  picture: (role: string) => `邀请${role}的二维码`,
  share: '在微信里转发给他',
  copy: '复制邀请码',
  copied: '已复制',
  notCopied: '没有复制成功，请让他直接扫码',
  /** What is pasted into a chat. */
  message: (place: string, role: string, code: string) =>
    `请您加入${place}，做${role}。打开“守望”小程序，在首页最下面点“我有邀请码”，粘贴：${code}`,
  shareTitle: (place: string, role: string) => `请您加入${place}，做${role}`,
  another: '再邀请一位',
}

const deed: Record<PostDeed, string> = {
  suspend: '停用',
  resume: '恢复',
  move: '调岗',
  handOver: '交接工作',
}

const spoken = {
  suspend: {
    title: '停用这个岗位',
    hint: '马上生效：他不能再看和处理这里的任何事项，也不再收到消息。交给他的事项退回给负责这里的同事；要指定接手的人，请先点“交接工作”。',
    label: '原因',
    presets: ['离职', '调离', '长期请假', '手机遗失'],
    send: '确定停用',
    done: '已停用',
  },
  resume: {
    title: '恢复这个岗位',
    hint: '马上生效。已经退回或交接的事项和职责不会自动回来。',
    label: '原因',
    presets: ['假期结束', '重新到岗', '误停用'],
    send: '确定恢复',
    done: '已恢复',
  },
}

const happened: Record<PostHistoryEntry['event'], (it: PostHistoryEntry['detail'], who: string) => string> = {
  join: (_, who) => `接受了${who}的邀请，加入`,
  suspend: (_, who) => `${who}停用了这个岗位`,
  resume: (_, who) => `${who}恢复了这个岗位`,
  move: ({ place = '' }, who) => `${who}把他调到${place}`,
  handOver: ({ colleague = '', cases = 0 }, who) => `${who}把 ${cases} 件事项交接给${colleague}`,
  takeOver: ({ colleague = '', cases = 0 }, who) => `${who}让他接手${colleague}的 ${cases} 件事项`,
}

const person = {
  openWork: (count: number) => (count > 0 ? `手上有 ${count} 件要办的事项` : '手上没有要办的事项'),
  joined: (moment: string, who: string | null) => (who ? `${moment}，由${who}邀请加入` : `${moment} 加入`),
  suspended: (who: string, moment: string) => `${moment}，${who}停用了这个岗位`,
  suspendedWhat: '现在他不能看，也不能处理这里的任何事项。',
  history: '经过',
  noHistory: '加入以后没有变动。',
  noDeeds: '这个岗位不归您管理，只能查看。',
}

const move = {
  title: '调岗',
  hint: '岗位不变，换一个地方。不在新地方的事项和职责退回给原来地方的同事。',
  to: '调到哪里',
  choose: (level: string) => `请选到${level}`,
  send: (place: string) => `调到${place}`,
  sendWithout: '确定调岗',
  done: '已调岗',
}

const handOver = {
  title: '交接工作',
  hint: (count: number) =>
    count > 0
      ? `${count} 件要办的事项和他的所有职责，一次交给接手的同事。`
      : '他手上没有要办的事项。他的职责会交给接手的同事。',
  to: '谁来接手',
  nobody: '没有能接手的同事',
  nobodyHint: '请先邀请一位管同一个地方的同事。',
  send: (name: string) => `全部交给${name}`,
  sendWithout: '全部交接',
  left: (count: number) => `正在交接，还剩 ${count} 件`,
  stopped: (left: number) => `还剩 ${left} 件没有交接，再点一次就接着办。`,
  done: '已交接',
}

/** Where staff are looked after. */
export const people = {
  list,
  invitations,
  invite,
  deed,
  spoken,
  happened,
  person,
  move,
  handOver,
}
