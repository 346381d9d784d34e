import { attributeOf, elementsOf, lineageOf, textOf } from './view'
import type { Element } from './view'

const natives = new Set(['label', 'radio', 'checkbox', 'switch'])

/**
 * The element a person would put a finger on.
 * @param name its aria-label or the whole of its text.
 * @param at which one, from 0, where several bear the name.
 * @throws naming what can be tapped, when it is not there, not clear, or disabled.
 */
export const findTappable = (page: Element, name: string, at?: number): Element => {
  const elements = elementsOf(page)
  const named = innermost(
    elements.filter((element) => namesOf(element).includes(name) && lineageOf(element).some(isTappable)),
  )
  const found = named[at ?? 0]
  if (!found)
    throw new Error(`nothing to tap is named ${name}; there is ${allNames(elements.filter(isTappable))}`)
  if (named.length > 1 && at === undefined)
    throw new Error(`${named.length} things to tap are named ${name}: say which one with { at }`)
  if (isDisabled(found)) throw new Error(`${name} is disabled`)
  return found
}

/** What can be tapped on a page, by a name of each, no name twice. */
export const tappableNames = (page: Element): string[] => {
  const tappable = innermost(
    elementsOf(page).filter((element) => isTappable(element) && !isDisabled(element)),
  )
  return [...new Set(tappable.flatMap((element) => namesOf(element).slice(0, 1)))]
}

const isTappable = (element: Element) =>
  element.listens.has('tap') || natives.has(element.tag) || attributeOf(element, 'openType') !== ''

const isDisabled = (element: Element) =>
  lineageOf(element).some((above) => {
    // NutUI says it by a class alone.
    const isGrey = attributeOf(above, 'class')
      .split(/\s+/)
      .some((name) => /(^|-)disabled$/.test(name))
    return Boolean(above.attributes.disabled) || isGrey
  })

/**
 * The control a person would use for a thing that is asked.
 * @param name the control's aria-label, placeholder or text, or the text that stands before it.
 * @throws naming what is asked on the page, when there is no such control.
 */
export const findControl = (page: Element, name: string, tags: readonly string[]): Element => {
  const controls = elementsOf(page).filter(({ tag }) => tags.includes(tag))
  const own = controls.filter((control) => namesOf(control).includes(name))
  const found = own.length > 0 ? own : besideLabel(page, name, controls)
  const [control, another] = found
  if (!control) throw new Error(`no ${tags.join(' or ')} for ${name}; the page says\n${textOf(page)}`)
  if (another) throw new Error(`${found.length} controls answer to ${name}`)
  if (isDisabled(control)) throw new Error(`${name} is disabled`)
  return control
}

/** What a person may call an element by itself. */
const namesOf = (element: Element): string[] =>
  [attributeOf(element, 'ariaLabel'), attributeOf(element, 'placeholder'), textOf(element)].filter(
    (name) => name !== '',
  )

/** Of all places the label stands at, those nearest to a control; of its controls the first that follows. */
const besideLabel = (page: Element, name: string, controls: Element[]): Element[] => {
  const order = elementsOf(page)
  const labels = innermost(order.filter((element) => cleaned(textOf(element)) === name))
  const reached = labels.flatMap((label) => {
    const lineage = lineageOf(label)
    const distance = lineage.findIndex((above) =>
      controls.some((control) => lineageOf(control).includes(above)),
    )
    const near = controls.filter((control) => lineageOf(control).includes(lineage[distance] ?? page))
    const next = near.find((control) => order.indexOf(control) > order.indexOf(label))
    return next ? [{ distance, control: next }] : []
  })
  const nearest = Math.min(...reached.map(({ distance }) => distance))
  return [...new Set(reached.filter(({ distance }) => distance === nearest).map(({ control }) => control))]
}

/** A label without the mark of what is required and without its colon. */
const cleaned = (label: string) => label.replace(/^\s*\*\s*|\s*[*:：]\s*$/g, '')

const innermost = (elements: Element[]): Element[] => {
  const outer = new Set(elements.flatMap((element) => lineageOf(element).slice(1)))
  return elements.filter((element) => !outer.has(element))
}

const allNames = (elements: Element[]): string => {
  const names = new Set(elements.flatMap(namesOf).map((name) => name.replaceAll('\n', ' ')))
  return names.size > 0 ? [...names].join(' | ') : 'nothing to tap'
}
