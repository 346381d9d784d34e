import { minuteOf } from '@contract/calendar'
import { openedTexts, type TextCheckCase } from '@kernel/checking/textCheck'
import { residentName } from '@kernel/placeDocument'
import { lastDayBefore } from './erasureRules'
import { exportWords as words } from './exportWords'

/** That a text of somebody was doubted, as they read it. */
export const textCheckRows = (found: TextCheckCase): string[][] => {
  const said = words.answer
  const lines: [string, string][] = [
    [said.status, words.textStatus[found.status]],
    [said.openedAt, minuteOf(found.openedAt)],
    [said.keepUntil, lastDayBefore(found.keepUntil)],
    [said.place, residentName(found.at, found.place).names.join(' ')],
    ...openedTexts(found).map((text): [string, string] => [said.text, text]),
  ]
  return lines.map(([field, text]) => [found._id, field, text])
}
