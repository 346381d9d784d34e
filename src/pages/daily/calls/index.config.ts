export default definePageConfig({ navigationBarTitleText: '谁打来过电话' })
