import type { EditionKind } from '@contract/editions'

/** The function that keeps each kind of edition; both take the same actions. */
export const featureOf = { riskList: 'riskAreas', policy: 'policy' } as const satisfies Record<
  EditionKind,
  string
>
