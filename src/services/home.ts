import type { Home } from '@contract/people'
import { api, type Answer } from './api'

type Part = Exclude<keyof Home, 'place'>

/** The questions whose answers are parts of that to `people.home`. */
const partOf: Record<string, Part | undefined> = {
  'people.me': 'me',
  'returnee.mine': 'registrations',
  'households.mine': 'households',
}

/** How many of these are asked at one moment, and the one call for all of them. */
interface Moment {
  questions: number
  home?: Promise<Answer<Home>>
}

let present: Moment | undefined

/**
 * Asks a question by itself; several parts of home that are asked at one moment, as whenever its page is opened or asks again,
 * in one call. `arrived` is called before any of them is answered.
 *
 * @param question as `people.me`
 */
export async function askTogether<T>(
  question: string,
  ask: () => Promise<Answer<T>>,
  arrived: (home: Home) => void,
): Promise<Answer<T>> {
  const part = partOf[question]
  if (!part) return ask()
  const moment = (present ??= { questions: 0 })
  moment.questions += 1
  // Until then all that is asked at this moment has been, also by timers that end at the same one.
  await new Promise((resolve) => setTimeout(resolve, 0))
  if (present === moment) present = undefined
  if (moment.questions === 1) return ask()
  moment.home ??= askHome(arrived)
  const home = await moment.home
  // The table says that the answer to this question is this part.
  return home.ok ? { ok: true, data: home.data[part] as T } : home
}

async function askHome(arrived: (home: Home) => void): Promise<Answer<Home>> {
  const home = await api.people.home({})
  if (home.ok) arrived(home.data)
  return home
}
