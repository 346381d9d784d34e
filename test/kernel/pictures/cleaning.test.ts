import exifr from 'exifr'
import fc from 'fast-check'
import { PNG } from 'pngjs'
import { cleanPicture } from '@kernel/pictures/cleaning'
import { phoneJpeg, plain, pngOf, screenPng, SECRET, webWebp } from './samples'

const cleaned = (bytes: Buffer) => {
  const result = cleanPicture(bytes)
  if (!result.ok) throw new Error(`refused: ${result.fault}`)
  return result
}

const faultOf = (bytes: Buffer) => {
  const result = cleanPicture(bytes)
  return result.ok ? null : result.fault
}

const laden: [kind: string, make: (orientation: number) => Buffer, bare: Buffer][] = [
  ['JPEG', phoneJpeg, plain.jpeg],
  ['PNG', screenPng, plain.png],
  ['WebP', webWebp, plain.webp],
]

describe.each(laden)('a %s with all that a telephone writes into it', (kind, make, bare) => {
  it('loses every word of it', () => {
    expect(make(1).includes(Buffer.from(SECRET))).toBe(true)
    expect(cleaned(make(1)).bytes.includes(Buffer.from(SECRET))).toBe(false)
    expect(cleaned(make(6)).bytes.includes(Buffer.from(SECRET))).toBe(false)
  })

  it('is the bare image when it stood upright', () => {
    expect(cleaned(make(1)).bytes.equals(bare)).toBe(true)
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('is still turned as it was: %i', (orientation) => {
    const { bytes } = cleaned(make(orientation))
    expect(cleaned(bytes).bytes.equals(bytes)).toBe(true)
    expect(bytes.length - bare.length).toBeLessThan(70)
    expect(bytes.includes(Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0]))).toBe(true)
  })

  it('counts as the same image as the bare one', () => {
    expect(cleaned(make(6)).image.equals(cleaned(bare).image)).toBe(true)
  })

  it.each([0.3, 0.6, 0.9])('is refused when it breaks off', (share) => {
    expect(faultOf(bare.subarray(0, Math.floor(bare.length * share)))).toBe('pictureUnreadable')
  })

  it(`has no ${kind} of its parts left over when cleaned twice`, () => {
    expect(cleaned(bare).bytes.equals(bare)).toBe(true)
  })
})

describe('a cleaned photograph, as exifr reads it', () => {
  it('has a place and a device before, and afterwards the orientation only', async () => {
    const before = (await exifr.parse(phoneJpeg(6), { gps: true })) as Record<string, unknown>
    expect(before).toMatchObject({ Make: SECRET, longitude: expect.closeTo(104.07, 1) as number })
    const after = (await exifr.parse(cleaned(phoneJpeg(6)).bytes, { translateValues: false })) as unknown
    expect(after).toEqual({ Orientation: 6 })
  })

  it('has no thumbnail', async () => {
    expect(await exifr.thumbnail(phoneJpeg(6))).toBeDefined()
    expect(await exifr.thumbnail(cleaned(phoneJpeg(6)).bytes)).toBeUndefined()
  })
})

describe('a cleaned PNG', () => {
  it('is whole, with good checksums, and shows the same', () => {
    const after = PNG.sync.read(cleaned(screenPng(6)).bytes)
    expect(after.data.equals(PNG.sync.read(plain.png).data)).toBe(true)
  })
})

describe('a WebP', () => {
  it('keeps its transparency', () => {
    expect(cleaned(plain.transparentWebp).bytes.equals(plain.transparentWebp)).toBe(true)
  })

  it('may be lossless', () => {
    expect(cleaned(plain.losslessWebp).bytes.equals(plain.losslessWebp)).toBe(true)
  })
})

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])

/** Many pieces with nothing in them, before those of the picture. */
const crumbs = (before: Buffer, piece: Buffer, bare: Buffer): Buffer =>
  Buffer.concat([before, Buffer.alloc(20_000 * piece.length, piece), bare.subarray(before.length)])

const emptyChunk = (name: string): Buffer => Buffer.from(`\0\0\0\0${name}\0\0\0\0`, 'latin1')

const webpOfCrumbs = (): Buffer => {
  const bytes = crumbs(plain.webp.subarray(0, 12), Buffer.from('ALPH\0\0\0\0', 'latin1'), plain.webp)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  return bytes
}

const refusals: [what: string, bytes: Buffer, fault: string][] = [
  [
    'a web page, whatever it is called',
    Buffer.from('<!doctype html><script>alert(1)</script>'),
    'pictureKind',
  ],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'pictureKind'],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'pictureKind'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'pictureKind'],
  ['nothing', Buffer.alloc(0), 'pictureKind'],
  ['HEIC, as iPhones store photographs', heic, 'pictureHeic'],
  ['more than 10 MB', Buffer.concat([plain.jpeg, Buffer.alloc(10 * 1024 * 1024)]), 'pictureTooLarge'],
  ['more pixels than a telephone can hold', pngOf(30_000, 30_000), 'pictureTooLarge'],
  ['a picture of no size', pngOf(0, 8), 'pictureUnreadable'],
  [
    'a web page that begins as a JPEG does',
    Buffer.from('\xff\xd8\xff<script>', 'latin1'),
    'pictureUnreadable',
  ],
  [
    'a JPEG of very many pieces',
    crumbs(plain.jpeg.subarray(0, 2), Buffer.from('ffc40002', 'hex'), plain.jpeg),
    'pictureUnreadable',
  ],
  [
    'a PNG of very many pieces',
    crumbs(plain.png.subarray(0, 33), emptyChunk('IDAT'), plain.png),
    'pictureUnreadable',
  ],
  ['a WebP of very many pieces', webpOfCrumbs(), 'pictureUnreadable'],
  ['an animated WebP', Buffer.from('RIFF\x0c\0\0\0WEBPANIM\0\0\0\0', 'latin1'), 'pictureUnreadable'],
]

describe('what is refused', () => {
  it.each(refusals)('is %s', (_what, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault)
  })
})

it('whatever the bytes, a picture is cleaned or refused, and what is cleaned can be cleaned again', () => {
  const sample = fc.constantFrom(phoneJpeg(6), screenPng(6), webWebp(6), plain.transparentWebp)
  const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(sample, damage, (bytes, places) => {
      const damaged = Buffer.from(bytes)
      for (const [at, byte] of places) damaged[at % damaged.length] = byte
      const once = cleanPicture(damaged)
      if (once.ok) expect(cleaned(once.bytes).bytes.equals(once.bytes)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
