import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './Tap.scss'

export interface TapProps {
  className?: string
  /** What a screen reader says; needed where the text inside does not say it all. */
  label?: string
  /** Given for one of several that can be chosen. */
  chosen?: boolean
  disabled?: boolean
  onTap: () => void
}

/** Whatever can be tapped and is no large button: large enough for a finger, and known to a screen reader. */
export function Tap({
  className = '',
  label,
  chosen,
  disabled = false,
  onTap,
  children,
}: PropsWithChildren<TapProps>) {
  return (
    <View
      className={`tap${disabled ? ' tap--disabled' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'tap--pressed'}
      role={chosen === undefined ? 'button' : 'radio'}
      aria-label={label}
      aria-checked={chosen}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onTap()
      }}
    >
      {children}
    </View>
  )
}
