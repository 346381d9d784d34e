/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { staffWords } from '@/words/staff'
import { tipDeskWords } from '@/words/tipDesk'
import { errors } from '@/words/zh-CN/errors'
import { openCommunity, type Community } from '../functions/support/community'
import { openDemonstration } from '../support/demonstration'
import { everyPage, nothingToShow, type Things, type Visit } from '../support/everyPage'
import { thingsShown } from '../support/thingsShown'
import { launchPhone } from './host/launch'
import { routesOf } from './host/pageStack'
import type { AppJson } from './host/pageStack'
import type { Phone } from './host/phone'
import { mostForOneGesture } from './host/setDataMeter'
import { faultsOfScreen } from './faultsOfScreen'

const build = 'dist/weapp'
const routes = routesOf(JSON.parse(readFileSync(`${build}/app.json`, 'utf8')) as AppJson)

let full: Community
let bare: Community
let things: Things
/** By who holds it and where: to start a phone takes longer than to open a page. */
const phones = new Map<string, Phone>()
beforeAll(async () => {
  full = await openDemonstration()
  things = await thingsShown(full, new Date())
  bare = await openCommunity()
}, 60_000)
afterAll(async () => {
  phones.forEach((phone) => phone.close())
  await Promise.all([full.close(), bare.close()])
})

interface At {
  community: Community
  shown: Things
  person: string
  offline?: boolean
}

const phoneAt = async (
  { keeps }: Visit,
  { community, shown, person, offline = false }: At,
): Promise<Phone> => {
  const storage = keeps?.(shown)
  const held = [person, offline, community === bare, JSON.stringify(storage)].join()
  const options = { build, cloud: community.cloud, openid: person, offline, storage }
  const phone = phones.get(held) ?? (await launchPhone(options))
  phones.set(held, phone)
  return phone
}

const open = async (visit: Visit, at: At): Promise<Phone> => {
  const phone = await phoneAt(visit, at)
  await phone.open(visit.route, visit.query?.(at.shown))
  await phone.rest()
  return phone
}

/** What a page says once all has come to rest; fails where it is not well, has thrown, or WeChat would have warned. */
const textOf = async (visit: Visit, at: At): Promise<string> => {
  const phone = await open(visit, at)
  expect([...phone.errors.splice(0).map(String), ...phone.warnings.splice(0)]).toEqual([])
  expect(faultsOfScreen(phone.page)).toEqual([])
  return phone.page.text()
}

const told = (visits: readonly Visit[]) =>
  visits.map((visit) => ({ ...visit, visit, stranger: visit.stranger ?? '' }))

/** What to do where a page is not for somebody: as every page says it, or as those do that know more. */
const refusals = [
  errors.notAllowed.whatToDo,
  errors.notFound.whatToDo,
  staffWords.households.noPlaceHint,
  staffWords.people.invite.nobody,
  staffWords.policy.emptyHint,
  staffWords.risk.emptyHint,
  tipDeskWords.emptyHint,
]

it('is listed with who opens it', () => {
  const listed = new Set(everyPage.map(({ route }) => route))
  expect([...listed].sort()).toEqual([...routes].sort())
})

describe('every page of the WeChat build', () => {
  it.each(told(everyPage))('$route shows $person what there is', async ({ visit, person }) => {
    const text = await textOf(visit, { community: full, shown: things, person })
    for (const refusal of refusals) expect(text).not.toContain(refusal)
    expect(text).not.toContain(errors.internal.title)
  })

  it.each(told(everyPage))('$route is well where nothing has happened yet', async ({ visit, person }) => {
    const text = await textOf(visit, { community: bare, shown: nothingToShow(), person })
    expect(text).not.toContain(errors.internal.title)
  })

  it.each(told(everyPage.filter(({ stranger }) => stranger)))(
    '$route tells $stranger that it is not for them, and what to do',
    async ({ visit, stranger }) => {
      const text = await textOf(visit, { community: full, shown: things, person: stranger })
      expect(refusals.filter((refusal) => text.includes(refusal))).not.toEqual([])
    },
  )

  it.each(told(everyPage.filter(({ beginsAlone }) => !beginsAlone)))(
    '$route says what to do where there is no network',
    async ({ visit, person }) => {
      const text = await textOf(visit, { community: full, shown: things, person, offline: true })
      expect(text).toContain(errors.offline.whatToDo)
    },
  )

  it.each(told(everyPage.filter(({ beginsAlone }) => beginsAlone)))(
    '$route begins where there is no network as it does with one',
    async ({ visit, person }) => {
      const online = await textOf(visit, { community: full, shown: things, person })
      expect(await textOf(visit, { community: full, shown: things, person, offline: true })).toBe(online)
    },
  )
})

/** Pages with long lists, or with much that comes and goes. */
const large = [
  'pages/daily/report/index',
  'staff/inbox/index',
  'staff/case/index',
  'staff/people/index',
  'staff/policy/edit/index',
  'staffTips/tip/index',
]

/** More would not be other kinds of things. */
const TAPS = 5

describe('a tap in the demonstration', () => {
  it.each(told(everyPage.filter(({ route }) => large.includes(route))))(
    'on $route hands little to the view',
    async ({ visit, person, route }) => {
      const used = await open(visit, { community: full, shown: things, person })
      for (const name of used.page.controls().slice(0, TAPS)) {
        if (used.page.path !== route) await used.open(route, visit.query?.(things))
        await used.rest()
        if (used.page.controls().includes(name)) await used.page.tap(name, { at: 0 })
        await used.rest()
      }
      const taps = used.handed.filter(({ opened }) => !opened)
      expect(taps.filter(({ bytes }) => bytes > mostForOneGesture)).toEqual([])
    },
  )
})
