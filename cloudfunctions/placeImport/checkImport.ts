import { ok } from '@contract/action'
import { SHOWN_AT_MOST, type ImportPlan, type placeImportActions } from '@contract/placeImport'
import type { Level } from '@contract/roles'
import { removeFiles } from '@kernel/files'
import type { UseCase } from '@kernel/serve'
import { digestOf } from './digestOf'
import { namesOf } from './outlineRules'
import { isRefused, planImport, type Planned } from './planImport'
import { isNewName, type Change } from './planRules'

/** What importing a file would do. What is no spreadsheet is removed; a spreadsheet waits to be imported. */
export const checkImport: UseCase<typeof placeImportActions.check> = async (input, { now }) => {
  const planned = await planImport(input, now)
  if (!isRefused(planned)) return ok(viewOf(planned))
  if (planned.error.fields?.file) await removeFiles([input.file])
  return planned
}

const shown = <Line>(all: Line[]) => ({ total: all.length, shown: all.slice(0, SHOWN_AT_MOST) })

const ofKind = <Kind extends Change['kind']>(changes: readonly Change[], kind: Kind) =>
  changes.filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind)

function viewOf({ root, lines, plan }: Planned): ImportPlan {
  const adds = ofKind(plan.changes, 'add').map(({ place }) => place)
  const changed = ofKind(plan.changes, 'rename')
  const renames = changed.filter(isNewName)
  const numbered = changed.filter((change) => !isNewName(change))
  const node = ({ place, from }: Exclude<Change, { kind: 'add' }>) => ({
    line: place.line,
    level: place.level,
    names: from.names.slice(root.names.length),
  })
  return {
    lines: lines.lines.length + lines.faults.length,
    columns: lines.columns,
    added: shown(adds.map((place) => ({ ...pick(place), names: namesOf(place) }))),
    addedAt: countByLevel(adds.map(({ level }) => level)),
    renamed: shown(renames.map((change) => ({ ...node(change), to: change.place.name }))),
    moved: shown(
      ofKind(plan.changes, 'move').map((change) => ({
        ...node(change),
        to: change.place.parent ? namesOf(change.place.parent) : [],
      })),
    ),
    numbered: shown(numbered.map((change) => ({ ...node(change), code: change.place.code }))),
    same: plan.same,
    faults: shown(plan.faults),
    digest: digestOf(plan.changes),
  }
}

const pick = ({ line, level, code }: { line: number; level: Level; code: string }) => ({ line, level, code })

const countByLevel = (all: readonly Level[]): ImportPlan['addedAt'] => {
  const counts: ImportPlan['addedAt'] = {}
  for (const level of all) counts[level] = (counts[level] ?? 0) + 1
  return counts
}
