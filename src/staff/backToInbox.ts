import Taro from '@tarojs/taro'

/** A page that was opened from a message has nothing behind it. */
export const backToInbox = (): void =>
  void (Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: '/staff/inbox/index' }))
