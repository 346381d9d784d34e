import type { Person } from './cloud'

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)

/** Who can be impersonated, one a line: name, role, and the address of that person's phone. */
export function describePeople(people: Person[], origin: string): string {
  const rows = people.map(({ name, description, openid, start = '' }) => ({
    cells: [name, description],
    address: `${origin}/as/${openid}/${start}`,
  }))
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map(({ cells }) => widthOf(cells[column] ?? ''))))
  const pad = (text: string, width = 0): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))
  return rows
    .map(({ cells, address }) => `  ${cells.map((cell, i) => pad(cell, widths[i])).join('  ')}  ${address}\n`)
    .join('')
}
