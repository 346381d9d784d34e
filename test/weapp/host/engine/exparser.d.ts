/** What the host uses of WeChat's own, untyped component engine. */
declare module 'miniprogram-exparser' {
  import type { VirtualNode } from 'j-component/src/render/render'

  export interface Node {
    childNodes: Node[]
    parentNode: Node | null
    ownerShadowRoot: Node | null
    /** Inside of a component; absent on text and virtual nodes. */
    shadowRoot?: Node
    textContent?: string
    /** The rendered node this one was made from; j-component keeps it here. */
    _vt?: VirtualNode
    insertBefore(child: Node, before: Node | undefined): void
    removeChild(child: Node): void
    replaceChild(child: Node, old: Node): void
  }
  interface NodeEvent {
    readonly type: string
  }
  interface EventOptions {
    bubbles?: boolean
    composed?: boolean
    capturePhase?: boolean
    extraFields?: Record<string, unknown>
  }
  interface Engine {
    TextNode: abstract new () => Node
    Event: {
      create(type: string, detail: unknown, options: EventOptions): NodeEvent
      dispatchEvent(target: Node, event: NodeEvent): void
    }
    removeListenerFromElement(node: Node, name: string, id: unknown, options: { capture: boolean }): void
    /** The listener answers false when the engine need not print the error. */
    addGlobalErrorListener(listener: (error: Error) => false): number
    removeGlobalErrorListener(id: number): void
  }
  const engine: Engine
  export { engine as default }
}
