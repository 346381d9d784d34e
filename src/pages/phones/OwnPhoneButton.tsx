import { View } from '@tarojs/components'
import * as v from 'valibot'
import { phone as phoneSchema } from '@contract/fields'
import { offersOwnPhone, useOwnPhone } from '@/services/ownPhone'
import { words } from '@/words'
import { BigButton } from '@/components/BigButton'
import './OwnPhoneButton.scss'

const said = words.privacy

interface OwnPhoneButtonProps {
  /** What has been typed: whoever has typed a number needs no button. */
  typed: string
  onPhone: (phone: string) => void
}

/** One tap instead of eleven digits. */
function OwnPhoneButton({ typed, onPhone }: OwnPhoneButtonProps) {
  const { busy, noPhone, button } = useOwnPhone(onPhone)
  if (!offersOwnPhone || v.is(phoneSchema, typed)) return null
  return (
    <View className="own-phone">
      <BigButton busy={busy} {...button}>
        {said.ownPhone}
      </BigButton>
      {noPhone && (
        <View className="soft own-phone__instead" role="alert">
          {noPhone === 'notGiven' ? said.phoneNotGiven : said.phoneFailed}
        </View>
      )}
    </View>
  )
}

/** For what stands below the question for one's own number. */
export const ownPhone = (typed: string, onPhone: (phone: string) => void) => (
  <OwnPhoneButton typed={typed} onPhone={onPhone} />
)
