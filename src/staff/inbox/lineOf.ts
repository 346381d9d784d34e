import type { Day } from '@contract/calendar'
import type { CaseKind } from '@contract/cases'
import type { InboxItem } from '@contract/inbox'
import { concerns } from '@contract/selfReport'
import type { StandsIn, TextDoubt } from '@contract/texts'
import { temperatureText } from '@/components/reportSentences'
import { words } from '@/words'
import { reportsWords } from '@/words/reports'
import { staffWords } from '@/words/staff'

type Brief = InboxItem['brief']

const said = staffWords.inbox

/** What a list says of a case besides whose it is. */
export interface LineText {
  /** 从 湖北省 武汉市 洪山区. */
  about: string
  /** 11月20日到, 3 人. */
  facts: string[]
}

const texts: Record<CaseKind, (brief: Brief, today: Day) => LineText> = {
  returnee: ({ from, arrivesOn, people }, today) => ({
    about: from ? said.from(String(from)) : '',
    facts: [
      arrivesOn ? said.arrivesOn(words.dates.shortDay(String(arrivesOn), today)) : '',
      people ? said.people(Number(people)) : '',
    ].filter(Boolean),
  }),
  healthAlert: ({ temperature, concerns: found, isEmergency }) => ({
    about: [
      temperature ? temperatureText(Number(temperature)) : '',
      ...concerns
        .filter((concern) => String(found ?? '').includes(concern))
        .map((concern) => reportsWords.concern[concern]),
    ]
      .filter(Boolean)
      .join(' · '),
    facts: isEmergency ? [staffWords.healthAlert.emergencyFact] : [],
  }),
  tip: ({ similar, plate }) => ({
    about: '',
    facts: [
      ...(plate ? [staffWords.tips.line.plate(String(plate))] : []),
      ...(similar ? [staffWords.tips.line.similar] : []),
    ],
  }),
  lookAlert: ({ looks, where }) => ({
    about: staffWords.looks.alert.about(Number(looks)),
    facts: [String(where)],
  }),
  textCheck: ({ doubt, standsIn }) => ({
    about: staffWords.texts.about[doubt as TextDoubt],
    facts: [
      standsIn ? staffWords.texts.stands[standsIn as StandsIn['kind']] : staffWords.texts.standsElsewhere,
    ],
  }),
}

export const textOf = ({ kind, brief }: Pick<InboxItem, 'kind' | 'brief'>, today: Day): LineText =>
  texts[kind](brief, today)

const labels: Record<CaseKind, (display: string) => string> = {
  returnee: said.open,
  healthAlert: staffWords.healthAlert.open,
  tip: staffWords.tips.open,
  lookAlert: staffWords.looks.alert.open,
  textCheck: staffWords.texts.open,
}

/** What a screen reader says of a line. */
export const labelOf = ({ kind, display }: Pick<InboxItem, 'kind' | 'display'>): string =>
  labels[kind](display)

/** A place without what all places of the reader have in common; its last name is never left out. */
export const placeBelow = (names: readonly string[], common: readonly string[]): string => {
  const differs = names.findIndex((name, index) => name !== common[index])
  return (differs === -1 ? names.slice(-1) : names.slice(differs)).join(' ')
}
