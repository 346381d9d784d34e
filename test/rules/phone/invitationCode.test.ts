import { codeIn, scannedCode } from '@/pages/account/join/code'

const code = 'aB3_aB3-aB3_aB3-aB3_aB3-'

describe('the code of an invitation', () => {
  it('is read from the scene of a WeChat code, percent-encoded or not', () => {
    expect(scannedCode({ scene: code })).toBe(code)
    expect(scannedCode({ scene: code.replaceAll('_', '%5F').replaceAll('-', '%2D') })).toBe(code)
  })

  it('is found in the message that somebody was sent', () => {
    expect(codeIn(`点“我有邀请码”，粘贴：${code}`)).toBe(code)
  })

  it.each([{}, { scene: '' }, { scene: '%' }, { scene: 'qinghe-1-1-1' }, { scene: `${code}x` }])(
    'is none in %j',
    (params) => {
      expect(scannedCode(params)).toBeUndefined()
    },
  )
})
