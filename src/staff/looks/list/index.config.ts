export default definePageConfig({
  navigationBarTitleText: '谁看过居民信息',
  enablePullDownRefresh: true,
  backgroundTextStyle: 'dark',
  onReachBottomDistance: 200,
})
