export default definePageConfig({ navigationBarTitleText: '录入风险地区名单' })
