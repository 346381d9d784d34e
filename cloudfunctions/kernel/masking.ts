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

const keepEnds = (text: string, head: number, tail: number): string => {
  if (text === '') return ''
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(text.length - tail)}`
}

/** 13812345678 → 138****5678. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

/** Neither birthday nor serial number: the province and the last two characters. */
export const maskDocument = (number: string): string => keepEnds(number, 2, 2)

/** Province, city letter and the last two characters. */
export const maskPlate = (plate: string): string => keepEnds(plate, 2, 2)

/** A door is the person's exact address: nothing of it is shown, only that it was given. */
export const maskDoor = (door: string): string => (door === '' ? '' : '***')

/** What people write freely stays readable, but for long numbers in it (telephones, documents; a date is none). */
export const maskNumbers = (text: string): string =>
  text.replace(/\d[\d -]{5,}[\dXx]/g, (number) => (isDay(number) ? number : '*'.repeat(number.length)))
