import { randomUUID } from 'node:crypto'
import type { Result } from '@contract/action'
import { answered, refusal } from './support/community'
import { policyProposal, proposedPolicy, on } from './support/editions'
import { holdOn, insert } from './support/keeping'
import { act, registered, today } from './support/registrations'
import { onPost, postOf } from './support/staff'
import { useTurnedClock } from './support/turnedClock'

const town = useTurnedClock()

const as = (openid: string) => town.community.as(openid)

describe('whoever did not hear the answer, and sends it again when time has passed', () => {
  it('is shown the hold, also when its last day is over', async () => {
    const hold = holdOn({ until: today })
    const first = answered(await as('street-officer').keeping.hold(hold))
    await town.clock.turnTo(2)
    expect(answered(await as('street-officer').keeping.hold(hold))).toEqual(first)
    const other = { ...hold, words: '别的理由' }
    expect(refusal(await as('street-officer').keeping.hold(other)).fields).toEqual({ until: 'outOfRange' })
    expect(refusal(await as('administrator').keeping.hold(hold)).fields).toEqual({ until: 'outOfRange' })
  })

  it('is shown the proposal, also when a clock was put back to before its source', async () => {
    const proposal = await policyProposal(town.community, 'street-officer')
    const first = answered(await as('street-officer').policy.propose(proposal))
    await town.clock.turnTo(-1)
    expect(answered(await as('street-officer').policy.propose(proposal))).toEqual(first)
    const fresh = { ...proposal, submission: randomUUID() }
    expect(refusal(await as('street-officer').policy.propose(fresh)).code).toBe('invalidInput')
  })
})

describe('whoever sends it again when the tree is another', () => {
  const officer = () => as('officer-2').places
  const building = (name: string) => ({
    ...{
      submission: randomUUID() as string,
      place: 'qinghe-2-1-1',
      level: 'building' as const,
      name,
      code: '',
    },
  })

  it('is told of the place that was added, also when it has another name and is no more', async () => {
    const [sent, into] = [building('甲座'), answered(await officer().add(building('乙座')))]
    const { id: place, version } = answered(await officer().add(sent))
    const renamed = answered(await officer().rename({ place, version, name: '丙座', code: 'C' }))
    expect(answered(await officer().add(sent))).toEqual(renamed)
    const merged = answered(await officer().merge({ place, version: renamed.version, into: into.id }))
    expect(answered(await officer().add(sent))).toEqual(merged)
    expect(refusal(await officer().add({ ...sent, name: '丙座' })).code).toBe('submissionTaken')
  })

  it('is told of the merging, also when what it went into has gone into another', async () => {
    const [one, other, last] = [
      answered(await officer().add(building('东座'))),
      answered(await officer().add(building('西座'))),
      answered(await officer().add(building('南座'))),
    ]
    const merging = { place: one.id, version: one.version, into: other.id }
    const merged = answered(await officer().merge(merging))
    const node = answered(await officer().node({ place: other.id }))
    answered(await officer().merge({ place: other.id, version: node.version, into: last.id }))
    expect(answered(await officer().merge(merging))).toEqual(merged)
  })
})

describe('whoever sends it again when the post is another', () => {
  const colleague = (openid: string) => {
    insert(town.community, 'staff', [postOf(openid, 'gridWorker', 'qinghe-1-1')])
    return `post-${openid}`
  }

  it('is told that it was suspended, also when it serves elsewhere by now', async () => {
    const post = colleague('moving-on')
    const suspending = { ...(await onPost(town.community, 'officer-1', post)), words: '请假' }
    answered(await as('officer-1').staff.suspend(suspending))
    const above = () => onPost(town.community, 'street-officer', post)
    answered(await as('street-officer').staff.resume({ ...(await above()), words: '返岗' }))
    const moved = answered(await as('street-officer').staff.move({ ...(await above()), to: 'qinghe-2-1' }))
    expect(answered(await as('officer-1').staff.suspend(suspending))).toEqual(moved)
    const again = { ...suspending, submission: randomUUID() }
    expect(refusal(await as('officer-1').staff.suspend(again)).code).toBe('notFound')
  })

  it('is told that the work was handed over, also when the colleague is suspended by now', async () => {
    const [post, to] = [colleague('handing'), colleague('taking')]
    const handing = { submission: randomUUID(), post, to }
    const first = answered(await as('officer-1').staff.handOver(handing))
    const suspending = { ...(await onPost(town.community, 'officer-1', to)), words: '请假' }
    answered(await as('officer-1').staff.suspend(suspending))
    expect(answered(await as('officer-1').staff.handOver(handing))).toEqual(first)
    const again = { ...handing, submission: randomUUID() }
    expect(refusal(await as('officer-1').staff.handOver(again)).fields).toEqual({ to: 'colleagueUnknown' })
  })
})

/** An act that says something, sent as often as one likes. */
type Saying = (words: string) => Promise<() => Promise<Result<unknown>>>

const sayings: Record<string, Saying> = {
  'a hold': (words) => {
    const hold = holdOn({ words })
    return Promise.resolve(() => as('street-officer').keeping.hold(hold))
  },
  'the release of a hold': async (words) => {
    const { id: hold } = answered(await as('street-officer').keeping.hold(holdOn()))
    return () => as('street-officer').keeping.release({ place: 'qinghe-1', hold, words })
  },
  'the end of an outbreak': (words) => {
    const lift = { submission: randomUUID(), place: 'qinghe-3', days: 14, words }
    return Promise.resolve(() => as('administrator').keeping.announceLift(lift))
  },
  'that it is not over': async (words) => {
    const lift = { submission: randomUUID(), place: 'qinghe-3', days: 14, words: '已结束' }
    const { id } = answered(await as('administrator').keeping.announceLift(lift))
    return () => as('administrator').keeping.cancelLift({ place: 'qinghe-3', lift: id, words })
  },
  'a proposal': async (words) => {
    const proposal = await policyProposal(town.community, 'street-officer', { words })
    return () => as('street-officer').policy.propose(proposal)
  },
  'the dropping of a proposal': async (words) => {
    const proposed = await proposedPolicy(town.community)
    return () => as('street-officer').policy.drop({ ...on(proposed), words })
  },
  'a suspension': async (words) => {
    const openid = `said-${randomUUID()}`
    insert(town.community, 'staff', [postOf(openid, 'gridWorker', 'qinghe-1-1')])
    const suspending = { ...(await onPost(town.community, 'officer-1', `post-${openid}`)), words }
    return () => as('officer-1').staff.suspend(suspending)
  },
  'the name of a new place': (name) => {
    const node = { place: 'qinghe-3-1-1', level: 'building' as const, name, code: '' }
    const adding = { submission: randomUUID(), ...node }
    return Promise.resolve(() => as('officer-3').places.add(adding))
  },
  'the hiding of a text': async (words) => {
    await registered(town.community, 'resident-1', { note: '测试复核骂人' })
    await town.community.cloud.fireTimer('texts')
    const { items } = answered(await as('officer-1').inbox.list({ kind: 'textCheck' }))
    const hiding = { ...act(items[0]!), words }
    return () => as('officer-1').texts.hide(hiding)
  },
}

describe('what WeChat has come to refuse since it was done is answered as done', () => {
  it.each(Object.entries(sayings))('%s', async (_, saying) => {
    const { wechat } = town.community.cloud
    const usual = wechat.words
    const send = await saying('听说要封城')
    const first = answered(await send())
    wechat.words = [{ word: '封城', suggest: 'risky', label: 20001 }]
    try {
      expect(answered(await send())).toEqual(first)
    } finally {
      wechat.words = usual
    }
  })
})
