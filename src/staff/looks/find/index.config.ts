export default definePageConfig({ navigationBarTitleText: '按号码查找' })
