import { dayOf } from '@contract/calendar'
import { openSecrets } from '../functions/secrets'
import { readDefinitions } from '../functions/definition'
import type { CloudOptions } from '../cloud'
import { readDeclaration } from '../server/declaration'
import { openStore } from '../store'
import type { Document } from '../store/types'
import { adoptSealer, createSealer, type Sealer } from '@kernel/seal'
import { householdPeople } from '@kernel/householdPeople'
import { openAnswers, type RegistrationCase } from '@kernel/registration'
import { Chance } from './chance'
import { giveConsents } from './consents'
import { counted } from './counts'
import { demoHouseholds } from './households'
import { residentPhone, residents } from './people'
import { demoPlaces, demoPosts } from './places'
import { endings, inventedAnswers, type Ending } from './registrations'
import { demoRulings, origins, type DemoRuling, type Origin } from './rulings'
import { Story } from './story'
import { demoTextChecks } from './texts'
import { demoTips } from './tips'

export { people } from './people'

const residentsLiveIn = 'qinghe-1-1-1-1'
const SEED = 20_201_221
const REGISTRATIONS = 300
const HOUR = 3_600_000

/** The documents of the demonstration as of `now`: the same each time but for the dates and the ciphertexts. */
export function demoDocuments(now: Date, sealer: Sealer) {
  adoptSealer(sealer)
  const chance = new Chance(SEED)
  const { rulings, documents } = demoRulings(now)
  const cases = registrationsOf(chance, now, sealer, rulings)
  const persons = cases.flatMap((found) =>
    householdPeople(
      found._id,
      found,
      openAnswers(found.body.answers, found._id, sealer),
      found.openedAt,
      sealer,
    ),
  )
  const households = demoHouseholds(new Chance(SEED + 1), now, residentPhone)
  const told = demoTips(new Chance(SEED + 2), now)
  const checks = demoTextChecks(new Chance(SEED + 3), cases, now, sealer)
  return {
    ...{ places: demoPlaces, staff: demoPosts, cases, people: persons, households, checks },
    ...{ ...told, ...documents },
  }
}

const noDocument = { kind: 'residentId', number: '' }

/** One registration that the demonstration tells: whose, for which door, how it ended. */
interface Plot {
  owner: string
  /** The resident's name and place, where it is one who can be impersonated. */
  name?: string
  placeId?: string
  origin?: Origin
  isHome?: true
  ending: Ending
  hours: [least: number, most: number]
}

/** How many hours ago the residents who can be impersonated have registered: what they see is of today. */
const recently: Record<Ending, Plot['hours']> = {
  submitted: [1, 3],
  asked: [3, 8],
  accepted: [20, 30],
  tightening: [4, 8],
  reassessed: [30, 36],
  appealed: [12, 24],
  rejected: [20, 30],
  withdrawn: [48, 72],
}

function plots(): Plot[] {
  const shown = residents.flatMap(({ openid, name, origin, isHome, endings: wanted }) =>
    wanted.map((ending): Plot => ({
      owner: openid,
      name,
      placeId: residentsLiveIn,
      origin,
      isHome,
      ending,
      hours: recently[ending],
    })),
  )
  const others = endings.flatMap(({ ending, share, hours }) =>
    Array.from({ length: (share * REGISTRATIONS) / 100 }, (_, n): Plot => ({
      owner: `${ending}-${n}`,
      ending,
      hours,
    })),
  )
  return [...shown, ...others.slice(shown.length)]
}

/** One in four has been near a risk area. */
function originOf(chance: Chance, { origin, ending }: Plot): Origin | null {
  if (ending === 'reassessed') return origins.raised
  if (origin || !chance.happens(0.25)) return origin ?? null
  return chance.pick([...origins.known, origins.next])
}

function registrationsOf(
  chance: Chance,
  now: Date,
  sealer: Sealer,
  rulings: readonly DemoRuling[],
): RegistrationCase[] {
  const buildings = demoPlaces.filter(({ level }) => level === 'building')
  return plots().map((plot, serial) => {
    const { owner, name, placeId, ending } = plot
    const [least, most] = plot.hours
    const place = demoPlaces.find(({ _id }) => _id === placeId) ?? chance.pick(buildings)
    const openedAt = new Date(now.getTime() - (least + chance.next() * (most - least)) * HOUR)
    const answers = inventedAnswers(chance, place, openedAt, serial, originOf(chance, plot))
    if (name) Object.assign(answers.person, { name, phone: residentPhone(owner), document: noDocument })
    const day = dayOf(openedAt)
    if (plot.isHome) Object.assign(answers, { leftOn: day, arrivesOn: day, passed: [] })
    // Nobody is ill whose story is about a list.
    if (ending === 'reassessed' || name) answers.symptoms = []
    const beginning = { id: chance.uuid(), owner, place, answers, openedAt }
    return new Story(beginning, chance, sealer, owner === 'resident-observed', rulings).until(ending, now)
  })
}

/** Fills an empty data directory with the demonstration as of `now`, sealed with the secrets of these functions. */
export function seedDemo(
  { data, functions, database }: Pick<CloudOptions, 'data' | 'functions' | 'database'>,
  now = new Date(),
): void {
  const definitions = readDefinitions(functions)
  const secrets = openSecrets(data, definitions)
  const environment = Object.assign({}, ...definitions.map((definition) => secrets.of(definition))) as Record<
    string,
    string
  >
  const declaration = typeof database === 'string' ? readDeclaration(database) : database
  const store = openStore({ directory: data, declaration })
  try {
    const { tips, checks, ...demo } = demoDocuments(now, createSealer(environment))
    giveConsents(data, demo.cases, demo.households)
    const counting = counted([...demo.cases, ...tips, ...checks], now)
    for (const [collection, documents] of Object.entries({ ...demo, ...counting })) {
      store.insert(collection, documents as unknown as Document[])
    }
  } finally {
    store.close()
  }
}
