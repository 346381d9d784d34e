import type { Level, StaffRole } from '@contract/roles'
import { dutyOf } from '@contract/staff'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { PostDocument } from '@kernel/caller'
import { inventedPhone } from './inventedPeople'

const street = { id: 'qinghe', name: '青禾街道' }
const communities = ['春晓', '夏荷', '秋实', '冬青', '望江', '听雨', '松风']
const grids = ['第一网格', '第二网格', '第三网格']
const compounds = ['苑', '里']
const compoundNames = ['东', '南', '西', '北', '中', '新']
const BUILDINGS = 4

const officers = ['沈知秋', '韩清和', '杨平安', '朱长乐', '何如意', '吕望舒', '施同人']
const workers = [
  ['王秀英', '陶立夏', '姜小暑'],
  ['邹白露', '柏秋分', '曹寒露'],
  ['严霜降', '华立冬', '林大有'],
  ['赵谷雨', '周春分', '吴冬至'],
  ['郑小雪', '孙平安', '沈如意'],
  ['韩长乐', '杨清和', '朱同人'],
  ['何知秋', '吕谷雨', '施春分'],
]

/** A member of the demonstration's staff and where they serve. */
export interface DemoStaff {
  openid: string
  name: string
  role: StaffRole
  placeId: string
}

/** By openid. */
export const staffPhones = new Map<string, string>()

export const demoStaff: DemoStaff[] = [
  { openid: 'street-officer', name: '顾远山', role: 'streetOfficer', placeId: street.id },
  { openid: 'administrator', name: '简明白', role: 'administrator', placeId: street.id },
  ...communities.flatMap((_, c): DemoStaff[] => [
    {
      openid: `officer-${c + 1}`,
      name: officers[c] ?? '',
      role: 'communityOfficer',
      placeId: `${street.id}-${c + 1}`,
    },
    ...grids.map((_grid, g): DemoStaff => ({
      openid: `worker-${c + 1}-${g + 1}`,
      name: workers[c]?.[g] ?? '',
      role: 'gridWorker',
      placeId: `${street.id}-${c + 1}-${g + 1}`,
    })),
  ]),
  { openid: 'steward', name: '谭有余', role: 'steward', placeId: `${street.id}-1-1-1-1` },
  { openid: 'gate-keeper', name: '石守门', role: 'gateKeeper', placeId: `${street.id}-1-1-1` },
  { openid: 'inspector', name: '严细看', role: 'inspector', placeId: street.id },
  // Who publishes what somebody has proposed is always somebody else.
  { openid: 'street-officer-2', name: '骆同舟', role: 'streetOfficer', placeId: street.id },
]
demoStaff.forEach(({ openid }, index) => staffPhones.set(openid, inventedPhone(9000 + index)))

const responsibleFor = (place: string): PlaceDocument['responsible'] =>
  Object.fromEntries(
    // Of two with the same duty the first listed has it.
    [...demoStaff].reverse().flatMap(({ openid, name, role, placeId }) => {
      const duty = dutyOf[role]
      const onDuty = { of: place, name, phone: staffPhones.get(openid) ?? '', post: `post-${openid}`, openid }
      return placeId === place && duty ? [[duty, onDuty]] : []
    }),
  )

const node = (
  parent: PlaceDocument | null,
  level: Level,
  id: string,
  name: string,
  order: number,
  listedUnder: string | null,
): PlaceDocument => ({
  _id: id,
  level,
  name,
  parent: parent?._id ?? null,
  listedUnder,
  order,
  at: { ...parent?.at, [level]: id },
  names: [...(parent?.names ?? []), name],
  code: '',
  version: 1,
  responsible: { ...parent?.responsible, ...responsibleFor(id) },
  more: { listed: level !== 'grid' && level !== 'building', below: level !== 'building' },
})

const buildingsOf = (compound: PlaceDocument): PlaceDocument[] =>
  Array.from({ length: BUILDINGS }, (_, b) =>
    node(compound, 'building', `${compound._id}-${b + 1}`, `${b + 1} 号楼`, b, compound._id),
  )

const compoundsOf = (grid: PlaceDocument, community: PlaceDocument, g: number): PlaceDocument[] =>
  compounds.flatMap((ending, k) => {
    const order = g * compounds.length + k
    const name = `${community.name.replace('社区', '')}${compoundNames[order] ?? ''}${ending}`
    const compound = node(grid, 'compound', `${grid._id}-${k + 1}`, name, order, community._id)
    return [compound, ...buildingsOf(compound)]
  })

const communityOf = (top: PlaceDocument, name: string, c: number): PlaceDocument[] => {
  const community = node(top, 'community', `${top._id}-${c + 1}`, `${name}社区`, c, top._id)
  return [
    community,
    ...grids.flatMap((gridName, g) => {
      const grid = node(community, 'grid', `${community._id}-${g + 1}`, gridName, g, null)
      return [grid, ...compoundsOf(grid, community, g)]
    }),
  ]
}

const top = node(null, 'street', street.id, street.name, 0, '')

/** One street office: 7 communities of 3 grids, 42 compounds, 168 buildings. */
export const demoPlaces: PlaceDocument[] = [
  top,
  ...communities.flatMap((name, c) => communityOf(top, name, c)),
]

const JOINED_AT = new Date('2026-11-02T01:00:00Z')
const appointer = { name: '简明白', role: 'administrator' } as const

/** The posts of everybody on the staff. */
export const demoPosts: PostDocument[] = demoStaff.map(({ openid, name, role, placeId }) => {
  const place = demoPlaces.find(({ _id }) => _id === placeId)
  if (!place) throw new Error(`no place ${placeId}`)
  const { _id: id, level, names, at } = place
  return {
    _id: `post-${openid}`,
    openid,
    name,
    phone: staffPhones.get(openid) ?? '',
    role,
    place: { id, level, names },
    at,
    version: 1,
    joinedAt: JOINED_AT,
    appointedBy: role === 'administrator' ? null : appointer,
    active: true,
    suspended: null,
    releasing: null,
    managedAt: null,
  }
})
