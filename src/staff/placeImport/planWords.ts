import type { ImportPlan, LineFault } from '@contract/placeImport'
import { levels } from '@contract/roles'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.placeImport

/** One thing that will happen, or that is wrong, in words. */
export interface PlanLine {
  line: number
  /** Which place, or which cell. */
  what: string
  how: string
}

export interface PlanSection {
  key: string
  title: string
  /** How many of each level, for instance. */
  hint: string
  total: number
  lines: PlanLine[]
}

/** How many changes an import makes. */
export const changesIn = ({ added, renamed, moved, numbered }: ImportPlan): number =>
  added.total + renamed.total + moved.total + numbered.total

const path = (names: readonly string[]): string => names.join(' ')

/** What an import would do, what there is most to say about first; nothing is said of what does not happen. */
export function sectionsOf(plan: ImportPlan, root: string): PlanSection[] {
  const { added, addedAt, renamed, moved, numbered } = plan
  const counts = levels.flatMap((level) => {
    const count = addedAt[level]
    return count ? said.addedAt(said.column[level], count) : []
  })
  const sections: PlanSection[] = [
    {
      key: 'renamed',
      title: said.renamed(renamed.total),
      hint: '',
      total: renamed.total,
      lines: renamed.shown.map(({ line, names, to }) => ({ line, what: path(names), how: said.to(to) })),
    },
    {
      key: 'moved',
      title: said.moved(moved.total),
      hint: '',
      total: moved.total,
      lines: moved.shown.map(({ line, names, to }) => ({
        line,
        what: path(names),
        how: said.movedTo(path(to) || root),
      })),
    },
    {
      key: 'added',
      title: said.added(added.total),
      hint: counts.join(words.app.list),
      total: added.total,
      lines: added.shown.map(({ line, names, code }) => ({
        line,
        what: path(names),
        how: code && said.code(code),
      })),
    },
    {
      key: 'numbered',
      title: said.numbered(numbered.total),
      hint: '',
      total: numbered.total,
      lines: numbered.shown.map(({ line, names, code }) => ({
        line,
        what: path(names),
        how: said.code(code),
      })),
    },
  ]
  return sections.filter(({ total }) => total > 0)
}

/** What is wrong with a line: where, what stands there, and how it should be. */
export const faultLine = ({ line, column, fault, text, other }: LineFault): PlanLine => ({
  line,
  what: said.cell(line, said.column[column], text),
  how: other === null ? said.fault[fault] : said.seeLine(said.fault[fault], other),
})
