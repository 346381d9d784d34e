import { addDays } from '@contract/calendar'
import type { PersonReportDraft } from '@contract/selfReport'
import type { Case } from '@kernel/caseEvents'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, type Community } from './support/community'
import { householdIn } from './support/households'
import { caseOf, set, stored } from './support/keeping'
import { today } from './support/registrations'
import { familyOf, reportOf, useFamilies } from './support/reports'
import { rulingDocuments } from './support/rulings'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const { newFamily, send, reporting } = useFamilies(() => community)
const feverish = { temperature: '38.2', symptoms: ['cough'] } satisfies Partial<PersonReportDraft>
const alertsOf = ({ members }: HouseholdDocument) =>
  stored<Case>(community, 'cases').filter(({ subject }) => members.some(({ id }) => id === subject.person))
const messagesTo = (openid: string) => community.cloud.wechat.outbox.latest(100, openid)

describe('somebody feverish in a family of four', () => {
  it('is told at once: why, whom to call, and that the community knows', async () => {
    const { account, family } = newFamily()
    const told = await reporting(account, reportOf(family, [{}, feverish]))
    const [alert] = alertsOf(family)
    expect(told.unwell).toEqual([
      {
        person: family.members[1]?.id,
        concerns: ['fever', 'symptoms'],
        isEmergency: false,
        alert: alert?._id,
      },
    ])
    expect(told.contact?.phone).toBe('13800009003')
  })

  it('is a case with the grid worker, who gets a message', async () => {
    const { account, family } = newFamily()
    const before = messagesTo('worker-1-1').length
    await reporting(account, reportOf(family, [feverish]))
    const [alert, ...others] = alertsOf(family)
    expect(others).toEqual([])
    expect(alert).toMatchObject({ kind: 'healthAlert', todo: { role: 'gridWorker', urgency: 1 } })
    expect(householdIn(community, family._id).members[0]?.episode).toEqual({ case: alert?._id, number: 1 })
    expect(messagesTo('worker-1-1')).toHaveLength(before + 1)
  })

  it('costs one database request more than a family that is well', async () => {
    const { account, family } = newFamily()
    const cost = await community.costOf(() => reporting(account, reportOf(family, [feverish])))
    expect(cost.map(({ action }) => action)).toEqual([
      'database.getDocument',
      'database.insertDocument',
      'database.modifyDocument',
    ])
  })

  it('who breathes with difficulty, or burns, is an emergency', async () => {
    const { account, family } = newFamily()
    const said = [{ symptoms: ['breathless' as const] }, { temperature: '39.5' }, { temperature: '39.4' }]
    const { unwell } = await reporting(account, reportOf(family, said))
    expect(unwell.map(({ isEmergency }) => isEmergency)).toEqual([true, true, false])
  })

  it('yesterday, told only now, is one too', async () => {
    const { account, family } = newFamily()
    const { unwell } = await reporting(account, reportOf(family, [feverish], { on: addDays(today, -1) }))
    expect(unwell).toHaveLength(1)
  })

  it('at 37.2 is not, at 37.3 is', async () => {
    const { account, family } = newFamily()
    const said = [{ temperature: '37.2' }, { temperature: '37.3' }]
    const { unwell } = await reporting(account, reportOf(family, said))
    expect(unwell.map(({ person }) => person)).toEqual([family.members[1]?.id])
  })

  it('stays the same case when it is reported again, and again by another phone at the same moment', async () => {
    const { account, family } = newFamily()
    set(community, 'households', family._id, { accounts: [account, 'the-other-phone'] })
    const sent = [account, 'the-other-phone', account].map((by) =>
      reporting(by, reportOf(family, [feverish])),
    )
    const alerts = (await Promise.all(sent)).map(({ unwell }) => unwell[0]?.alert)
    expect(new Set(alerts).size).toBe(1)
    expect(alertsOf(family)).toHaveLength(1)
  })

  it('who is well again the next time adds nothing to the case', async () => {
    const { account, family } = newFamily()
    await reporting(account, reportOf(family, [feverish]))
    const [before] = alertsOf(family)
    expect((await reporting(account, reportOf(family))).unwell).toEqual([])
    expect(caseOf(community, before!._id)).toEqual(before)
  })
})

describe('a report that could not be stored', () => {
  const failing = (asked: string) =>
    answerInstead(asked, () => () => {
      throw new Error('killed')
    })

  it('although the alert was raised is completed by sending it again, as one case with one message', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family, [feverish])
    const before = messagesTo('worker-1-1').length
    const allow = failing('database.modifyDocument')
    expect((await send(account, report)).ok).toBe(false)
    allow()
    expect(alertsOf(family)).toHaveLength(1)
    expect(householdIn(community, family._id)).toEqual(family)
    const { unwell, missing } = await reporting(account, report)
    expect([unwell[0]?.alert, missing]).toEqual([alertsOf(family)[0]?._id, []])
    expect(alertsOf(family)[0]?.history).toHaveLength(1)
    expect(messagesTo('worker-1-1')).toHaveLength(before + 1)
  })

  it('because the alert could not be raised is stored not at all', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family, [feverish])
    const allow = failing('database.insertDocument')
    expect((await send(account, report)).ok).toBe(false)
    allow()
    expect(householdIn(community, family._id)).toEqual(family)
    expect((await reporting(account, report)).unwell).toHaveLength(1)
  })

  it('sent again later is answered as it was', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family, [feverish])
    const first = await reporting(account, report)
    expect(await reporting(account, report)).toEqual(first)
    expect(alertsOf(family)[0]?.history).toHaveLength(1)
  })
})

describe('where the policy says otherwise', () => {
  it('a fever begins there, what does not alarm does not, and its telephones are shown', async () => {
    const telephones = [{ name: '示例发热门诊', phone: '01087654321' }]
    const reporting = {
      feverFrom: 37.5,
      symptoms: [{ symptom: 'cough', alarming: false }],
      contactAlarms: false,
      telephones,
    }
    const documents = rulingDocuments([])
    const policies = documents.policies?.map((policy) => ({ ...policy, reporting }))
    const strict = await openCommunity({ ...documents, policies: policies ?? [] })
    const family = familyOf(strict, 'resident-1')
    const said = [{ temperature: '37.4', symptoms: ['cough' as const] }, { temperature: '37.5' }]
    const told = answered(await strict.as('resident-1').selfReport.report(reportOf(family, said)))
    await strict.close()
    expect(told.unwell.map(({ person, concerns }) => [person, concerns])).toEqual([
      [family.members[1]?.id, ['fever']],
    ])
    expect(told.telephones).toEqual(telephones)
  })
})
