/** @jest-environment node */
import { answered, openCommunity, type Community } from '../functions/support/community'
import { act, registered } from '../functions/support/registrations'
import { areaOf, rulingDocuments } from '../functions/support/rulings'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
let registration: Awaited<ReturnType<typeof registered>>
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high')]))
  registration = await registered(community, 'resident-1')
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1' })
})
afterEach(() => phone.close())
afterAll(() => community.close())

const seenOn = async (page: string, sentence: string): Promise<string> => {
  const opened = await phone.open(page, { id: registration.id })
  await opened.sees(sentence)
  await phone.rest()
  return opened.text()
}

describe('what the rules expect of a resident, as WeChat shows it', () => {
  it.each(['pages/returnee/done/index', 'pages/mine/record/index'])(
    'stands on %s with the reason, the days and that it is to be confirmed',
    async (page) => {
      const text = await seenOn(page, '预计：集中观察')
      expect(text).toContain('待社区确认')
      expect(text).toContain('为什么')
      expect(text).toContain('武侯区；该地从')
      expect(text).toContain('检：做核酸检测')
    },
  )

  it('is told in the list of one’s registrations', async () => {
    expect(await seenOn('pages/mine/records/index', '预计集中观察到')).toContain('方小棠')
  })

  it('leaves the registration to be withdrawn, with a reason', async () => {
    await seenOn('pages/mine/record/index', '撤回登记')
    await phone.page.tap('撤回登记')
    await phone.page.sees('为什么撤回')
  })

  it('is no longer called expected once the community has confirmed it', async () => {
    answered(await community.as('worker-1-1').returnee.adopt({ ...act(registration), words: '' }))
    const text = await seenOn('pages/mine/record/index', '这些天的安排')
    expect(text).not.toContain('待社区确认')
    expect(text).toContain('社区已确认')
    expect(text).toContain('武侯区；该地从')
  })
})
