import { randomUUID } from 'node:crypto'
import { addDays, minutesIntoDay } from '@contract/calendar'
import type { ActName } from '../../../config/costs'
import { answered, type Community } from './community'
import { told } from './letters'
import { act, place, registration, today } from './registrations'
import { familyOf, reportOf } from './reports'

/** Does it as the pages do, one call after another; how many there were of it. */
export type CostlyAct = () => Promise<number>

const REMINDED = 20

/** Each act of config/costs.ts, prepared so that doing it costs nothing else. */
export function costlyActs(community: Community): Record<ActName, () => CostlyAct | Promise<CostlyAct>> {
  let people = 0
  const somebody = () => `somebody-${(people += 1)}`
  const newFamily = (changes: object = {}) => {
    const account = somebody()
    return { account, family: familyOf(community, account, changes) }
  }
  const fire = (name: string) => community.cloud.fireTimer(name)
  return {
    home: () => {
      const { account } = newFamily()
      return async () => {
        answered(await community.as(account).people.home({}))
        return 1
      }
    },
    report: () => {
      const { account, family } = newFamily()
      return async () => {
        answered(await community.as(account).selfReport.report(reportOf(family)))
        return 1
      }
    },
    reminder: () => {
      const remindHour = Math.floor(minutesIntoDay(new Date()) / 60)
      const remindedOn = addDays(today, -1)
      for (let n = 0; n < REMINDED; n += 1) newFamily({ remindHour, remindedOn, reportedOn: remindedOn })
      return async () => {
        await fire('selfReport')
        return REMINDED
      }
    },
    register: () => {
      const { returnee, places } = community.as('resident-1')
      return async () => {
        answered(await places.show({ place: place.building }))
        const { id } = answered(await returnee.register(registration()))
        answered(await returnee.show({ case: id }))
        return 1
      }
    },
    decide: async () => {
      const { id } = answered(await community.as('resident-2').returnee.register(registration()))
      const { returnee } = community.as('worker-1-1')
      return async () => {
        const { version } = answered(await returnee.review({ case: id }))
        const measure = { measure: 'homeObservation' as const, days: 7, words: '' }
        answered(await returnee.accept({ ...act({ id, version }), ...measure }))
        return 1
      }
    },
    inbox: () => async () => {
      answered(await community.as('worker-1-1').inbox.list({}))
      return 1
    },
    progress: () => async () => {
      const { selfReport } = community.as('officer-1')
      answered(await selfReport.progress({ place: 'qinghe-1' }))
      answered(await selfReport.list({ place: 'qinghe-1', show: 'notReported' }))
      return 1
    },
    call: () => {
      const { _id: household } = newFamily().family
      const { calls } = community.as('worker-1-1')
      return async () => {
        const begun = answered(
          await calls.begin({ submission: randomUUID(), household, reason: 'notReported' }),
        )
        if (!('calling' in begun)) throw new Error('told of a call before')
        answered(await calls.end({ household, call: begun.calling.id, result: 'answered', words: '' }))
        return 1
      }
    },
    tip: () => async () => {
      const receipt = await told(community, somebody())
      await fire('letterbox')
      answered(await community.as(somebody()).letterbox.follow({ receipt }))
      return 1
    },
  }
}
