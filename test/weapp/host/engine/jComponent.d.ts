/** What the host uses, and replaces, of j-component's inside. */
declare module 'j-component/src/render/render' {
  import type { Node } from 'miniprogram-exparser'

  export interface Attribute {
    name: string
    value: unknown
  }
  export interface Binding {
    name: string
    isCapture: boolean
    isMutated: boolean
    isCatch: boolean
    handler: string
    id?: unknown
  }
  export interface VirtualNode {
    type: number
    tagName: string
    componentId: string
    content: string
    key?: string
    children: VirtualNode[]
    attrs: Attribute[]
    event: Record<string, Binding>
    exparserNode: Node
  }
  const render: {
    renderExparserNode(made: VirtualNode, host: null, shadowRoot: Node | null): Node
    updateAttrs(node: Node, attrs: Attribute[]): void
    updateEvent(node: Node, event: Record<string, Binding>): void
  }
  export { render as default }
}

declare module 'j-component/src/render/diff' {
  import type { VirtualNode } from 'j-component/src/render/render'

  const diff: { diffVt(old: VirtualNode, next: VirtualNode): void }
  export { diff as default }
}

declare module 'j-component/src/tool/constant' {
  const constant: { TYPE_TEXT: number }
  export { constant as default }
}
