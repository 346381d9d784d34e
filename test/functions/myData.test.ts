import readXlsxFile from 'read-excel-file/node'
import { addDays } from '@contract/calendar'
import { EXPORTS_AT_ONCE } from '@contract/myData'
import { answered, openCommunity, refusal, type Community } from './support/community'
import {
  accepted,
  beginAnew,
  caseOf,
  certificates,
  eventfulCase,
  expire,
  fireTimer,
  midnightAfter,
  minutesFromNow,
  nothingLeft,
  set,
  stored,
  submission,
  tracesOf,
} from './support/keeping'
import { sentTwice } from './support/meanwhile'
import { bytesAt, newPicture } from './support/pictures'
import { act, answersOf, registered, today } from './support/registrations'
import { familyOf, reportOf } from './support/reports'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const mine = () => community.as('resident-1').myData
const worker = () => community.as('worker-1-1').returnee

describe('what is stored about somebody', () => {
  it('is nothing for a stranger', async () => {
    expect(answered(await mine().show({}))).toEqual({
      cases: [],
      people: 0,
      households: { number: 0, people: 0 },
      pictures: 0,
      looks: 0,
      lifts: [],
    })
  })

  it('is shown with its period, and how often staff have looked', async () => {
    const id = await eventfulCase(community, 'resident-1')
    await registered(community, 'resident-2')
    const shown = answered(await mine().show({}))
    expect(shown).toMatchObject({ people: 2, pictures: 1, looks: 1 })
    expect(shown.cases).toMatchObject([{ id, obstacle: null, until: null, eraseWanted: false }])
    expect(shown.cases[0]?.place.names).toEqual(['青禾街道', '春晓社区', '春晓东苑', '1 号楼'])
  })

  it('costs six database requests', async () => {
    await registered(community, 'resident-1')
    expect(await community.costOf(() => mine().show({}))).toHaveLength(6)
  })
})

describe('taking one’s data along', () => {
  const sheets = async () => {
    const { address } = answered(await mine().export({}))
    return readXlsxFile(await bytesAt(address))
  }

  it('gives everything as it was typed, what happened, and who looked and why', async () => {
    const fresh = await registered(community, 'resident-1')
    const asked = answered(await worker().ask({ ...act(fresh), words: '几号车厢？' }))
    const said = answered(
      await community.as('resident-1').returnee.answer({ ...act(asked), words: '8 号，电话 13800001234' }),
    )
    answered(await worker().note({ ...act(said), words: '只给同事看的话' }))
    answered(await worker().reveal({ ...act(said), words: '电话核实' }))
    await registered(community, 'resident-2', { person: { name: '别人家', phone: '13900000000' } })

    const [about, answers, timeline, people] = await sheets()
    expect([about?.sheet, answers?.sheet, timeline?.sheet, people?.sheet]).toEqual([
      '说明',
      '登记内容',
      '经过',
      '家人信息',
    ])
    const typed = answersOf()
    const text = JSON.stringify([answers?.data, people?.data])
    for (const part of [
      typed.person.name,
      typed.person.phone,
      typed.person.document?.number,
      typed.household.door,
      typed.from.detail,
      typed.transport.plate,
      typed.companions[0]?.name,
      typed.companions[0]?.phone,
      typed.note,
      typed.test.takenAt,
      '四川省 成都市 武侯区',
    ])
      expect(text).toContain(part)
    const happened = timeline?.data.map((row) => row.slice(2).join('|'))
    expect(happened).toContain('网格员 王秀英|查看了完整信息|电话核实')
    expect(happened).toContain('本人|回答|8 号，电话 13800001234')
    expect(JSON.stringify(timeline?.data)).not.toContain('只给同事看的话')
    expect(JSON.stringify([answers?.data, people?.data])).not.toContain('别人家')
  })

  it('gives the people, reports and calls of one’s household, numbers that staff wrote down masked', async () => {
    const account = 'resident-with-family'
    const family = familyOf(community, account)
    const said = { temperature: '36.8', note: '昨天回来' }
    answered(await community.as(account).selfReport.report(reportOf(family, [said])))
    const { calls } = community.as('worker-1-1')
    const call = submission()
    const begun = { household: family._id, submission: call, reason: 'other', evenSo: false } as const
    answered(await calls.begin(begun))
    const words = '请打她女儿 13900001111'
    answered(await calls.end({ household: family._id, call, result: 'answered', words }))
    const { address } = answered(await community.as(account).myData.export({}))
    const text = JSON.stringify((await readXlsxFile(await bytesAt(address))).slice(4, 7))
    for (const part of ['方小棠', '11010519491231002X', '36.8 ℃', '昨天回来', '网格员 王秀英', '请打她女儿'])
      expect(text).toContain(part)
    expect(text).not.toContain('13900001111')
  })

  it('works for somebody about whom nothing is stored', async () => {
    expect((await sheets()).map(({ data }) => data.length)).toEqual([5, 1, 1, 1, 1, 1, 1, 1])
  })

  it('leaves no file when the ten minutes are over', async () => {
    await registered(community, 'resident-1')
    const bytes = await bytesAt(answered(await mine().export({})).address)
    await fireTimer(community)
    expect((await community.storedBytes()).includes(bytes)).toBe(true)
    const [made] = stored(community, 'exports')
    set(community, 'exports', String(made?._id), { removeAt: minutesFromNow(-1) })
    await fireTimer(community)
    expect((await community.storedBytes()).includes(bytes)).toBe(false)
    expect(stored(community, 'exports')).toEqual([])
  })

  it('is refused while several lie ready', async () => {
    for (let n = 0; n < EXPORTS_AT_ONCE; n += 1) answered(await mine().export({}))
    expect(refusal(await mine().export({})).code).toBe('tooOften')
  })
})

