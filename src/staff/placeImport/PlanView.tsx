import { Text, View } from '@tarojs/components'
import type { ImportPlan } from '@contract/placeImport'
import { Notice } from '@/components/Notice'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { changesIn, faultLine, sectionsOf } from './planWords'
import { PlanLines } from './PlanLines'

const said = staffWords.placeImport

interface PlanViewProps {
  /** Name of the file. */
  file: string
  plan: ImportPlan
  /** Name of the place that is imported into. */
  root: string
}

/** What was found in a file: bad lines before all else, then what an import would do. */
export function PlanView({ file, plan, root }: PlanViewProps) {
  const columns = plan.columns.map((column) => said.column[column]).join(words.app.list)
  return (
    <>
      <View className="card">
        <View className="title">{said.understood(file, plan.lines)}</View>
        <View className="soft">{said.columns(columns)}</View>
      </View>
      {plan.faults.total > 0 ? <Faults faults={plan.faults} /> : <Changes plan={plan} root={root} />}
    </>
  )
}

function Faults({ faults }: Pick<ImportPlan, 'faults'>) {
  return (
    <>
      <Notice tone="danger" title={said.badTitle(faults.total)}>
        {said.badHint}
      </Notice>
      <View className="card">
        <PlanLines
          lines={faults.shown.map(faultLine)}
          total={faults.total}
          showAll={said.showAllFaults}
          notShown={said.notShownFaults}
        />
      </View>
    </>
  )
}

function Changes({ plan, root }: Pick<PlanViewProps, 'plan' | 'root'>) {
  if (changesIn(plan) === 0) {
    return (
      <Notice tone="good" title={said.nothing}>
        {said.nothingHint(plan.same)}
      </Notice>
    )
  }
  const follows = plan.renamed.total + plan.moved.total > 0
  return (
    <>
      {sectionsOf(plan, root).map(({ key, title, hint, total, lines }) => (
        <View key={key} className="card">
          <Text className="title">{title}</Text>
          {hint && <View className="soft">{hint}</View>}
          <PlanLines
            lines={lines}
            total={total}
            numbered={said.line}
            showAll={said.showAll}
            notShown={said.notShown}
          />
        </View>
      ))}
      {plan.same > 0 && <View className="soft">{said.same(plan.same)}</View>}
      {follows && <View className="soft">{said.follows}</View>}
    </>
  )
}
