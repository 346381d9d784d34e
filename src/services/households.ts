import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Household } from '@contract/households'
import { remindersOf } from './consents'
import { forgetCopies } from './copies'
import { dropDraft } from './drafts'
import { asked, useFreshWhenShown } from './queries'
import { forgetReports } from './reports'
import { readStored, removeStored, writeStored } from './storage'
import { noteSent } from './subscriptions'

const KEY = 'households'

/** Only what the daily screen needs lies on the phone: no telephone numbers of the family, no documents, no calls. */
const asKept = (household: Household): Household => ({
  ...household,
  members: household.members.map((member) => ({ ...member, phone: '', document: null })),
  calls: [],
})

/**
 * The households that this phone reports for. Without a signal they are as they were last seen, but for what the daily screen
 * can do without.
 */
export function useHouseholds() {
  const query = useQuery(asked('households', 'mine', {}))
  useFreshWhenShown(query)
  const [kept] = useState(() => readStored(KEY) as Household[] | undefined)
  const { data } = query
  useEffect(() => {
    // Now, because a reminder is often what makes a family report, and then nothing tells that it went out.
    if (data)
      noteSent(
        'dailyReminder',
        data.flatMap((household) => remindersOf(household, new Date())),
      )
    if (data && data.length > 0) writeStored(KEY, data.map(asKept))
    else if (data) removeStored(KEY)
  }, [data])
  return { ...query, data: data ?? kept }
}

/** Takes a household from this phone, which no longer reports for it. */
export function forgetHousehold(id: string): void {
  const others = ((readStored(KEY) as Household[] | undefined) ?? []).filter((one) => one.id !== id)
  writeStored(KEY, others)
  dropDraft(`report/${id}`)
  forgetReports(id)
  forgetCopies()
}
