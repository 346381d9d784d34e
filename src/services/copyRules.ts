import type { Me } from '@contract/people'
import type { OwnRegistration } from '@contract/returnee'

/** What is known of one copy of an answer, without the answer. `at`: ms, when it was given; `size`: characters of its JSON. */
export interface CopyLine {
  name: string
  at: number
  size: number
}

/** WeChat has 10 MB for all that a phone keeps, and 1 MB for one thing. */
const LARGEST = 100_000
const ALL = 1_000_000
const DAY_MS = 86_400_000

/** After a day a copy says too little that is still true, and should not lie on a phone any longer. */
export const isCurrent = ({ at }: Pick<CopyLine, 'at'>, now: number): boolean =>
  at <= now && now - at < DAY_MS

/** What is kept once `added` is there too, the latest first: what is too large, too old, or the oldest of too many is left out. */
export function linesWith(
  added: CopyLine | undefined,
  before: readonly CopyLine[],
  now: number,
): { kept: CopyLine[]; gone: string[] } {
  const others = before.filter(({ name }) => name !== added?.name)
  const all = (added ? [added, ...others] : others).slice().sort((one, other) => other.at - one.at)
  const kept: CopyLine[] = []
  let room = ALL
  for (const line of all) {
    if (line.size > LARGEST || line.size > room || !isCurrent(line, now)) continue
    kept.push(line)
    room -= line.size
  }
  const stays = new Set(kept.map(({ name }) => name))
  return { kept, gone: all.map(({ name }) => name).filter((name) => !stays.has(name)) }
}

/** The family by name and home: no telephone numbers, no documents. */
const familyByName = (me: Me): Me => ({
  ...me,
  family: me.family.map((member) => ({ ...member, phone: '', document: null })),
})

const blank = { phone: '', document: { kind: 'residentId', number: '' } } as const

/** What to do now and what has happened: the answers without numbers, and without words that may hold some. */
const withoutNumbers = (own: OwnRegistration): OwnRegistration => ({
  ...own,
  answers: {
    ...own.answers,
    person: { ...own.answers.person, ...blank },
    companions: own.answers.companions.map((companion) => ({ ...companion, ...blank })),
    from: { ...own.answers.from, detail: '' },
    transport: { ...own.answers.transport, plate: '' },
    note: '',
  },
})

const whole = (answer: unknown): unknown => answer

type Reduce = (answer: never) => unknown

/**
 * The answers of which a phone keeps a copy, and what of each. Lists of staff are masked by their function; what was shown in
 * clear after a reason is never among these.
 */
export const copied: Record<string, Reduce | undefined> = {
  'people.me': familyByName,
  'returnee.mine': whole,
  'returnee.show': withoutNumbers,
  'places.list': whole,
  'places.show': whole,
  'inbox.list': whole,
}

/** Whether somebody has other posts than before: what they could read then may not be theirs any more. */
export const hasOtherPosts = (before: Pick<Me, 'posts'>, now: Pick<Me, 'posts'>): boolean => {
  const ids = ({ posts }: Pick<Me, 'posts'>) =>
    posts
      .map(({ id }) => id)
      .sort()
      .join()
  return ids(before) !== ids(now)
}
