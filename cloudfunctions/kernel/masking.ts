import { isDay } from '@contract/calendar'

/** Masked copies: enough to recognise somebody one knows, too little to find somebody one does not. */

const stars = (count: number): string => '*'.repeat(Math.max(1, Math.min(count, 3)))

/** 张三 → 张*, 张小三 → 张*三, 欧阳小明 → 欧**明. */
export const maskName = (name: string): string => {
  const characters = Array.from(name)
  const [first = ''] = characters
  if (characters.length <= 2) return `${first}*`
  return `${first}${stars(characters.length - 2)}${characters.at(-1) ?? ''}`
}

/** At least a third is hidden, and all of what is no longer than the ends. */
const keepEnds = (text: string, head: number, tail: number): string => {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  const shown = Math.min(head + tail, Math.floor((text.length * 2) / 3))
  const end = Math.min(tail, Math.ceil(shown / 2))
  const start = Math.min(head, shown - end)
  return text.slice(0, start) + '*'.repeat(text.length - start - end) + text.slice(text.length - end)
}

/** 13812345678 → 138****5678. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

/** Neither birthday nor serial number: the province and the last two characters. */
export const maskDocument = (number: string): string => keepEnds(number, 2, 2)

/** Province, city letter and the last two characters. */
export const maskPlate = (plate: string): string => keepEnds(plate, 2, 2)

/** A door is the person's exact address: nothing of it is shown, only that it was given. */
export const maskDoor = (door: string): string => (door === '' ? '' : '***')

const WIDE_DIGIT = /[\uff10-\uff19]/g
const narrow = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)

// Seven digits or more, whatever stands between them that is neither a letter nor the colon of a time.
const LONG_NUMBER = /\d(?:[^\p{L}\d:]{0,2}\d){6,}[Xx]?/gu

/** What people write freely stays readable, but for long numbers in it (telephones, documents; a date is none). */
export const maskNumbers = (text: string): string =>
  text.replace(WIDE_DIGIT, narrow).replace(LONG_NUMBER, (number) => {
    const day = number.slice(0, 10)
    return isDay(day) ? day + maskNumbers(number.slice(10)) : '*'.repeat(number.length)
  })
