import { Text, View } from '@tarojs/components'
import { dayOf, type Day } from '@contract/calendar'
import type { LedgerLine } from '@contract/rewards'
import { Tag } from '@/components/Tag'
import { words } from '@/words'
import { tipDeskWords as said } from '@/words/tipDesk'

/** What came in and what was handed over, the latest first. */
export function LedgerLines({ lines }: { lines: readonly LedgerLine[] }) {
  const today = dayOf(new Date())
  return (
    <>
      {lines.map((line) => (
        <Line key={line.id} line={line} today={today} />
      ))}
    </>
  )
}

function Line({ line, today }: { line: LedgerLine; today: Day }) {
  const { at, what, pieces, left, by, words: why, received } = line
  return (
    <View className="ledger-line">
      <View className="ledger-line__head">
        <Text className="ledger-line__what">{said.line(what, pieces)}</Text>
        <Text>{said.leftAfter(left)}</Text>
      </View>
      {why !== '' && <View>{why}</View>}
      <View className="soft">
        {said.by(words.dates.instant(at, today), words.registration.role[by.role], by.name)}
      </View>
      {received === true && <Tag tone="good" text={said.received} />}
      {received === false && <Tag tone="warning" text={said.notReceived} />}
    </View>
  )
}
