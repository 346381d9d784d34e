import Taro from '@tarojs/taro'
import type { EditionHead } from '@contract/editions'
import type { Run } from '@contract/reassessment'
import { StateView } from '@/components/StateView'
import { RunView } from '@/components/staff/RunView'
import type { useRuns } from './useRuns'

interface EditionRunsProps {
  head: EditionHead
  runs: ReturnType<typeof useRuns>
}

/** Whom an edition changes and, once it is published, how far looking at them again has come. */
export function EditionRuns({ head, runs }: EditionRunsProps) {
  // What was published before anybody was looked at has no runs.
  if (runs.error?.error.code === 'notFound') return null
  const now = new Date()
  const show = ({ id, name }: { id: string; name: string }) =>
    void Taro.navigateTo({
      url: `/staff/affected/index?place=${head.place.id}&edition=${head.id}&community=${id}&name=${encodeURIComponent(name)}`,
    })
  return (
    <StateView query={runs}>
      {(all) =>
        latestFirst(all).map((run) => (
          <RunView
            key={run.purpose}
            run={run}
            effectiveFrom={head.effectiveFrom}
            now={now}
            onCommunity={run.purpose === 'forecast' ? show : undefined}
          />
        ))
      }
    </StateView>
  )
}

/** What happens now before what was foreseen. */
const latestFirst = (runs: readonly Run[]): Run[] =>
  [...runs].sort((one, other) => (one.purpose > other.purpose ? -1 : 1))
