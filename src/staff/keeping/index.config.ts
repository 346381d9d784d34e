export default definePageConfig({
  navigationBarTitleText: '数据保存与销毁',
  enablePullDownRefresh: true,
  backgroundTextStyle: 'dark',
})
