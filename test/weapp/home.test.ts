/** @jest-environment node */
import { answered, openCommunity, type Community } from '../functions/support/community'
import { familyOf } from '../functions/support/families'
import { act, registered } from '../functions/support/registrations'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const home = 'pages/home/index'
const A_MINUTE = 60_000

let community: Community
let phone: Phone
let registration: Awaited<ReturnType<typeof registered>>
/** What this phone has called, as `people.home`. */
let calls: string[]
beforeEach(async () => {
  community = await openCommunity()
  await familyOf(community, 'resident-1')
  registration = await registered(community, 'resident-1')
  const real = community.cloud.call.bind(community.cloud)
  calls = []
  jest.spyOn(community.cloud, 'call').mockImplementation((name, event, openid) => {
    if (openid === 'resident-1') calls.push(`${name}.${(event as { action: string }).action}`)
    return real(name, event, openid)
  })
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1' })
})
afterEach(async () => {
  jest.restoreAllMocks()
  phone.close()
  await community.close()
})

it('home is opened by one call, which brings all that it shows', async () => {
  const page = await phone.open(home)
  await page.sees('今天还没有报')
  await page.sees('方小棠')
  await page.sees('王秀英')
  await phone.rest()
  expect(calls).toEqual(['people.home'])
})

it('what home has brought no other page asks for again a moment later', async () => {
  const page = await phone.open(home)
  await page.sees('方小棠')
  await phone.open('pages/mine/records/index')
  await phone.page.sees('方小棠')
  await phone.rest()
  expect(calls).toEqual(['people.home'])
})

it('home asks again in one call when somebody comes back to it later, and shows what is new', async () => {
  const page = await phone.open(home)
  await page.sees('方小棠')
  const question = { ...act(registration), words: '坐几号车厢？' }
  answered(await community.as('worker-1-1').returnee.ask(question))
  await page.tap('我有邀请码')
  await phone.wait(A_MINUTE)
  calls = []
  await phone.back()
  await page.sees('社区有问题等您回答')
  await phone.rest()
  expect(calls.filter((call) => !call.startsWith('places.'))).toEqual(['people.home'])
})

it('a page that asks one part alone is answered that part alone', async () => {
  await phone.open('pages/mine/records/index')
  await phone.page.sees('方小棠')
  expect(calls).toEqual(['returnee.mine'])
})

it('without a signal home shows what it has brought before, and asks in one call when the signal is back', async () => {
  await (await phone.open(home)).sees('今天还没有报')
  const storage = phone.storage()
  phone.close()
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1', offline: true, storage })
  const page = await phone.open(home)
  await page.sees('现在连不上网')
  expect(page.text()).toContain('方小棠')
  expect(page.text()).toContain('今天还没有报')
  calls = []
  await phone.signal(true)
  await phone.rest()
  expect(page.text()).not.toContain('现在连不上网')
  expect(calls.filter((call) => !call.startsWith('places.'))).toEqual(['people.home'])
})

it('without a signal and anything from before it says so while it tries again, and what to do once it gives up', async () => {
  phone.close()
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1', offline: true })
  const page = await phone.open(home)
  await page.sees('信号不好，正在再试')
  expect(page.text()).toContain('开始登记')
  await page.sees('连不上网')
  expect(page.text()).not.toContain('信号不好，正在再试')
})
