import { fieldLimits, kindOf, type FieldName } from '@contract/messageFields'
import { templates } from '@contract/messages'
import { acts, day, monthUnder, office, peak, plans, timers, type Act } from './costs'

type Row = (string | number)[]

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** Formatted as prettier would, which sees Chinese as two columns wide. */
const table = (head: string[], rows: Row[]): string => {
  const lines = [head, ...rows].map((cells) => cells.map(String))
  const widthOf = (text: string): number => text.length + (text.match(/[\u1100-\uffff]/g)?.length ?? 0)
  const widths = head.map((_, n) => Math.max(3, ...lines.map((cells) => widthOf(cells[n] ?? ''))))
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, n) => cell + ' '.repeat((widths[n] ?? 0) - widthOf(cell))).join(' | ')} |`
  const [first = [], ...others] = lines
  return [
    line(first),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...others.map(line),
  ].join('\n')
}

/** The templates to choose in WeChat's console. */
function templateTable(): string {
  const rows = Object.values(templates).flatMap(({ title, environment, fields }) =>
    Object.entries<string>(fields).map(([name, meaning], n): Row => {
      const kind = kindOf(name as FieldName)
      return [
        n === 0 ? title : '',
        n === 0 ? `\`${environment}\`` : '',
        meaning,
        `${kind}（${fieldLimits[kind].takes}）`,
      ]
    }),
  )
  return table(['模板', '模板 ID 填到', '字段', '类型'], rows)
}

function actTable(): string {
  const rows = Object.values<Act>(acts).map(({ what, because, times, calls, requests }): Row => [
    what,
    because,
    number(times),
    `${calls} × ${number(times)} = ${number(times * calls)}`,
    `${requests} × ${number(times)} = ${number(times * requests)}`,
  ])
  const idle: Row = [
    '定时器（没事可做时）',
    '每分钟、每十分钟、每小时各几个',
    '一整天',
    number(timers.calls),
    number(timers.requests),
  ]
  const all: Row = [
    '合计',
    `${number(office.people)} 人，${number(office.households)} 户`,
    '',
    number(day.calls),
    number(day.requests),
  ]
  return table(['做什么', '为什么这么多', '一天几次', '云函数调用', '数据库请求'], [...rows, idle, all])
}

const planTable = (): string =>
  table(
    ['套餐', '月价（元）', '含调用次数', '三十天共需（元）'],
    plans.map((plan) => [plan.name, plan.price, number(plan.calls), number(monthUnder(plan))]),
  )

const peakTable = (): string =>
  table(
    ['每秒', '平均', '按五倍留余量'],
    [
      ['报备的户数', number(peak.families, 1), number(5 * peak.families, 1)],
      ['云函数调用', number(peak.calls, 1), number(5 * peak.calls, 1)],
      ['数据库请求', number(peak.requests, 1), number(5 * peak.requests, 1)],
    ],
  )

const tables: Record<string, () => string> = {
  templates: templateTable,
  acts: actTable,
  plans: planTable,
  peak: peakTable,
}

/** docs/operations.md with its tables made anew, each between its two marks. */
export const withTables = (text: string): string =>
  text.replace(
    /(<!-- table: (\w+) -->\n)[^]*?(<!-- end of table -->)/g,
    (whole, begin: string, name: string, end: string) => {
      const made = tables[name]
      return made ? `${begin}\n${made()}\n\n${end}` : whole
    },
  )
