import { startTestCloud, type TestCloud } from '../testCloud'
import { callWechat } from './callWechat'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

describe('an interface that the local cloud does not have', () => {
  const ask = () => callWechat(cloud, 'urllink.generate', { path: 'pages/index/index' })

  it('is answered as one that WeChat does not have', async () => {
    expect(await ask()).toMatchObject({ errCode: -604100 })
  })

  it('is named in the log, once', async () => {
    await ask()
    await ask()
    expect(cloud.lines.filter((line) => line.includes('urllink.generate'))).toEqual([
      'The local cloud has no cloud.openapi.urllink.generate: it answers -604100.',
    ])
  })
})
