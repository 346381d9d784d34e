/** Five in one: who is responsible for a node of the tree. */
export const duties = ['leader', 'secretary', 'gridWorker', 'partyMember', 'volunteer'] as const
export type Duty = (typeof duties)[number]
