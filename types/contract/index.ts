import { callsActions } from './calls'
import { healthAlertsActions } from './healthAlerts'
import { householdsActions } from './households'
import { inboxActions } from './inbox'
import { keepingActions } from './keeping'
import { letterboxActions } from './letterbox'
import { looksActions } from './looks'
import { myDataActions } from './myData'
import { peopleActions } from './people'
import { picturesActions } from './pictures'
import { placeImportActions } from './placeImport'
import { placesActions } from './places'
import { policyActions } from './policy'
import { reassessmentActions } from './reassessment'
import { returneeActions } from './returnee'
import { rewardsActions } from './rewards'
import { riskAreasActions } from './riskAreas'
import { selfReportActions } from './selfReport'
import { staffActions } from './staff'
import { textsActions } from './texts'
import { tipsActions } from './tips'
import { upkeepActions } from './upkeep'

/** Everything a phone can ask, by function and action. What is not here cannot be called. */
export const contract = {
  people: peopleActions,
  places: placesActions,
  placeImport: placeImportActions,
  pictures: picturesActions,
  households: householdsActions,
  selfReport: selfReportActions,
  healthAlerts: healthAlertsActions,
  calls: callsActions,
  letterbox: letterboxActions,
  tips: tipsActions,
  rewards: rewardsActions,
  returnee: returneeActions,
  riskAreas: riskAreasActions,
  policy: policyActions,
  reassessment: reassessmentActions,
  inbox: inboxActions,
  looks: looksActions,
  texts: textsActions,
  keeping: keepingActions,
  myData: myDataActions,
  staff: staffActions,
  upkeep: upkeepActions,
}

export type Contract = typeof contract
export type FeatureName = keyof Contract

/** The event of every function. */
export interface FunctionEvent {
  action: string
  input: unknown
}

export * from './action'
