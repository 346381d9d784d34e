import { everyPage, type Visit } from '../support/everyPage'
import type { Prepared } from './prepare'
import type { Walk } from './walk'

/** Where a page stands on the contact sheet, by the beginning of its route. */
const features: [beginning: string, feature: string][] = [
  ['pages/home', 'home'],
  ['pages/mine', 'registration'],
  ['pages/returnee', 'registration'],
  ['pages/daily', 'household'],
  ['pages/tip', 'tip'],
  ['pages/account', 'account'],
  ['staff/inbox', 'cases'],
  ['staff/case', 'cases'],
  ['staff/healthAlert', 'cases'],
  ['staff/text', 'cases'],
  ['staff/household', 'households'],
  ['staffTips', 'tips'],
  ['staff/place', 'places'],
  ['staff/poster', 'places'],
  ['staff/people', 'people'],
  ['staff/invite', 'people'],
  ['staff/person', 'people'],
  ['staff/looks', 'keeping'],
  ['staff/keeping', 'keeping'],
  ['staff/risk', 'rules'],
  ['staff/policy', 'rules'],
  ['staff/affected', 'rules'],
]

const featureOf = (route: string): string =>
  features.find(([beginning]) => route.startsWith(beginning))?.[1] ?? 'others'

/** `staff/risk/edition/index` → staff-risk-edition. */
const nameOf = (route: string): string =>
  route
    .replace(/^pages\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '-')

export const address = (route: string, query: Record<string, string> = {}): string => {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `${route}?${pairs.join('&')}` : route
}

/** Every page as its person finds it. */
export function visits(things: Prepared): Walk[] {
  return everyPage.map((visit, index) => {
    const isFirst = everyPage.findIndex(({ route }) => route === visit.route) === index
    const name = isFirst ? nameOf(visit.route) : `${nameOf(visit.route)}-${visit.person}`
    return walkOf(visit, visit.person, name, things)
  })
}

/** As those find it for whom it is not, and without a signal: each in one place of every kind. */
export function hindered(things: Prepared): Walk[] {
  const strangers = everyPage.flatMap((visit) =>
    visit.stranger &&
    ['pages/mine/record/index', 'staff/case/index', 'staff/places/index'].includes(visit.route)
      ? [walkOf(visit, visit.stranger, `${nameOf(visit.route)}-refused`, things)]
      : [],
  )
  const unheard = everyPage
    .filter(({ route }) =>
      ['home', 'inbox', 'record', 'report', 'tip/tell'].some((part) => route.endsWith(`${part}/index`)),
    )
    .map((visit): Walk => ({
      ...walkOf(visit, visit.person, `${nameOf(visit.route)}-offline-${visit.person}`, things),
      offline: true,
    }))
  return [...strangers, ...unheard]
}

function walkOf({ route, query, keeps }: Visit, person: string, name: string, things: Prepared): Walk {
  return {
    feature: featureOf(route),
    person,
    route: address(route, query?.(things)),
    keeps: keeps?.(things),
    stops: [{ name }],
  }
}
