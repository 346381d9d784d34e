import exparser from 'miniprogram-exparser'
import type { Node } from 'miniprogram-exparser'

/** An element of a page as it is shown: what is hidden is not there. */
export interface Element {
  /** As in WXML: `view`, `text`, `button`. */
  tag: string
  /** By their names in camel case, as the compiler writes them. */
  attributes: Record<string, unknown>
  /** Names of the events something listens to, here. */
  listens: Set<string>
  node: Node
  parent: Element | undefined
  children: (Element | string)[]
}

/** Reads what a page shows. */
export const readView = (page: Node): Element => {
  const root: Element = {
    tag: 'page',
    attributes: {},
    listens: new Set(),
    node: page,
    parent: undefined,
    children: [],
  }
  addContent(page, root)
  return root
}

/** Own content, for a component that is made of others; else what the page put into it. */
const addContent = (node: Node, into: Element) => {
  for (const child of node.shadowRoot?.childNodes ?? []) addNode(child, into)
  for (const child of node.childNodes) addNode(child, into)
}

const addNode = (node: Node, into: Element) => {
  const isText: boolean = node instanceof exparser.TextNode
  if (isText) {
    into.children.push(node.textContent ?? '')
    return
  }
  const made = node._vt
  const isBuiltIn = made !== undefined && node.shadowRoot !== undefined && !isMadeOfOthers(node)
  if (!made || !isBuiltIn) {
    addContent(node, into)
    return
  }
  const attributes = Object.fromEntries(made.attrs.map(({ name, value }) => [name, value]))
  if (isHidden({ attributes })) return
  const listens = new Set(Object.values(made.event).map(({ name }) => name))
  const element: Element = { tag: made.tagName, attributes, listens, node, parent: into, children: [] }
  into.children.push(element)
  addContent(node, element)
}

/** WeChat's own elements have nothing inside but a slot. */
const isMadeOfOthers = ({ shadowRoot }: Node): boolean =>
  shadowRoot?.childNodes.some((child) => child._vt?.tagName !== 'slot') ?? false

/** An attribute as text; '' where there is none. */
export const attributeOf = ({ attributes }: Pick<Element, 'attributes'>, name: string): string => {
  const value = attributes[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Styles come from WXSS too, which jest does not know; only what an element itself says is seen. */
const isHidden = (element: Pick<Element, 'attributes'>): boolean =>
  Boolean(element.attributes.hidden) ||
  /display:\s*none|visibility:\s*hidden/.test(attributeOf(element, 'style'))

/** The element and all below it, in the order of reading. */
export const elementsOf = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
]

/** The element and all above it, nearest first. */
export const lineageOf = (element: Element): Element[] => [
  element,
  ...(element.parent ? lineageOf(element.parent) : []),
]

const inline = new Set(['text', 'label', 'radio', 'checkbox'])

/** The text a person reads: a line for each block. */
export const textOf = (element: Element): string =>
  flow(element)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

const flow = ({ tag, children }: Element): string => {
  const text = children.map((child) => (typeof child === 'string' ? child : flow(child))).join('')
  return inline.has(tag) ? text : `\n${text}\n`
}
