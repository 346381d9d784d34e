import { useEffect, useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { dayOf, type Day } from '@contract/calendar'
import type { Level } from '@contract/roles'
import { dropDraft, readDraft } from '@/services/drafts'
import { asked } from '@/services/queries'
import { newSecret } from '@/services/secret'
import { DRAFT, freshForm, type Beginning, type TipForm } from './form'
import { seenOn } from './seen'

/** What was begun and not sent. */
function begunForm(today: Day): Beginning | undefined {
  const draft = readDraft<TipForm>(DRAFT)
  if (!draft) return undefined
  const { values, submission, savedAt } = draft
  return { letter: submission, values: { ...values, seen: seenOn(values.seen, today) }, savedAt }
}

const belowCompound: readonly Level[] = ['building', 'unit']

/** What neighbours see is seldom at their own door: from there up to the compound. */
async function compoundOf(client: QueryClient, place: string): Promise<string> {
  const { level, path } = await client.query(asked('places', 'show', { place }))
  const above = path[path.length - 2]
  return belowCompound.includes(level) && above ? compoundOf(client, above) : place
}

async function homeCompound(client: QueryClient): Promise<string> {
  const { family } = await client.query(asked('people', 'me', {}))
  const home = family[0]?.household.place.id
  return home ? compoundOf(client, home) : ''
}

/** Without a signal the form opens all the same, and asks where. */
const nearby = (client: QueryClient): Promise<string> => homeCompound(client).catch(() => '')

/**
 * The draft, else a fresh form: at the place whose code was scanned, else where the family lives. undefined while that is not
 * known yet. `restart` forgets the draft.
 */
export function useBeginning(scanned: string | undefined) {
  const client = useQueryClient()
  const [beginning, setBeginning] = useState(() => begunForm(dayOf(new Date())))
  useEffect(() => {
    if (beginning) return
    let isWanted = true
    void Promise.all([newSecret(), scanned ?? nearby(client)]).then(([letter, place]) => {
      if (isWanted) setBeginning({ letter, values: freshForm(place), savedAt: null } satisfies Beginning)
    })
    return () => {
      isWanted = false
    }
  }, [beginning, client, scanned])
  const restart = () => {
    dropDraft(DRAFT)
    setBeginning(undefined)
  }
  return { beginning, restart }
}
