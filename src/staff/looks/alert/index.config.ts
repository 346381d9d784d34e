export default definePageConfig({ navigationBarTitleText: '查看提醒' })
