import { readMultipart } from '../../../local/protocol/multipart'

const contentType = 'multipart/form-data; boundary=cut'
const part = (name: string, value: Buffer | string) =>
  Buffer.concat([
    Buffer.from(
      `--cut\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
const end = Buffer.from('--cut--\r\n')

describe('a multipart body', () => {
  it('gives every field as the bytes that were sent', () => {
    const bytes = Buffer.from([0, 255, 13, 10, 128, 13, 10])
    const fields = readMultipart(
      Buffer.concat([part('action', 'wx.openApi'), part('requestData', bytes), end]),
      contentType,
    )
    expect([...fields!]).toEqual([
      ['action', Buffer.from('wx.openApi')],
      ['requestData', bytes],
    ])
  })

  it('may hold an empty field', () => {
    expect(readMultipart(Buffer.concat([part('envName', ''), end]), contentType)!.get('envName')).toEqual(
      Buffer.alloc(0),
    )
  })

  it.each<[what: string, body: Buffer, contentType: string]>([
    ['without a boundary', Buffer.concat([part('a', 'b'), end]), 'multipart/form-data'],
    ['that is cut off', part('a', 'b'), contentType],
    ['with a field that has no name', Buffer.from('--cut\r\nX: y\r\n\r\nvalue\r\n--cut--'), contentType],
    ['that is empty', Buffer.alloc(0), contentType],
  ])('is refused %s', (_what, body, type) => {
    expect(readMultipart(body, type)).toBeUndefined()
  })
})
