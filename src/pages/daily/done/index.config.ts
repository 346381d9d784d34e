export default definePageConfig({ navigationBarTitleText: '报备结果' })
