import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { LETTERBOX_MINUTES, tipLimits } from '@contract/letterbox'
import { usualTipping } from '@contract/usualTipping'
import { phoneJpeg, plain, SECRET } from '../kernel/pictures/samples'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import {
  arrived,
  empty,
  letterPicture,
  lettersIn,
  telling,
  tipSaying,
  tipsIn,
  told,
  wordsOf,
} from './support/letters'
import { stored } from './support/keeping'
import { bytesAt } from './support/pictures'
import { place, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

let person = 0
/** Somebody who has not told anything yet. */
const somebody = () => `neighbour-${(person += 1)}`
const letterbox = (openid = somebody()) => community.as(openid).letterbox

describe('what can be told', () => {
  it('is what the policy of the place says, with what it is worth', async () => {
    expect(answered(await letterbox().questions({ place: place.building }))).toEqual(usualTipping)
  })

  it.each([
    ['a grid, which residents do not know', 'qinghe-1-1'],
    ['a place that is not there', 'nowhere'],
  ])('is nothing at %s', async (_what, where) => {
    expect(refusal(await letterbox().questions({ place: where })).fields).toEqual({ place: 'placeUnknown' })
    expect(refusal(await letterbox().tell(telling({ place: where }))).fields).toEqual({
      place: 'placeUnknown',
    })
  })
})

describe('telling', () => {
  it('answers sixteen digits, waits in the letterbox, and is a case when that has been emptied', async () => {
    const words = '3 号楼下打牌'
    const receipt = await told(community, 'one', { words, kind: 'gathering' })
    expect(receipt).toMatch(/^\d{16}$/)
    const waiting = answered(await letterbox().follow({ receipt }))
    expect(waiting).toMatchObject({
      ...{ status: 'waiting', kind: '聚集', place: '春晓东苑 1 号楼', timeline: [], underway: 1 },
      ...{ question: null, canAppeal: false, reward: { state: 'open', item: '口罩', pieces: 10 } },
    })

    await empty(community)
    const followed = answered(await letterbox().follow({ receipt }))
    const entry = { what: 'tell', words, pictures: 0 }
    expect(followed).toMatchObject({ ...waiting, status: 'told', timeline: [entry], underway: 0 })
    const tip = tipSaying(community, words)
    expect(tip).toMatchObject({
      ...{ owner: null, status: 'told', version: 1, subject: { person: '', display: '聚集' } },
      todo: { role: 'gridWorker', assignee: null, urgency: 1 },
      body: { kind: 'gathering', opens: 'nothing', rewarded: true, unchecked: false },
    })
    expect(tip.openedAt.getTime() % (LETTERBOX_MINUTES * 60_000)).toBe(0)
    expect(tip.todo?.dueAt.getTime()).toBe(tip.openedAt.getTime() + 2 * 3_600_000)
  })

  it('twice is one tip with one receipt, in the letterbox and after it was emptied', async () => {
    const tip = telling({ words: '说了两遍' })
    const answers = await Promise.all([1, 2, 3].map(() => letterbox('two').tell(tip)))
    await empty(community)
    answers.push(await letterbox('two').tell(tip), await letterbox('two').tell(tip))
    await empty(community)
    expect(new Set(answers.map((answer) => answered(answer).receipt)).size).toBe(1)
    expect(tipsIn(community).filter((one) => wordsOf(one) === '说了两遍')).toHaveLength(1)
  })

  it('something else under the same letter is refused while that lies in the letterbox', async () => {
    const tip = telling({ words: '先说的话' })
    answered(await letterbox('three').tell(tip))
    const other = { ...tip, words: '别的话' }
    expect(refusal(await letterbox('three').tell(other)).code).toBe('submissionTaken')
    await empty(community)
    expect(tipSaying(community, '先说的话').history).toHaveLength(1)
  })

  it('something else under the same letter is added once that has become a tip, however often it comes', async () => {
    const letter = randomUUID() as string
    const pictures = [await letterPicture(community, 'four', letter)]
    const receipt = await arrived(community, 'four', { letter, words: '没改的话' })
    const other = telling({ letter, words: '改过的话', kind: 'gathering', where: '南门', plate: '示A0123D' })
    for (const changed of [other, other, { ...other, pictures }]) {
      expect(answered(await letterbox('four').tell(changed)).receipt).toBe(receipt)
      await empty(community)
    }
    const tip = tipSaying(community, '没改的话')
    expect(tip.history.map(({ event }) => event)).toEqual(['tell', 'add', 'add'])
    expect(tip.body.pictures).toHaveLength(1)
    const { timeline, underway } = answered(await letterbox().follow({ receipt }))
    for (const said of ['聚集', '春晓东苑', '南门', '示A0123D', '改过的话', today])
      expect(timeline[1]?.words).toContain(said)
    expect(underway).toBe(0)
  })

  it('seals words, place in words and plate, and keeps of the plate what it is found by', async () => {
    await arrived(community, somebody(), { words: '车停了三天', where: '南门旁', plate: '示a·0123d' })
    const tip = tipSaying(community, '车停了三天')
    expect(tip.brief).toEqual({ similar: 0, plate: '示A***3D' })
    expect(JSON.stringify(tip)).not.toMatch(/车停了|南门|0123/)
    expect(tip.foundBy).toBeTruthy()
  })

  it('marks a tip beside which there is another about the same', async () => {
    await arrived(community, somebody(), { place: 'qinghe-3-1-1-1', words: '五楼办酒席', kind: 'gathering' })
    await arrived(community, somebody(), {
      place: 'qinghe-3-1-1-1',
      words: '五楼在办酒席',
      kind: 'gathering',
    })
    expect(tipSaying(community, '五楼在办酒席').brief.similar).toBe(1)
  })

  it.each([
    ['a kind that the policy does not have', { kind: 'gossip' }, { kind: 'tipKind' }],
    ['a day to come', { seen: { on: addDays(today, 1) } }, { 'seen.on': 'dayInFuture' }],
    [
      'a day too long ago',
      { seen: { on: addDays(today, -tipLimits.daysAgo - 1) } },
      { 'seen.on': 'dayTooLongAgo' },
    ],
    ['no words', { words: ' ' }, { words: 'required' }],
    [
      'seven pictures',
      { pictures: Array.from({ length: 7 }, () => randomUUID() as string) },
      { pictures: 'tooMany' },
    ],
    [
      'a picture that nobody has added',
      { pictures: [randomUUID() as string] },
      { pictures: 'pictureUnknown' },
    ],
  ])('is refused with %s', async (_what, changes, fields) => {
    expect(refusal(await letterbox().tell(telling(changes)))).toMatchObject({ code: 'invalidInput', fields })
  })

  it('costs two database requests, the first of an account’s day and, of a quiet place, a later one', async () => {
    const quiet = { place: 'qinghe-5-1-1-1' }
    const costOf = async (openid: string) => {
      const cost = await community.costOf(async () => told(community, openid, quiet))
      return cost.map(({ action, collection }) => `${action} ${collection}`)
    }
    const before = somebody()
    await costOf(before)
    await costOf(before)
    const account = somebody()
    expect(await costOf(account)).toEqual([
      'database.insertDocument paces',
      'database.insertDocument letters',
    ])
    expect(await costOf(account)).toEqual([
      'database.modifyDocument paces',
      'database.insertDocument letters',
    ])
  })
})

describe('a place that is not said exactly', () => {
  it('puts the tip before whoever is responsible for the wider place', async () => {
    await arrived(community, somebody(), { place: 'qinghe-2', words: '整个社区都在说' })
    await arrived(community, somebody(), { place: 'qinghe', words: '整条街都在说' })
    const [wide, wider] = ['整个社区都在说', '整条街都在说'].map((words) => tipSaying(community, words))
    expect(wide?.todo?.role).toBe('communityOfficer')
    expect(wider?.todo?.role).toBe('streetOfficer')
    expect(community.cloud.wechat.outbox.latest(5, 'officer-2')).toMatchObject([
      {
        page: `staffTips/tip/index?id=${wide?._id}`,
        fields: { thing1: '新线索', thing2: '青禾街道 夏荷社区' },
      },
    ])
  })
})

describe('no reward', () => {
  const noReward = async (openid: string, changes = {}) =>
    answered(await letterbox(openid).tell(telling(changes))).noReward

  it('is told once to who wants none, and kept as one bit that does not say why', async () => {
    expect(await noReward(somebody(), { wantsReward: false, words: '不要奖励' })).toBe('declined')
    await empty(community)
    expect(tipSaying(community, '不要奖励').body.rewarded).toBe(false)
    expect((await community.storedBytes()).includes('declined')).toBe(false)
  })

  it('is given to staff on duty for the place, and to staff of another place it is', async () => {
    expect(await noReward('worker-1-1')).toBe('onDuty')
    expect(await noReward('officer-1')).toBe('onDuty')
    expect(await noReward('steward')).toBe('onDuty')
    expect(await noReward('worker-2-1')).toBeNull()
  })
})

describe('a picture', () => {
  const added = (letter: string, bytes?: Buffer) => letterPicture(community, 'photographer', letter, bytes)

  it('is shown to who has the letter, without place, device or name, and to nobody else', async () => {
    const letter = randomUUID() as string
    const picture = await added(letter, phoneJpeg())
    const shown = answered(await letterbox('anybody').showPicture({ picture, letter }))
    expect(await bytesAt(shown.address)).toEqual(plain.jpeg)
    const other = { picture, letter: randomUUID() as string }
    expect(refusal(await letterbox('photographer').showPicture(other)).code).toBe('notFound')
    expect((await community.storedBytes()).includes(Buffer.from(SECRET))).toBe(false)
  })

  it('goes into the case under another id and file, at a time that says nothing', async () => {
    const tip = telling({ words: '有照片' })
    const pictures = [await added(tip.letter), await added(tip.letter)]
    const before = stored(community, 'pictures').filter(({ _id }) => pictures.includes(String(_id)))
    answered(await letterbox('photographer').tell({ ...tip, pictures }))
    await empty(community)
    const { _id, body } = tipSaying(community, '有照片')
    const after = stored(community, 'pictures').filter((one) => one.case === _id)
    expect(after.map((one) => one._id).sort()).toEqual([...body.pictures].sort())
    expect(after).toHaveLength(2)
    for (const one of after) {
      expect(one.owner).toBeNull()
      expect((one.addedAt as Date).getTime() % (LETTERBOX_MINUTES * 60_000)).toBe(0)
    }
    const files = new Set(after.map(({ file }) => file))
    expect(before.filter(({ file }) => files.has(file))).toEqual([])
    const left = stored(community, 'pictures').map((one) => one._id)
    expect(pictures.filter((picture) => left.includes(picture))).toEqual([])
  })

  it('is not recognised where the same photograph belongs to somebody’s registration', async () => {
    const photograph = phoneJpeg()
    const tip = telling({ words: '同一张照片' })
    const pictures = [await added(tip.letter, photograph)]
    answered(await letterbox('photographer').tell({ ...tip, pictures }))
    await letterPicture(community, 'photographer', randomUUID(), photograph)
    await empty(community)
    const hashes = stored(community, 'pictures').map(({ hash }) => hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('of another letter is refused', async () => {
    const pictures = [await added(randomUUID())]
    expect(refusal(await letterbox('photographer').tell(telling({ pictures }))).fields).toEqual({
      pictures: 'pictureUnknown',
    })
  })

  it('that is none is refused', async () => {
    await expect(added(randomUUID(), Buffer.from('no picture'))).rejects.toThrow('pictureKind')
  })
})

const unchecked = (words: string) => tipSaying(community, words).body.unchecked

describe('WeChat’s content check', () => {
  it('lets pass what is harmless, and marks for a person what it would have looked at', async () => {
    await told(community, somebody(), { words: '没有问题的话' })
    await told(community, somebody(), { words: '请人看看：测试复核' })
    await empty(community)
    expect(unchecked('没有问题的话')).toBe(false)
    expect(unchecked('请人看看：测试复核')).toBe(true)
  })

  it('refuses what offends, also where it says where, and keeps nothing of it', async () => {
    const before = lettersIn(community).length
    const offends = { code: 'invalidInput', fields: { words: 'offends' } }
    expect(refusal(await letterbox().tell(telling({ words: '测试违规' })))).toMatchObject(offends)
    expect(refusal(await letterbox().tell(telling({ where: '测试违规' })))).toMatchObject(offends)
    expect(lettersIn(community)).toHaveLength(before)
  })
})

describe('adding by receipt', () => {
  const add = (receipt: string, changes: object = {}) => ({
    ...{ receipt, letter: randomUUID() as string, words: '又看到了' },
    ...changes,
  })

  it('while the tip itself is still in the letterbox comes after it', async () => {
    const receipt = await told(community, somebody(), { words: '先说' })
    answered(await letterbox().add(add(receipt, { words: '再说' })))
    expect(answered(await letterbox().follow({ receipt })).underway).toBe(2)
    await empty(community)
    const { timeline, underway } = answered(await letterbox().follow({ receipt }))
    expect(timeline.map(({ what, words }) => [what, words])).toEqual([
      ['tell', '先说'],
      ['add', '再说'],
    ])
    expect(underway).toBe(0)
    for (const { at } of timeline) expect(Date.parse(at) % (LETTERBOX_MINUTES * 60_000)).toBe(0)
  })

  it('is one event however often it is sent, and nothing else under the same letter', async () => {
    const receipt = await arrived(community, somebody(), { words: '补充一次' })
    const addition = add(receipt)
    answered(await letterbox().add(addition))
    answered(await letterbox().add(addition))
    await empty(community)
    answered(await letterbox().add(addition))
    expect(refusal(await letterbox().add({ ...addition, words: '别的' })).code).toBe('submissionTaken')
    await empty(community)
    expect(tipSaying(community, '补充一次').version).toBe(2)
  })

  it('can be pictures alone', async () => {
    const receipt = await arrived(community, somebody(), { words: '只补照片' })
    const letter = randomUUID() as string
    const pictures = [await letterPicture(community, 'adder', letter)]
    answered(await letterbox('adder').add(add(receipt, { letter, words: '', pictures })))
    await empty(community)
    const { timeline } = answered(await letterbox().follow({ receipt }))
    expect(timeline[1]).toMatchObject({ what: 'add', words: null, pictures: 1 })
    expect(tipSaying(community, '只补照片').body.pictures).toHaveLength(1)
  })

  it('is refused with nothing to say, with what offends, and with a code that leads to nothing', async () => {
    const receipt = await arrived(community, somebody(), {})
    expect(refusal(await letterbox().add(add(receipt, { words: '' }))).fields).toEqual({ words: 'required' })
    expect(refusal(await letterbox().add(add(receipt, { words: '测试违规' }))).fields).toEqual({
      words: 'offends',
    })
    expect(refusal(await letterbox().add(add('1234567812345678'))).code).toBe('notFound')
  })

  it('an appeal against what nobody has said is refused', async () => {
    const receipt = await arrived(community, somebody(), {})
    expect(refusal(await letterbox().appeal(add(receipt))).code).toBe('appealClosed')
  })
})

// The last, because an instance remembers for a minute that WeChat is away.
describe('the content check', () => {
  it('that is away stops nobody: a person reads it', async () => {
    const end = answerInstead('wx.openApi', () => () => Promise.reject(new Error('WeChat is away')))
    await told(community, somebody(), { words: '微信不在' })
    end()
    await empty(community)
    expect(unchecked('微信不在')).toBe(true)
  })
})
