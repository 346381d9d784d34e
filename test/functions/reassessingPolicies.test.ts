import { addDays } from '@contract/calendar'
import type { Rule, RuleStage } from '@contract/policyRules'
import type { RegistrationCase } from '@kernel/registration'
import { openCommunity, type Community } from './support/community'
import { publishedPolicy } from './support/editions'
import { caseOf } from './support/keeping'
import { registered, today } from './support/registrations'
import { areaOf, rulingDocuments, someRules } from './support/rulings'
import { doneBy, runToEnd } from './support/runs'

const ATRISK = '510107'
const ELSEWHERE = '510108'
const [high, medium, other] = someRules as [Rule, Rule, Rule]
const asking = (rule: Rule, stage: RuleStage): Rule => ({ ...rule, then: { ...rule.then, stages: [stage] } })

let community: Community
let atRisk: string
let elsewhere: string
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf(ATRISK, 'medium')]))
  const from = (region: string) => ({ from: { region, detail: '' }, passed: [] })
  atRisk = (await registered(community, 'resident-1', from(ATRISK))).id
  elsewhere = (await registered(community, 'resident-2', from(ELSEWHERE))).id
})
afterAll(() => community.close())

const found = (id: string) => caseOf(community, id) as RegistrationCase

it('a policy that only puts it otherwise looks at nobody', async () => {
  const policy = await publishedPolicy(community, { rules: [high, { ...medium, resident: '在家。' }, other] })
  expect(await runToEnd(community, policy)).toMatchObject({ codes: [], seen: 0 })
})

it('a policy that asks more of who was at risk looks for them by the areas of the list', async () => {
  const longer = asking(medium, { measure: 'homeObservation', days: 10, tests: [1, 10] })
  const policy = await publishedPolicy(community, { rules: [high, longer, other] })
  expect(await runToEnd(community, policy)).toMatchObject({ codes: [ATRISK], seen: 1, changed: 1 })
  expect(found(atRisk).body.expected).toMatchObject({ until: addDays(today, 8) })
})

it('a policy that asks more of who was nowhere at risk looks at everybody', async () => {
  const watched = asking(other, { measure: 'healthMonitoring', days: 3, tests: [1, 3] })
  const longer = asking(medium, { measure: 'homeObservation', days: 10, tests: [1, 10] })
  const policy = await publishedPolicy(community, { rules: [high, longer, watched] })
  expect(await runToEnd(community, policy)).toMatchObject({ codes: null, seen: 2, changed: 1 })
  expect(doneBy(community, policy)).toEqual({ [elsewhere]: ['reexpect'] })
})
