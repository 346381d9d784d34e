import { words } from '@/words'
import { BigButton } from './BigButton'
import { dial } from './dial'

export interface CallButtonProps {
  name: string
  phone: string
  primary?: boolean
}

/** Dials after WeChat has asked once more. */
export function CallButton({ name, phone, primary = false }: CallButtonProps) {
  return (
    <BigButton tone={primary ? 'primary' : 'plain'} onClick={() => dial(phone)}>
      {words.app.callTo(name)}
    </BigButton>
  )
}
