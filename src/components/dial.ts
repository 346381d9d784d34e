import Taro from '@tarojs/taro'

/** Dials after WeChat has asked once more. Rejects when the person changes their mind, which is no fault. */
export const dial = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
