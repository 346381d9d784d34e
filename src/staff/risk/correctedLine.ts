/** What parts the words of a pasted line. */
const SEPARATORS = /[\s,，、|｜:：;；]/g

const ENDING = /[省市区县旗州盟]/

const withoutSeparators = (text: string): string => text.replace(SEPARATORS, '')

/** The part of a line that says `text`, whatever separates its words; null where it does not say so. */
function spanOf(line: string, text: string): { from: number; to: number } | null {
  const sought = withoutSeparators(text)
  const places: number[] = []
  for (let at = 0; at < line.length; at += 1) if (withoutSeparators(line.charAt(at)) !== '') places.push(at)
  const begin = withoutSeparators(line).indexOf(sought)
  const [from, last] = [places[begin], places[begin + sought.length - 1]]
  return sought === '' || from === undefined || last === undefined ? null : { from, to: last + 1 }
}

const sharesWith = (stem: string, text: string): boolean =>
  text.split('').some((character) => stem.includes(character))

/** Where a name, or one that resembles it, ends at the beginning of a text; 0 where it does not begin so. */
function endOf(name: string, text: string): number {
  const stem = name.length > 2 ? name.slice(0, -1) : name
  for (let at = 1; at < text.length; at += 1) {
    if (!ENDING.test(text[at] ?? '')) continue
    const before = text.slice(Math.max(0, at - stem.length), at)
    if (sharesWith(stem, before)) return at + 1
    if (at > name.length) break
  }
  return text.startsWith(stem) ? stem.length : 0
}

/** What a text says besides a county: 某某小区 of 四川省成都市锦红区某某小区. */
const besides = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.slice(endOf(name, rest)), withoutSeparators(text).replace(/^\d{6}/, ''))

/**
 * A pasted line that names the county `names` (from the province on) instead of what it says in `text`. What follows the
 * county and the columns of the line stay. The line as it is where it does not say `text`.
 */
export function correctedLine(line: string, text: string, names: string): string {
  const span = spanOf(line, text)
  if (!span) return line
  const county = names.split(' ')
  const rest = besides(text, county)
  const columns = line.slice(span.from, span.to).split('\t').length
  // In a table the last of several columns may say it all; the columns after it stay where they are.
  const place = '\t'.repeat(columns - 1) + county.join('') + rest
  return line.slice(0, span.from) + place + line.slice(span.to)
}

/** The lines of a pasted table, as its function counts them. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)

/** A table with one line, counted from 1, replaced. */
export const withLine = (text: string, line: number, next: string): string =>
  linesOf(text)
    .map((old, index) => (index === line - 1 ? next.replace(/[\r\n]+/g, ' ') : old))
    .join('\n')
