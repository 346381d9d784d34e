import type { FieldName } from './messageFields'
import type { ReturneeEvent } from './returnee'

interface Template {
  title: string
  /** The variable that holds the id which the console gives the template. */
  environment: string
  /** What each field means, as the console calls it; what a field takes stands in messageFields.ts. */
  fields: Partial<Record<FieldName, string>>
}

/**
 * The subscribe messages that are sent, as chosen from WeChat's public templates (docs/operations.md). The id of a template
 * comes from the environment, under the same name for a function that runs and for the build of the mini-program.
 */
export const templates = {
  caseProgress: {
    title: '登记进度通知',
    environment: 'SHOUWANG_TEMPLATE_CASE_PROGRESS',
    fields: { thing1: '登记事项', phrase2: '当前进度', thing3: '接下来', time4: '时间' },
  },
  todoArrived: {
    title: '待办提醒',
    environment: 'SHOUWANG_TEMPLATE_TODO_ARRIVED',
    fields: { thing1: '待办事项', thing2: '地点', phrase3: '情况', time4: '办理期限' },
  },
  dailyReminder: {
    title: '每日填报提醒',
    environment: 'SHOUWANG_TEMPLATE_DAILY_REMINDER',
    fields: { thing1: '填报事项', thing2: '住户', thing3: '接下来', time4: '提醒时间' },
  },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates

/** WeChat asks for no more in one tap. */
export type AtMostThree = [TemplateName, TemplateName?, TemplateName?]
export type TemplateFields<Name extends TemplateName> = Record<
  keyof (typeof templates)[Name]['fields'],
  string
>

/** The id of a template: what the environment names, else its own name, which is what the local cloud knows it by. */
export const templateIdOf = (name: TemplateName, environment: Record<string, string | undefined>): string =>
  environment[templates[name].environment] || name

export const returneeTitle = '返乡登记'

/** What a resident is told when staff have acted on a registration; other events are not worth a message. */
export const progressMessages: Partial<Record<ReturneeEvent, { phrase: string; thing: string }>> = {
  ask: { phrase: '待补充', thing: '社区有一个问题，请您回答' },
  accept: { phrase: '已核实', thing: '请查看从今天起要做什么' },
  adopt: { phrase: '已核实', thing: '请查看从今天起要做什么' },
  keep: { phrase: '维持不变', thing: '按原来的安排做，请查看原因' },
  reexpect: { phrase: '预计有变', thing: '名单或政策有变化，请查看' },
  reassess: { phrase: '名单有变', thing: '社区会尽快确认，请查看原因' },
  reject: { phrase: '未通过', thing: '请查看原因，可重新登记' },
  revise: { phrase: '已调整', thing: '请查看新的措施和日期' },
  confirm: { phrase: '已调整', thing: '请查看新的措施、日期和原因' },
  uphold: { phrase: '申诉已答复', thing: '维持原来的决定，请查看原因' },
  grant: { phrase: '申诉成立', thing: '请查看新的措施和日期' },
  withdraw: { phrase: '已撤回', thing: '社区按您的要求撤回了登记' },
}

/** What a member of staff is told when a registration needs them. */
export const todoMessages: Partial<Record<ReturneeEvent | 'register', string>> = {
  register: '新登记',
  amend: '已修改',
  answer: '已回答',
  reassign: '转给您',
  tighten: '待您确认',
  appeal: '有人申诉',
  reassess: '名单有变',
}

/** What the officer above is told when somebody has looked at more than is usual. */
export const lookAlertMessage = { title: '同事查看居民信息过多', phrase: '请核实' }

/** What a colleague is told who takes over all that somebody had in hand. */
export const handedOverThing = (cases: number): string => `接手同事的 ${cases} 件事项`

/** What a grid worker is told, once, when a new list or policy concerns what was decided about residents of the grid. */
export const reassessedMessage = {
  title: (cases: number) => `${cases} 条登记要重新确认`,
  phrase: { riskList: '名单有变', policy: '政策有变' },
} as const

/** What a resident is reminded of on the day itself. */
export const reminderMessages = {
  test: { phrase: '今天检测', thing: '今天要做核酸检测' },
  last: { phrase: '最后一天', thing: '今天是最后一天，请坚持' },
  testAndLast: { phrase: '最后一天', thing: '今天做核酸检测，也是最后一天' },
} as const

/** What staff are told of somebody who is unwell, and their family when it has been dealt with. */
export const healthAlertMessages = {
  title: '健康异常',
  phrase: {
    raise: '请尽快查看',
    emergency: '情况紧急',
    worsen: '情况加重',
    escalate: '还没人看',
    reassign: '转给您',
  },
  closed: { phrase: '已处理', thing: '社区已处理，请查看结果' },
} as const

/** What staff are told of tips. */
export const tipMessages = {
  title: '线索',
  fresh: (tips: number) => (tips === 1 ? '新线索' : `${tips} 条新线索`),
  several: (tips: number) => (tips === 1 ? '线索' : `${tips} 条线索`),
  phrase: {
    tell: '请去核实',
    add: '有补充',
    dispatch: '请去核实',
    reopen: '请再核实',
    escalate: '还没人看',
    suspect: '请您判断',
    accuse: '待您确认',
    appeal: '有人申诉',
    reassign: '转给您',
  },
} as const

/** What a family is reminded of at its hour, while it has not reported. */
export const dailyReminderMessage = {
  title: '每日健康报备',
  thing: '今天还没有报，点开一次报完全家',
} as const
