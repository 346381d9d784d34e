import { randomUUID } from 'node:crypto'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { newHousehold } from '@kernel/households/newHousehold'
import type { PlaceDocument } from '@kernel/placeDocument'

interface Named {
  name: string
  phone?: string
  document?: string
}

/** A household as a function stores it, which has never reported; of one account, or of nobody's. */
export function householdAt(
  place: PlaceDocument,
  account: string | null,
  people: readonly Named[] = [{ name: '方小棠', phone: '13800001234' }],
  openedAt = new Date(),
): HouseholdDocument {
  const id = randomUUID()
  const said = people.map(({ name, phone = '', document = '' }, index) => ({
    ...{ name, phone, document: { kind: 'residentId' as const, number: document } },
    relation: index === 0 ? ('self' as const) : ('relative' as const),
  }))
  const actor = account === null ? 'steward' : 'owner'
  const by = { account: account ?? 'somebody-else', actor, name: null } as const
  const fresh = newHousehold({ submission: id, door: '301', members: said }, place, by, openedAt)
  // Tests name people by their place in the list.
  return { ...fresh, members: fresh.members.map((one, index) => ({ ...one, id: `${id}-${index}` })) }
}
