import { randomUUID } from 'node:crypto'
import { incomingPath, UNCLAIMED_PICTURES } from '@contract/pictures'
import { fileIdOf } from '../../local/files/cloudPath'
import { phoneJpeg, plain, SECRET } from '../kernel/pictures/samples'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { bytesAt, newPicture, pictureOf, sent, storedPicture } from './support/pictures'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const pictures = (openid = 'resident-1') => community.as(openid).pictures

describe('adding a picture', () => {
  it('keeps it without place, device or name, to be looked at by whoever added it for five minutes', async () => {
    const picture = await pictureOf(community, 'resident-1', phoneJpeg())
    const shown = answered(await pictures().show({ picture }))
    expect(await bytesAt(shown.address)).toEqual(plain.jpeg)
    const seconds = (new Date(shown.until).getTime() - Date.now()) / 1000
    expect(seconds).toBeGreaterThan(280)
    expect(seconds).toBeLessThanOrEqual(300)
    expect(shown.address).not.toContain(picture)
  })

  it('leaves nothing of the file that the phone sent', async () => {
    await pictureOf(community, 'resident-1', phoneJpeg())
    expect((await community.storedBytes()).includes(Buffer.from(SECRET))).toBe(false)
  })

  it('is answered the same when it is asked for twice, also at the same moment', async () => {
    const input = await sent(community, 'resident-1')
    const answers = await Promise.all([1, 2, 3].map(() => pictures().add(input)))
    answers.push(await pictures().add(input))
    expect(answers.map(answered)).toEqual(Array(4).fill({ picture: input.picture }))
  })

  it('keeps one copy of it when it is asked for twice at the same moment', async () => {
    const bytes = newPicture()
    const input = await sent(community, 'resident-1', bytes)
    await Promise.all([1, 2, 3].map(() => pictures().add(input)))
    expect(timesIn(await community.storedBytes(), bytes)).toBe(1)
  })

  it('costs three database requests', async () => {
    const input = await sent(community, 'resident-1')
    expect(await community.costOf(async () => answered(await pictures().add(input)))).toHaveLength(3)
  })

  it('does not give one person’s picture to another who knows its id', async () => {
    const input = await sent(community, 'resident-1')
    answered(await pictures().add(input))
    expect(refusal(await pictures('resident-2').add(input)).fields).toEqual({ picture: 'pictureUnknown' })
    expect(refusal(await pictures('resident-2').show({ picture: input.picture })).code).toBe('notFound')
    expect(refusal(await pictures('officer-1').show({ picture: input.picture })).code).toBe('notFound')
  })
})

const timesIn = (bytes: Buffer, part: Buffer): number => {
  let times = 0
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) times += 1
  return times
}

