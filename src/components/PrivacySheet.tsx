import { useContext, useEffect } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { AskingPrivacy } from '@/services/privacy'
import { words } from '@/words'
import { BigButton } from './BigButton'
import { Privacy } from './privacy'
import { Sheet } from './Sheet'
import { SheetBody } from './SheetBody'
import { Tap } from './Tap'
import './PrivacySheet.scss'

const said = words.privacy

/** Asks for what WeChat wants agreed to, on the page where it is needed. */
export function PrivacySheet() {
  const privacy = useContext(Privacy)
  return privacy && <Asking {...privacy} />
}

function Asking({ question, onShown, onRefuse, onRead, agreeing }: AskingPrivacy) {
  const here = useRouter().$taroPath
  const isHere = question !== null && question.page === here
  useEffect(() => {
    if (!isHere) return
    onShown()
    // Whoever leaves the page has not agreed.
    return onRefuse
  }, [isHere, onShown, onRefuse])
  const asks = question?.use ? said.asks[question.use] : said.other
  return (
    <Sheet title={asks.title} open={isHere} onClose={onRefuse}>
      <SheetBody>
        <View>{asks.why}</View>
        <View className="privacy-sheet__without">{asks.without}</View>
        <View className="soft">{said.once}</View>
        <Tap className="privacy-sheet__contract" onTap={onRead}>
          {said.contract}
        </Tap>
      </SheetBody>
      <View className="beside privacy-sheet__buttons">
        <BigButton onClick={onRefuse}>{said.refuse}</BigButton>
        <BigButton tone="primary" {...agreeing}>
          {said.agree}
        </BigButton>
      </View>
    </Sheet>
  )
}
