import { randomUUID } from 'node:crypto'
import type { TellerHappening } from '@contract/letterbox'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import { set } from './support/keeping'
import { arrived, empty, lettersIn, telling, tipSaying, told } from './support/letters'
import { act, place } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const letter = () => randomUUID() as string
const letterbox = (openid = 'teller') => community.as(openid).letterbox
const worker = () => community.as('worker-1-1').tips
const follow = async (receipt: string) => answered(await letterbox().follow({ receipt }))
const add = async (receipt: string, words: string) => {
  answered(await letterbox(`with-${receipt}`).add({ receipt, letter: letter(), words }))
  await empty(community)
}
const happened = async (receipt: string): Promise<TellerHappening[]> =>
  (await follow(receipt)).timeline.map(({ what }) => what)

let number = 0
/** A tip of its own that has been opened by the grid worker. */
async function seenTip() {
  const words = `看到的第 ${(number += 1)} 件事`
  const receipt = await arrived(community, `teller-${number}`, { words })
  const { _id: id, version } = tipSaying(community, words)
  return { receipt, words, ...answered(await worker().see(act({ id, version }))) }
}

const spoken = (tip: { id: string; version: number }, words = '请您再想想') => ({ ...act(tip), words })
const lastMessage = (openid: string) => community.cloud.wechat.outbox.latest(1, openid)[0]

