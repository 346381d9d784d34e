import type { ReactNode } from 'react'
import { Button, View, type ButtonProps } from '@tarojs/components'
import { words } from '@/words'
import { useLate } from './useLate'
import './BigButton.scss'

export interface BigButtonProps {
  children: ReactNode
  onClick?: () => void
  /** One primary on a screen. */
  tone?: 'primary' | 'plain' | 'danger'
  /** Shows that it is at work, and takes no second tap; when it lasts it says why. */
  busy?: boolean
  /** Read out instead of the text, where the text alone does not say enough. */
  label?: string
  /** What WeChat does at the tap, such as opening its list of whom to send the page to; see its button's `open-type`. */
  wechat?: Pick<ButtonProps, 'id' | 'openType' | 'onAgreePrivacyAuthorization' | 'onGetPhoneNumber'>
}

// In H5 Taro's button is an element of its own, which a screen reader knows as a button by its role only.
const asButton = { role: 'button' }

/** A button that a thumb cannot miss. */
export function BigButton(props: BigButtonProps) {
  const { children, onClick, tone = 'plain', busy = false, label, wechat } = props
  const isLate = useLate(busy)
  return (
    <Button
      {...asButton}
      className={`big-button big-button--${tone}${busy ? ' big-button--busy' : ''}`}
      hoverClass="big-button--pressed"
      disabled={busy}
      onClick={onClick}
      aria-label={label}
      {...wechat}
    >
      {/* Always there: Taro's H5 button cannot have its own `loading` put before children that React looks after. */}
      <View className="big-button__spinner" />
      {isLate ? words.app.slow : children}
    </Button>
  )
}
