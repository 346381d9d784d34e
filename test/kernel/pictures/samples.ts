import { PNG } from 'pngjs'

/** Stands in every place of a file where a telephone or a program could write about somebody. */
export const SECRET = 'Chunxiao East 301'

interface Piexif {
  dump(exif: object): string
}
const piexif = jest.requireActual<Piexif>('piexifjs')

/** Half red, half blue, 16 by 8, as Chromium's canvas encodes it; without anything but the image. */
export const plain = {
  jpeg: Buffer.from(
    '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBD' +
      'ARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABAD' +
      'ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAA' +
      'BP/EABgRAAMBAQAAAAAAAAAAAAAAAAAEQoHB/9oADAMBAAIRAxEAPwCRIBKFZ0W7On//2Q==',
    'base64',
  ),
  png: PNG.sync.write(stripes()),
  webp: Buffer.from(
    'UklGRjoAAABXRUJQVlA4IC4AAABwAQCdASoQAAgAAsBMJaACdAFAAAD+7uR/bn/0K//xNnlV8/f/6TYdv/6TFkAA',
    'base64',
  ),
  transparentWebp: Buffer.from(
    'UklGRlYAAABXRUJQVlA4WAoAAAAQAAAAAQAAAAAAQUxQSAMAAAAAgAAAVlA4ICwAAACQAQCdASoCAAEAAsBMJaACdLoAA5gA/u5DH+5sc4tw' +
      'V/9tD/9aH/60P+lAAA==',
    'base64',
  ),
  losslessWebp: Buffer.from('UklGRigAAABXRUJQVlA4TBwAAAAvD8ABAA8wIhfZfVH3/EcLxILJ/KU7U4jof2QA', 'base64'),
}

function stripes(): PNG {
  const image = new PNG({ width: 16, height: 8 })
  for (let at = 0; at < image.data.length; at += 4) {
    image.data.set((at / 4) % 16 < 8 ? [0xdd, 0x22, 0x22, 0xff] : [0x22, 0x22, 0xdd, 0xff], at)
  }
  return image
}

/** EXIF as a telephone writes it: device, place, thumbnail. Begins with `Exif\0\0`. */
const exifOf = (orientation: number): Buffer =>
  Buffer.from(
    piexif.dump({
      '0th': { 0x010f: SECRET, 0x0110: SECRET, 0x0112: orientation },
      Exif: { 0x9003: '2026:11:20 08:00:00', 0xa431: SECRET, 0x9286: SECRET },
      GPS: {
        1: 'N',
        2: [
          [30, 1],
          [39, 1],
          [0, 1],
        ],
        3: 'E',
        4: [
          [104, 1],
          [4, 1],
          [0, 1],
        ],
      },
      '1st': { 0x0201: 0, 0x0202: plain.jpeg.length },
      thumbnail: plain.jpeg.toString('latin1'),
    }),
    'latin1',
  )

const segment = (code: number, payload: Buffer | string): Buffer => {
  const data = Buffer.from(payload)
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

const XMP = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}</x:xmpmeta>`

/** A photograph as telephones send it, with every kind of addition that one knows of. */
export const phoneJpeg = (orientation = 1): Buffer =>
  Buffer.concat([
    plain.jpeg.subarray(0, 2),
    segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'),
    segment(0xe1, exifOf(orientation)),
    segment(0xe1, XMP),
    segment(0xe2, `ICC_PROFILE\0\x01\x01${SECRET}`),
    segment(0xe2, `MPF\0${SECRET}`),
    segment(0xed, `Photoshop 3.0\0${SECRET}`),
    segment(0xe5, SECRET),
    segment(0xfe, SECRET),
    Buffer.from(SECRET), // between two segments
    plain.jpeg.subarray(2),
    plain.jpeg, // a second picture behind the end, with a film
    Buffer.from(`ftypmp42 ${SECRET}`),
  ])

const pngChunk = (name: string, data: Buffer | string): Buffer => {
  const bytes = Buffer.from(data)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, bytes, Buffer.alloc(4)])
}

/** A picture of a screen with what programs write beside it. */
export const screenPng = (orientation = 1): Buffer =>
  Buffer.concat([
    plain.png.subarray(0, 33),
    pngChunk('eXIf', exifOf(orientation).subarray(6)),
    pngChunk('tIME', Buffer.from([0x07, 0xea, 11, 20, 8, 0, 0])),
    ...['tEXt', 'zTXt', 'iTXt', 'iCCP', 'prVt', 'dSIG', 'fdAT'].map((name) => pngChunk(name, SECRET)),
    plain.png.subarray(33),
    Buffer.from(SECRET),
  ])

const riffChunk = (name: string, data: Buffer | string): Buffer => {
  const bytes = Buffer.from(data)
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(bytes.length, 4)
  return Buffer.concat([head, bytes, Buffer.from('S'.repeat(bytes.length % 2))])
}

/** A picture with every chunk that WebP has for additions. */
export const webWebp = (orientation = 1): Buffer => {
  const header = Buffer.from([0x2c, 0, 0, 0, 15, 0, 0, 7, 0, 0])
  return Buffer.concat([
    riffChunk(
      'RIFF',
      Buffer.concat([
        Buffer.from('WEBP'),
        riffChunk('VP8X', header),
        riffChunk('ICCP', SECRET),
        plain.webp.subarray(12),
        riffChunk('EXIF', exifOf(orientation).subarray(6)),
        riffChunk('XMP ', XMP),
        riffChunk('note', SECRET),
      ]),
    ),
    Buffer.from(SECRET),
  ])
}

/** A PNG that says it is so many pixels wide and high. */
export const pngOf = (width: number, height: number): Buffer => {
  const bytes = Buffer.from(plain.png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