describe('a question', () => {
  it('is read with the receipt, and answered in words that its asker hears of and reads', async () => {
    const tip = await seenTip()
    answered(await worker().ask(spoken(tip, '是哪一天看到的？')))
    expect(await follow(tip.receipt)).toMatchObject({ status: 'seen', question: '是哪一天看到的？' })
    await add(tip.receipt, '是前天晚上')
    const followed = await follow(tip.receipt)
    expect(followed.question).toBeNull()
    expect(followed.timeline.slice(-2)).toMatchObject([
      { what: 'ask', words: '是哪一天看到的？' },
      { what: 'add', words: '是前天晚上' },
    ])
    expect(lastMessage('worker-1-1')).toMatchObject({
      page: `staffTips/tip/index?id=${tip.id}`,
      fields: { phrase3: '有补充' },
    })
    const { timeline } = answered(await worker().review({ case: tip.id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'add', actor: 'teller', name: null, words: '是前天晚上' })
  })

  it('and nothing else that staff have written, nor who they are, is read by a teller', async () => {
    const tip = await seenTip()
    const noted = answered(await worker().note(spoken(tip, '这家有两位老人')))
    answered(await worker().confirm({ ...spoken(noted, '车主四月就回来了'), pictures: [], household: null }))
    const said = JSON.stringify(await follow(tip.receipt))
    expect(said).toContain('confirm')
    expect(said).not.toMatch(/两位老人|车主四月|王秀英|worker-1-1|grid/)
  })
})

describe('what is added to a tip', () => {
  it('that could not be determined has somebody look again', async () => {
    const tip = await seenTip()
    answered(await worker().leaveOpen({ ...spoken(tip), pictures: [], household: null }))
    expect((await follow(tip.receipt)).status).toBe('undetermined')
    await add(tip.receipt, '今天又看到了')
    expect(await follow(tip.receipt)).toMatchObject({ status: 'told' })
    expect(tipSaying(community, tip.words)).toMatchObject({
      status: 'told',
      todo: { role: 'gridWorker', assignee: null, urgency: 0 },
    })
  })

  it('that is closed is kept, and it stays closed', async () => {
    const tip = await seenTip()
    answered(await worker().refute({ ...spoken(tip), pictures: [], household: null }))
    await add(tip.receipt, '我还是觉得不对')
    expect(await follow(tip.receipt)).toMatchObject({ status: 'unfounded' })
    expect(await happened(tip.receipt)).toEqual(['tell', 'see', 'refute', 'add'])
    expect(tipSaying(community, tip.words).todo).toBeNull()
  })
})

describe('a tip that was joined to another', () => {
  it('keeps its receipt: it tells how the other goes on, and what its teller adds goes there', async () => {
    const [first, second] = [await seenTip(), await seenTip()]
    answered(await worker().join({ ...act(second), into: first.id }))
    expect(await happened(second.receipt)).toEqual(['tell', 'see', 'join'])
    await add(second.receipt, '车牌想起来了')
    await add(first.receipt, '只给社区看的话')
    const into = tipSaying(community, first.words)
    const asked = answered(await worker().ask(spoken({ id: first.id, version: into.version }, '在哪个门？')))
    answered(await worker().confirm({ ...spoken(asked), pictures: [], household: null }))

    const followed = await follow(second.receipt)
    expect(followed).toMatchObject({ status: 'confirmed', reward: { state: 'none' } })
    expect(followed.timeline.map(({ what }) => what)).toEqual([
      'tell',
      'see',
      'join',
      'add',
      'ask',
      'confirm',
    ])
    expect(JSON.stringify(followed)).not.toMatch(/只给社区看/)
    const other = await follow(first.receipt)
    expect(other.timeline.map(({ what }) => what)).toEqual(['tell', 'see', 'add', 'ask', 'confirm'])
    expect(JSON.stringify(other)).not.toMatch(/车牌想起来/)
  })

  it('and sent again is added once', async () => {
    const [first, second] = [await seenTip(), await seenTip()]
    answered(await worker().join({ ...act(second), into: first.id }))
    const addition = { receipt: second.receipt, letter: letter(), words: '同一句话' }
    answered(await letterbox().add(addition))
    await empty(community)
    answered(await letterbox().add(addition))
    await empty(community)
    expect(tipSaying(community, first.words).history.filter(({ event }) => event === 'add')).toHaveLength(1)
  })
})

describe('an appeal', () => {
  /** A tip of which two officers have said that it was malice. */
  async function malicious() {
    const tip = await seenTip()
    const suspected = answered(await worker().suspect({ ...spoken(tip), pictures: [], household: null }))
    const accused = answered(await community.as('officer-1').tips.accuse(spoken(suspected)))
    answered(await community.as('street-officer').tips.condemn(spoken(accused, '三次都查无此事')))
    return tip
  }
  const appealing = (receipt: string) => ({ receipt, letter: letter(), words: '我确实看到了' })

  it('is offered with the reason, and goes to an officer who was neither of the two', async () => {
    const { receipt, words } = await malicious()
    const followed = await follow(receipt)
    expect(followed).toMatchObject({ status: 'malicious', canAppeal: true, reward: { state: 'none' } })
    expect(followed.timeline.at(-1)).toMatchObject({ what: 'condemn', words: '三次都查无此事' })

    answered(await letterbox().appeal(appealing(receipt)))
    expect(await follow(receipt)).toMatchObject({ status: 'malicious', canAppeal: false, underway: 1 })
    await empty(community)
    expect(await follow(receipt)).toMatchObject({ status: 'appealed', canAppeal: false })
    expect(tipSaying(community, words).todo).toMatchObject({ assignee: { openid: 'street-officer-2' } })
    expect(lastMessage('street-officer-2')?.fields.phrase3).toBe('有人申诉')
  })

  it('is heard once', async () => {
    const { receipt } = await malicious()
    answered(await letterbox().appeal(appealing(receipt)))
    expect(refusal(await letterbox().appeal(appealing(receipt))).code).toBe('appealClosed')
    await empty(community)
    expect(refusal(await letterbox().appeal(appealing(receipt))).code).toBe('appealClosed')
  })

  it('sent twice at the same moment is one appeal, and the other’s words are kept', async () => {
    const { receipt, words } = await malicious()
    await Promise.all([1, 2].map(() => letterbox().appeal(appealing(receipt))))
    await empty(community)
    const events = tipSaying(community, words).history.map(({ event }) => event)
    expect(events.filter((event) => event === 'appeal')).toHaveLength(1)
  })

  it('by who was joined to such a tip is refused: nobody has accused them', async () => {
    const [first, second] = [await seenTip(), await seenTip()]
    answered(await worker().join({ ...act(second), into: first.id }))
    set(community, 'cases', first.id, { status: 'malicious' })
    expect(refusal(await letterbox().appeal(appealing(second.receipt))).code).toBe('appealClosed')
  })
})

describe('when the letterbox is emptied', () => {
  it('each colleague has one message, however many tips there are', async () => {
    await told(community, 'neighbour-1', { kind: 'other', words: '一' })
    await told(community, 'neighbour-2', { kind: 'gathering', words: '二' })
    await told(community, 'neighbour-3', { place: place.compound, words: '三' })
    await told(community, 'neighbour-4', { place: 'qinghe-1-2-1-1', words: '四' })
    const before = community.cloud.wechat.outbox.latest(1000).length
    await empty(community)
    const messages = community.cloud.wechat.outbox.latest(1000)
    expect(messages.length - before).toBe(2)
    // It opens what cannot wait.
    expect(lastMessage('worker-1-1')).toMatchObject({
      page: `staffTips/tip/index?id=${tipSaying(community, '二')._id}`,
      fields: { thing1: '3 条新线索' },
    })
    expect(lastMessage('worker-1-2')?.fields.thing1).toBe('新线索')
  })

  it('where nobody is responsible those above are told', async () => {
    const nobody = { place: 'qinghe-4-1-1-1', words: '没有网格员' }
    set(community, 'places', nobody.place, { responsible: {} })
    await told(community, 'neighbour-5', nobody)
    await empty(community)
    expect(lastMessage('officer-4')?.page).toContain(tipSaying(community, nobody.words)._id)
  })

  it('a letter that nobody can open any more keeps no other from being delivered', async () => {
    await told(community, 'neighbour-6', { words: '打不开的' })
    const [lost] = lettersIn(community)
    set(community, 'letters', lost?._id ?? '', { text: 'sealed:nobody-s:key' })
    await told(community, 'neighbour-7', { words: '打得开的' })
    await empty(community)
    expect(tipSaying(community, '打得开的').status).toBe('told')
    expect(lettersIn(community).map(({ _id }) => _id)).toEqual([lost?._id])
    asIntruder(community, (store) => store.remove('letters', {}, { multi: true }))
  })

  it('by anybody but the timer it is not', async () => {
    const before = telling({ words: '等十分钟' })
    const receipt = answered(await letterbox('patient').tell(before)).receipt
    const event = { Type: 'Timer', TriggerName: 'everyTenMinutes', Time: '2026-11-20T00:00:00Z' }
    await community.cloud.call('letterbox', event, 'resident-1')
    expect((await follow(receipt)).status).toBe('waiting')
  })
})
