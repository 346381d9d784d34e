export default definePageConfig({ navigationBarTitleText: '销毁证明' })
