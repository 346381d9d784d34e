import { answered, openCommunity, type Community } from './support/community'
import { act, answersOf, registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').returnee
const accept = { measure: 'homeObservation' as const, days: 7, words: '' }

/** The messages about a case, oldest first. */
const messagesOf = (id: string) =>
  community.cloud.wechat.outbox
    .latest(1000)
    .filter(({ page }) => page?.includes(id))
    .reverse()

it('every message of a registration is as WeChat wants it, and finds the page that it opens', async () => {
  const first = await registered(community, 'resident-1')
  const resident = community.as('resident-1').returnee
  const [colleague] = answered(
    await community.as('worker-1-1').people.colleagues({ place: 'qinghe-1-1-1-1' }),
  )
  const amended = answered(await resident.amend({ ...act(first), answers: answersOf() }))
  const reassigned = answered(
    await worker().reassign({ ...act(amended), colleague: colleague!.id, words: '' }),
  )
  const asked = answered(await worker().ask({ ...act(reassigned), words: '请问住哪个房间？' }))
  const answer = answered(await resident.answer({ ...act(asked), words: '次卧' }))
  answered(await worker().accept({ ...act(answer), ...accept }))
  const other = await registered(community, 'resident-1')
  answered(await worker().reject({ ...act(other), words: '重复' }))

  const sent = [...messagesOf(first.id), ...messagesOf(other.id)]
  expect(sent.map(({ template, fields }) => [template, fields.phrase2 ?? fields.phrase3])).toEqual([
    ['todoArrived', '新登记'],
    ['todoArrived', '已修改'],
    ['todoArrived', '转给您'],
    ['caseProgress', '待补充'],
    ['todoArrived', '已回答'],
    ['caseProgress', '已核实'],
    ['todoArrived', '新登记'],
    ['caseProgress', '未通过'],
  ])
  expect(sent.filter(({ refused }) => refused)).toEqual([])
})

it('what was decided stands where the resident has not allowed to be told', async () => {
  const first = await registered(community, 'resident-silent')
  const { status } = answered(await worker().accept({ ...act(first), ...accept }))
  expect(status).toBe('accepted')
  expect(messagesOf(first.id).at(-1)).toMatchObject({ to: 'resident-silent', refused: { errcode: 43101 } })
})
