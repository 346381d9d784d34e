import {
  parse,
  type AnyNode,
  type CallExpression,
  type Identifier,
  type NewExpression,
  type Program,
} from 'acorn'
import { analyze } from 'eslint-scope'

/**
 * The JavaScript that every phone takes: babel-preset-taro compiles for iOS 9 and Android 5. WeChat fills up what
 * functions are missing, but cannot teach an old phone syntax.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 */
const syntax = 5

/** Something in a compiled file that WeChat, or an old phone, does not have. */
export interface Finding {
  /** What is used: `crypto`, `new Function`, `.at()`. */
  name: string
  /** The text around it. */
  where: string
}

/** What a file of the output can count on. */
const known = new Set([
  // WeChat's base library; `globalThis` is filled up by it from 2.16.1 on.
  ...[
    'wx',
    'App',
    'Page',
    'Component',
    'getApp',
    'getCurrentPages',
    'require',
    'requirePlugin',
    'globalThis',
  ],
  ...['console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  // The language, as core-js gives it to old phones.
  ...['Array', 'ArrayBuffer', 'Boolean', 'DataView', 'Date', 'Error', 'JSON', 'Map', 'Math', 'Number'],
  ...['Object', 'Promise', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol'],
  ...['TypeError', 'Uint8Array', 'WeakMap', 'WeakSet', 'NaN', 'isNaN', 'parseInt', 'parseFloat'],
  ...['decodeURIComponent', 'encodeURIComponent', 'encodeURI', 'undefined', 'arguments'],
])

/**
 * Later than what WeChat's base library fills up, which is ES2021 from 2.16.1 on:
 * https://github.com/wechat-miniprogram/miniprogram-compat/blob/master/data/polyfill.json
 */
const laterMethods = new Set([
  ...[
    'at',
    'findLast',
    'findLastIndex',
    'toSorted',
    'toReversed',
    'toSpliced',
    'isWellFormed',
    'toWellFormed',
  ],
  ...['hasOwn', 'groupBy', 'withResolvers', 'fromAsync', 'structuredClone'],
])

type Parents = Map<AnyNode, AnyNode>

const childrenOf = (node: AnyNode): AnyNode[] =>
  Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof (value as AnyNode | null)?.type === 'string')

const parentsIn = (program: Program): Parents => {
  const parents: Parents = new Map()
  const open: AnyNode[] = [program]
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of childrenOf(node)) {
      parents.set(child, node)
      open.push(child)
    }
  }
  return parents
}

const asksTypeOf = (node: AnyNode, name: string): boolean =>
  (node.type === 'UnaryExpression' &&
    node.operator === 'typeof' &&
    node.argument.type === 'Identifier' &&
    node.argument.name === name) ||
  childrenOf(node).some((child) => asksTypeOf(child, name))

/** Whether what stands there is only reached where the name is known, or does no harm where it is not. */
const isGuarded = (identifier: AnyNode, name: string, parents: Parents): boolean => {
  let isCalledLater = false
  for (let node = identifier, above = parents.get(node); above; node = above, above = parents.get(node)) {
    if (isGuard(above, node, name)) return true
    if (above.type === 'TryStatement' && above.block === node && above.handler && !isCalledLater) return true
    isCalledLater ||= /Function/.test(above.type)
  }
  return false
}

/** `typeof a`, `typeof a … && a`, `typeof a … ? a : b`, `if (typeof a …) a`. */
const isGuard = (above: AnyNode, node: AnyNode, name: string): boolean => {
  if (above.type === 'UnaryExpression') return above.operator === 'typeof'
  if (above.type === 'LogicalExpression') return above.right === node && asksTypeOf(above.left, name)
  const isChoice = above.type === 'ConditionalExpression' || above.type === 'IfStatement'
  return isChoice && above.test !== node && asksTypeOf(above.test, name)
}

const isCall = (node: AnyNode): node is CallExpression | NewExpression =>
  node.type === 'CallExpression' || node.type === 'NewExpression'

/** What makes code of text, and methods that came too late. */
const calledIn = (node: CallExpression | NewExpression): string | undefined => {
  const { callee } = node
  if (callee.type === 'Identifier' && (callee.name === 'Function' || callee.name === 'eval'))
    return `${node.type === 'NewExpression' ? 'new ' : ''}${callee.name}`
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined
  return !callee.computed && laterMethods.has(callee.property.name) ? `.${callee.property.name}()` : undefined
}

/** A program that old phones can read; else what they stumble over first. */
const read = (code: string): Program | Finding => {
  try {
    return parse(code, { ecmaVersion: syntax, ranges: true })
  } catch (cause) {
    const { message, pos } = cause as SyntaxError & { pos: number }
    return { name: `newer syntax (${message})`, where: around(code, pos, pos) }
  }
}

const around = (code: string, start: number, end: number): string =>
  code.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, ' ')

/** What a compiled file uses that is not everywhere. */
export function findingsIn(code: string): Finding[] {
  const program = read(code)
  if ('name' in program) return [program]
  const parents = parentsIn(program)
  const at = ({ start, end }: AnyNode, name: string): Finding => ({ name, where: around(code, start, end) })
  const globals = analyze(program as never, { ecmaVersion: 6 }).globalScope?.through ?? []
  const unknown = globals
    .map(({ identifier }) => identifier as unknown as Identifier)
    .filter(({ name }) => !known.has(name) && name !== 'Function')
    .filter((identifier) => !isGuarded(identifier, identifier.name, parents))
    .map((identifier) => at(identifier, identifier.name))
  const called = [...parents.keys()].filter(isCall).flatMap((node) => {
    const name = calledIn(node)
    return name === undefined ? [] : [at(node, name)]
  })
  return [...unknown, ...called]
}
