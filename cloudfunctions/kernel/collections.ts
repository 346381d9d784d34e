/** Every collection of the database, as declared in config/database.json. */
export const collectionNames = [
  'cases',
  'certificates',
  'codeTries',
  'deletionRuns',
  'deletions',
  'exports',
  'holds',
  'invitations',
  'jobs',
  'lifts',
  'lookTallies',
  'looks',
  'people',
  'pictures',
  'places',
  'relocations',
  'staff',
  'staffEvents',
] as const

export type CollectionName = (typeof collectionNames)[number]
