import { ok } from '@contract/action'
import type { textsActions } from '@contract/texts'
import { revealed } from '@kernel/revealing'
import type { UseCase } from '@kernel/serve'
import { changeText } from './decideText'
import { openedTexts, type TextCheckCase } from '@kernel/checking/textCheck'

/** What the text says, its long numbers masked: a look like any other, counted and written down. */
export const revealText: UseCase<typeof textsActions.reveal> = async (sent, context) => {
  const found = await revealed<TextCheckCase>(sent, context, (input, look) =>
    changeText('reveal', input, context, look),
  )
  if (!found.ok) return found
  const { _id: id, version } = found.data
  return ok({ id, version, texts: openedTexts(found.data) })
}
