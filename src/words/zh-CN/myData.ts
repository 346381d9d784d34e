import type { Obstacle } from '@contract/myData'

const stays: Record<Obstacle, (until: string | null) => string> = {
  open: () => '社区还在处理，处理完再删除',
  measure: (until) => `管理措施到${until ?? ''}结束，之后删除`,
  hold: (until) => `依法作为证据保留到${until ?? ''}`,
}

/** "What is stored about me": to read, to take along, to have deleted. */
export const myData = {
  link: '我的信息',
  stored: '这里存了您的什么',
  nothing: { title: '这里没有您的信息', whatToDo: '您没有登记过，或者已经全部删除。' },
  registrations: (count: number) => `登记 ${count} 份`,
  households: (number: number, people: number) =>
    `自主报备的家 ${number} 个，家人 ${people} 位，和最近四周的报备、电话记录`,
  opened: (kind: string, day: string, place: string) => `${kind} ${day} ${place}`,
  kept: (day: string) => `保存到${day}`,
  stays,
  wanted: '您已要求删除',
  family: (people: number, pictures: number) => `家人信息 ${people} 条，图片 ${pictures} 张，和登记一起删除`,
  looks: (count: number) =>
    count > 0 ? `工作人员看过您的完整信息 ${count} 次` : '没有工作人员看过您的完整信息',
  who: '看是谁、为什么看',
  period: '保存多久',
  lift: {
    title: '疫情结束，信息将全部删除',
    body: (place: string, day: string) =>
      `${place}：您在那里的登记，${day}零点全部删除。要留一份的，请先导出。`,
  },
  take: {
    button: '导出我的信息',
    note: '导出成表格，10 分钟内可以打开或转发给自己。里面有您的姓名和号码，不要发到群里。',
    done: '表格已经生成',
    failed: '表格没有打开，请再试一次。',
    tooOften: { title: '刚才已经导出过几次', whatToDo: '请过 10 分钟再导出。' },
  },
  erase: {
    button: '删除我的信息',
    title: '删除我的信息',
    goes: (count: number) => `现在删除 ${count} 份登记，连同图片和家人信息。删除后不能恢复。`,
    goesNothing: '现在没有可以马上删除的登记。',
    households: (number: number) =>
      `这部手机不再为 ${number} 个家报备。没有其他家人手机的，一小时内连同报备一起删除。`,
    stays: '这些现在还不能删除，到时候自动删除：',
    proof: '删除后给您一个证明编号，可以随时核对。',
    send: '确定删除',
    sendWish: '到时候删除',
    sure: '删除后不能恢复，确定吗？',
    done: (count: number) => `已删除 ${count} 份登记`,
    left: (number: number) => `不再为 ${number} 个家报备`,
    noted: '已记下，到时候自动删除',
    certificate: (number: number) => `证明编号：第 ${number} 号`,
  },
}
