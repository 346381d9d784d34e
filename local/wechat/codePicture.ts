import { PNG } from 'pngjs'
import { encode } from 'uqr'
import * as v from 'valibot'
import type { Wechat } from './wechat'
import { refused, type WechatAnswer, type WechatPicture } from './wechatInterface'

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html */
const sceneCharacters = /^[\w!#$&'()*+,/:;=?@.~-]*$/
const longestScene = 32

/** The bytes that a QR code of level M holds. An address has up to nine for a Chinese character. */
const longestAddress = 2331

const look = v.object({
  env_version: v.optional(v.picklist(['release', 'trial', 'develop'])),
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(280), v.maxValue(1280)), 430),
})

/** `wxacode.getUnlimited`: a code that opens a page with a scene. */
export function unlimitedCode(
  fields: Record<string, unknown>,
  { pages, addressOf }: Wechat,
): WechatAnswer | WechatPicture {
  const { scene, page = '', check_path: isChecked = true } = fields
  if (typeof scene !== 'string' || scene === '' || scene.length > longestScene)
    return refused(40169, 'invalid length for scene, or the data is not json string')
  if (!sceneCharacters.test(scene)) return refused(40129, 'invalid scene')
  if (typeof page !== 'string' || !/^$|^\w[\w/-]*$/.test(page)) return refused(41030, 'invalid page')
  if (page !== '' && isChecked !== false && pages && !pages.includes(page))
    return refused(41030, 'invalid page')
  return draw(addressOf(page, scene), fields)
}

/** `wxacode.get` and `wxacode.createQRCode`: a code that opens a page with its query. */
export const pathCode =
  (longestPath: number) =>
  (fields: Record<string, unknown>, { addressOf }: Wechat): WechatAnswer | WechatPicture => {
    const { path } = fields
    if (typeof path !== 'string' || path === '' || path.length > longestPath)
      return refused(40159, 'invalid length for path, or the data is not json string')
    const address = addressOf(path)
    if (address.length > longestAddress) return refused(40159, 'invalid length for path')
    return draw(address, fields)
  }

function draw(address: string, fields: Record<string, unknown>): WechatAnswer | WechatPicture {
  const checked = v.safeParse(look, fields)
  if (!checked.success) return refused(40097, 'invalid args')
  return { contentType: 'image/png', bytes: qrCode(address, checked.output.width) }
}

/** One byte a pixel, and no guessing row by row how to pack it: a code is black and white. */
const grey = { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 } as const

/** An ordinary QR code, where WeChat draws a round one that only WeChat reads. PNG, `width` pixels square. */
function qrCode(text: string, width: number): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const scale = Math.floor(width / size)
  const margin = Math.floor((width - size * scale) / 2)
  const pixels = Buffer.alloc(width * width, 255)
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return
      for (let line = 0; line < scale; line += 1) {
        const start = (margin + y * scale + line) * width + margin + x * scale
        pixels.fill(0, start, start + scale)
      }
    }),
  )
  const picture = Object.assign(new PNG({ width, height: width }), { data: pixels })
  return PNG.sync.write(picture, grey)
}
