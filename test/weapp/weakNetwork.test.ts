/** @jest-environment node */
import { randomUUID } from 'node:crypto'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { stored } from '../functions/support/keeping'
import { act, answersOf, registered } from '../functions/support/registrations'
import { onPost } from '../functions/support/staff'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const records = 'pages/mine/records/index'
const home = 'pages/home/index'

let community: Community
let phone: Phone
beforeEach(async () => {
  community = await openCommunity()
})
afterEach(async () => {
  jest.restoreAllMocks()
  phone.close()
  await community.close()
})

const launch = async (openid: string, storage: Record<string, unknown> = {}, offline = false) => {
  phone = await launchPhone({ build, cloud: community.cloud, openid, offline, storage })
}

/** The app is killed, and opened again on the same phone. */
const launchAgain = async (openid: string, offline: boolean) => {
  const storage = phone.storage()
  phone.close()
  await launch(openid, storage, offline)
}

const cases = () => stored(community, 'cases')

/** The next call of this action reaches its function, and its answer is lost on the way. */
const loseAnswerOf = (action: string) => {
  const real = community.cloud.call.bind(community.cloud)
  let isLost = false
  jest.spyOn(community.cloud, 'call').mockImplementation(async (name, event, openid) => {
    const answer = await real(name, event, openid)
    if (isLost || (event as { action: string }).action !== action) return answer
    isLost = true
    return { error: { errCode: -1, errMsg: 'request:fail' } }
  })
}

/** A form that is filled in and was left at its last page. */
const filledIn = (changes: Parameters<typeof answersOf>[0] = {}) => ({
  'draft/returnee/new': {
    values: { purpose: 'self', answers: answersOf(changes) },
    step: 5,
    submission: randomUUID(),
    savedAt: new Date().toISOString(),
  },
})

const send = async () => {
  const page = await phone.open('pages/returnee/register/index')
  await page.sees('请看一遍')
  await page.tap('发送登记')
}

describe('a registration without a signal', () => {
  const sendOffline = async (changes: Parameters<typeof answersOf>[0] = {}) => {
    await launch('resident-1', filledIn(changes), true)
    await send()
    await phone.page.sees('登记已存在手机里')
    await phone.rest()
  }

  it('is seen on the first page, and is no draft any more', async () => {
    await sendOffline()
    const page = await phone.open(home)
    await page.sees('1 份登记存在手机里')
    expect(page.text()).not.toContain('有一份登记没填完')
    expect(cases()).toEqual([])
  })

  it('arrives by itself once the app is opened with a signal, after it was killed', async () => {
    await sendOffline()
    await launchAgain('resident-1', false)
    const page = await phone.open(home)
    await phone.rest()
    expect(page.text()).not.toContain('存在手机里')
    expect(cases()).toHaveLength(1)
  })

  it('turns into what to do now as soon as the signal is back', async () => {
    await sendOffline()
    await phone.signal(true)
    await phone.page.sees('登记已收到')
    expect(cases()).toHaveLength(1)
  })

  it('waits for its person where it is not taken, and is corrected where it was filled in', async () => {
    await sendOffline({ household: { place: 'qinghe-gone', door: '301' } })
    await launchAgain('resident-1', false)
    const page = await phone.open(home)
    await page.sees('的登记没有收下')
    await page.tap('打开改一改')
    await phone.page.sees('方小棠')
    expect(phone.page.text()).toContain('这个地点已经没有了，请重新选')
    expect(cases()).toEqual([])
  })
})

it('a registration whose answer got lost arrives once', async () => {
  await launch('resident-1', filledIn())
  loseAnswerOf('register')
  await send()
  await phone.rest()
  await phone.page.sees('登记已收到')
  expect(cases()).toHaveLength(1)
  expect(phone.stored('submissions/waiting')).toBeUndefined()
})

