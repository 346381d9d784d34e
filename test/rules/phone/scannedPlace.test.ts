import { scannedPlace } from '@/pages/places/scannedPlace'

describe('the place whose code was scanned', () => {
  it('is named in a link', () => {
    expect(scannedPlace({ place: 'qinghe-1-1-1' })).toBe('qinghe-1-1-1')
  })

  it('is named in the scene of a WeChat code, percent-encoded', () => {
    expect(scannedPlace({ scene: 'qinghe%2D1%2D1' })).toBe('qinghe-1-1')
  })

  it('is that of the scene where a link names none', () => {
    expect(scannedPlace({ place: '', scene: 'qinghe-1-1' })).toBe('qinghe-1-1')
  })

  it.each([
    {},
    { place: '' },
    { scene: '%' },
    { place: 'qinghe&for=telephone' },
    { scene: 'a%26b' },
    { place: 'x'.repeat(65) },
  ])('is none for %j', (params) => {
    expect(scannedPlace(params)).toBeUndefined()
  })
})
