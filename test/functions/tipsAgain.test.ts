import { answered, openCommunity, refusal, type Community } from './support/community'
import { householdIn, householdStored } from './support/households'
import { set } from './support/keeping'
import { whileAsking } from './support/meanwhile'
import { act, place } from './support/registrations'
import { tipOf, toldTip } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').tips
const opened = async () => answered(await worker().see(act(toldTip(community))))

describe('the result of a visit', () => {
  const result = async (household: string) => ({ ...act(await opened()), words: '没有', household })

  it('is answered again when the household is being deleted by then', async () => {
    const sent = await result(householdStored(community, place.building))
    const first = answered(await worker().refute(sent))
    set(community, 'households', sent.household, { deletion: 'a batch' })
    expect(answered(await worker().refute(sent))).toEqual(first)
  })

  it('stands, and is answered so, when the household goes at the moment at which it is written', async () => {
    const sent = await result(householdStored(community, place.building))
    const refute = () => worker().refute(sent)
    const answer = await whileAsking('database.modifyDocument', 'cases', refute, () => {
      set(community, 'households', sent.household, { deletion: 'a batch' })
    })
    expect(answered(answer).status).toBe('unfounded')
    expect(householdIn(community, sent.household).calls).toEqual([])
  })
})

it('what staff have said of a tip stays said when WeChat has come to refuse the words', async () => {
  const { wechat } = community.cloud
  const usual = wechat.words
  const household = householdStored(community, place.building)
  const result = { ...act(await opened()), words: '听说要封城，没有人', household }
  const first = answered(await worker().refute(result))
  wechat.words = [{ word: '封城', suggest: 'risky', label: 20001 }]
  try {
    expect(answered(await worker().refute(result))).toEqual(first)
    expect(refusal(await worker().refute({ ...act(await opened()), words: '封城' })).code).toBe(
      'invalidInput',
    )
    expect(refusal(await community.as('officer-1').tips.refute(result)).fields).toEqual({ words: 'offends' })
  } finally {
    wechat.words = usual
  }
  expect(householdIn(community, household).calls).toHaveLength(1)
  expect(tipOf(community, first.id).history.map(({ event }) => event)).toEqual(['tell', 'see', 'refute'])
})

it('what somebody has found out stays said when the tip lies elsewhere by now', async () => {
  const result = { ...act(await opened()), words: '没有人' }
  const first = answered(await worker().refute(result))
  set(community, 'cases', first.id, { 'at.grid': 'qinghe-1-2', 'at.compound': 'qinghe-1-2-1' })
  expect(answered(await worker().refute(result))).toMatchObject({ id: first.id, status: 'unfounded' })
  const another = { ...act(first), words: '再看一次' }
  expect(refusal(await worker().note(another)).code).toBe('notFound')
})
