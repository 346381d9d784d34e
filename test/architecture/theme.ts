import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './tree'

/** Colours by their names, each as `#rrggbb`. */
export type Colours = Record<string, string>

const text = readFileSync(path.join(root, 'src/theme.scss'), 'utf8')

/** One of the tables at the top of the theme; what can be seen through is left out. */
const tableOf = (name: string): Colours => {
  const inside = new RegExp(`\\$${name}: \\(([\\s\\S]*?)\\n\\);`).exec(text)?.[1] ?? ''
  return Object.fromEntries(
    [...inside.matchAll(/^\s+([\w-]+): (#[\da-f]{6})/gm)].map(([, key = '', value = '']) => [key, value]),
  )
}

export const themes = {
  light: { ...tableOf('light'), ...tableOf('always') },
  dark: { ...tableOf('dark'), ...tableOf('always') },
}

const linear = (byte: number): number => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16)))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How well one colour is told from the other: 1 to 21. https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
export const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
