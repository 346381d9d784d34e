import Taro from '@tarojs/taro'
import { words } from '@/words'
import { BigButton } from './BigButton'

export interface CallButtonProps {
  name: string
  phone: string
  primary?: boolean
}

/** Dials after WeChat has asked once more. */
export function CallButton({ name, phone, primary = false }: CallButtonProps) {
  // Rejects when the person changes their mind, which is no fault.
  const dial = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  return (
    <BigButton tone={primary ? 'primary' : 'plain'} onClick={dial}>
      {words.app.callTo(name)}
    </BigButton>
  )
}
