import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { base64Of } from '@/pages/tip/picture/base64'
import { codePicture, receiptPicture } from '@/pages/tip/picture/receiptPicture'

const digits = '0718293645001234'

const decoded = (base64: string) => PNG.sync.read(Buffer.from(base64, 'base64'))

/** What a camera reads in the picture. */
const readIn = (base64: string): string | undefined => {
  const { data, width, height } = decoded(base64)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

/** The lower part of the picture, as people see it: a cell is drawn by every eighth pixel. */
const drawnBelow = (base64: string): string[] => {
  const { data, width, height } = decoded(base64)
  const isDark = (x: number, y: number) => data[(y * width + x) * 4] === 0
  return Array.from({ length: Math.floor((height - width) / 8) }, (_, row) =>
    Array.from({ length: Math.floor(width / 8) }, (_cell, column) =>
      isDark(column * 8 + 4, width + row * 8 + 4) ? '#' : ' ',
    )
      .join('')
      .trimEnd(),
  )
}

describe('the picture of a receipt', () => {
  it.each([digits, '0000000000000000', '9999999999999999'])('holds %s for whoever scans it', (code) => {
    expect(readIn(codePicture(code))).toBe(code)
    expect(readIn(receiptPicture(code))).toBe(code)
  })

  it('is small enough to be sent to a screen', () => {
    expect(codePicture(digits).length).toBeLessThan(16_000)
  })

  it('shows the digits below the code, in groups of four', () => {
    const drawn = drawnBelow(receiptPicture('1111222233334444'))
    expect([drawn[0], drawn[6], drawn[11], drawn[17]].map((row) => row?.trim())).toEqual([
      '#     #     #     #          ###   ###   ###   ###',
      '###   ###   ###   ###        ##### ##### ##### #####',
      '##### ##### ##### #####          #     #     #     #',
      '###   ###   ###   ###           #     #     #     #',
    ])
  })
})

describe('base64', () => {
  it.each([[[]], [[0]], [[255, 254]], [[1, 2, 3]], [[80, 78, 71, 13]]])(
    'of %j is what everybody writes',
    (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    },
  )
})
