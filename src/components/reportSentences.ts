import { minuteOf, type Day } from '@contract/calendar'
import type { Instant } from '@contract/cases'
import type { EnteredHow } from '@contract/households'
import type { Concern, ContactWith } from '@contract/reportingRules'
import type { Symptom } from '@contract/returnee'
import type { Actor } from '@contract/roles'
import { words } from '@/words'
import { reportsWords as said } from '@/words/reports'

/** 36.5 ℃. */
export const temperatureText = (temperature: number | null): string =>
  temperature === null ? said.notMeasured : said.degrees(temperature)

/** 咳嗽、乏力、接触过感染者; where nothing was said, that nothing is wrong, or nothing besides a measured fever. */
export const feelingsText = ({
  symptoms,
  contacts,
  concerns = [],
}: {
  symptoms: readonly Symptom[]
  contacts: readonly ContactWith[]
  concerns?: readonly Concern[]
}): string => {
  const all = [
    ...symptoms.map((symptom) => words.registration.symptom[symptom]),
    ...contacts.map((contact) => said.contact[contact]),
  ]
  if (all.length > 0) return all.join(words.app.list)
  return concerns.includes('fever') ? said.wellBesides : said.well
}

interface Entered {
  at: Instant
  how: EnteredHow
  by: { role: Actor; name: string | null }
}

/** 08:05 家里人报的; 08:05 网格员 王秀英 上门代报; with the day where it was reported later. */
export function enteredText({ at, how, by }: Entered, on: Day, today: Day): string {
  const minute = minuteOf(at)
  const time = minute.slice(0, 10) === on ? minute.slice(11) : words.dates.minute(minute, today)
  const who = by.name && words.registration.roleAndName(words.registration.role[by.role], by.name)
  return said.by(time, who, how)
}
