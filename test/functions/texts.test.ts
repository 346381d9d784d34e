import { randomUUID } from 'node:crypto'
import { hiddenText } from '@contract/labels'
import type { Case } from '@kernel/caseEvents'
import type { DoubtDocument } from '@kernel/checking/doubts'
import type { Verification } from '@contract/upkeep'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { checksOf, checksWhileAway } from './support/contentChecks'
import { minutesFromNow, set, stored } from './support/keeping'
import { act, answersOf, registered, registration } from './support/registrations'
import { familyOf, reportOf } from './support/reports'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const as = (openid: string) => community.as(openid)
const kept = () => stored<DoubtDocument>(community, 'textChecks')
const lookLater = () => community.cloud.fireTimer('texts')

/** The texts that wait for an officer, the latest last. */
const waiting = async (officer = 'officer-1') =>
  answered(await as(officer).inbox.list({ kind: 'textCheck' })).items

/** Somebody registers with a note that WeChat is not sure of, and an officer is asked. */
async function doubted(note: string) {
  const found = await registered(community, 'resident-1', { note })
  await lookLater()
  const [check] = (await waiting()).slice(-1)
  if (!check) throw new Error('no officer was asked')
  return { found, check }
}

const noteOf = async (id: string) =>
  answered(await as('worker-1-1').returnee.review({ case: id })).answers.note

async function alteredCases(): Promise<number> {
  const verified: Verification = answered(await as('administrator').upkeep.verify({ after: null }))
  return verified.altered
}

describe('what it costs to check texts', () => {
  it('is no call where nothing was said', async () => {
    const { returnee } = as('resident-2')
    const blank = registration({
      note: '',
      from: { region: '510107', detail: '' },
      household: { place: 'qinghe-1-1-1-1', door: '' },
    })
    expect(await checksOf(() => returnee.register(blank))).toBe(0)
    expect(await checksOf(() => returnee.mine({}))).toBe(0)
  })

  it('is one call for everything that was said at once, and no database request', async () => {
    const spoken = registration({ note: '到家了' })
    expect(await checksOf(() => as('resident-2').returnee.register(spoken))).toBe(1)
    const requests = await community.costOf(() => as('resident-2').returnee.register(registration()))
    expect(requests.map(({ collection }) => collection)).not.toContain('textChecks')
  })

  it('is one more for each of several texts where one is refused, and that one is named', async () => {
    const risky = registration({ note: '测试违规' })
    let error
    const checks = await checksOf(async () => {
      error = refusal(await as('resident-2').returnee.register(risky))
    })
    expect(error).toMatchObject({ fields: { 'answers.note': 'offends' } })
    expect(checks).toBe(1 + ['door', 'detail', 'note'].length)
  })
})

describe('a text that WeChat wants somebody to look at', () => {
  it('is stored as it is, and kept sealed until an officer is asked', async () => {
    const found = await registered(community, 'resident-1', { note: '测试复核一下' })
    expect(await noteOf(found.id)).toBe('测试复核一下')
    expect(kept()).toHaveLength(1)
    expect(JSON.stringify(kept())).not.toMatch(/测试复核|resident-1/)
    await lookLater()
    expect(kept()).toEqual([])
  })

  it('is kept once however often the act is sent', async () => {
    const sent = registration({ note: '测试复核两次' })
    answered(await as('resident-1').returnee.register(sent))
    answered(await as('resident-1').returnee.register(sent))
    expect(kept()).toHaveLength(1)
    await lookLater()
  })

  it('is not kept where the act itself is refused', async () => {
    const found = await registered(community, 'resident-1')
    const stale = { ...act(found), version: 7, words: '测试复核' }
    expect(refusal(await as('worker-1-1').returnee.ask(stale)).code).toBe('changedMeanwhile')
    expect(kept()).toEqual([])
  })

  it('waits for the officers of the community, and for nobody below them', async () => {
    const { found, check } = await doubted('测试复核给谁看')
    expect(check).toMatchObject({
      place: { id: 'qinghe-1' },
      todo: { role: 'communityOfficer' },
      brief: { doubt: 'review', standsIn: 'returnee' },
    })
    expect(await waiting('worker-1-1')).toEqual([])
    expect(await waiting('officer-2')).toEqual([])
    expect(refusal(await as('worker-1-1').texts.review({ case: check.id })).code).toBe('notAllowed')
    expect(refusal(await as('officer-2').texts.review({ case: check.id })).code).toBe('notFound')
    const shown = answered(await as('officer-1').texts.review({ case: check.id }))
    expect(shown).toMatchObject({
      standsIn: { kind: 'returnee', id: found.id },
      canHide: true,
      events: ['reveal', 'keep', 'hide'],
    })
    expect(JSON.stringify(shown)).not.toContain('测试复核')
  })

  it('is read by a look that is written down, its long numbers masked', async () => {
    const { check } = await doubted('测试复核 13800007777')
    const { texts } = answered(await as('officer-1').texts.reveal({ ...act(check), words: '复核' }))
    expect(texts).toEqual(['测试复核 ***********'])
    const looks = answered(await as('street-officer').looks.list({ place: 'qinghe-1' })).items
    expect(looks[0]).toMatchObject({ kind: 'reveal', cases: [{ id: check.id, kind: 'textCheck' }] })
  })

  it('stays where nothing is wrong with it, and what it says goes from the officer’s case', async () => {
    const { found, check } = await doubted('测试复核没事')
    const keep = answered(await as('officer-1').texts.keep(act(check)))
    expect(keep.status).toBe('kept')
    expect(await noteOf(found.id)).toBe('测试复核没事')
    const [body] = stored<Case>(community, 'cases').flatMap((one) => (one._id === check.id ? [one.body] : []))
    expect(body).toMatchObject({ texts: null })
  })
})

