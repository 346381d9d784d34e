export default definePageConfig({ navigationBarTitleText: '修改防控政策' })
