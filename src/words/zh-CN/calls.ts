/** Who has called the family, and whether a caller is who they say. */
export const calls = {
  title: '谁联系过您家',
  explain: '社区工作人员用这个软件打的电话、记的上门走访，都在这里。',
  nobody: { title: '还没有人打过电话、上过门', whatToDo: '接到自称社区的电话，可以在上面核对。' },
  who: (role: string, name: string) => `${role} ${name}`,
  forReason: (reason: string) => `为了：${reason}`,
  noResult: '结果还没有记',
  check: {
    title: '核对来电',
    hint: '写来电显示的号码，看是不是负责您家的人',
    label: '来电号码',
    button: '核对',
    /** Under a number that is no telephone: staff have none like it. */
    noTelephone: '号码没写错的话，就不是负责您家的人打来的。请先挂断。',
    real: (role: string, name: string) => `是真的：${role} ${name}`,
    responsible: (place: string) => `负责${place}。`,
    calledAt: (when: string) => `${when} 给您家打过电话。`,
    notCalled: '最近一天没有用软件给您家打过电话。有疑问，请挂掉，您再打回去。',
    unknown: '没有查到这个号码',
    notHere: '不是负责您家的工作人员。请先挂断，不要急着照他说的做。',
    never: '不要转账，不要告诉别人验证码、密码，不要点他发来的链接。',
    noMoney: '社区不会要您转账，也不会问验证码。',
    callBack: '可以打电话问网格员，也可以打反诈专线 96110。',
    fraudLine: '反诈专线 96110',
    tooOften: { title: '刚才核对过好几次了', whatToDo: '请过一会儿再试。拿不准，就打电话问网格员。' },
  },
}
