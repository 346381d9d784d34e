import { createHash } from 'node:crypto'
import { refused, type Refused } from '@contract/action'
import type { Level } from '@contract/roles'
import { collection, command } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { TreePlace } from './matchRules'
import { outlineOf } from './outlineRules'
import { planOf, type Plan } from './planRules'
import { linesOfFile, type FileLines } from './readLines'

const A_PAGE = 1000

export interface Planned {
  root: PlaceDocument
  lines: FileLines
  plan: Plan
}

export const isRefused = (planned: Planned | Refused): planned is Refused => 'ok' in planned

/** Reads a file and the tree, and plans how the one becomes the other. */
export async function planImport(
  { place, file }: { place: string; file: string },
  now: Date,
): Promise<Planned | Refused> {
  const root = await findPlace(place, now)
  if (!root) return refused('notFound', 'there is no such place of yours')
  const lines = await linesOfFile(file, root)
  if (typeof lines === 'string') return refused('invalidInput', 'this file is not taken', { file: lines })

  const tree = await readTree(root, lines.levels)
  // The file is part of the id: a node that was removed or merged away does not come back under its old one.
  const idFrom = (text: string) => createHash('sha256').update(`${file}\n${text}`).digest('hex').slice(0, 32)
  const plan = planOf(outlineOf(lines.lines), { root, tree, sheetLevels: lines.levels, idFrom })
  const faults = [...lines.faults, ...plan.faults].sort((a, b) => a.line - b.line)
  return { root, lines, plan: { ...plan, faults } }
}

/** Everything below a node at these levels. One database request for a thousand nodes, and one more for each level. */
async function readTree(root: PlaceDocument, levels: readonly Level[]): Promise<TreePlace[]> {
  const all: TreePlace[] = []
  for (const level of levels) {
    for (let page = await pageOf(root, level, ''); page.length > 0;) {
      all.push(...page.filter(({ mergedInto }) => mergedInto === undefined))
      // A short page is no sign of the end: production may give fewer than it is asked for.
      page = await pageOf(root, level, page[page.length - 1]?._id ?? '')
    }
  }
  return all
}

async function pageOf(root: PlaceDocument, level: Level, after: string): Promise<PlaceDocument[]> {
  const { data } = await collection<PlaceDocument>('places')
    .where({ [`at.${root.level}`]: root._id, level, _id: command.gt(after) })
    .orderBy('_id', 'asc')
    .limit(A_PAGE)
    .field({ responsible: false, more: false })
    .get()
  return data
}
