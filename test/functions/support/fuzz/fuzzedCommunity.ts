import type { Document, Store } from '../../../../local/store/types'
import { OWNER } from '../accessCases'
import { LETTER_PICTURE } from '../accessThings'
import { accessPlaces, accessPosts } from '../accessWorld'
import { openCommunity, type Community } from '../community'
import { openIntruder } from '../intruder'
import { newPicture, pictureOf } from '../pictures'
import { today } from '../registrations'
import { hostileFiles } from './files'
import { fuzzPlaces } from './places'
import { rulingsAtStreet } from './rulingsAtStreet'
import type { Drawer } from './schemaInputs'
import { usualDrawer } from './usualDrawer'
import { watchedPeople, type Watched } from './watched'
import { watchWrites, type Writes } from './writes'

/** A community in which people live, and everything that is asked of it. */
export interface FuzzedCommunity {
  community: Community
  store: Store
  watched: Watched[]
  drawer: Drawer
  picture: string
  files: readonly Buffer[]
  writes: Writes
  /** How often each action was answered how: `returnee.register ok`. */
  counts: Map<string, number>
}

export async function openFuzzed(): Promise<FuzzedCommunity> {
  const rulings = rulingsAtStreet()
  const community = await openCommunity({
    places: fuzzPlaces as unknown as Document[],
    staff: accessPosts as unknown as Document[],
    ...rulings,
  })
  const watched = await watchedPeople(community)
  const files = await hostileFiles()
  await community.cloud.upload(LETTER_PICTURE, newPicture(), OWNER)
  const picture = await pictureOf(community, OWNER)
  const store = openIntruder(community)
  return {
    community,
    store,
    watched,
    drawer: drawerOf(watched, editionsIn(rulings)),
    picture,
    files,
    writes: watchWrites(),
    counts: new Map(),
  }
}

const present = (some: readonly (string | null)[]): string[] => some.filter((one) => one !== null)

const editionsIn = ({ riskLists, policies }: Record<string, Document[]>): string[] =>
  [...(riskLists ?? []), ...(policies ?? [])].map(({ _id }) => String(_id))

const drawerOf = (watched: readonly Watched[], edition: readonly string[]): Drawer =>
  usualDrawer(
    {
      case: watched.flatMap(({ documents }) =>
        documents.flatMap(({ collection, id }) => (collection === 'cases' ? [id] : [])),
      ),
      household: present(watched.map(({ household }) => household)),
      person: present(watched.map(({ person }) => person)),
      place: accessPlaces.map(({ _id }) => _id),
      post: accessPosts.filter(({ _id }) => _id.startsWith('post-colleague-')).map(({ _id }) => _id),
      picture: present(watched.map(({ picture }) => picture)),
      edition,
      receipt: present(watched.map(({ receipt }) => receipt)),
    },
    present(watched.map(({ phone }) => phone)),
    today,
  )
