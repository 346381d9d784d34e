import { useQuery } from '@tanstack/react-query'
import type { Contact } from '@contract/cases'
import type { Duty } from '@contract/places'
import { ResponsiblePeople } from '@/components/ResponsiblePeople'
import { Tap } from '@/components/Tap'
import { asked } from '@/services/queries'
import { words } from '@/words'
import './PeopleOfPlace.scss'

const said = words.responsible

interface PeopleOfPlaceProps {
  place: string
  /** Whether it is the reader's own, or one whose code was scanned. */
  isOwn: boolean
  /** Whom the page already offers to call. */
  besides?: Contact | null
}

/** Whoever is nearest is called first. */
const nearestFirst: readonly Duty[] = ['gridWorker', 'volunteer', 'partyMember', 'secretary', 'leader']

const isSame = (one: Contact, other: Contact | null): boolean =>
  one.phone === other?.phone && one.name === other.name

/** Who is responsible for a place, as its residents may know. */
export function PeopleOfPlace({ place, isOwn, besides = null }: PeopleOfPlaceProps) {
  const shown = useQuery(asked('places', 'show', { place }))
  if (shown.data) {
    const { names, responsible } = shown.data
    const own = besides ? said.besides : said.yours
    return (
      <ResponsiblePeople
        title={isOwn ? own : said.ofPlace(names.slice(-2).join(' '))}
        people={nearestFirst.flatMap((duty) =>
          responsible.filter((person) => person.duty === duty && !isSame(person, besides)),
        )}
      />
    )
  }
  // A place that is no more has nobody; what else the page shows does not depend on it.
  if (!shown.error || shown.error.error.code === 'notFound') return null
  return (
    <Tap className="card people-of-place__failed" onTap={() => void shown.refetch()}>
      {said.failed}
    </Tap>
  )
}