describe('having one’s data deleted', () => {
  const erase = async (id = submission()) => answered(await mine().erase({ submission: id }))

  it('deletes at once what nothing stands against, with a certificate', async () => {
    const image = newPicture()
    const id = await eventfulCase(community, 'resident-1', image)
    const other = await registered(community, 'resident-2')
    expect(await erase()).toEqual({ certificate: 1, cases: 1, households: 0, stays: [] })
    expect(tracesOf(community, id)).toEqual(nothingLeft)
    expect((await community.storedBytes()).includes(image)).toBe(false)
    expect(caseOf(community, other.id)).toBeDefined()
    expect((await certificates(community))[0]).toMatchObject({
      reasons: { request: 1 },
      numbers: { cases: 1 },
    })
    expect(answered(await mine().show({}))).toMatchObject({ cases: [], people: 0, pictures: 0 })
    expect(answered(await community.as('resident-1').people.me({})).family).toEqual([])
  })

  it('leaves nothing that was typed in any document', async () => {
    await eventfulCase(community, 'resident-1')
    await erase()
    const everything = JSON.stringify(
      (['cases', 'people', 'pictures', 'looks', 'deletions', 'deletionRuns', 'certificates'] as const).map(
        (name) => stored(community, name),
      ),
    )
    for (const trace of ['resident-1', '方*棠', '方小棠', '春晓东苑']) expect(everything).not.toContain(trace)
  })

  it('is done once when it is sent twice, also at the same moment', async () => {
    await eventfulCase(community, 'resident-1')
    const id = submission()
    const answers = await Promise.all([erase(id), erase(id)])
    answers.push(await erase(id))
    expect(answers).toEqual(Array(3).fill({ certificate: 1, cases: 1, households: 0, stays: [] }))
    expect(await certificates(community)).toHaveLength(1)
  })

  it('is answered the same where one of two sent at once has taken everything before the other looks', async () => {
    await eventfulCase(community, 'resident-1')
    const id = submission()
    const answers = await sentTwice('database.getDocument', 'cases', () => erase(id))
    expect(answers).toEqual(Array(2).fill({ certificate: 1, cases: 1, households: 0, stays: [] }))
  })

  it('leaves what somebody must still act on, until that is done', async () => {
    const fresh = await registered(community, 'resident-1')
    expect(await erase()).toMatchObject({
      certificate: null,
      cases: 0,
      stays: [{ id: fresh.id, obstacle: 'open', until: null, eraseWanted: true }],
    })
    answered(await worker().accept({ ...act(fresh), measure: 'homeObservation', days: 3, words: '' }))
    expect(caseOf(community, fresh.id)?.keepUntil).toEqual(midnightAfter(2))
  })

  it('leaves what has a measure in force, to its last day', async () => {
    const { id } = await accepted(community, 'resident-1', 7)
    expect((await erase()).stays).toMatchObject([{ id, obstacle: 'measure', until: addDays(today, 6) }])
    expect(caseOf(community, id)?.keepUntil).toEqual(midnightAfter(6))
    expire(community, id)
    await fireTimer(community)
    expect(tracesOf(community, id)).toEqual(nothingLeft)
  })

  it('leaves what a legal hold keeps, and says until when', async () => {
    const { id } = await accepted(community, 'resident-1', 0)
    const until = addDays(today, 30)
    const hold = { submission: submission(), place: 'qinghe-1', case: null, until, words: '诉讼' }
    answered(await community.as('street-officer').keeping.hold(hold))
    expect(await erase()).toMatchObject({ certificate: null, stays: [{ id, obstacle: 'hold', until }] })
  })

  it('deletes what it can and leaves the rest', async () => {
    const [gone, stays] = [
      await accepted(community, 'resident-1', 0),
      await registered(community, 'resident-1'),
    ]
    expect(await erase()).toMatchObject({ certificate: 1, cases: 1, stays: [{ id: stays.id }] })
    expect([caseOf(community, gone.id), caseOf(community, stays.id)?._id]).toEqual([undefined, stays.id])
  })

  it('touches nobody else’s, and nothing about one’s own work', async () => {
    await accepted(community, 'resident-1', 0)
    const { erase: eraseOfWorker } = community.as('worker-1-1').myData
    const erased = answered(await eraseOfWorker({ submission: submission() }))
    expect(erased).toEqual({ certificate: null, cases: 0, households: 0, stays: [] })
    expect(stored(community, 'cases')).toHaveLength(1)
  })
})
