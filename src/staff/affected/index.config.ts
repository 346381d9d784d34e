export default definePageConfig({ navigationBarTitleText: '会影响谁' })
