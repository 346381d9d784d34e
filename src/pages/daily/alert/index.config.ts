export default definePageConfig({ navigationBarTitleText: '身体情况' })
