export default definePageConfig({
  navigationBarTitleText: '自主报备',
  enablePullDownRefresh: true,
  backgroundTextStyle: 'dark',
  onReachBottomDistance: 200,
})
