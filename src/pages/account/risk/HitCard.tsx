import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { RiskArea, RiskHit } from '@contract/riskAreas'
import { words } from '@/words'
import { riskSearchWords as said } from '@/words/riskSearch'

const isOver = ({ until }: RiskArea, today: Day): boolean => until !== null && until < today

/** A county that may be meant: what of it is at risk since when, or that nothing is. */
export function HitCard({ hit: { names, areas }, today }: { hit: RiskHit; today: Day }) {
  const current = areas.filter((area) => !isOver(area, today))
  return (
    <View className="card">
      <View className="title">{names}</View>
      {current.length === 0 && (
        <>
          <View className="risk-search__what">{said.safe}</View>
          <View className="soft">{said.safeHint}</View>
        </>
      )}
      {current.length > 0 && current.every(({ name }) => name !== '') && (
        <View className="soft">{said.parts}</View>
      )}
      {areas.map((area) => (
        <AreaLine
          key={`${area.name} ${area.from}`}
          area={area}
          county={current.some(({ name }) => name !== '') ? said.rest : said.county}
          today={today}
        />
      ))}
      {areas.length > 0 && <View className="soft risk-search__been">{said.been}</View>}
    </View>
  )
}

interface AreaLineProps {
  area: RiskArea
  /** What a county is called here. */
  county: string
  today: Day
}

function AreaLine({ area, county, today }: AreaLineProps) {
  const { name, level, from, until } = area
  const place = name || county
  const date = (day: Day) => words.dates.date(day, today)
  const tone = isOver(area, today) ? 'over' : level
  return (
    <View className={`risk-search__area risk-search__area--${tone}`}>
      <View className="risk-search__what">
        {(isOver(area, today) ? said.was : said.isAt)(place, said.level[level])}
      </View>
      <View>{until === null ? said.from(date(from)) : said.span(date(from), date(until))}</View>
    </View>
  )
}
