export default definePageConfig({ navigationBarTitleText: '谁联系过您家' })
