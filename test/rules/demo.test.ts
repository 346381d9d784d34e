import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { addDays, dayOf } from '@contract/calendar'
import { householdLimits } from '@contract/households'
import { isAtRest } from '@contract/machine'
import { registrationAnswers, returneeMachine } from '@contract/returnee'
import { asListInForce, asPolicyInForce } from '@kernel/assessment/asInForce'
import { expectedUnder } from '@kernel/assessment/assessRegistration'
import { alterationOf, brokenAt } from '@kernel/history'
import { createSealer } from '@kernel/seal'
import { openAnswers } from '@kernel/registration'
import { demoDocuments, people } from '../../local/demo'

const key = () => randomBytes(32).toString('base64url')
const sealer = createSealer({ SHOUWANG_SEAL_KEY: key(), SHOUWANG_HASH_KEY: key() })
const now = new Date()
const { cases, households, places, riskLists, policies, inForce, runs, ...told } = demoDocuments(now, sealer)

describe('the demonstration', () => {
  it('has 300 registrations over 14 days, in all states', () => {
    expect(cases).toHaveLength(300)
    expect(new Set(cases.map(({ status }) => status)).size).toBe(returneeMachine.statuses.length)
    const ages = cases.map(({ openedAt }) => (now.getTime() - openedAt.getTime()) / 86_400_000)
    expect(Math.max(...ages)).toBeLessThanOrEqual(14)
    expect(Math.max(...ages)).toBeGreaterThan(12)
  })

  it('has one street office, 7 communities of 3 grids each', () => {
    const count = (level: string) => places.filter((place) => place.level === level).length
    expect(['street', 'community', 'grid', 'compound', 'building'].map(count)).toEqual([1, 7, 21, 42, 168])
  })

  it('is the same each time, but for the ciphertexts', () => {
    const plain = (some: typeof cases) =>
      some.map(({ _id, status, subject, todo }) => ({ _id, status, subject, todo }))
    expect(plain(demoDocuments(now, sealer).cases)).toEqual(plain(cases))
  })

  it('contains only answers that the form would have taken on that day', () => {
    for (const { _id, body, openedAt } of cases) {
      const answers = openAnswers(body.answers, _id, sealer)
      expect(v.safeParse(registrationAnswers(dayOf(openedAt)), answers).issues).toBeUndefined()
    }
  })

  it('tells every story in order, up to now and whole', () => {
    for (const { _id, history, version, todo, status } of cases) {
      const times = history.map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
      expect(brokenAt(_id, history)).toBe(-1)
      expect(version).toBe(history.length)
      expect(todo !== null).toBe(!isAtRest(returneeMachine, status))
    }
  })

  it('shows somebody who is under observation today, as it says', () => {
    const { body } =
      cases.find(({ owner, status }) => owner === 'resident-observed' && status === 'accepted') ?? {}
    expect(body?.outcome?.measure).toBe('homeObservation')
    expect(String(body?.outcome?.until) >= dayOf(now)).toBe(true)
  })

  it('says of every registration what the rules of that day expect of it', () => {
    for (const { body, openedAt, history, regions } of cases) {
      const { basis } = body.expected ?? {}
      const lastAt = history.find(({ event }) => ['reassess', 'reexpect'].includes(event))?.at ?? openedAt
      const list = riskLists.filter(({ number, effectiveFrom }) => number && effectiveFrom <= lastAt).at(-1)
      expect([basis?.list?.id, basis?.policy.id]).toEqual([list?._id, policies[0]?._id])
      expect(regions).toContain(body.answers.from.region)
    }
  })

  it('has people whose decision a list has overtaken', () => {
    const told = cases.filter(({ status }) => status === 'reassessed')
    expect(told.map(({ owner }) => owner)).toContain('resident-reassessed')
    for (const { body } of told) {
      expect(body.outcome?.measure).not.toBe('homeObservation')
      expect(body.expected?.measure).toBe('homeObservation')
    }
  })

  it('has a list that waits for a second officer, and would change what somebody is to do', () => {
    const waiting = riskLists.filter(({ status }) => status === 'proposed')
    expect(waiting).toMatchObject([{ proposed: { account: 'street-officer' }, number: null }])
    expect(runs).toMatchObject([{ edition: waiting[0]?._id, purpose: 'forecast', status: 'waiting' }])
    expect(inForce.map(({ published }) => published.map(({ number }) => number))).toEqual([[2, 1], [1]])
    const next = cases.find(({ owner }) => owner === 'resident-next') ?? cases[0]!
    const list = waiting.map(asListInForce)[0] ?? null
    const policy = policies.map(asPolicyInForce)[0] ?? null
    const answers = openAnswers(next.body.answers, next._id, sealer)
    expect(next).toMatchObject({ status: 'accepted', body: { outcome: { measure: 'noticeOnly' } } })
    expect(expectedUnder({ list, policy }, answers, next.openedAt)?.measure).toBe('homeObservation')
  })

  it('reminds nobody of a day that has passed', () => {
    const days = cases.flatMap(({ remindOn }) => remindOn ?? [])
    expect(days.length).toBeGreaterThan(10)
    expect(days.filter((day) => day < dayOf(now))).toEqual([])
  })

  describe('has households', () => {
    const ofOwner = (openid: string) => households.filter(({ accounts }) => accounts.includes(openid))
    const today = dayOf(now)

    it('of which two in three have reported today', () => {
      const share = households.filter(({ reportedOn }) => reportedOn === today).length / households.length
      expect(share).toBeGreaterThan(0.55)
      expect(share).toBeLessThan(0.75)
    })

    it('in which nobody has reported later than now, or longer ago than is kept', () => {
      for (const { days, openedAt, oldest } of households) {
        const times = days.flatMap(({ reports }) => reports.map(({ at }) => at.getTime()))
        expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime())
        expect(oldest >= addDays(today, 1 - householdLimits.days)).toBe(true)
        expect(Math.min(...times)).toBeGreaterThanOrEqual(openedAt.getTime())
      }
    })

    it('of one family of four that reported yesterday and not yet today', () => {
      expect(ofOwner('resident-family')).toMatchObject([
        { reportedOn: addDays(today, -1), members: Array(4).fill({ left: null }) },
      ])
    })

    it('one with a value that never changes, and somebody who reports for two', () => {
      expect(ofOwner('resident-waiting')).toMatchObject([{ steady: true, reportedOn: today }])
      expect(ofOwner('resident-asked')).toHaveLength(2)
    })

    it('of staff, for people without WeChat', () => {
      const entered = households.filter(({ accounts }) => accounts.length === 0)
      expect(entered.map(({ enteredBy }) => enteredBy.actor)).toEqual(['steward'])
    })
  })

  describe('has tips', () => {
    const { tips, rewardLedger, rewardStocks } = told

    it('that wait, and some of every ordinary result; each is as its history says', () => {
      const statuses = tips.map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set(['told', 'known', 'unfounded', 'confirmed']))
      expect(tips.filter((tip) => alterationOf(tip) !== null)).toEqual([])
      expect(tips.filter(({ openedAt }) => openedAt.getTime() % 600_000 !== 0)).toEqual([])
      const last = tips.map(({ history }) => history[history.length - 1]?.at ?? now)
      expect(last.filter((at) => at > now)).toEqual([])
    })

    it('of which two are about a car that an earlier one has explained', () => {
      const byPlate = tips.filter(({ foundBy }) => foundBy === sealer.findable('plate', '示A8K26Y'))
      expect(byPlate.map(({ status }) => status).sort()).toEqual(['known', 'told', 'told'])
    })

    it('and a stock that is the sum of its ledger', () => {
      const sum = rewardLedger.reduce((left, { pieces }) => left + pieces, 0)
      expect(rewardStocks).toMatchObject([{ _id: 'qinghe-1', pieces: sum, version: rewardLedger.length }])
    })
  })

  it('offers residents and staff of every role', () => {
    expect(new Set(people.map(({ side }) => side))).toEqual(new Set(['resident', 'staff']))
    expect(people.length).toBeGreaterThan(8)
  })
})
