import exparser from 'miniprogram-exparser'
import { choiceDetail } from './choices'
import { attributeOf, elementsOf, lineageOf } from './view'
import type { OpenButton } from './phoneState'
import type { Element } from './view'

const point = { identifier: 0, clientX: 100, clientY: 300, pageX: 100, pageY: 300 }

/** Pointer events bubble and pass through components. */
const pointer = (element: Element, type: string, touches: object[]) => {
  const options = { bubbles: true, composed: true, capturePhase: true }
  const detail = type === 'tap' ? { x: point.pageX, y: point.pageY } : {}
  const extraFields = { touches, changedTouches: [point] }
  exparser.Event.dispatchEvent(element.node, exparser.Event.create(type, detail, { ...options, extraFields }))
}

/** A control's own events go no further than the control. */
const notify = (element: Element, type: string, detail: unknown) =>
  exparser.Event.dispatchEvent(element.node, exparser.Event.create(type, detail, {}))

/** A finger: touch, release, tap, and what WeChat's own control does then. */
export const tap = (element: Element): void => {
  pointer(element, 'touchstart', [point])
  pointer(element, 'touchend', [])
  pointer(element, 'tap', [point])
  const control = lineageOf(element).find(({ tag }) => tag in tapped || tag === 'label')
  const meant = control?.tag === 'label' ? elementsOf(control).find(({ tag }) => tag in tapped) : control
  if (meant) tapped[meant.tag as keyof typeof tapped](meant)
}

/** The button of WeChat's own kinds that this lies in. */
export const openButton = (element: Element): OpenButton | undefined => {
  const button = lineageOf(element).find(({ tag }) => tag === 'button')
  const openType = button && attributeOf(button, 'openType')
  if (!button || !openType) return undefined
  return {
    openType,
    id: attributeOf(button, 'id'),
    tell: (event, detail) => notify(button, event, detail),
  }
}

const tapped = {
  radio: (radio: Element) => {
    const group = lineageOf(radio).find(({ tag }) => tag === 'radio-group')
    if (group && !isChecked(radio)) notify(group, 'change', { value: radio.attributes.value })
  },
  checkbox: (checkbox: Element) => {
    const group = lineageOf(checkbox).find(({ tag }) => tag === 'checkbox-group')
    if (!group) return
    const boxes = elementsOf(group).filter(({ tag }) => tag === 'checkbox')
    const checked = boxes.filter((box) => isChecked(box) !== (box === checkbox))
    notify(group, 'change', { value: checked.map(({ attributes }) => attributes.value) })
  },
  switch: (element: Element) => notify(element, 'change', { value: !isChecked(element) }),
}

/** As the app says: every control of ours is a controlled one. */
const isChecked = ({ attributes }: Element): boolean => Boolean(attributes.checked)

export const focus = (input: Element): void => notify(input, 'focus', { value: valueOf(input), height: 0 })

/** The whole text at once, as an input method hands it over, cut where WeChat cuts it. */
export const input = (element: Element, text: string): void => {
  const value = fitting(element, text)
  notify(element, 'input', { value, cursor: value.length, keyCode: value.charCodeAt(value.length - 1) || 0 })
}

export const blur = (element: Element, text: string): void => {
  const value = fitting(element, text)
  notify(element, 'blur', { value, cursor: value.length })
}

/** 140 characters where the app sets no other limit; -1 is none. */
const fitting = ({ attributes }: Element, text: string): string => {
  const limit = Number(attributes.maxlength ?? 140)
  return limit < 0 ? text : text.slice(0, limit)
}

/** What an input shows. */
export const valueOf = (element: Element): string => attributeOf(element, 'value')

/** Turns a picker or the wheels of a picker-view. @throws when it does not offer the value. */
export const choose = (control: Element, value: string | string[]): void => {
  const detail = choiceDetail(control, value)
  if (control.tag === 'picker-view') notify(control, 'pickstart', {})
  notify(control, 'change', detail)
  if (control.tag === 'picker-view') notify(control, 'pickend', {})
}
