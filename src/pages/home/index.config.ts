export default definePageConfig({ navigationBarTitleText: '守望', enableShareAppMessage: true })
