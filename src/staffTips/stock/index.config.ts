export default definePageConfig({
  navigationBarTitleText: '存货和台账',
  enablePullDownRefresh: true,
  backgroundTextStyle: 'dark',
})
