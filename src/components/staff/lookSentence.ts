import type { LookLine } from '@contract/looks'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

/** Whose clear text was seen, or whom a number led to. */
export const lookSentence = ({ kind, found, cases }: Pick<LookLine, 'kind' | 'found' | 'cases'>): string => {
  const said = staffWords.looks.list
  const names = cases.map(({ display }) => display)
  const people = [...names, ...(found > names.length ? [said.deleted(found - names.length)] : [])].join(
    words.app.list,
  )
  if (kind === 'reveal') return people ? said.revealed(people) : said.revealedNothing
  return people ? said.searched(people) : said.searchedNothing
}
