import { levels, type Level, type StaffRole } from '@contract/roles'
import type { PostDocument } from '@kernel/caller'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'

/** The level at which each role of the test serves; an inspector and an administrator could also serve elsewhere. */
export const servesAt: Record<StaffRole, Level> = {
  districtOfficer: 'district',
  administrator: 'street',
  inspector: 'street',
  streetOfficer: 'street',
  communityOfficer: 'community',
  gridWorker: 'grid',
  gateKeeper: 'compound',
  steward: 'building',
}

/** `district`, below it `street` and so on down to `household`; beside each of them another one. */
const names = { main: (level: Level) => level, beside: (level: Level) => `other-${level}` }

const node = (id: string, level: Level, parent: PlaceDocument | null): PlaceDocument => ({
  _id: id,
  level,
  name: id,
  parent: parent?._id ?? null,
  listedUnder: parent?._id ?? '',
  order: 0,
  at: { ...parent?.at, [level]: id },
  names: [...(parent?.names ?? []), id],
  code: '',
  version: 1,
  responsible: {},
  more: { listed: level !== 'household', below: level !== 'household' },
})

const mainLine = levels.reduce<PlaceDocument[]>(
  (line, level) => [...line, node(names.main(level), level, line[line.length - 1] ?? null)],
  [],
)

const besides = levels.map((level, index) => node(names.beside(level), level, mainLine[index - 1] ?? null))

/** Two districts; in the first a place of each level below the other, and one beside each. */
export const accessPlaces: PlaceDocument[] = [...mainLine, ...besides]

const mainAt = (level: Level): PlaceDocument => mainLine[levels.indexOf(level)] as PlaceDocument

/** Where the thing asked for lies, seen from the post of whoever asks. */
export const positions = ['own', 'below', 'above', 'sibling'] as const
export type Position = (typeof positions)[number]

/** null: above a district there is nothing. */
export const placeFrom = (role: StaffRole, position: Position): PlaceDocument | null => {
  const index = levels.indexOf(servesAt[role])
  if (position === 'own') return mainLine[index] ?? null
  if (position === 'below') return mainAt('household')
  return (position === 'above' ? mainLine[index - 1] : besides[index]) ?? null
}

const post = (
  openid: string,
  role: StaffRole,
  place: PlaceDocument,
  active = true,
  id: string = openid,
): PostDocument => ({
  _id: `post-${id}`,
  openid,
  name: '王秀英',
  phone: '13800009000',
  role,
  place: placeName(place),
  at: place.at,
  version: 1,
  joinedAt: new Date(0),
  appointedBy: null,
  active,
  suspended: active ? null : { at: new Date(0), by: { name: '简明白', role: 'administrator' } },
  releasing: null,
  managedAt: null,
})

export const serving = (role: StaffRole): string => role
export const suspended = (role: StaffRole): string => `suspended-${role}`
/** Serves in the role beside the place, and at the place only as somebody who may read. */
export const divided = (role: StaffRole): string => `divided-${role}`
export const readsAs = (role: StaffRole): StaffRole => (role === 'inspector' ? 'gateKeeper' : 'inspector')

/** Somebody of a role that every keeper but none of the same place appoints, at each place: the post that is asked for. */
export const colleagueAt = ({ _id }: PlaceDocument): string => `post-colleague-${_id}`

const roles = Object.keys(servesAt) as StaffRole[]

export const accessPosts: PostDocument[] = [
  ...roles.map((role) => post(serving(role), role, mainAt(servesAt[role]))),
  ...roles.map((role) => post(suspended(role), role, mainAt(servesAt[role]), false)),
  ...roles.flatMap((role) => [
    post(divided(role), role, besides[levels.indexOf(servesAt[role])] as PlaceDocument),
    post(divided(role), readsAs(role), mainAt(servesAt[role]), true, `reading-${role}`),
  ]),
  ...accessPlaces.map((place) => post(`colleague-${place._id}`, 'gateKeeper', place)),
  // Whatever is done to administrators here, one remains.
  post('last-administrator', 'administrator', mainAt('district')),
]
