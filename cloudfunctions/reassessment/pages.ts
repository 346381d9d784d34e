import type { RunDocument } from '@kernel/assessment/runDocuments'
import { collection, command } from '@kernel/cloud'
import type { RegistrationCase } from '@kernel/registration'

const A_PAGE = 50

/** Of a list of codes so many are counted at a time. */
const CODES_COUNTED = 100

const cases = collection<RegistrationCase>('cases')

type Swept = Pick<RunDocument, 'place' | 'codes' | 'openedFrom' | 'openedTo'>

const within = ({ place }: Swept) => ({ [`at.${place.level}`]: place.id, kind: 'returnee', deletion: null })

/** The next registrations of the code where a run is, those opened first before the others, and where it is after them. */
export async function readPage(run: RunDocument): Promise<{ page: RegistrationCase[]; next: Position }> {
  const { codes, step, after, openedFrom, openedTo } = run
  const code = codes ? { regions: codes[step] } : {}
  // What is behind the last one begins where it was opened: said by itself, so that an index can begin there.
  const from = { openedAt: command.gte(after?.openedAt ?? openedFrom) }
  const conditions = [{ ...within(run), ...code }, from, { openedAt: command.lte(openedTo) }]
  const { data } = await cases
    .where(command.and(after ? [...conditions, behind(after)] : conditions))
    .orderBy('openedAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(A_PAGE)
    .get()
  const last = data.length === A_PAGE ? data[A_PAGE - 1] : undefined
  const next = last
    ? { step, after: { openedAt: last.openedAt, id: last._id } }
    : { step: step + 1, after: null }
  return { page: data.filter(isFirstTime(run)), next }
}

const behind = ({ openedAt, id }: NonNullable<RunDocument['after']>): unknown =>
  command.or([{ openedAt: command.gt(openedAt) }, { openedAt, _id: command.gt(id) }])

type Position = Pick<RunDocument, 'step' | 'after'>

/** What several codes lead to is looked at when the first of them comes. */
const isFirstTime =
  ({ codes, step }: RunDocument) =>
  ({ regions }: RegistrationCase): boolean =>
    codes === null || codes.find((code) => regions.includes(code)) === codes[step]

export const isOver = ({ codes, step }: Pick<RunDocument, 'codes' | 'step'>): boolean =>
  step >= (codes?.length ?? 1)

/** How many there are in all; who was in two places of different hundreds counts twice. */
export async function countSwept(swept: Swept): Promise<number> {
  const { codes, openedFrom, openedTo } = swept
  const days = command.and([{ openedAt: command.gte(openedFrom) }, { openedAt: command.lte(openedTo) }])
  const parts = codes ? hundreds(codes).map((some) => ({ regions: command.in(some) })) : [{}]
  let total = 0
  for (const part of parts)
    total += (await cases.where(command.and([{ ...within(swept), ...part }, days])).count()).total
  return total
}

const hundreds = (codes: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(codes.length / CODES_COUNTED) }, (_, part) =>
    codes.slice(part * CODES_COUNTED, (part + 1) * CODES_COUNTED),
  )
