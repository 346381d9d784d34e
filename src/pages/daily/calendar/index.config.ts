export default definePageConfig({ navigationBarTitleText: '报备日历' })
