export default definePageConfig({ navigationBarTitleText: '登记已收到' })
