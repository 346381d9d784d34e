import { createFileAddresses } from '../../../local/files/addresses'

const addresses = createFileAddresses('http://127.0.0.1:8080')
const now = new Date('2026-11-21T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

const signOf = (address: string) => {
  const { searchParams } = new URL(address)
  return { sign: searchParams.get('sign')!, until: searchParams.get('t')! }
}

describe('a temporary address', () => {
  const address = addresses.forDownload('核酸/a.png', 60, now)
  const { sign, until } = signOf(address)

  it('shows the path as it is, as in production', () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:8080\/files\/核酸\/a\.png\?sign=[0-9a-f]{64}&t=\d+$/)
  })

  it('is valid until it expires', () => {
    expect(addresses.faultInDownload('核酸/a.png', sign, until, later(59))).toBeUndefined()
    expect(addresses.faultInDownload('核酸/a.png', sign, until, later(60))).toBe('expired')
  })

  it.each([
    ['another path', ['核酸/b.png', sign, until]],
    ['a later end', ['核酸/a.png', sign, String(Number(until) + 1)]],
    ['the same end written otherwise', ['核酸/a.png', sign, `0${until}`]],
    ['a digit changed', ['核酸/a.png', sign.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), until]],
    ['a signature cut short', ['核酸/a.png', sign.slice(0, 32), until]],
    ['no signature', ['核酸/a.png', '', until]],
    ['no end', ['核酸/a.png', sign, '']],
  ] as const)('is not valid with %s', (_what, [path, signature, end]) => {
    expect(addresses.faultInDownload(path, signature, end, now)).toBe('forged')
  })

  it('is not valid in another cloud', () => {
    const other = createFileAddresses('http://127.0.0.1:8080')
    expect(other.faultInDownload('核酸/a.png', sign, until, now)).toBe('forged')
  })

  it('allows no upload', () => {
    expect(addresses.isUpload('核酸/a.png', `${until}.${sign}`, now)).toBe(false)
  })
})

describe('the address of an upload', () => {
  const { url, authorization } = addresses.forUpload('核酸/a.png', now)

  it('is encoded', () => {
    expect(url).toBe('http://127.0.0.1:8080/files/%E6%A0%B8%E9%85%B8/a.png')
  })

  it('is good for a quarter of an hour', () => {
    expect(addresses.isUpload('核酸/a.png', authorization, later(899))).toBe(true)
    expect(addresses.isUpload('核酸/a.png', authorization, later(900))).toBe(false)
  })

  it.each(['核酸/b.png', 'a.png', ''])('is not good for the path %j', (path) => {
    expect(addresses.isUpload(path, authorization, now)).toBe(false)
  })

  it.each(['', '.', 'q-sign-algorithm=sha1', `9${authorization}`, `${authorization}0`])(
    'is not good with the authorization %j',
    (forged) => {
      expect(addresses.isUpload('核酸/a.png', forged, now)).toBe(false)
    },
  )

  it('allows no download', () => {
    const [until = '', sign = ''] = authorization.split('.')
    expect(addresses.faultInDownload('核酸/a.png', sign, until, now)).toBe('forged')
  })
})
