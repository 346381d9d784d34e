/** @jest-environment node */
import { launchPhone } from './host/launch'

it('lists controls that a screen reader could not name, and no others', async () => {
  const cloud = {
    call: () => Promise.resolve({ result: null }),
    upload: () => Promise.resolve({ fileID: '' }),
  }
  const phone = await launchPhone({ build: 'test/weapp/host/fixture', cloud, openid: 'resident-1' })
  const answers = await phone.open('pages/answers/index')
  const asking = answers.unsaid().map((line) => /what the (\S+)/.exec(line)?.[1])
  expect(asking).toEqual(['input', 'input', 'picker', 'picker'])
  const start = await phone.open('pages/start/index')
  expect(start.unsaid()).toEqual([])
  phone.close()
})
