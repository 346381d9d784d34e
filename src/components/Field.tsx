import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { FieldFault } from '@contract/faults'
import { words } from '@/words'
import { useInSight } from './sight'
import './Field.scss'

export interface FieldProps {
  label: string
  /** How to answer, in a few words. */
  hint?: string
  fault?: FieldFault
  optional?: boolean
  /** Where the screen scrolls to when something is wrong here. */
  id?: string
  children: ReactNode
}

/** One question: its label, in words what is wrong with the answer, then the control, which may be taller than the screen. */
export function Field({ label, hint, fault, optional = false, id, children }: FieldProps) {
  const inSight = useInSight(fault !== undefined, id)
  return (
    <View className={`field${fault ? ' field--wrong' : ''}`} id={inSight}>
      <View className="field__label">
        <Text>{label}</Text>
        {optional && <Text className="field__optional">{words.app.optional}</Text>}
      </View>
      {hint && <Text className="field__hint">{hint}</Text>}
      {fault && (
        <View className="field__fault" role="alert">
          {words.faults[fault]}
        </View>
      )}
      {children}
    </View>
  )
}
