import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { RegistrationDraft } from '@contract/returnee'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, answersOf, place, registered, registration, today } from './support/registrations'
import { areaOf, rulingDocuments } from './support/rulings'

/** Everything that people of this story type and that nobody may find: each is nowhere else in the project. */
const secrets = {
  name: '欧阳朝霞',
  phone: '13811112222',
  document: '999999199003078815',
  companion: '司徒晚晴',
  companionPhone: '13833334444',
  companionDocument: 'E87654321',
  door: '七单元九零二室',
  plate: '示B55K7Q',
  from: '清水巷尽头蓝门',
  number: 'D9876',
  note: '钥匙在门口花盆下',
  amendedName: '上官清秋',
  amendedPhone: '13855556666',
  question: '您孩子在哪所学校',
  answer: '在向阳花小学三班',
  colleagueNote: '她丈夫不在家',
  look: '核对她的工作单位',
  sought: '找她的母亲',
  decision: '同住老人刚出院',
  appeal: '我从没去过那家店',
  telephoned: '诸葛晨曦',
  telephonedPhone: '13877778888',
  withdrawn: '家里有人病重',
  // WeChat wants somebody to look at this one and at the note of a report.
  suspension: '测试复核：与住户争执',
  member: '慕容晓月',
  memberPhone: '13899990001',
  memberDocument: 'E11223344',
  homeDoor: '九单元一一零八室',
  been: '柳树湾二巷豆腐摊',
  reportNote: '测试复核：半夜咳醒三次',
  callWords: '说正在陪老人看病',
  alertLook: '要告诉发热门诊',
  alertWords: '已陪同去发热门诊',
  tip: '半夜有人翻后墙进来',
  tipWhere: '水表旁边的红漆门',
  tipPlate: '示C77X8Z',
  tipQuestion: '您听见他们说什么了',
  tipAnswer: '听见说是从外省开夜车来的',
  tipLook: '上门以前核对门牌',
  tipResult: '屋里是借住的表哥',
} as const

const answersOfHers = (changes: Partial<RegistrationDraft> = {}) =>
  answersOf({
    person: {
      name: secrets.name,
      phone: secrets.phone,
      document: { kind: 'residentId', number: secrets.document },
    },
    household: { place: place.building, door: secrets.door },
    from: { region: '510107', detail: secrets.from },
    transport: { by: 'car', number: secrets.number, plate: secrets.plate },
    companions: [
      {
        name: secrets.companion,
        phone: secrets.companionPhone,
        relation: 'parent',
        document: { kind: 'passport', number: secrets.companionDocument },
      },
    ],
    note: secrets.note,
    ...changes,
  })

/** A household of hers, of which somebody is unwell, is called and is followed up. */
async function reportOfHers(): Promise<void> {
  const { households, selfReport } = community.as('resident-1')
  const { calls, healthAlerts } = community.as('worker-1-1')
  const household = randomUUID()
  const { members } = answered(
    await households.open({
      submission: household,
      place: place.building,
      door: secrets.homeDoor,
      how: 'self',
      members: [
        {
          name: secrets.member,
          phone: secrets.memberPhone,
          relation: 'self',
          document: { kind: 'passport', number: secrets.memberDocument },
        },
      ],
    }),
  )
  const person = {
    person: members[0]?.id ?? '',
    temperature: '38.2',
    symptoms: ['cough' as const],
    contacts: [],
    been: [{ region: '510104', detail: secrets.been, first: today, last: today }],
    note: secrets.reportNote,
  }
  const report = { submission: randomUUID(), household, on: today, how: 'self' as const, people: [person] }
  const { unwell } = answered(await selfReport.report(report))
  const call = { submission: randomUUID(), household, reason: 'unwell' as const }
  answered(await calls.begin(call))
  answered(
    await calls.end({ household, call: call.submission, result: 'answered', words: secrets.callWords }),
  )
  const raised = { id: unwell[0]?.alert ?? '', version: 1 }
  const seen = answered(await healthAlerts.see(act(raised)))
  const shown = answered(await healthAlerts.reveal({ ...act(seen), words: secrets.alertLook }))
  answered(await healthAlerts.followUp({ ...act(shown), words: secrets.alertWords }))
}

/** What a neighbour has told of her, asked, answered, and found there. */
async function tipOnHer(): Promise<void> {
  const { letterbox } = community.as('resident-2')
  const { tips, inbox } = community.as('worker-1-1')
  const { receipt } = answered(
    await letterbox.tell({
      letter: randomUUID(),
      kind: 'unregisteredReturn',
      place: place.building,
      where: secrets.tipWhere,
      seen: { on: today },
      words: secrets.tip,
      plate: secrets.tipPlate,
    }),
  )
  const emptied = () => community.cloud.fireTimer('letterbox')
  await emptied()
  const [told] = answered(await inbox.list({ kind: 'tip' })).items
  if (!told) throw new Error('no tip in the inbox')
  const asked = answered(await tips.ask({ ...act(told), words: secrets.tipQuestion }))
  answered(await letterbox.add({ receipt, letter: randomUUID(), words: secrets.tipAnswer }))
  await emptied()
  const shown = answered(await tips.reveal({ ...act(asked), words: secrets.tipLook }))
  const seen = answered(await tips.see(act(shown)))
  answered(await tips.leaveOpen({ ...act(seen), words: secrets.tipResult }))
  answered(await letterbox.add({ receipt, letter: randomUUID(), words: secrets.tipAnswer }))
  await emptied()
}

