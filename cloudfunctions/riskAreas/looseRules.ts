import type { Day } from '@contract/calendar'
import type { Sheet } from '@kernel/spreadsheet/sheet'
import { tidy } from '@kernel/spreadsheet/tidy'
import type { Written } from './areaRules'
import { daysIn } from './dayRules'
import { headingLevel, levelOf, withoutOrder } from './levelRules'

/** A piece of a line, and what stands between it and the next. */
interface Piece {
  text: string
  mark: string
}

const PIECE = /([^\s,，;；、|：]+?)((?<!\d):|[\s,，;；、|：]+|$)/g
const LEVEL_IN_BRACKETS = /[（(【]\s*([高中低]风险(?:地区|区域|区)?)\s*[)）】]/g
const LEVEL_AHEAD = /^([高中低]风险(?:地区|区域|区))(?=.)/
const NUMBER = /^\d{1,5}$/
const TIME = /^\d{1,2}:\d{2}(:\d{2})?$/
const RULED = /^[-—–_=*·.。~～]+$/
const LISTING = /[、;；]/

const piecesOf = (line: string): Piece[] =>
  [
    ...withoutOrder(line)
      .normalize('NFKC')
      .replace(LEVEL_IN_BRACKETS, ' $1 ')
      .replace(LEVEL_AHEAD, '$1 ')
      .matchAll(PIECE),
  ].map(([, text = '', mark = '']) => ({ text, mark }))

/**
 * What follows the county, as names of areas: 某某小区、某某大厦 are two. Where the same mark also stands within the region
 * (四川省、成都市、锦江区、某某小区), it only parts columns.
 */
function namesAfter(texts: readonly Piece[], rest: string): string[] {
  const left = rest.replace(/\s/g, '')
  const all = texts.map(({ text }) => text).join('')
  if (!all.endsWith(left)) return [rest]
  const begin = all.length - left.length
  const within: Piece[] = []
  const after: Piece[] = []
  let end = 0
  for (const { text, mark } of texts) {
    end += text.length
    if (end < begin) within.push({ text, mark })
    else if (end > begin) after.push({ text: text.slice(-(end - begin)), mark })
  }
  const isListed = after.slice(0, -1).some(({ mark }) => LISTING.test(mark))
  if (!isListed || within.some(({ mark }) => LISTING.test(mark))) return [left]
  return after
    .map(({ text, mark }) => text + (LISTING.test(mark) ? '\n' : ''))
    .join('')
    .split('\n')
    .filter((name) => name !== '')
}

interface Sorted {
  code: string
  texts: Piece[]
  level: string
  days: string[]
}

/** Without a header, what a piece is can only be told from itself. */
function sorted(pieces: readonly Piece[], today: Day): Sorted {
  const found: Sorted = { code: '', texts: [], level: '', days: [] }
  pieces.forEach((piece, index) => {
    const { text } = piece
    const isOrder = index === 0 && pieces.length > 1 && NUMBER.test(text)
    if (isOrder || TIME.test(text) || RULED.test(text)) return
    if (found.code === '' && /^\d{6}$/.test(text)) found.code = text
    else if (found.level === '' && levelOf(text)) found.level = text
    else if (found.days.length < 2 && daysIn(text, today) !== null) found.days.push(text)
    else found.texts.push(piece)
  })
  return found
}

/** The lines of a table without a header: 高风险区：四川省成都市锦江区某某小区, or a heading with areas below it. */
export function looseLines(sheet: Sheet, today: Day): Written[] {
  const lines: Written[] = []
  let heading = ''
  sheet.forEach((row, index) => {
    const line = row.map(tidy).join('\t').trim()
    const asHeading = headingLevel(line)
    if (asHeading) heading = asHeading
    const { code, texts, level, days } = sorted(piecesOf(line), today)
    if (asHeading || (code === '' && texts.length === 0 && days.length === 0)) return
    const region = texts.map(({ text }) => text).join(' ')
    const [from = '', until = ''] = days
    lines.push({
      line: index + 1,
      region: { code, region },
      regionColumn: region === '' ? 'code' : 'region',
      names: (rest) => namesAfter(texts, rest),
      level: level || heading,
      from,
      until,
    })
  })
  return lines
}
