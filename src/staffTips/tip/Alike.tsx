import type { SimilarTip } from '@contract/tips'
import { Tag } from '@/components/Tag'
import { tipWorkWords } from '@/words/tipWork'

/** Words that have less in common are alike by chance. */
const ALIKE = 30

/** What another tip has in common with this one. */
export function Alike({ tip: { samePlate, sameWhere, likeness } }: { tip: SimilarTip }) {
  const { similar, known } = tipWorkWords
  return (
    <>
      {samePlate && <Tag tone="warning" text={known.samePlate} />}
      {sameWhere && <Tag tone="warning" text={similar.sameWhere} />}
      {likeness >= ALIKE && <Tag tone="quiet" text={similar.likeness(likeness)} />}
    </>
  )
}
