import { hindered, visits } from './pages'
import type { Prepared } from './prepare'
import { residentWalks } from './residentWalks'
import { staffWalks } from './staffWalks'
import type { Walk } from './walk'

/** Everything that is looked at: every page, and the states in which it looks otherwise. */
export const everyWalk = (things: Prepared): Walk[] =>
  [...visits(things), ...residentWalks(things), ...staffWalks(things), ...hindered(things)].sort(
    (a, b) => features.indexOf(a.feature) - features.indexOf(b.feature),
  )

/** In the order of the contact sheet. */
const features = [
  'home',
  'registration',
  'household',
  'tip',
  'account',
  'cases',
  'households',
  'tips',
  'places',
  'people',
  'keeping',
  'rules',
]
