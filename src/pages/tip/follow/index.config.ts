export default definePageConfig({ navigationBarTitleText: '线索进展' })
