/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs'
import { openCommunity, type Community } from '../functions/support/community'
import { familyOf } from '../functions/support/families'
import { place } from '../functions/support/registrations'
import { launchPhone } from './host/launch'
import { routesOf } from './host/pageStack'
import type { AppJson } from './host/pageStack'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const home = 'pages/home/index'
const invite = 'staff/invite/index'
const picture = '/share.png'

const routes = routesOf(JSON.parse(readFileSync(`${build}/app.json`, 'utf8')) as AppJson)

it('nothing is sent on in WeChat from any page but the first, and that of an invitation', () => {
  const offering = routes.filter((route) =>
    readFileSync(`${build}/${route}.js`, 'utf8').includes('enableShareAppMessage'),
  )
  expect(offering.sort()).toEqual([home, invite])
})

describe('what is sent on in WeChat', () => {
  let community: Community
  let phone: Phone
  beforeAll(async () => {
    community = await openCommunity()
  })
  afterEach(() => phone.close())
  afterAll(() => community.close())

  const opened = async (openid: string, route: string, query: Record<string, string> = {}) => {
    phone = await launchPhone({ build, cloud: community.cloud, openid })
    const page = await phone.open(route, query)
    await phone.rest()
    return page
  }

  it('shows a picture of the package, not of a page with names on it', async () => {
    const page = await opened('resident-1', home)
    expect((await page.shareCard())?.imageUrl).toBe(picture)
    expect(existsSync(`${build}${picture}`)).toBe(true)
  })

  it('carries the place whose code was scanned, and nothing else', async () => {
    const page = await opened('resident-1', home, { scene: place.compound })
    expect((await page.shareCard())?.path).toBe(`/${home}?place=${place.compound}`)
  })

  it('names no place that was not scanned, be it where one lives', async () => {
    await familyOf(community, 'resident-2')
    const page = await opened('resident-2', home)
    expect(page.text()).toContain('春晓')
    expect((await page.shareCard())?.path).toBe(`/${home}`)
  })

  it('carries no code that leads to no place', async () => {
    const page = await opened('resident-1', home, { scene: 'aB3_aB3_aB3_aB3_aB3_aB3_' })
    expect((await page.shareCard())?.path).toBe(`/${home}`)
  })

  it('is nothing on the page of an invitation before there is one', async () => {
    const page = await opened('officer-1', invite)
    expect(await page.shareCard()).toEqual({})
  })

  it('is an invitation by its code, for the one to whom it is sent', async () => {
    const page = await opened('officer-1', invite)
    await page.tap('网格员')
    await page.sees('第二网格')
    await page.tap('第二网格')
    await page.tap('邀请第二网格的网格员')
    await page.sees('让他用微信扫这个码')
    const card = await page.shareCard()
    expect(card?.path).toMatch(/^\/pages\/account\/join\/index\?scene=[\w-]{24}$/)
    expect(card?.imageUrl).toBe(picture)
  })
})
