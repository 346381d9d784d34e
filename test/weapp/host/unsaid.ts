import { attributeOf, elementsOf, lineageOf, textOf } from './view'
import type { Element } from './view'

const asked = new Set(['input', 'textarea', 'picker', 'picker-view'])

const roles = new Set(['button', 'radio', 'checkbox', 'tab', 'link', 'switch'])

/** What darkens the page under a sheet closes it at a tap, as the sheet's own button does. */
const isBehindSheet = (element: Element): boolean =>
  lineageOf(element).some((above) =>
    /\bnut-(overlay|popup)\b/.test(attributeOf(above, 'class').split(' ')[0] ?? ''),
  )

/** Controls that a screen reader cannot name, or does not know to be controls, as sentences. */
export const unsaidIn = (page: Element): string[] => elementsOf(page).flatMap(faultOf)

function faultOf(element: Element): string[] {
  const [label, looks] = [attributeOf(element, 'ariaLabel'), attributeOf(element, 'class')]
  if (asked.has(element.tag))
    return label === '' ? [`nobody says what the ${element.tag} .${looks} asks`] : []
  const isButton = element.tag === 'button'
  if (!isButton && !element.listens.has('tap')) return []
  if (label === '' && textOf(element).trim() === '') return [`nobody says what .${looks} does`]
  const isControl = isButton || roles.has(attributeOf(element, 'ariaRole')) || isBehindSheet(element)
  return isControl ? [] : [`nobody says that .${looks} can be tapped: ${textOf(element)}`]
}
