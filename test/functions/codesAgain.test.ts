import { CODE_TRIES } from '@contract/staff'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { familyOf } from './support/families'
import { sentTwice } from './support/meanwhile'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

it('the last code that may be tried in an hour, sent twice at the same moment, joins once and is answered twice', async () => {
  const { id } = await familyOf(community, 'keeper')
  const { code } = answered(await community.as('keeper').households.invite({ household: id }))
  const { join } = community.as('daughter').households
  for (let tried = 1; tried < CODE_TRIES; tried += 1) refusal(await join({ code: `${10_000_000 + tried}` }))
  const answers = await sentTwice('database.modifyDocument', 'households', () => join({ code }))
  for (const answer of answers) expect(answered(answer)).toMatchObject({ id, phones: 2 })
  expect(refusal(await join({ code: '10000000' })).code).toBe('tooOften')
})