describe('a text that an officer hides', () => {
  it('is read by nobody any more, whatever else was said stays, and no history is broken', async () => {
    const { found, check } = await doubted('测试复核骂人')
    const hidden = answered(await as('officer-1').texts.hide({ ...act(check), words: '骂人' }))
    expect(hidden.status).toBe('hidden')
    expect(await noteOf(found.id)).toBe(hiddenText)
    const own = answered(await as('resident-1').returnee.show({ case: found.id }))
    expect(own.answers).toMatchObject({ note: hiddenText, from: { detail: '菜市场旁' } })
    expect(await alteredCases()).toBe(0)
  })

  it('is shown again where that was a mistake', async () => {
    const { found, check } = await doubted('测试复核弄错')
    const hidden = answered(await as('officer-1').texts.hide({ ...act(check), words: '骂人' }))
    answered(await as('street-officer').texts.keep(act(hidden)))
    expect(await noteOf(found.id)).toBe('测试复核弄错')
    expect(await alteredCases()).toBe(0)
  })

  it('is hidden once, and made good by the same act sent again', async () => {
    const { found, check } = await doubted('测试复核再来')
    const hide = { ...act(check), words: '骂人' }
    const first = answered(await as('officer-1').texts.hide(hide))
    expect(answered(await as('officer-1').texts.hide(hide))).toEqual(first)
    expect(await noteOf(found.id)).toBe(hiddenText)
  })

  it('among words of staff, in the event that said them', async () => {
    const found = await registered(community, 'resident-1')
    answered(await as('worker-1-1').returnee.note({ ...act(found), words: '测试复核的备注' }))
    await lookLater()
    const [check] = (await waiting()).slice(-1)
    if (!check) throw new Error('no officer was asked')
    answered(await as('officer-1').texts.hide({ ...act(check), words: '不合适' }))
    const { timeline } = answered(await as('worker-1-1').returnee.review({ case: found.id }))
    expect(timeline[timeline.length - 1]).toMatchObject({ event: 'note', words: hiddenText })
    expect(await alteredCases()).toBe(0)
  })

  it('of a family’s report, also where it went to an episode of being unwell', async () => {
    const family = familyOf(community, 'resident-9')
    const { unwell } = answered(
      await as('resident-9').selfReport.report(
        reportOf(family, [{ temperature: '38.5', note: '测试复核发热' }]),
      ),
    )
    await lookLater()
    const [check] = (await waiting()).slice(-1)
    if (!check) throw new Error('no officer was asked')
    expect(check.brief).toMatchObject({ standsIn: 'household' })
    answered(await as('officer-1').texts.hide({ ...act(check), words: '不合适' }))
    const alert = { case: unwell[0]?.alert ?? '', version: 1, submission: randomUUID(), words: '看看' }
    const { notes } = answered(await as('worker-1-1').healthAlerts.reveal(alert))
    expect(notes).toEqual([hiddenText])
  })

  it('of two officers who decide at once only one has decided, and the text is as it was decided', async () => {
    const { found, check } = await doubted('测试复核两人')
    const [hide, keep] = await Promise.all([
      as('officer-1').texts.hide({ ...act(check), words: '骂人' }),
      as('street-officer').texts.keep(act(check)),
    ])
    expect([hide.ok, keep.ok].sort()).toEqual([false, true])
    expect(await noteOf(found.id)).toBe(hide.ok ? hiddenText : '测试复核两人')
  })

  it('is not one that staff have published under their names', async () => {
    const { places } = as('street-officer')
    answered(
      await places.add({
        ...{ submission: randomUUID(), place: 'qinghe-1-1-1', level: 'building', code: '' },
        name: '测试复核楼',
      }),
    )
    await lookLater()
    const [check] = (await waiting()).slice(-1)
    if (!check) throw new Error('no officer was asked')
    const { canHide, events } = answered(await as('officer-1').texts.review({ case: check.id }))
    expect([canHide, events]).toEqual([false, ['reveal', 'keep']])
    const hide = await as('officer-1').texts.hide({ ...act(check), words: '不合适' })
    expect(refusal(hide).code).toBe('eventNotAllowed')
  })

  it('is never decided about by whoever wrote it', async () => {
    const found = await registered(community, 'resident-1')
    answered(await as('officer-1').returnee.note({ ...act(found), words: '测试复核自己写的' }))
    await lookLater()
    const before = await waiting()
    const [check] = (await waiting('street-officer')).slice(-1)
    expect(before.map(({ id }) => id)).not.toContain(check?.id)
    expect(
      refusal(await as('officer-1').texts.keep(act(check ?? { id: randomUUID(), version: 1 }))).code,
    ).toBe('eventNotAllowed')
  })
})

