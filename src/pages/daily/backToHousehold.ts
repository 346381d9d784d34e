import Taro from '@tarojs/taro'

/** Who looks at a household: its family, or staff. */
export type HouseholdReader = 'family' | 'staff'

const pages: Record<HouseholdReader, string> = {
  family: '/pages/daily/household/index?id=',
  staff: '/staff/household/index?household=',
}

/** Back to the household's page, also where this one was opened by itself. */
export const backToHousehold = (household: string, reader: HouseholdReader): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: `${pages[reader]}${household}` })
}
