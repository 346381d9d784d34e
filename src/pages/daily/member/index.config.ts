export default definePageConfig({ navigationBarTitleText: '家里人' })