describe('an answer to the community', () => {
  const asked = async () => {
    const found = await registered(community, 'resident-1')
    const question = { ...act(found), words: '坐几号车厢？' }
    answered(await community.as('worker-1-1').returnee.ask(question))
    await launch('resident-1')
    const page = await phone.open('pages/mine/record/index', { id: found.id })
    await page.sees('您的回答')
    await page.type('您的回答', '5 号车厢')
    return { page, found }
  }

  it('lies on the phone without a signal, is not asked for again, and arrives once', async () => {
    const { page, found } = await asked()
    phone.circumstances.offline = true
    await page.tap('发送回答')
    await page.sees('回答已存在手机里')
    loseAnswerOf('answer')
    await phone.signal(true)
    await phone.rest()
    expect(page.text()).not.toContain('存在手机里')
    const { timeline } = answered(await community.as('resident-1').returnee.show({ case: found.id }))
    expect(timeline.filter(({ event }) => event === 'answer')).toHaveLength(1)
  })

  it('is still there after the app was killed before it was sent', async () => {
    const { found } = await asked()
    await phone.wait(600)
    await launchAgain('resident-1', false)
    const again = await phone.open('pages/mine/record/index', { id: found.id })
    await again.sees('您的回答')
    expect(again.value('您的回答')).toBe('5 号车厢')
  })

  it('leaves nothing behind once it has arrived', async () => {
    const { page } = await asked()
    await phone.wait(600)
    await page.tap('发送回答')
    await phone.rest()
    expect(Object.keys(phone.storage()).filter((key) => key.startsWith('draft/'))).toEqual([])
  })
})

describe('a page without a signal', () => {
  it('shows what was seen last and when that was, and is up to date by itself when the signal is back', async () => {
    await registered(community, 'resident-1')
    await launch('resident-1')
    await (await phone.open(records)).sees('方小棠')
    await launchAgain('resident-1', true)
    const page = await phone.open(records)
    await page.sees('现在连不上网，下面是之前的内容。')
    expect(page.text()).toMatch(/上次更新：今天 \d\d:\d\d/)
    expect(page.text()).toContain('方小棠')
    await phone.signal(true)
    await phone.rest()
    expect(page.text()).not.toContain('上次更新')
  })

  it('says so where nothing was seen before, and comes by itself when the signal is back', async () => {
    await registered(community, 'resident-1')
    await launch('resident-1', {}, true)
    const page = await phone.open(records)
    await page.sees('连不上网')
    await page.sees('再试一次')
    await phone.signal(true)
    await page.sees('方小棠')
  })

  it('shows staff their list, masked as it was', async () => {
    await registered(community, 'resident-1')
    await launch('worker-1-1')
    await (await phone.open('staff/inbox/index')).sees('方*棠')
    await launchAgain('worker-1-1', true)
    const page = await phone.open('staff/inbox/index')
    await page.sees('现在连不上网')
    expect(page.text()).toContain('方*棠')
  })

  it('forgets the list of somebody who has lost the post', async () => {
    await registered(community, 'resident-1')
    await launch('worker-1-1')
    await (await phone.open('staff/inbox/index')).sees('方*棠')
    expect(JSON.stringify(phone.storage())).toContain('方*棠')
    const officer = community.as('officer-1')
    answered(
      await officer.staff.suspend({
        ...(await onPost(community, 'officer-1', 'post-worker-1-1')),
        words: '调离',
      }),
    )
    // What was asked for a moment ago is not asked for again.
    await phone.wait(3_100)
    await phone.open(home)
    await phone.rest()
    expect(JSON.stringify(phone.storage())).not.toContain('方*棠')
  })

  it('has kept no number of anybody', async () => {
    const { id } = await registered(community, 'resident-1')
    await launch('resident-1')
    await (await phone.open(home)).sees('方小棠')
    await (await phone.open('pages/mine/record/index', { id })).sees('方小棠')
    await phone.rest()
    const kept = JSON.stringify(phone.storage())
    expect(kept).toContain('returnee.show')
    expect(kept).not.toMatch(/13800001234|13800005678|11010519491231002X|A0123D/)
  })

  it('says why it takes so long', async () => {
    await launch('resident-1')
    jest.spyOn(community.cloud, 'call').mockImplementation(() => new Promise(() => undefined))
    const page = await phone.open(records)
    await phone.wait(8_000)
    expect(page.text()).toContain('信号不好，正在再试')
    await phone.wait(120_000)
    expect(page.text()).toContain('连不上网')
  })
})

describe('“全部删掉” on the page of one’s tips', () => {
  it('takes a tip along that was begun and not sent', async () => {
    const savedAt = new Date().toISOString()
    const values = {
      place: 'qinghe-1-1-1',
      where: '地下室',
      kind: 'gathering',
      seen: { when: 'now', on: savedAt.slice(0, 10), part: 'evening' },
      words: '十几个人打牌',
      plate: '',
      pictures: [],
      wantsReward: true,
    }
    const draft = { values, step: 0, submission: randomUUID(), savedAt }
    await launch('resident-1', { 'draft/tip/new': draft })
    const page = await phone.open('pages/tip/mine/index')
    await page.sees('有一条没发出去的线索')
    await page.tap('全部删掉')
    expect(phone.stored('draft/tip/new')).toBeUndefined()
    expect(page.text()).not.toContain('没发出去')
  })
})
