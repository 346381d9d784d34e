import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { ListChanges } from '@contract/riskAreas'
import { Notice } from '@/components/Notice'
import { staffWords } from '@/words/staff'
import { PlanLines } from '../placeImport/PlanLines'
import { changeSections } from './areaWords'
import './ChangesView.scss'

const said = staffWords.risk.changes

/** What a list says that the one before it did not. */
export function ChangesView({ changes, today }: { changes: ListChanges; today: Day }) {
  const sections = changeSections(changes, today)
  if (sections.length === 0) {
    return (
      <Notice tone="calm" title={said.none}>
        {said.noneHint(changes.same)}
      </Notice>
    )
  }
  return (
    <>
      {sections.map(({ key, title, total, lines }) => (
        <View key={key} className="card">
          <View className="title">{title}</View>
          <PlanLines lines={lines} total={total} showAll={said.showAll} notShown={said.notShown} />
        </View>
      ))}
      {changes.same > 0 && <View className="soft changes-view__same">{said.same(changes.same)}</View>}
    </>
  )
}
