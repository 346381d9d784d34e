import Taro from '@tarojs/taro'

/** Back to the household's page, also where this one was opened by itself. */
export const backToHousehold = (household: string): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: `/pages/daily/household/index?id=${household}` })
}
