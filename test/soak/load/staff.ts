import { measures } from '@contract/returnee'
import { endings, type HealthAlertEvent } from '@contract/healthAlerts'
import type { InboxItem } from '@contract/inbox'
import type { ReturneeEvent } from '@contract/returneeMachine'
import type { TipEvent } from '@contract/tipMachine'
import { typed } from './invented'
import { newId } from './phone'
import { COMMUNITY, staffThere, type World } from './world'

interface OnCase {
  case: string
  version: number
  submission: string
}

type Act = (world: World, who: string, on: OnCase) => Promise<unknown>

const spoken = (world: World, on: OnCase) => ({ ...on, words: typed(world.chance, 'words') })

/** A measure that fits its days, stricter or looser than before by chance. */
const terms = ({ chance }: World) => {
  const measure = chance.pick(measures)
  return { measure, days: measure === 'noticeOnly' ? 0 : 3 + chance.below(12) }
}

const decisions = ['accept', 'revise', 'tighten', 'grant'] as const
const sayings = ['adopt', 'keep', 'ask', 'reject', 'confirm', 'dismiss', 'uphold', 'note', 'reveal'] as const

const ofRegistrations = Object.fromEntries<Act>([
  ...decisions.map((event): [string, Act] => [
    event,
    (world, who, on) =>
      world.phones.submit(who, 'returnee', event, { ...spoken(world, on), ...terms(world) }),
  ]),
  ...sayings.map((event): [string, Act] => [
    event,
    (world, who, on) => world.phones.submit(who, 'returnee', event, spoken(world, on)),
  ]),
]) as Partial<Record<ReturneeEvent, Act>>

const ofAlerts: Partial<Record<HealthAlertEvent, Act>> = {
  see: ({ phones }, who, on) => phones.submit(who, 'healthAlerts', 'see', on),
  followUp: (world, who, on) => world.phones.submit(who, 'healthAlerts', 'followUp', spoken(world, on)),
  note: (world, who, on) => world.phones.submit(who, 'healthAlerts', 'note', spoken(world, on)),
  close: (world, who, on) =>
    world.phones.submit(who, 'healthAlerts', 'close', {
      ...spoken(world, on),
      ending: world.chance.pick(endings),
    }),
}

const results = ['confirm', 'alreadyKnown', 'refute', 'leaveOpen', 'suspect'] as const
const spokenOfTips = ['ask', 'accuse', 'clear', 'condemn', 'uphold', 'pardon', 'reopen', 'note'] as const

const ofTips = Object.fromEntries<Act>([
  ['see', ({ phones }, who, on) => phones.submit(who, 'tips', 'see', on)],
  ...[...results, ...spokenOfTips].map((event): [string, Act] => [
    event,
    (world, who, on) => world.phones.submit(who, 'tips', event, spoken(world, on)),
  ]),
]) as Partial<Record<TipEvent, Act>>

const acts: Partial<Record<InboxItem['kind'], Partial<Record<string, Act>>>> = {
  returnee: ofRegistrations,
  healthAlert: ofAlerts,
  tip: ofTips,
}

/** A case as this member of staff finds it, with what they may do. */
function reviewed({ phones }: World, who: string, { id, kind }: InboxItem) {
  if (kind === 'returnee') return phones.look(who, 'returnee', 'review', { case: id })
  if (kind === 'healthAlert') return phones.look(who, 'healthAlerts', 'review', { case: id })
  return kind === 'tip' ? phones.look(who, 'tips', 'review', { case: id }) : Promise.resolve(null)
}

/** What leads on: done as often as everything else together, so that something comes of most cases. */
const usual = ['see', 'confirm', 'accept']

/** Takes something of the inbox and does what can be done. */
export async function workOff(world: World): Promise<void> {
  const { phones, chance } = world
  const who = chance.pick<string>(staffThere)
  const page = await phones.look(who, 'inbox', 'list', {})
  if (!page || page.items.length === 0) return
  const item = chance.pick(page.items)
  const found = await reviewed(world, who, item)
  const played = found?.events.filter((event) => acts[item.kind]?.[event]) ?? []
  if (!found || played.length === 0) return
  const next = played.find((event) => usual.includes(event))
  const event = next && chance.happens(0.5) ? next : chance.pick<string>(played)
  const on = { case: item.id, version: found.version, submission: newId() }
  await acts[item.kind]?.[event]?.(world, who, on)
}

/** The desk of the community: counts what it has, and hands over what somebody has claimed. */
export async function standAtDesk(world: World): Promise<void> {
  const { phones, chance } = world
  const code = world.deskCodes.pop()
  const at = { place: COMMUNITY, submission: newId() }
  if (code === undefined) {
    const pieces = chance.happens(0.2) ? -1 - chance.below(20) : 1 + chance.below(60)
    await phones.submit('officer-1', 'rewards', 'restock', { ...at, pieces, words: '到货' })
    return
  }
  const desk = chance.pick(['officer-1', 'street-officer'])
  await phones.submit(desk, 'rewards', 'handOver', { ...at, code }, { id: at.submission, about: code })
}

/** A family is called, and what came of it is written down. */
export async function callFamily(world: World): Promise<void> {
  const { phones, chance } = world
  if (world.families.length === 0) return
  const { household } = chance.pick(world.families)
  const call = newId()
  const who = chance.pick(['officer-1', 'street-officer'])
  const begun = await phones.submit(who, 'calls', 'begin', {
    ...{ submission: call, household, reason: 'unwell', evenSo: true },
  })
  if (!begun) return
  const words = typed(chance, 'words')
  await phones.submit(
    who,
    'calls',
    'end',
    { household, call, result: 'answered', words },
    { id: `end of ${call}`, about: household },
  )
}
