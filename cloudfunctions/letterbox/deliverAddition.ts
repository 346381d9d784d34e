import { tipMachine, type TipEvent } from '@contract/tipMachine'
import { advanced, type CaseTodo, type Happening } from '@kernel/caseEvents'
import { writeAdvance } from '@kernel/cases'
import { collection } from '@kernel/cloud'
import { findPlace } from '@kernel/places'
import { superiorsOf } from '@kernel/superiors'
import { goingAt, urgencyOf } from '@kernel/tips/going'
import { handledFor, readTip } from '@kernel/tips/joining'
import { letters, type AddedText, type LetterDocument } from '@kernel/tips/letters'
import { beforeOfficer } from '@kernel/tips/officers'
import { theTeller, type TipCase } from '@kernel/tips/tip'
import { copyPictures } from './letterPictures'
import type { Round } from './rounds'
import { whoGoesThere, type Delivery } from './tellColleagues'
import { canAppeal } from './tellerView'

/** What a teller has added, or appeals against, becomes an event of the tip, or of the one to which it was joined. */
export async function deliverAddition(
  letter: LetterDocument,
  text: AddedText,
  round: Round,
): Promise<Delivery> {
  const tip = (await tipToldWith(letter)) ?? (await tipToldMeanwhile(letter))
  if (!tip || tip === 'later') return tip ?? 'nobodyToTell'
  const handled = text.what === 'appeal' ? tip : ((await handledFor(tip)) ?? tip)
  const pictures = await copyPictures(letter, handled._id, round.at)
  return writeAddition({ letter, text, pictures, told: tip._id }, handled, round)
}

async function tipToldWith({ receipt }: LetterDocument): Promise<TipCase | null> {
  const { data } = await collection<TipCase>('cases').where({ 'body.receipt': receipt }).limit(1).get()
  return data.find(({ deletion }) => !deletion) ?? null
}

/** `later` where the tip of a letter lies in the letterbox as well; else whoever took it out has stored it before. */
async function tipToldMeanwhile(letter: LetterDocument): Promise<TipCase | 'later' | null> {
  const { total } = await letters.where({ receipt: letter.receipt, what: 'tell' }).count()
  return total > 0 ? 'later' : tipToldWith(letter)
}

interface Addition {
  /** By the id of which it is known whether it was written before. */
  letter: Pick<LetterDocument, '_id' | 'digest'>
  text: AddedText
  pictures: string[]
  /** The tip of whoever adds. */
  told: string
}

/** Writes it, also when somebody else changes the tip at the same moment. */
export async function writeAddition(addition: Addition, tip: TipCase, round: Round): Promise<Delivery> {
  const { letter } = addition
  if (tip.history.some(({ submission }) => submission === letter._id)) return 'nobodyToTell'
  const event = eventOf(addition, tip)
  const advance = await advancedBy(event, addition, tip, round)
  if (await writeAdvance(tip, advance)) {
    const after = { ...tip, ...advance.set }
    const why = event === 'appeal' ? 'appeal' : 'add'
    return { to: await toTell(after, round), why, tip: after }
  }
  const now = await readTip(tip._id)
  return now ? writeAddition(addition, now, round) : 'nobodyToTell'
}

/** An appeal for which it is too late is still read. */
function eventOf({ text }: Addition, tip: TipCase): TipEvent {
  if (text.what === 'appeal' && canAppeal(tip)) return 'appeal'
  return tip.status === 'undetermined' ? 'resume' : 'add'
}

async function advancedBy(event: TipEvent, addition: Addition, tip: TipCase, { at, now }: Round) {
  const { letter, text, pictures, told } = addition
  const next = await nextAfter(event, tip, at, now)
  const { body } = tip
  return advanced(
    tipMachine,
    tip,
    event,
    {
      ...{ at, submission: letter._id, digest: letter.digest, by: theTeller, words: text.words },
      detail: { ...next.detail, pictures: pictures.length, ...(told !== tip._id && { from: told }) },
    },
    {
      changes: {
        body: {
          ...body,
          pictures: [...new Set([...body.pictures, ...pictures])],
          unchecked: body.unchecked || text.unchecked,
        },
      },
      ...next.todo,
    },
  )
}

interface Next {
  detail: Happening['detail']
  todo: Partial<Pick<CaseTodo, 'role' | 'dueAt' | 'urgency' | 'assignee'>>
}

async function nextAfter(event: TipEvent, tip: TipCase, at: Date, now: Date): Promise<Next> {
  if (event === 'add') return { detail: null, todo: {} }
  const { role, dueAt, detail } = goingAt(tip.at, at)
  if (event === 'resume') return { detail, todo: { role, dueAt, urgency: await urgencyOf(tip, now) } }
  const { assignee, detail: put } = await beforeOfficer('appeal', tip, '')
  return { detail: put, todo: { assignee, dueAt } }
}

/** Whoever has it in hand, else whoever it waits for; nobody where it is closed. */
async function toTell({ todo, at, place }: TipCase, { now }: Round): Promise<string[]> {
  if (!todo) return []
  if (todo.assignee) return [todo.assignee.openid]
  const node = await findPlace(place.id, now)
  if (todo.role === 'gridWorker' && node) return whoGoesThere(node)
  const above = await superiorsOf('gridWorker', at, [])
  return above.map(({ openid }) => openid)
}
