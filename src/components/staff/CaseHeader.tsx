import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { handlingWords } from '@/words/handling'
import './CaseHeader.scss'

export interface CaseHeaderProps {
  /** As far as the reader may see it. */
  display: string
  /** How it stands. */
  tags: ReactNode
  place: readonly string[]
  due: { late: boolean; text: string } | null
  /** Whom it was handed to. */
  assignee: string | null
  /** How and when it was entered. */
  entered: string
}

/** Who, where, how it stands and how urgent it is. */
export function CaseHeader({ display, tags, place, due, assignee, entered }: CaseHeaderProps) {
  return (
    <View className="card case-header">
      <View className="case-header__top">
        <Text className="case-header__name">{display}</Text>
        <View className="case-header__tags">{tags}</View>
      </View>
      <View className="case-header__place">
        {place.map((name) => (
          <Text key={name} className="case-header__part">
            {name}
          </Text>
        ))}
      </View>
      <Text className="case-header__line case-header__line--soft">{entered}</Text>
      {due && (
        <Text className={`case-header__due ${due.late ? 'case-header__due--late' : ''}`}>{due.text}</Text>
      )}
      {assignee && <Text className="case-header__line">{handlingWords.with(assignee)}</Text>}
    </View>
  )
}
