import { findControl, findTappable, tappableNames } from './find'
import { blur, choose, focus, input, openButton, tap, valueOf } from './gestures'
import type { Hand } from './hand'
import type { OpenPage, PageStack } from './pageStack'
import { unsaidIn } from './unsaid'
import { attributeOf, elementsOf, readView, textOf } from './view'
import type { Element } from './view'

/** What is left out WeChat makes up: the app's name, the page with its query, a picture of the page. */
export interface ShareCard {
  title?: string
  path?: string
  imageUrl?: string
}

/** A page as somebody sees and uses it. */
export class Screen {
  constructor(
    private readonly page: OpenPage,
    private readonly pages: PageStack,
    private readonly hand: Hand,
  ) {}

  /** As in `pages/home/index`. */
  get path(): string {
    return this.page.route
  }

  get query(): Record<string, string> {
    return this.page.query
  }

  /** All visible text, a line for each block. */
  text(): string {
    return textOf(readView(this.page.node))
  }

  /** What a screen reader says instead of text, in the order of reading. */
  labels(): string[] {
    return elementsOf(readView(this.page.node))
      .map((element) => attributeOf(element, 'ariaLabel'))
      .filter((label) => label !== '')
  }

  /** The `style` of the first element that has one. */
  style(): string {
    const styles = elementsOf(readView(this.page.node)).map((element) => attributeOf(element, 'style'))
    return styles.find((style) => style !== '') ?? ''
  }

  /** Controls that a screen reader could not say, as sentences. */
  unsaid(): string[] {
    return unsaidIn(readView(this.page.node))
  }

  /** Names of what can be tapped. */
  controls(): string[] {
    return tappableNames(this.view())
  }

  /** What an input holds. @param name its label, aria-label or placeholder. */
  value(name: string): string {
    return valueOf(findControl(this.view(), name, ['input', 'textarea']))
  }

  /**
   * @param name the whole visible text of something, or its aria-label.
   * @param at which one, from 0, where several bear the name.
   */
  async tap(name: string, { at }: { at?: number } = {}): Promise<void> {
    const element = findTappable(this.view(), name, at)
    this.hand.begin(`tap ${name}`)
    await this.hand.actByTap(() => {
      tap(element)
      this.hand.press(openButton(element))
    })
  }

  /** Puts `text` in the place of what an input holds. @param name its label, aria-label or placeholder. */
  async type(name: string, text: string): Promise<void> {
    const field = () => findControl(this.view(), name, ['input', 'textarea'])
    this.hand.begin(`type ${name}`)
    await this.hand.act(() => focus(field()))
    await this.hand.act(() => input(field(), text))
    await this.hand.act(() => blur(field(), text))
  }

  /**
   * @param name label, aria-label or placeholder of a picker, or the text before the wheels of a picker-view.
   * @param value the option's text, one for each column; a date as `2026-11-21`.
   */
  async choose(name: string, value: string | string[]): Promise<void> {
    const control = findControl(this.view(), name, ['picker', 'picker-view'])
    this.hand.begin(`choose ${name}`)
    await this.hand.act(() => choose(control, value))
  }

  /** The card that WeChat's menu would send on; undefined where it offers nothing to send. */
  async shareCard(): Promise<ShareCard | undefined> {
    const { onShareAppMessage } = this.page.instance
    if (typeof onShareAppMessage !== 'function') return undefined
    let card: unknown
    await this.hand.act(() => {
      card = (onShareAppMessage as (from: object) => unknown).call(this.page.instance, { from: 'menu' })
    })
    return card ?? {}
  }

  /** Waits until the page shows the text. @throws with what it shows, when nothing more will happen. */
  async sees(text: string): Promise<void> {
    const seen = await this.hand.waitUntil(() => this.text().includes(text))
    if (!seen) throw new Error(`${this.path} does not show ${text}; it shows\n${this.text()}`)
  }

  private view(): Element {
    if (this.pages.top() !== this.page) throw new Error(`${this.path} is not the page that is shown`)
    return readView(this.page.node)
  }
}
