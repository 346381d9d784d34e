import { Text, View } from '@tarojs/components'
import type { CaseKind } from '@contract/cases'
import { handlingWords } from '@/words/handling'
import { Tap } from '../Tap'
import { CaseTags } from './CaseTags'
import './InboxLine.scss'

export interface InboxLineProps {
  /** What a screen reader says of it. */
  label: string
  display: string
  kind: CaseKind
  status: string
  /** Whether it must be done before everything else. */
  urgent?: boolean
  place: string
  about: string
  /** Short ones, none of which is broken in two. */
  facts: readonly string[]
  /** null where nobody has anything to do. */
  due: { late: boolean; text: string } | null
  assignee: string | null
  onOpen: () => void
}

/** One thing to do. */
export function InboxLine(props: InboxLineProps) {
  const { label, display, place, about, facts, due, assignee, onOpen, ...standing } = props
  return (
    <Tap
      className={`card inbox-line${standing.urgent ? ' inbox-line--urgent' : ''}`}
      label={label}
      onTap={onOpen}
    >
      <View className="inbox-line__top">
        <Text className="inbox-line__name">{display}</Text>
        <View className="inbox-line__tags">
          <CaseTags {...standing} />
        </View>
      </View>
      <Text className="inbox-line__text">{place}</Text>
      {about && <Text className="inbox-line__text inbox-line__text--soft">{about}</Text>}
      <View className="inbox-line__bottom">
        {due && (
          <Text className={`inbox-line__due ${due.late ? 'inbox-line__due--late' : ''}`}>{due.text}</Text>
        )}
        <View className="inbox-line__facts">
          {facts.map((fact) => (
            <Text key={fact} className="inbox-line__text--soft">
              {fact}
            </Text>
          ))}
        </View>
        {assignee && <Text className="inbox-line__text--soft">{handlingWords.with(assignee)}</Text>}
      </View>
    </Tap>
  )
}
