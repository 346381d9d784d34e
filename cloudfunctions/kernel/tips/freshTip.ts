import type { Urgency } from '@contract/cases'
import { tipMachine, type TipStatus } from '@contract/tipMachine'
import { caseContext, opened } from '../caseEvents'
import { maskPlate } from '../masking'
import { placeName, type PlaceDocument } from '../placeDocument'
import { ownSealer } from '../seal'
import type { Sealed } from '../sealed'
import { goingAt } from './going'
import { tipIdOf, type LetterDocument, type ToldText } from './letters'
import { theTeller, type TipBody, type TipCase } from './tip'

/** A tip as it comes out of the letterbox, which was to be emptied at `at`. */
export function freshTip(
  letter: Pick<LetterDocument, '_id' | 'receipt' | 'digest'>,
  text: Omit<ToldText, 'place'>,
  place: PlaceDocument,
  at: Date,
  pictures: string[] = [],
): TipCase {
  const _id = tipIdOf(letter._id)
  const { role, dueAt, detail } = goingAt(place.at, at)
  const urgency: Urgency = text.kind.urgent ? 1 : 0
  const happening = {
    ...{ at, submission: letter._id, digest: letter.digest, by: theTeller },
    detail: { ...detail, pictures: pictures.length },
  }
  const tip = opened<TipBody, TipStatus>(
    tipMachine,
    {
      _id,
      owner: null,
      at: place.at,
      place: placeName(place),
      subject: { person: '', display: text.kind.name },
      regions: [],
      brief: { similar: 0, plate: text.plate && maskPlate(text.plate) },
      ...(text.plate && { foundBy: ownSealer().findable('plate', text.plate) }),
      body: { ...bodyOf(_id, text), receipt: letter.receipt, pictures },
    },
    dueAt,
    happening,
    urgency,
  )
  return { ...tip, todo: { role, assignee: null, dueAt, urgency } }
}

function bodyOf(id: string, text: Omit<ToldText, 'place'>): Omit<TipBody, 'receipt' | 'pictures'> {
  const { kind, seen, words, where, plate, unchecked, rewarded } = text
  const seal = (said: string): Sealed => ownSealer().seal(said, caseContext(id))
  return {
    ...{ kind: kind.id, kindName: kind.name, opens: kind.opens, seen, unchecked, rewarded },
    words: seal(words),
    where: where && seal(where),
    plate: plate && seal(plate),
    ...{ visitPictures: [], into: null, leadsTo: null },
  }
}
