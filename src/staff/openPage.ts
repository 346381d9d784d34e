import Taro from '@tarojs/taro'

/** WeChat keeps at most ten pages; two that lead to each other would soon fill them. */
const MOST_PAGES = 10

/** Opens a page over this one, or in its place where there is no room for more. */
export const openPage = (url: string): void =>
  void (Taro.getCurrentPages().length < MOST_PAGES ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }))
