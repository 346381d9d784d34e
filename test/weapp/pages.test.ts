/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { openCommunity, type Community } from '../functions/support/community'
import { registered } from '../functions/support/registrations'
import { toldTip } from '../functions/support/tips'
import { launchPhone } from './host/launch'
import { routesOf } from './host/pageStack'
import type { AppJson } from './host/pageStack'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const routes = routesOf(JSON.parse(readFileSync(`${build}/app.json`, 'utf8')) as AppJson)

let community: Community
let registration: string
let tip: string
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
  registration = (await registered(community, 'resident-1')).id
  tip = toldTip(community).id
})
afterEach(() => phone.close())
afterAll(() => community.close())

/** The tree of places is looked after by officers; they also hand over rewards. */
const forOfficers = [
  'staff/places/',
  'staff/placeImport/',
  'staff/poster/',
  'staffTips/desk/',
  'staffTips/stock/',
]

/** What is at risk and what follows from it is said by a street office. */
const forStreet = ['staff/risk/', 'staff/policy/', 'staff/affected/']

/** Residents use the pages of residents, staff those of staff. */
const personFor = (route: string) => {
  if (forStreet.some((folder) => route.startsWith(folder))) return 'street-officer'
  if (forOfficers.some((folder) => route.startsWith(folder))) return 'officer-1'
  return /^staff(Tips)?\//.test(route) ? 'worker-1-1' : 'resident-1'
}

/** What the address of a page may name. */
const queryOf = (route: string) => ({
  id: route.startsWith('staffTips/') ? tip : registration,
  place: 'qinghe-1-1-1',
})

// Closing the phone fails the test when anything warned or threw.
describe('every page of the WeChat build', () => {
  it.each(routes)('%s opens for the one it is made for', async (route) => {
    phone = await launchPhone({ build, cloud: community.cloud, openid: personFor(route) })
    const page = await phone.open(route, queryOf(route))
    await phone.rest()
    expect(page.text()).not.toBe('')
  })

  it.each(routes)('%s says something where there is no network', async (route) => {
    phone = await launchPhone({ build, cloud: community.cloud, openid: personFor(route), offline: true })
    const page = await phone.open(route, queryOf(route))
    await phone.rest()
    expect(page.text()).not.toBe('')
  })
})
