import type { OpenButton, PhoneState } from '../phoneState'
import type { Realm } from '../realm'
import type { Privacy } from './privacy'

/** What WeChat does when the owner taps such a button. @param phoneCode a code for the owner's own number. */
export const buttonPressed =
  (realm: Realm, { circumstances }: PhoneState, privacy: Privacy, phoneCode: () => string) =>
  ({ openType, id, tell }: OpenButton): void => {
    if (openType === 'agreePrivacyAuthorization') {
      privacy.agreed(id)
      realm.later(() => tell('agreeprivacyauthorization', {}))
    }
    if (openType === 'getPhoneNumber') {
      const give = () =>
        tell(
          'getphonenumber',
          circumstances.phoneAnswer === 'accept'
            ? { errMsg: 'getPhoneNumber:ok', code: phoneCode() }
            : { errMsg: 'getPhoneNumber:fail user deny' },
        )
      privacy.require(
        'button.getPhoneNumber',
        () => realm.later(give),
        () => tell('getphonenumber', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized' }),
      )
    }
  }
