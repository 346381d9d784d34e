import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/Tap'
import { openPrivacyContract } from '@/services/privacy'
import { words } from '@/words'
import './MoreLinks.scss'

const opening = (url: string) => () => void Taro.navigateTo({ url })

const links = [
  { label: words.home.riskSearch, go: opening('/pages/account/risk/index') },
  { label: words.myData.link, go: opening('/pages/account/myData/index') },
  { label: words.privacy.link, go: openPrivacyContract },
  { label: words.home.join, go: opening('/pages/account/join/index') },
  { label: words.home.setUp, go: opening('/pages/mine/setUp/index') },
]

const checkCaller = { label: words.home.checkCaller, go: opening('/pages/daily/calls/index') }

/** What is seldom needed, below everything else. */
export function MoreLinks({ isCalled }: { isCalled: boolean }) {
  return (
    <View className="card more-links">
      {[...(isCalled ? [checkCaller] : []), ...links].map(({ label, go }) => (
        <Tap key={label} className="more-links__one" onTap={go}>
          <Text>{label}</Text>
          <View className="more-links__arrow" />
        </Tap>
      ))}
    </View>
  )
}
