import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answered, openCommunity, runCommunity, type Community } from './support/community'
import { empty, telling } from './support/letters'

/** As one does who changes keys: the old one stays, for what was made with it. */
function addReceiptKey(data: string): void {
  const file = join(data, 'secrets.json')
  const keys = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const fresh = randomBytes(32).toString('base64url')
  const changed = { ...keys, SHOUWANG_RECEIPT_KEY: `${fresh},${keys.SHOUWANG_RECEIPT_KEY}` }
  writeFileSync(file, JSON.stringify(changed))
}

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

it('a tip sent again is answered the same receipt when keys have been changed, in the letterbox and after it was emptied', async () => {
  const tip = telling()
  const { receipt } = answered(await community.as('later').letterbox.tell(tip))
  await community.cloud.stop()
  addReceiptKey(community.data)
  community = await runCommunity(community.data)
  const { letterbox } = community.as('later')
  expect(answered(await letterbox.tell(tip)).receipt).toBe(receipt)
  await empty(community)
  expect(answered(await letterbox.tell(tip)).receipt).toBe(receipt)
  expect(answered(await letterbox.follow({ receipt })).status).toBe('told')
})
