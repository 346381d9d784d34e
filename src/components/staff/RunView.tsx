import { Text, View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import type { Instant } from '@contract/cases'
import type { CommunityNumbers, Run } from '@contract/reassessment'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import { directionsText, totalsOf } from './editionWords'
import './RunView.scss'

const said = staffWords.editions.run

export interface RunViewProps {
  run: Run
  /** From when on the edition applies. */
  effectiveFrom: Instant
  now: Date
  /** Shows those who are changed in one community; none where they are not listed. */
  onCommunity?: (community: CommunityNumbers['community']) => void
}

/** Whom an edition changes, or how far looking at everybody again has come: in words and a bar, then by community. */
export function RunView({ run, effectiveFrom, now, onCommunity }: RunViewProps) {
  const { purpose, status, communities } = run
  return (
    <View className="card run-view">
      <View className="title">{purpose === 'forecast' ? said.title : said.after}</View>
      {status === 'waiting' && <View>{waitsText(effectiveFrom, now)}</View>}
      {status === 'running' && <Progress run={run} />}
      {status === 'done' && <View className="soft">{doneText(run, now)}</View>}
      {status !== 'waiting' && <Changed run={run} />}
      {communities.map((one) => (
        <CommunityLine key={one.community.id} one={one} onCommunity={onCommunity} />
      ))}
    </View>
  )
}

const waitsText = (effectiveFrom: Instant, now: Date): string =>
  new Date(effectiveFrom) > now ? said.waitsUntil(words.dates.instant(effectiveFrom, dayOf(now))) : said.waits

const doneText = ({ purpose, seen, endedAt }: Run, now: Date): string => {
  const when = endedAt ? words.dates.instant(endedAt, dayOf(now)) : ''
  return purpose === 'forecast' ? said.forecastDone(seen, when) : said.done(when)
}

function Progress({ run: { purpose, seen, total } }: Pick<RunViewProps, 'run'>) {
  const text = seen > total ? said.seen(seen) : said.progress(seen, total)
  const percent = total === 0 ? 0 : Math.min(100, Math.round((seen / total) * 100))
  return (
    <View role="status" aria-label={text}>
      <View>{purpose === 'forecast' ? said.counting : said.running}</View>
      <View className="run-view__bar">
        <View className="run-view__done" style={{ width: `${percent}%` }} />
      </View>
      <View className="soft">{text}</View>
      {purpose === 'reassessment' && <View className="soft">{said.runningHint}</View>}
    </View>
  )
}

function Changed({ run: { purpose, status, changed, communities } }: Pick<RunViewProps, 'run'>) {
  if (changed === 0) return <View>{status === 'done' ? said.nobody : said.nobodyYet}</View>
  const totals = totalsOf(communities)
  return (
    <>
      <View className="run-view__changed">
        {purpose === 'forecast' ? said.changes(changed) : said.changed(changed)}
      </View>
      <View>{directionsText(totals)}</View>
      {totals.looser > 0 && <View className="soft">{said.byItself}</View>}
    </>
  )
}

function CommunityLine({ one, onCommunity }: { one: CommunityNumbers } & Pick<RunViewProps, 'onCommunity'>) {
  const { community, numbers } = one
  const inside = (
    <>
      <Text className="run-view__community">{community.name}</Text>
      <Text className="soft">{directionsText(numbers)}</Text>
    </>
  )
  if (!onCommunity) return <View className="run-view__line">{inside}</View>
  return (
    <Tap
      className="run-view__line"
      label={said.openCommunity(community.name)}
      onTap={() => onCommunity(community)}
    >
      {inside}
      <View className="run-view__arrow" />
    </Tap>
  )
}
