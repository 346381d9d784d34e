import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { holderRoles } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { asked } from '@/services/queries'
import { holdsRole } from '../keeping/sayings'

/** For those who may keep a case as evidence beyond its period. */
export function HoldLink({ id, text }: { id: string; text: string }) {
  const me = useQuery(asked('people', 'me', {}))
  if (!holdsRole(me.data?.posts ?? [], holderRoles)) return null
  const open = () => void Taro.navigateTo({ url: `/staff/keeping/index?case=${id}` })
  return <BigButton onClick={open}>{text}</BigButton>
}
