import type { ReactNode } from 'react'
import { ScrollView, Text, View } from '@tarojs/components'
import { Tap } from './Tap'
import './DrillList.scss'

export interface DrillLine {
  key: string
  text: string
  note?: string
  /** Whether a tap leads further down instead of choosing. */
  more: boolean
}

export interface DrillListProps {
  /** The way down so far; tapping one goes back to it. */
  crumbs: readonly { key: string; text: string }[]
  lines: readonly DrillLine[]
  onCrumb: (key: string) => void
  onLine: (key: string) => void
  /** Shown instead of the lines: loading, nothing found. */
  children?: ReactNode
}

/** A tree, one level at a time. */
export function DrillList({ crumbs, lines, onCrumb, onLine, children }: DrillListProps) {
  return (
    <View className="drill">
      {crumbs.length > 1 && (
        <View className="drill__crumbs">
          {crumbs.map(({ key, text }) => (
            <Tap key={key} className="drill__crumb" onTap={() => onCrumb(key)}>
              {text}
            </Tap>
          ))}
        </View>
      )}
      {/* Each level begins at its top. */}
      <ScrollView key={crumbs[crumbs.length - 1]?.key} className="drill__lines" scrollY>
        {children}
        {lines.map(({ key, text, note, more }) => (
          <Tap key={key} className="drill__line" label={text} onTap={() => onLine(key)}>
            <View className="drill__text">
              <Text>{text}</Text>
              {note && <Text className="soft drill__note">{note}</Text>}
            </View>
            {more && <View className="drill__arrow" />}
          </Tap>
        ))}
      </ScrollView>
    </View>
  )
}
