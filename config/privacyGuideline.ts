import { contract, schemaFor, type Action } from '../types/contract'
import {
  declared,
  features,
  interfacePurposes,
  keptBesides,
  notPersonal,
  type Declared,
} from '../types/contract/privacy'
import { fieldsOf, personalKinds, type PersonalKind } from '../types/contract/schemaFields'
import { consoleKinds, privateInterfaces, type ConsoleKind } from '../types/contract/wechatPrivacy'

/** What an action takes that is somebody's. */
export interface PersonalField {
  /** Name of the function. */
  feature: string
  /** As in `members.*.phone`. */
  path: string
  kind: PersonalKind
}

// Fields and what they hold do not depend on the day, which only bounds dates.
const ANY_DAY = '2026-11-22'

/** Whether somebody who is no staff may call it: what they write of their own is personal. */
const isForResidents = ({ access }: Action): boolean => {
  if (access.who !== 'machine') return access.who !== 'staff'
  const { start, events } = access.machine
  const by = access.event === start.event ? start.by : events[access.event]?.by
  return by?.some((actor) => actor === 'owner' || actor === 'teller') ?? false
}

/** What somebody writes within something that is personal as a whole is a part of that. */
function fieldsIn(action: Action): Pick<PersonalField, 'path' | 'kind'>[] {
  const fields = fieldsOf(schemaFor(action.input, ANY_DAY))
  const isWithin = (path: string) =>
    fields.some((outer) => outer.personal !== undefined && path.startsWith(`${outer.path}.`))
  return fields.flatMap(({ path, personal, written }) => {
    const isOwnWords = written && isForResidents(action) && !isWithin(path)
    const kind = personal ?? (isOwnWords ? 'words' : undefined)
    return kind ? [{ path, kind }] : []
  })
}

/** Every field of the contract that holds personal information. */
export const personalFields = (): PersonalField[] =>
  Object.entries(contract).flatMap(([feature, actions]) =>
    Object.values(actions as Record<string, Action>)
      .flatMap(fieldsIn)
      .filter(({ path }) => !Object.hasOwn(notPersonal, `${feature}.${path}`))
      .map((field) => ({ feature, ...field })),
  )

const nameOf = ({ console: kind, label }: Declared): string =>
  kind ? `${consoleKinds[kind]} \`${kind}\`` : `（自行添加）${label}`

/** WeChat takes each kind once: purposes of one kind stand in one sentence. */
function consoleRows(): string[] {
  const rows = new Map<string, string[]>()
  const add = (name: string, purpose: string) => rows.set(name, [...(rows.get(name) ?? []), purpose])
  for (const one of [...Object.values(declared), ...Object.values(keptBesides)]) add(nameOf(one), one.purpose)
  for (const [name, purpose] of Object.entries(interfacePurposes)) {
    const kind = privateInterfaces[name] as ConsoleKind
    add(`${consoleKinds[kind]} \`${kind}\``, purpose)
  }
  return [...rows].map(([name, purposes]) => `| ${name} | ${purposes.join('；')} |`)
}

const interfacesOf = (kind: ConsoleKind | null): string[] =>
  Object.keys(interfacePurposes).filter((name) => kind !== null && privateInterfaces[name] === kind)

/** Where it is asked for and how long it stays, a line for each function. */
const placesOf = (kind: PersonalKind, fields: readonly PersonalField[]): string[] => {
  const own = fields.filter((field) => field.kind === kind)
  return [...new Set(own.map(({ feature }) => feature))].map((feature) => {
    const { label, kept } = features[feature as keyof typeof features] ?? { label: feature, kept: '?' }
    const paths = new Set(own.filter((field) => field.feature === feature).map(({ path }) => path))
    return `  - ${label}：${kept}（${[...paths].map((path) => `\`${path}\``).join(' ')}）`
  })
}

const chapterOf = (kind: PersonalKind, fields: readonly PersonalField[]): string => {
  const { label, purpose, readers, console: consoleKind } = declared[kind]
  const interfaces = interfacesOf(consoleKind).map((name) => `\`${name}\``)
  return [
    `### ${label}`,
    '',
    `- 为了：${purpose}`,
    `- 谁看：${readers}`,
    ...(interfaces.length > 0 ? [`- 用到的微信接口：${interfaces.join(' ')}`] : []),
    '- 在哪里问，保存多久：',
    ...placesOf(kind, fields),
  ].join('\n')
}

const besides = Object.values(keptBesides).map(({ label, purpose, readers, kept }) =>
  [`### ${label}`, '', `- 为了：${purpose}`, `- 谁看：${readers}`, `- 保存：${kept}`].join('\n'),
)

/** docs/privacy.md: what residents may read, and what goes into WeChat's console. Made of the contract alone. */
export function privacyGuideline(): string {
  const fields = personalFields()
  return `${[
    '# 我们用您的哪些信息',
    '<!-- 由 npm run privacy 从 types/contract 生成，请勿手改。 -->',
    '守望只在您办事时问需要的信息，不定位，不读通讯录，不录音，不跟踪。下面每一项都写明为了什么、谁看、保存多久；括号里是程序里的字段名，供核对。',
    '## 填到微信公众平台',
    '“设置 → 服务内容声明 → 用户隐私保护指引”里，逐项照抄。没有列出的不要勾选；少勾一项，用到它的功能会直接失败。',
    ['| 信息类型 | 为了 |', '|---|---|', ...consoleRows()].join('\n'),
    '## 每一种信息',
    ...personalKinds.map((kind) => chapterOf(kind, fields)),
    ...besides,
    '## 您可以做什么',
    [
      '- 在首页点“我的信息”：看存了什么，全部带走（表格），或者删除。',
      '- 在自己的登记里看谁看过原文、为什么看。',
      '- 微信问您是否同意时可以不同意：照片可以不带，手机号可以自己输入，回执可以用笔记。您同意没有，只有微信记着，我们不存。',
      '- 提供线索不用名字；线索里不存您是谁。',
      '- 到期由程序自动删除，每一批都有销毁证明，人人可查。',
    ].join('\n'),
  ].join('\n\n')}\n`
}
