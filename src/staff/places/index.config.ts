export default definePageConfig({ navigationBarTitleText: '地点与负责人', enablePullDownRefresh: true })
