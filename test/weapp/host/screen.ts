import { findControl, findTappable } from './find'
import { blur, choose, focus, input, tap, valueOf } from './gestures'
import type { Hand } from './hand'
import type { OpenPage, PageStack } from './pageStack'
import { readView, textOf } from './view'
import type { Element } from './view'

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
    await this.hand.actByTap(() => tap(element))
  }

  /** Puts `text` in the place of what an input holds. @param name its label, aria-label or placeholder. */
  async type(name: string, text: string): Promise<void> {
    const field = () => findControl(this.view(), name, ['input', 'textarea'])
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
    await this.hand.act(() => choose(control, value))
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
