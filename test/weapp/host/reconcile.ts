import { isDeepStrictEqual } from 'node:util'
import diff from 'j-component/src/render/diff'
import render from 'j-component/src/render/render'
import type { Attribute, Binding, VirtualNode } from 'j-component/src/render/render'
import constant from 'j-component/src/tool/constant'
import exparser from 'miniprogram-exparser'
import type { Node } from 'miniprogram-exparser'

/**
 * Replaces j-component 1.4.10's comparison of two rendered trees. There reversing a, b, c gives c, a, b, which looks
 * like a fault of the app; and an object counts as changed with every render, because templates hand on copies.
 */
export const replaceReconciler = () => {
  diff.diffVt = reconcile
}

/** Makes the nodes of `old` show `next`. */
export const reconcile = (old: VirtualNode, next: VirtualNode): void => {
  const node = old.exparserNode
  if (kindOf(old) !== kindOf(next)) {
    node.parentNode?.replaceChild(create(next, node.parentNode), node)
    return
  }
  next.exparserNode = node
  node._vt = next
  if (next.type === constant.TYPE_TEXT) {
    if (next.content !== old.content) node.textContent = next.content
    return
  }
  const changes = changedAttributes(old.attrs, next.attrs)
  if (changes.length > 0) render.updateAttrs(node, changes)
  rebind(node, old.event, next)
  reconcileChildren(node, old.children, next.children)
}

const kindOf = ({ type, componentId, key }: VirtualNode): string => [type, componentId, key].join()

const create = (made: VirtualNode, parent: Node): Node =>
  render.renderExparserNode(made, null, parent.ownerShadowRoot ?? parent)

const changedAttributes = (old: Attribute[], next: Attribute[]): Attribute[] => {
  const before = new Map(old.map(({ name, value }) => [name, value]))
  const kept = new Set(next.map(({ name }) => name))
  const removed = old.filter(({ name }) => !kept.has(name)).map(({ name }) => ({ name, value: undefined }))
  const set = next.filter(
    ({ name, value }) => !before.has(name) || !isDeepStrictEqual(before.get(name), value),
  )
  return [...removed, ...set]
}

const rebind = (node: Node, old: Record<string, Binding>, next: VirtualNode) => {
  if (isSameBinding(old, next.event)) {
    next.event = old
    return
  }
  for (const { name, id, isCapture } of Object.values(old))
    exparser.removeListenerFromElement(node, name, id, { capture: isCapture })
  render.updateEvent(node, next.event)
}

const isSameBinding = (old: Record<string, Binding>, next: Record<string, Binding>): boolean => {
  const describe = (event: Record<string, Binding>) =>
    Object.values(event)
      .map(({ name, handler, isCapture, isCatch, isMutated }) =>
        [name, handler, isCapture, isCatch, isMutated].join(),
      )
      .sort()
      .join(';')
  return describe(old) === describe(next)
}

const reconcileChildren = (parent: Node, old: VirtualNode[], next: VirtualNode[]) => {
  const left = byKind(old)
  const nodes = next.map((child) => {
    const match = left.get(kindOf(child))?.shift()
    if (!match) return create(child, parent)
    reconcile(match, child)
    return match.exparserNode
  })
  for (const { exparserNode } of [...left.values()].flat()) parent.removeChild(exparserNode)
  nodes.forEach((node, index) => {
    const there = parent.childNodes[index]
    if (there !== node) parent.insertBefore(node, there)
  })
}

const byKind = (nodes: VirtualNode[]): Map<string, VirtualNode[]> => {
  const kinds = new Map<string, VirtualNode[]>()
  for (const node of nodes) kinds.set(kindOf(node), [...(kinds.get(kindOf(node)) ?? []), node])
  return kinds
}
