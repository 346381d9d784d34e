import { createCallTokens } from '../../../local/functions/callTokens'

const origin = { function: 'inbox', openid: 'anna', source: 'wx_client' }

describe('a call token', () => {
  it('tells from which call a request comes', () => {
    const tokens = createCallTokens()
    expect(tokens.read(tokens.issue(origin))).toEqual(origin)
  })

  it('is still good a moment after its call, and not for ever', () => {
    let now = 0
    const tokens = createCallTokens(() => now)
    const token = tokens.issue(origin)
    now = 60_000
    expect(tokens.read(token)).toEqual(origin)
    now = 120_001
    expect(tokens.read(token)).toBeUndefined()
  })

  it('is worth nothing at another cloud', () => {
    expect(createCallTokens().read(createCallTokens().issue(origin))).toBeUndefined()
  })

  it('is worth nothing when anything in it is changed', () => {
    const tokens = createCallTokens()
    const [payload = '', signature = ''] = tokens.issue(origin).split('.')
    const forged = Buffer.from(payload, 'base64url').toString().replace('anna', 'bert')
    const changed = [
      `${Buffer.from(forged).toString('base64url')}.${signature}`,
      payload,
      `${payload}.`,
      `.${signature}`,
      `${payload}.${signature.slice(0, -2)}`,
      '',
      '.',
    ]
    expect(changed.map((token) => tokens.read(token))).toEqual(changed.map(() => undefined))
  })
})
