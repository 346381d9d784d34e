import { View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import { Notice } from '@/components/Notice'
import { staffWords } from '@/words/staff'
import { ChangesView } from '../ChangesView'
import { FaultLines } from './FaultLines'
import type { Checked } from './useListCheck'
import type { ListWork } from './useListWork'

const said = staffWords.risk.edit

/** What was understood: bad lines before all else, then what the list would change. */
export function CheckStep({ work, checked }: { work: ListWork; checked: Checked }) {
  const { entry, plan } = checked
  const { faults, lines, areas, changes } = plan
  if (faults.total === 0) {
    return (
      <>
        <View className="card">{said.understood(lines, areas)}</View>
        <ChangesView changes={changes} today={dayOf(new Date())} />
      </>
    )
  }
  const isText = entry.kind === 'text'
  return (
    <>
      <Notice tone="danger" title={said.bad(faults.total)}>
        {isText ? said.badHint : said.badFileHint}
      </Notice>
      <FaultLines
        faults={faults}
        checkedText={isText ? entry.text : null}
        text={work.draft.text}
        onText={(text) => work.change({ text })}
      />
    </>
  )
}