describe('while WeChat cannot be asked', () => {
  const report = async (openid: string, note: string) =>
    answered(await as(openid).selfReport.report(reportOf(familyOf(community, openid), [{ note }])))

  it('a report arrives, is kept for later, and one person waits for all', async () => {
    const checks = await checksWhileAway(async () => {
      await report('resident-11', '没事')
      await report('resident-12', '测试违规')
    })
    expect(checks).toBe(1)
    expect(kept()).toMatchObject([{ why: 'unknown' }, { why: 'unknown' }])
  })

  it('and is checked as soon as WeChat is back: an officer is asked only about what it would have refused', async () => {
    const before = (await waiting()).length
    await lookLater()
    expect(kept()).toEqual([])
    expect((await waiting()).slice(before)).toMatchObject([{ brief: { doubt: 'risky' } }])
  })

  it('is asked again ten minutes later where it is still away', async () => {
    await report('resident-13', '还没好')
    await checksWhileAway(lookLater)
    const [later] = kept()
    expect(later?.dueAt.getTime()).toBeGreaterThan(minutesFromNow(8).getTime())
    // WeChat is remembered to be away for a minute: what is due is put off without asking it.
    if (later) set(community, 'textChecks', later._id, { dueAt: minutesFromNow(-1) })
    expect(await checksOf(lookLater)).toBe(0)
  })

  it('a text that nobody could check in two hours goes to an officer', async () => {
    const [old] = kept()
    if (!old) throw new Error('nothing was kept')
    set(community, 'textChecks', old._id, { writtenAt: minutesFromNow(-121), dueAt: minutesFromNow(-1) })
    await lookLater()
    expect(kept()).toEqual([])
    const last = (await waiting()).slice(-1)
    expect(last).toMatchObject([{ brief: { doubt: 'tooLate', standsIn: 'household' } }])
  })
})

describe('what somebody wrote who has it all deleted', () => {
  it('was told to them as long as it was doubted, and can be taken along', async () => {
    const own = as('resident-1').myData
    const { cases } = answered(await own.show({}))
    expect(cases.map(({ kind }) => kind)).toContain('textCheck')
    expect(answered(await own.export({})).address).toContain('http')
  })

  it('is not asked about once it is gone', async () => {
    const { returnee, myData } = as('resident-3')
    const found = answered(await returnee.register(registration(answersOf({ note: '测试复核删除' }))))
    answered(await returnee.withdraw({ ...act(found), words: '不回来了' }))
    answered(await myData.erase({ submission: randomUUID() }))
    const before = (await waiting()).length
    await lookLater()
    expect((await waiting()).length).toBe(before)
    expect(kept()).toEqual([])
  })
})
