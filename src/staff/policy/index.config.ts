export default definePageConfig({
  navigationBarTitleText: '防控政策',
  enablePullDownRefresh: true,
  backgroundTextStyle: 'dark',
})
