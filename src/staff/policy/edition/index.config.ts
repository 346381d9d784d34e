export default definePageConfig({ navigationBarTitleText: '防控政策' })
