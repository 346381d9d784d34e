import { randomUUID } from 'node:crypto'
import { ok, type Result } from '@contract/action'
import { proposalsAtMost } from '@contract/editions'
import { answered, openCommunity, type Community } from './support/community'
import { on, policyProposal, proposedPolicy } from './support/editions'
import { asIntruder } from './support/intruder'
import { holdOn, insert } from './support/keeping'
import { lists, pasted, proposalOf } from './support/riskLists'
import { csvOf, importing, uploaded } from './support/sheets'
import { invited, newcomer, onPost, postOf } from './support/staff'
import { meetingAt } from './support/twins'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const as = (openid: string) => community.as(openid)

let made = 0
/** Another one each time. */
const another = (what: string): string => `${what}-${(made += 1)}`

/** What is sent twice, once whatever it needs is there. */
type Send = () => Promise<Result<unknown>>
type Act = () => Send | Promise<Send>

const announced = async (): Promise<string> => {
  const lift = { submission: randomUUID(), place: 'qinghe', days: 14, words: '本次疫情已结束' }
  return answered(await as('administrator').keeping.announceLift(lift)).id
}

const keeping: Record<string, Act> = {
  'a legal hold': () => {
    const hold = holdOn()
    return () => as('street-officer').keeping.hold(hold)
  },
  'the release of a hold': async () => {
    const { id: hold } = answered(await as('street-officer').keeping.hold(holdOn()))
    return () => as('street-officer').keeping.release({ place: 'qinghe-1', hold, words: '已结案' })
  },
  'the announcement that an outbreak is over': () => {
    const lift = { submission: randomUUID(), place: 'qinghe', days: 14, words: '本次疫情已结束' }
    return () => as('administrator').keeping.announceLift(lift)
  },
  'its confirmation': async () => {
    const lift = await announced()
    return () => as('street-officer').keeping.confirmLift({ place: 'qinghe', lift })
  },
  'its cancellation': async () => {
    const lift = await announced()
    return () => as('street-officer').keeping.cancelLift({ place: 'qinghe', lift, words: '又有新病例' })
  },
}

const forgetEditions = (): void =>
  asIntruder(community, (store) => {
    for (const name of ['policies', 'riskLists', 'inForce'] as const) store.remove(name, {}, { multi: true })
  })

const editions: Record<string, Act> = {
  'the last proposal that may wait': async () => {
    forgetEditions()
    for (let before = 1; before < proposalsAtMost; before += 1) await proposedPolicy(community)
    const proposal = await policyProposal(community, 'street-officer')
    return () => as('street-officer').policy.propose(proposal)
  },
  'a list from a file': async () => {
    forgetEditions()
    const file = await uploaded(
      community,
      'street-officer',
      csvOf([
        ['区县', '等级'],
        ['锦江区', '高风险'],
      ]),
    )
    const entry = { kind: 'file', file, whole: true } as const
    const proposal = proposalOf(entry, await lists(community).check(entry))
    return () => as('street-officer').riskAreas.propose(proposal)
  },
  'the publishing of a list': async () => {
    forgetEditions()
    const proposed = await lists(community).propose(pasted('锦江区 高风险'))
    return () => as('street-officer-2').riskAreas.publish(on(proposed))
  },
  'the dropping of a proposal': async () => {
    forgetEditions()
    const proposed = await lists(community).propose(pasted('锦江区 高风险'))
    return () => as('street-officer').riskAreas.drop({ ...on(proposed), words: '换一份' })
  },
}

const below = 'qinghe-2-1-1'
const officer = () => as('officer-2').places
const added = async (): Promise<{ place: string; version: number }> => {
  const node = { place: below, level: 'building' as const, name: another('楼'), code: '' }
  const { id, version } = answered(await officer().add({ submission: randomUUID(), ...node }))
  return { place: id, version }
}

const places: Record<string, Act> = {
  'a new place': () => {
    const node = { place: below, level: 'building' as const, name: another('楼'), code: '' }
    const input = { submission: randomUUID(), ...node }
    return () => officer().add(input)
  },
  'a place that is moved': async () => {
    const input = { ...(await added()), to: 'qinghe-2-1-2' }
    return () => officer().move(input)
  },
  'a place that goes into another': async () => {
    const input = { ...(await added()), into: (await added()).place }
    return () => officer().merge(input)
  },
  'who is responsible for a place': async () => {
    const input = { ...(await added()), duty: 'leader' as const, person: newcomer }
    return () => officer().appoint(input)
  },
}

const colleague = (): string => {
  const openid = another('colleague')
  insert(community, 'staff', [postOf(openid, 'gridWorker', 'qinghe-1-1')])
  return openid
}

const staff: Record<string, Act> = {
  'an invitation': () => {
    const input = { submission: randomUUID(), place: 'qinghe-1-1', role: 'gridWorker' as const }
    return () => as('officer-1').staff.invite(input)
  },
  'the withdrawal of an invitation': async () => {
    const { invitation } = await invited(community, 'officer-1', 'qinghe-1-1', 'gridWorker')
    return () => as('officer-1').staff.revoke({ place: 'qinghe-1', invitation })
  },
  joining: async () => {
    const { code } = await invited(community, 'officer-1', 'qinghe-1-1', 'gridWorker')
    const openid = another('fresh')
    return () => as(openid).staff.join({ code, ...newcomer })
  },
  suspending: async () => {
    const input = { ...(await onPost(community, 'officer-1', `post-${colleague()}`)), words: '离职' }
    return () => as('officer-1').staff.suspend(input)
  },
  resuming: async () => {
    const post = `post-${colleague()}`
    const suspend = { ...(await onPost(community, 'officer-1', post)), words: '离职' }
    answered(await as('officer-1').staff.suspend(suspend))
    const input = { ...(await onPost(community, 'officer-1', post)), words: '返岗' }
    return () => as('officer-1').staff.resume(input)
  },
  'moving somebody': async () => {
    const input = { ...(await onPost(community, 'officer-1', `post-${colleague()}`)), to: 'qinghe-1-2' }
    return () => as('officer-1').staff.move(input)
  },
  'handing over': () => {
    const posts = { post: `post-${colleague()}`, to: `post-${colleague()}` }
    const input = { submission: randomUUID(), ...posts }
    return () => as('officer-1').staff.handOver(input)
  },
}

const imports: Record<string, Act> = {
  'an import of places': async () => {
    const compound = another('新苑')
    const table = [
      ['社区', '小区', '楼栋'],
      ['望江社区', compound, ''],
      ['望江社区', compound, '1号楼'],
    ]
    const { file, digest } = await importing(community, 'administrator', 'qinghe').plan(table)
    return async () => {
      const applied = await as('administrator').placeImport.apply({ place: 'qinghe', file, digest })
      return applied.ok ? ok({ left: applied.data.left }) : applied
    }
  },
}

const acts = { ...keeping, ...editions, ...places, ...imports, ...staff }

describe('what the network doubles is done once and answered alike, wherever the two meet', () => {
  it.each(Object.entries(acts))('%s', async (_, prepare) => {
    let met = 0
    for (;;) {
      const both = await meetingAt(met + 1, await prepare())
      if (!both) break
      met += 1
      expect([met, both.first]).toMatchObject([met, { ok: true }])
      expect([met, both.twin]).toEqual([met, both.first])
    }
    expect(met).toBeGreaterThan(2)
  })
})
