export default definePageConfig({ navigationBarTitleText: '健康异常' })
