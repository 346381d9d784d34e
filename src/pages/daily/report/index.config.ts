export default definePageConfig({ navigationBarTitleText: '每日报备' })
