import path from 'node:path'
import type { Components, Rendered } from './components'

/** A page that is open: shown, or below or beside the one that is. */
export interface OpenPage extends Rendered {
  route: string
  /** As it stands in the url: WeChat decodes nothing. */
  query: Record<string, string>
}

/** What of app.json the pages depend on. */
export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}

/** Every page of a mini-program, as in `pages/home/index`. */
export const routesOf = ({ pages, subPackages = [] }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => path.posix.join(part.root, page))),
]

type Address = Pick<OpenPage, 'route' | 'query'>

type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload'

/** WeChat keeps ten pages at most. */
const deepest = 10

/**
 * The pages that are open. Each way of going answers why it is refused, in WeChat's words, or undefined. A page that is left
 * for good is unloaded before the next is loaded, as in WeChat: Taro takes the root away from whatever was loaded last.
 */
export class PageStack {
  private readonly routes: Set<string>
  private readonly tabRoutes: Set<string>
  /** Tab pages that were shown once; they stay alive while another tab is shown. */
  private readonly tabs = new Map<string, OpenPage>()
  private stack: OpenPage[] = []

  constructor(
    app: AppJson,
    private readonly components: Components,
  ) {
    this.routes = new Set(routesOf(app))
    this.tabRoutes = new Set(app.tabBar?.list.map(({ pagePath }) => pagePath))
  }

  /** Lowest first, as `getCurrentPages` gives them. */
  open(): OpenPage[] {
    return [...this.stack]
  }

  top(): OpenPage | undefined {
    return this.stack.at(-1)
  }

  navigateTo(url: string): string | undefined {
    const refusal = this.refusal(url, 'page')
    if (refusal !== undefined) return refusal
    if (this.stack.length >= deepest) return 'webview count limit exceed'
    this.tell(this.top(), 'onHide')
    this.push(this.read(url))
    return undefined
  }

  redirectTo(url: string): string | undefined {
    const refusal = this.refusal(url, 'page')
    if (refusal !== undefined) return refusal
    const address = this.read(url)
    const leaving = this.top()
    if (leaving) this.unload(leaving)
    this.push(address)
    return undefined
  }

  reLaunch(url: string): string | undefined {
    const address = this.read(url)
    if (!this.routes.has(address.route)) return notFound(address.route)
    this.close()
    this.push(address)
    return undefined
  }

  switchTab(url: string): string | undefined {
    const refusal = this.refusal(url, 'tab')
    if (refusal !== undefined) return refusal
    const { route } = this.read(url)
    const kept = this.tabs.get(route)
    if (kept && kept === this.top()) return undefined
    this.tell(this.top(), 'onHide')
    const leaving = this.open().filter((page) => !this.tabRoutes.has(page.route))
    leaving.reverse().forEach((page) => this.unload(page))
    this.stack = kept ? [kept] : []
    if (kept) this.tell(kept, 'onShow')
    else this.push(this.read(`/${route}`))
    return undefined
  }

  navigateBack(delta = 1): string | undefined {
    if (this.stack.length < 2) return 'cannot navigate back at first page.'
    this.stack
      .slice(Math.max(1, this.stack.length - delta))
      .reverse()
      .forEach((page) => this.unload(page))
    this.tell(this.top(), 'onShow')
    return undefined
  }

  close(): void {
    for (const page of [...this.tabs.values(), ...this.stack].reverse()) this.unload(page)
  }

  private push({ route, query }: Address) {
    const rendered = this.components.createPage(route)
    Object.assign(rendered.instance, { route, __route__: route, options: query })
    const page = { ...rendered, route, query }
    this.stack.push(page)
    if (this.tabRoutes.has(route)) this.tabs.set(route, page)
    page.attach()
    this.tell(page, 'onLoad', query)
    this.tell(page, 'onShow')
    this.tell(page, 'onReady')
  }

  private unload(page: OpenPage) {
    if (!this.stack.includes(page) && this.tabs.get(page.route) !== page) return
    this.stack = this.stack.filter((open) => open !== page)
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route)
    this.tell(page, 'onUnload')
    page.detach()
  }

  private tell(page: OpenPage | undefined, lifecycle: Lifecycle, argument?: unknown) {
    const method = page?.instance[lifecycle]
    if (typeof method === 'function') (method as (argument?: unknown) => void).call(page?.instance, argument)
  }

  private refusal(url: string, to: 'page' | 'tab'): string | undefined {
    const { route } = this.read(url)
    if (!this.routes.has(route)) return notFound(route)
    if (to === 'page' && this.tabRoutes.has(route)) return 'can not navigateTo a tabbar page'
    if (to === 'tab' && !this.tabRoutes.has(route)) return 'can not switch to no-tabBar page'
    return undefined
  }

  /** An address without a leading slash is relative to the page that is shown. */
  private read(url: string): Address {
    const [address = '', search = ''] = url.split(/\?(.*)/s, 2)
    const folder = path.posix.join('/', path.posix.dirname(this.top()?.route ?? ''))
    const pairs = search.split('&').filter((pair) => pair !== '')
    const query = Object.fromEntries(
      pairs.map((pair): [string, string] => {
        const [name = '', value = ''] = pair.split(/=(.*)/s, 2)
        return [name, value]
      }),
    )
    return { route: path.posix.resolve(folder, address).slice(1), query }
  }
}

const notFound = (route: string) => `page "${route}" is not found`
