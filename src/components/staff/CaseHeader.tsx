import { Text, View } from '@tarojs/components'
import type { CaseKind } from '@contract/cases'
import { staffWords } from '@/words/staff'
import { CaseTags } from './CaseTags'
import './CaseHeader.scss'

export interface CaseHeaderProps {
  /** As far as the reader may see it. */
  display: string
  kind: CaseKind
  status: string
  place: readonly string[]
  due: { late: boolean; text: string } | null
  /** Whom it was handed to. */
  assignee: string | null
  /** How and when it was entered. */
  entered: string
}

/** Who, where, how it stands and how urgent it is. */
export function CaseHeader({ display, kind, status, place, due, assignee, entered }: CaseHeaderProps) {
  return (
    <View className="card case-header">
      <View className="case-header__top">
        <Text className="case-header__name">{display}</Text>
        <CaseTags kind={kind} status={status} />
      </View>
      <View className="case-header__place">
        {place.map((name) => (
          <Text key={name}>{name}</Text>
        ))}
      </View>
      <Text className="case-header__line case-header__line--soft">{entered}</Text>
      {due && (
        <Text className={`case-header__due ${due.late ? 'case-header__due--late' : ''}`}>{due.text}</Text>
      )}
      {assignee && <Text className="case-header__line">{staffWords.case.with(assignee)}</Text>}
    </View>
  )
}
