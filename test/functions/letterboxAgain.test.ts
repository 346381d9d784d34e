import { randomUUID } from 'node:crypto'
import { tipLimits } from '@contract/letterbox'
import { answered, openCommunity, refusal, runCommunity, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import { insert } from './support/keeping'
import { arrived, empty, letterPicture, lettersIn, telling, tipsIn, tipSaying, told } from './support/letters'
import { sentTwice, type whileAsking } from './support/meanwhile'
import { newPicture, sent } from './support/pictures'
import { act } from './support/registrations'
import { newReceipt } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const at = (openid: string) => community.as(openid).letterbox
const storingLetter = ['database.insertDocument', 'letters'] as const

/** Names as many wrong codes as are taken in an hour. */
async function guessTooOften(openid: string): Promise<void> {
  for (let time = 0; time < tipLimits.wrongOfADevice; time += 1)
    expect(refusal(await at(openid).follow({ receipt: newReceipt() })).code).toBe('notFound')
  expect(refusal(await at(openid).follow({ receipt: newReceipt() })).code).toBe('tooOften')
}

describe('a tip sent twice at the same moment', () => {
  it.each<Parameters<typeof whileAsking>[0]>(['database.modifyDocument', 'database.insertDocument'])(
    'is taken once and answered twice when it is the last of the day: before %s',
    async (action) => {
      const [account, words] = [`last-tip-${action}`, `今天最后一条 ${action}`]
      for (let sent = 1; sent < tipLimits.tipsADay; sent += 1) await told(community, account)
      const tip = telling({ words })
      const asked = action === 'database.modifyDocument' ? 'paces' : 'letters'
      const [first, second] = await sentTwice(action, asked, () => at(account).tell(tip))
      expect(answered(second)).toEqual(answered(first))
      await empty(community)
      expect(tipSaying(community, words).history).toHaveLength(1)
      expect(refusal(await at(account).tell(telling())).code).toBe('tooOften')
    },
  )

  it('is counted once', async () => {
    const tip = telling()
    const [first, second] = await sentTwice(...storingLetter, () => at('counted-once').tell(tip))
    expect(answered(second)).toEqual(answered(first))
    for (let sent = 1; sent < tipLimits.tipsADay; sent += 1) await told(community, 'counted-once')
    expect(refusal(await at('counted-once').tell(telling())).code).toBe('tooOften')
  })

  it('is taken once and answered twice when it is the first of an account, of a community that is flooded', async () => {
    const flooded = { place: 'qinghe-5-1-1-1', words: '这里出事了' }
    const before = lettersIn(community).map(({ _id }) => _id)
    await told(community, 'neighbour', flooded)
    const letter = lettersIn(community).find(({ _id }) => !before.includes(_id))
    const copies = Array.from({ length: tipLimits.tipsAnHourAtAPlace }, () => ({
      ...letter,
      _id: randomUUID(),
    }))
    insert(community, 'letters', copies)
    const tip = telling(flooded)
    const [first, second] = await sentTwice(...storingLetter, () => at('first-tip').tell(tip))
    expect(answered(second)).toEqual(answered(first))
    expect(refusal(await at('first-tip').tell(telling(flooded))).code).toBe('tooOften')
    asIntruder(community, (store) => {
      for (const { _id } of copies) store.remove('letters', { _id }, { multi: false })
    })
  })
})

describe('a tip sent again', () => {
  it('is answered the same when its place is no more, and the letterbox was emptied', async () => {
    const tip = telling({ place: 'qinghe-6-1-1-2', wantsReward: false })
    const first = answered(await at('later').tell(tip))
    await empty(community)
    asIntruder(community, (store) => store.remove('places', { _id: tip.place }, { multi: false }))
    // What remembers the place has ended meanwhile.
    const afterwards = await runCommunity(community.data)
    try {
      expect(answered(await afterwards.as('later').letterbox.tell(tip))).toEqual(first)
      const other = { ...tip, letter: randomUUID() }
      expect(refusal(await afterwards.as('later').letterbox.tell(other)).fields).toEqual({
        place: 'placeUnknown',
      })
    } finally {
      await afterwards.cloud.stop()
    }
  })

  it('is answered the same when its pictures have gone into the case, and does not count less for it', async () => {
    const tip = telling({ words: '带照片的' })
    const pictures = [await letterPicture(community, 'photographer', tip.letter)]
    const first = answered(await at('photographer').tell({ ...tip, pictures }))
    await empty(community)
    expect(answered(await at('photographer').tell({ ...tip, pictures }))).toEqual(first)
    for (let sent = 1; sent < tipLimits.tipsADay; sent += 1) await told(community, 'photographer')
    expect(refusal(await at('photographer').tell(telling())).code).toBe('tooOften')
    expect(tipSaying(community, '带照片的').history).toHaveLength(1)
  })
})

describe('what is added to a tip', () => {
  const addition = (receipt: string, words: string) => ({ receipt, letter: randomUUID() as string, words })

  it('is taken once and answered twice, sent twice at the moment at which it is the last letter of the day', async () => {
    const receipt = await arrived(community, 'last-letter', { words: '说了一整天' })
    for (let sent = 2; sent < tipLimits.lettersADay; sent += 1)
      answered(await at('last-letter').add(addition(receipt, '还有')))
    const last = addition(receipt, '最后一句')
    const answers = await sentTwice(...storingLetter, () => at('last-letter').add(last))
    answers.forEach(answered)
    expect(refusal(await at('last-letter').add(addition(receipt, '再一句'))).code).toBe('tooOften')
    await empty(community)
    expect(tipSaying(community, '说了一整天').history).toHaveLength(tipLimits.lettersADay)
  })

  it('is known again after too many wrong codes, in the letterbox, in the tip and in the one it was joined to', async () => {
    const receipt = await arrived(community, 'mistaken', { words: '补充了三次' })
    await arrived(community, 'another', { words: '别人先说的' })
    const [own, other] = ['补充了三次', '别人先说的'].map((words) => tipSaying(community, words))
    const first = addition(receipt, '第一次')
    answered(await at('mistaken').add(first))
    await guessTooOften('mistaken')
    answered(await at('mistaken').add(first))
    await empty(community)
    answered(await at('mistaken').add(first))

    const { tips } = community.as('worker-1-1')
    const version = tipSaying(community, '补充了三次').version
    answered(await tips.join({ ...act({ id: own!._id, version }), into: other!._id }))
    const second = addition(receipt, '第二次')
    answered(await at('patient').add(second))
    await empty(community)
    answered(await at('mistaken').add(second))
    expect(tipSaying(community, '别人先说的').history.filter(({ event }) => event === 'add')).toHaveLength(1)
  })

  it('says nothing of codes to who guesses: whatever else is sent is refused at the same cost', async () => {
    const receipt = await arrived(community, 'guessed', { words: '猜不到的' })
    const sent = addition(receipt, '说过的')
    answered(await at('guessed').add(sent))
    await guessTooOften('guesser')
    const costOf = async (input: typeof sent) => {
      const cost = await community.costOf(async () =>
        expect(refusal(await at('guesser').add(input)).code).toBe('tooOften'),
      )
      return cost.map(({ action, collection }) => `${action} ${collection}`).sort()
    }
    const wrong = await costOf(addition(newReceipt(), '猜的'))
    expect(await costOf(addition(receipt, '猜中的'))).toEqual(wrong)
    expect(await costOf({ ...sent, words: '别的话' })).toEqual(wrong)
    expect(await costOf({ ...sent, receipt: newReceipt() })).toEqual(wrong)
  })

  it('that WeChat refuses is counted each time', async () => {
    const receipt = await arrived(community, 'rude', { words: '骂人的' })
    const rude = addition(receipt, '测试违规')
    for (let sent = 1; sent < tipLimits.lettersADay; sent += 1)
      expect(refusal(await at('rude').add(rude)).fields).toEqual({ words: 'offends' })
    expect(refusal(await at('rude').add(rude)).code).toBe('tooOften')
  })
})

it('the last picture of a day, sent twice at the same moment, is taken once and answered twice', async () => {
  const letter = randomUUID() as string
  for (let added = 1; added < tipLimits.picturesADay; added += 1)
    await letterPicture(community, 'last-picture', randomUUID())
  const uploaded = await sent(community, 'last-picture', newPicture())
  const add = () => at('last-picture').addPicture({ ...uploaded, letter })
  const answers = await sentTwice('database.insertDocument', 'pictures', add)
  answers.forEach(answered)
  await expect(letterPicture(community, 'last-picture', letter)).rejects.toThrow('pictureTooOften')
})

it('an appeal sent twice at the same moment is one', async () => {
  const receipt = await arrived(community, 'appealing', { words: '被说成恶意' })
  const seen = (openid: string) => community.as(openid).tips
  const tip = tipSaying(community, '被说成恶意')
  const opened = answered(await seen('worker-1-1').see(act({ id: tip._id, version: tip.version })))
  const spoken = { words: '查无此事' }
  const suspected = answered(await seen('worker-1-1').suspect({ ...act(opened), ...spoken }))
  const accused = answered(await seen('officer-1').accuse({ ...act(suspected), ...spoken }))
  answered(await seen('street-officer').condemn({ ...act(accused), ...spoken }))
  const appeal = { receipt, letter: randomUUID() as string, words: '我确实看到了' }
  const answers = await sentTwice(...storingLetter, () => at('appealing').appeal(appeal))
  answers.forEach(answered)
  await empty(community)
  answered(await at('appealing').appeal(appeal))
  await empty(community)
  const events = tipsIn(community)
    .find(({ _id }) => _id === tip._id)
    ?.history.map(({ event }) => event)
  expect(events?.filter((event) => event === 'appeal')).toHaveLength(1)
})