let community: Community
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high')]))
  const { returnee: resident } = community.as('resident-1')
  const { returnee: worker, looks } = community.as('worker-1-1')
  const fresh = await registered(community, 'resident-1', answersOfHers())
  const asked = answered(await worker.ask({ ...act(fresh), words: secrets.question }))
  const told = answered(await resident.answer({ ...act(asked), words: secrets.answer }))
  const person = { ...answersOfHers().person, name: secrets.amendedName, phone: secrets.amendedPhone }
  const amended = answered(await resident.amend({ ...act(told), answers: answersOfHers({ person }) }))
  const noted = answered(await worker.note({ ...act(amended), words: secrets.colleagueNote }))
  const seen = answered(await worker.reveal({ ...act(noted), words: secrets.look }))
  const measure = { measure: 'homeObservation', days: 7 } as const
  const decided = answered(await worker.accept({ ...act(seen), ...measure, words: secrets.decision }))
  answered(await resident.appeal({ ...act(decided), words: secrets.appeal }))
  const submission = randomUUID()
  answered(await looks.find({ submission, number: secrets.amendedPhone, words: secrets.sought }))

  const telephoned = {
    ...registration({
      person: { ...answersOf().person, name: secrets.telephoned, phone: secrets.telephonedPhone },
    }),
    purpose: 'telephone' as const,
  }
  const entered = answered(await worker.register(telephoned))
  answered(await worker.withdraw({ ...act(entered), words: secrets.withdrawn }))

  await reportOfHers()
  await tipOnHer()
  await community.cloud.fireTimer('texts')

  const post = { post: 'post-worker-1-3', version: 1, submission: randomUUID() }
  answered(await community.as('officer-1').staff.suspend({ ...post, words: secrets.suspension }))
}, 60_000)
afterAll(() => community.close())

/** Which secrets stand somewhere, as they are or in hexadecimal. */
const standingIn = (bytes: Buffer): string[] =>
  Object.entries(secrets)
    .filter(([, text]) => bytes.includes(text) || bytes.includes(Buffer.from(text).toString('hex')))
    .map(([what]) => what)

describe('what people have typed stands in clear', () => {
  it('nowhere in what is stored: documents, messages, whatever else lies in the data folder', async () => {
    const stored = await community.storedBytes()
    expect(standingIn(stored)).toEqual([])
    // What may be read there is read there: the search does find.
    expect(stored.includes('欧**霞')).toBe(true)
    expect(stored.includes(`sealed:`)).toBe(true)
  })

  it('nowhere in what the functions and the cloud have printed', async () => {
    const broken = { action: 'register', input: { ...registration(answersOfHers()), surprise: secrets.note } }
    refusal(await community.send('resident-1', 'returnee', broken.action, broken.input))
    const printed = community.printed.join('\n')
    expect(standingIn(Buffer.from(printed))).toEqual([])
    expect(printed).toContain('"action":"register"')
    expect(printed).not.toContain('resident-1')
  })

  it('nowhere in the messages that WeChat was asked to send', async () => {
    const outbox = await (await fetch(`${community.cloud.origin}/desk/outbox`)).text()
    expect(standingIn(Buffer.from(outbox))).toEqual([])
    expect(outbox).toContain('返乡登记')
  })

  it('nowhere in the lists and cases that staff read before they have given a reason', async () => {
    const { returnee, inbox, looks, people, staff, households, selfReport, healthAlerts, tips, texts } =
      community.as('officer-1')
    const list = answered(await inbox.list({}))
    const [found] = list.items.filter(({ display }) => display === '上**秋')
    const [unwell] = list.items.filter(({ kind }) => kind === 'healthAlert')
    const [told] = list.items.filter(({ kind }) => kind === 'tip')
    const [doubted] = list.items.filter(({ kind }) => kind === 'textCheck')
    if (!found || !unwell || !told || !doubted) throw new Error('not in the inbox')
    const alert = answered(await healthAlerts.review({ case: unwell.id }))
    const read = [
      alert,
      answered(await tips.review({ case: told.id })),
      answered(await texts.review({ case: doubted.id })),
      answered(await households.review({ household: alert.household })),
      answered(await selfReport.list({ place: 'qinghe-1', show: 'reported' })),
      answered(await selfReport.progress({ place: 'qinghe-1' })),
      list,
      answered(await returnee.review({ case: found.id })),
      answered(await looks.list({ place: 'qinghe-1' })),
      answered(await people.colleagues({ place: place.building })),
      answered(await staff.list({ place: 'qinghe-1' })),
    ]
    // Words stay readable for staff of the place, and so does what travels with a train; see docs/decisions/0003.
    const readable = [
      'question',
      'answer',
      'colleagueNote',
      'look',
      'alertLook',
      'alertWords',
      'callWords',
      'tip',
      'tipQuestion',
      'tipAnswer',
      'tipLook',
      'tipResult',
      'decision',
      'appeal',
      'sought',
      'from',
      'number',
      'note',
    ]
    const known = standingIn(Buffer.from(JSON.stringify(read)))
    expect(known.filter((what) => !readable.includes(what))).toEqual([])
    expect(known).toContain('question')
  })

  it('in the answer to somebody who has given one', async () => {
    const { returnee } = community.as('officer-1')
    const { items } = answered(await community.as('officer-1').inbox.list({ kind: 'returnee' }))
    const [found] = items.filter(({ display }) => display === '上**秋')
    if (!found) throw new Error('nothing in the inbox')
    const revealed = answered(await returnee.reveal({ ...act(found), words: '电话核实' }))
    expect(standingIn(Buffer.from(JSON.stringify(revealed)))).toContain('amendedName')
    expect(revealed.answers.arrivesOn >= addDays(today, -1)).toBe(true)
  })
})
