import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { SimilarTip, TipForReview } from '@contract/tips'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { words } from '@/words'
import { tipWorkWords } from '@/words/tipWork'
import { Alike } from './Alike'
import { joiningOf } from './tipDeed'
import type { TipDesk } from './useTipDesk'

const said = tipWorkWords.join

interface JoinSheetProps {
  view: TipForReview
  joining: TipDesk['joining']
  today: Day
}

/** Two tips side by side, before one is joined to the other. */
export function JoinSheet({ view, joining, today }: JoinSheetProps) {
  const { close, send, busy, error } = joining
  // As both are by now: opening the one may have changed it meanwhile.
  const other = view.similar.find(({ id }) => id === joining.other)
  const joined = other && joiningOf(view, other)
  const fault = error?.fields?.into
  return (
    <Sheet title={said.title} open={Boolean(joined)} onClose={close}>
      <SheetBody>
        <FailureNotice error={error} kept={fault && words.faults[fault]} />
        <View className="soft tip__hint">{said.hint}</View>
        {joined && (
          <>
            <View className="tip__tags">
              <Alike tip={other} />
            </View>
            <View className="tip__pair">
              <Side label={said.stays} tip={joined.into === view.id ? view : other} today={today} />
              <Side label={said.goes} tip={joined.into === view.id ? other : view} today={today} />
            </View>
          </>
        )}
      </SheetBody>
      <BigButton tone="primary" busy={busy} onClick={() => joined && send(joined)}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}

interface SideProps {
  label: string
  tip: Pick<SimilarTip, 'toldAt' | 'kindName' | 'words'>
  today: Day
}

function Side({ label, tip, today }: SideProps) {
  return (
    <View className="tip__side">
      <View className="tip__strong">{label}</View>
      <View className="soft">{`${words.dates.instant(tip.toldAt, today)} ${tip.kindName}`}</View>
      <View className="tip__words">{tip.words}</View>
    </View>
  )
}
