import { elementsOf, textOf } from './view'
import type { Element } from './view'

type Detail = { value: unknown }

/**
 * What WeChat tells the app when a person picks something.
 * @param value the option's text; one text a column where there are several; a date as `2026-11-21`, a time as `08:30`.
 * @throws naming the options, when the control does not offer the value.
 */
export const choiceDetail = (control: Element, value: string | string[]): Detail => {
  if (control.tag === 'picker-view') return { value: indexesOf(columnsOf(control), [value].flat()) }
  const { mode = 'selector' } = control.attributes
  switch (mode) {
    case 'selector':
      return { value: indexesOf([optionsOf(control)], [value].flat())[0] }
    case 'multiSelector':
      return { value: indexesOf(rangesOf(control), [value].flat()) }
    case 'date':
      return { value: within(control, String(value), /^\d{4}-\d{2}-\d{2}$/) }
    case 'time':
      return { value: within(control, String(value), /^\d{2}:\d{2}$/) }
    case 'region':
      return { value: [value].flat() }
    default:
      throw new Error(`a picker of mode ${String(mode)} is not known to the test host`)
  }
}

const indexesOf = (columns: string[][], values: string[]): number[] =>
  columns.map((options, column) => {
    const index = options.indexOf(values[column] ?? '')
    if (index < 0) throw new Error(`${values[column] ?? 'nothing'} is not offered: ${options.join(' | ')}`)
    return index
  })

const columnsOf = (view: Element): string[][] =>
  elementsOf(view)
    .filter(({ tag }) => tag === 'picker-view-column')
    .map(({ children }) => children.filter((child) => typeof child !== 'string').map(textOf))

const optionsOf = ({ attributes }: Element): string[] => labelsOf(attributes.range, attributes.rangeKey)

const rangesOf = ({ attributes }: Element): string[][] =>
  (attributes.range as unknown[]).map((column) => labelsOf(column, attributes.rangeKey))

const labelsOf = (range: unknown, key: unknown): string[] =>
  (range as unknown[]).map((option) =>
    typeof option === 'object' && option !== null
      ? String((option as Record<string, unknown>)[String(key)])
      : String(option),
  )

/** WeChat's wheels do not reach beyond start and end. */
const within = ({ attributes }: Element, value: string, shape: RegExp): string => {
  const { start, end } = attributes
  const isBefore = typeof start === 'string' && start !== '' && value < start
  const isAfter = typeof end === 'string' && end !== '' && value > end
  if (!shape.test(value) || isBefore || isAfter)
    throw new Error(`${value} is not offered: ${String(start)} to ${String(end)}`)
  return value
}
