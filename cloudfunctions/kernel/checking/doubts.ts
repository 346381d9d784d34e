import { collection, isDuplicate } from '../cloud'
import { derivedId } from '../derivedId'
import { ownSealer } from '../seal'
import type { Sealed } from '../sealed'
import type { Named } from './namedIds'

/**
 * Texts that were stored although WeChat was not sure of them, or could not be asked, as stored in `textChecks` until they are
 * looked at. All of it goes as soon as that is done: what is then needed stands in a case.
 */
export interface DoubtDocument extends Named {
  _id: string
  /** What was done with them. */
  action: string
  /** WeChat wants a person to look, or is to be asked again. */
  why: 'review' | 'unknown'
  writtenAt: Date
  /** When it is next looked at. */
  dueAt: Date
  /** Who wrote them: WeChat wants to know. */
  account: Sealed
  /** A list of texts, as JSON. */
  texts: Sealed
}

export const doubts = collection<DoubtDocument>('textChecks')

/** The document that what is sealed of a doubt belongs to. */
export const doubtContext = (id: string): string => `textChecks/${id}`

interface Doubtful extends Pick<DoubtDocument, 'action' | 'why' | 'writtenAt'> {
  input: unknown
  account: string
  texts: readonly string[]
  named: Named
}

/** Keeps texts to be looked at; the same act, sent again, is kept once. One database request. */
export async function keepDoubt({ input, account, texts, named, ...doubt }: Doubtful): Promise<void> {
  const _id = derivedId({ doubt: doubt.action, account, input })
  const seal = (text: string): Sealed => ownSealer().seal(text, doubtContext(_id))
  const fresh: DoubtDocument = {
    ...{ _id, ...doubt, ...named, dueAt: doubt.writtenAt },
    account: seal(account),
    texts: seal(JSON.stringify([...new Set(texts)])),
  }
  try {
    await doubts.add({ data: fresh })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
}

/** What is sealed of a doubt, in clear text. */
export const openedDoubt = ({ _id, account, texts }: DoubtDocument) => ({
  account: ownSealer().open(account, doubtContext(_id)),
  texts: JSON.parse(ownSealer().open(texts, doubtContext(_id))) as string[],
})
