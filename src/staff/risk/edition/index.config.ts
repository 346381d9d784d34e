export default definePageConfig({ navigationBarTitleText: '一版名单' })
