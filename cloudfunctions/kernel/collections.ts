/** Every collection of the database, as declared in config/database.json. */
export const collectionNames = [
  'affected',
  'cases',
  'certificates',
  'codeTries',
  'deletionRuns',
  'deletions',
  'exports',
  'holds',
  'households',
  'inForce',
  'invitations',
  'jobs',
  'lifts',
  'lookTallies',
  'looks',
  'people',
  'pictures',
  'places',
  'policies',
  'relocations',
  'riskLists',
  'runs',
  'staff',
  'staffEvents',
] as const

export type CollectionName = (typeof collectionNames)[number]
