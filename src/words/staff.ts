import { calling } from './zh-CN/staff/calling'
import { caseWords } from './zh-CN/staff/case'
import { decisions } from './zh-CN/staff/decisions'
import { editions } from './zh-CN/staff/editions'
import { healthAlert } from './zh-CN/staff/healthAlert'
import { households } from './zh-CN/staff/households'
import { inbox } from './zh-CN/staff/inbox'
import { keeping } from './zh-CN/staff/keeping'
import { looks } from './zh-CN/staff/looks'
import { people } from './zh-CN/staff/people'
import { placeImport } from './zh-CN/staff/placeImport'
import { places } from './zh-CN/staff/places'
import { policy } from './zh-CN/staff/policy'
import { risk } from './zh-CN/staff/risk'
import { texts } from './zh-CN/staff/texts'
import { tips } from './zh-CN/staff/tips'

/** Every sentence that only staff read. It stands in their subpackage, for WeChat's main package has little room. */
export const staffWords = {
  calling,
  case: caseWords,
  decisions,
  editions,
  healthAlert,
  households,
  inbox,
  keeping,
  looks,
  people,
  placeImport,
  places,
  policy,
  risk,
  texts,
  tips,
}

export type { AlertEvent, AlertSpokenEvent } from './zh-CN/staff/healthAlert'
export type { SpokenEvent, StaffEvent } from './zh-CN/staff/case'
