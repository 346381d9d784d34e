import { hiddenText } from '@contract/labels'

/** Nobody can type it: fields refuse control characters. */
const MARK = '\u0000'

/** A text as it is sealed once an officer has hidden it; `by` is the case in which that was decided. */
export const hidden = (text: string, by: string): string => [MARK, by, MARK, text].join('')

/** A text that was hidden, and in which case; null for any other. */
export function hiddenIn(whole: string): { by: string; text: string } | null {
  if (!whole.startsWith(MARK)) return null
  const [, by = '', ...rest] = whole.split(MARK)
  return { by, text: rest.join(MARK) }
}

/** What anybody is shown of a text. */
export const asShown = (whole: string): string => (whole.startsWith(MARK) ? hiddenText : whole)