const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
const refusals: [what: string, bytes: Buffer, fault: string][] = [
  ['a web page', Buffer.from(`<!doctype html><script>/* ${SECRET} */</script>`), 'pictureKind'],
  ['an SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><!-- ${SECRET} --></svg>`), 'pictureKind'],
  ['a photograph as an iPhone stores it', Buffer.concat([heic, Buffer.from(SECRET)]), 'pictureHeic'],
  ['a photograph that broke off', phoneJpeg().subarray(0, -700), 'pictureUnreadable'],
]

describe('adding is refused, and the file removed, for', () => {
  it.each(refusals)('%s', async (_what, bytes, fault) => {
    const input = await sent(community, 'resident-1', bytes)
    expect(refusal(await pictures().add(input)).fields).toEqual({ file: fault })
    expect((await community.storedBytes()).includes(Buffer.from(SECRET))).toBe(false)
    expect(refusal(await pictures().add(input)).fields).toEqual({ file: 'pictureMissing' })
  })

  it('a file that was never sent', async () => {
    const picture = randomUUID() as string
    const input = { picture, file: fileIdOf(incomingPath(picture)) }
    expect(refusal(await pictures().add(input)).fields).toEqual({ file: 'pictureMissing' })
  })

  it.each([
    ['somebody’s clean picture', () => fileIdOf(`pictures/${randomUUID()}`)],
    ['a file of another id', () => fileIdOf(incomingPath(randomUUID()))],
    ['a way out of the folder', () => fileIdOf(`incoming/../pictures/${randomUUID()}`)],
    ['an address elsewhere', () => `https://example.org/incoming/${randomUUID()}`],
  ])('%s instead of the file', async (_what, file) => {
    const input = { picture: randomUUID() as string, file: file() }
    expect(refusal(await pictures().add(input)).fields).toEqual({ file: 'pictureMissing' })
  })
})

describe('an account with many pictures', () => {
  const held = (count: number, owner: string, more: object = {}) =>
    Array.from({ length: count }, () => storedPicture(randomUUID(), 1, { owner, ...more }))

  let full: Community
  beforeAll(async () => {
    const documents = [
      ...held(UNCLAIMED_PICTURES, 'hoarder'),
      ...held(UNCLAIMED_PICTURES - 1, 'nearly'),
      ...held(1100, 'many', { case: 'case-1' }),
    ]
    full = await openCommunity({ pictures: documents })
  })
  afterAll(() => full.close())

  it('gets no further one taken while they belong to no case, and the file is removed', async () => {
    const bytes = newPicture()
    const input = await sent(full, 'hoarder', bytes)
    expect(refusal(await full.as('hoarder').pictures.add(input)).fields).toEqual({ file: 'pictureTooOften' })
    expect(timesIn(await full.storedBytes(), bytes)).toBe(0)
  })

  it('gets as many taken as there is room for', async () => {
    const { add } = full.as('nearly').pictures
    const last = await sent(full, 'nearly')
    answered(await add(last))
    expect(refusal(await add(await sent(full, 'nearly'))).fields).toEqual({ file: 'pictureTooOften' })
    expect(answered(await add(last))).toEqual({ picture: last.picture })
  })

  it('gets one taken when they belong to cases', async () => {
    expect(await pictureOf(full, 'many')).toBeDefined()
  })
})

/** The cloud storage refuses to remove this file and removes the others. Ends with what is returned. */
const refuseRemoval = (file: string) =>
  answerInstead('storage.batchDeleteFile', (usual) => async (fields, context) => {
    const { fileid_list: asked } = fields as { fileid_list: string[] }
    const others = { fileid_list: asked.filter((one) => one !== file) }
    const { data } = (await usual(others, context)) as { data: { delete_list: object[] } }
    return {
      data: { delete_list: [...data.delete_list, { code: 'STORAGE_EXCEED_AUTHORITY', fileID: file }] },
    }
  })

const contentOf = (id: string) => Buffer.from(`the picture ${id}`)

describe('a day later', () => {
  const caseOf = (id: string) => ({ _id: id, kind: 'returnee', owner: 'resident-1' })

  let later: Community
  const exists = async (id: string) => (await later.as('resident-1').pictures.show({ picture: id })).ok
  const ids = Array.from({ length: 120 }, () => randomUUID() as string)
  const fresh = randomUUID() as string
  const claimed = randomUUID() as string
  const claimedInVain = randomUUID() as string
  beforeAll(async () => {
    const documents = [
      ...ids.map((id) => storedPicture(id, 25)),
      storedPicture(fresh, 23),
      storedPicture(claimed, 25, { case: 'case-1' }),
      storedPicture(claimedInVain, 25, { case: 'case-2' }),
    ]
    later = await openCommunity({ pictures: documents, cases: [caseOf('case-1')] })
    for (const { _id } of documents) await later.cloud.upload(`pictures/${_id}`, contentOf(_id), 'resident-1')
  })
  afterAll(() => later.close())

  it('a phone that plays the timer removes nothing', async () => {
    const event = { Type: 'Timer', TriggerName: 'removeUnclaimed', Time: '2026-11-20T00:00:00Z' }
    const answer = await later.cloud.call('pictures', event, 'resident-1')
    expect(answer).toMatchObject({ result: { ok: false, error: { code: 'unknownAction' } } })
    expect(await exists(ids[0] ?? '')).toBe(true)
  })

  it('the timer removes what no case has claimed, files and all, and nothing else', async () => {
    expect(await later.cloud.fireTimer('pictures')).toEqual({ result: { ok: true, data: null } })
    expect(await Promise.all([...ids.slice(0, 3), ...ids.slice(-3), claimedInVain].map(exists))).toEqual(
      Array(7).fill(false),
    )
    expect(await Promise.all([fresh, claimed].map(exists))).toEqual([true, true])
    const bytes = await later.storedBytes()
    expect([...ids, claimedInVain].filter((id) => bytes.includes(contentOf(id)))).toEqual([])
    expect(bytes.includes(contentOf(claimed))).toBe(true)
  })

  it('looks at each picture once', async () => {
    const cost = await later.costOf(() => later.cloud.fireTimer('pictures'))
    expect(cost).toHaveLength(1)
  })
})

describe('where the cloud storage refuses to remove a picture', () => {
  let other: Community
  let allow: () => void
  afterEach(async () => {
    allow()
    await other.close()
  })

  it('what points to the picture is kept, and does not hold up the others', async () => {
    const [refused, due] = [randomUUID() as string, randomUUID() as string]
    const documents = [storedPicture(refused, 26), storedPicture(due, 25)]
    other = await openCommunity({ pictures: documents })
    for (const { _id } of documents) await other.cloud.upload(`pictures/${_id}`, contentOf(_id), 'resident-1')

    allow = refuseRemoval(fileIdOf(`pictures/${refused}`))
    await other.cloud.fireTimer('pictures')
    allow()
    expect((await other.storedBytes()).includes(contentOf(due))).toBe(false)
    const again = { picture: refused, file: fileIdOf(incomingPath(refused)) }
    expect(refusal(await other.as('resident-1').pictures.add(again)).fields).toEqual({
      picture: 'pictureUnknown',
    })
    expect(await other.costOf(() => other.cloud.fireTimer('pictures'))).toHaveLength(1)
  })
})
