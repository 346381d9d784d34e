import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Browser } from 'playwright-core'
import { inRoot } from '../../config/root'
import { Phone } from '../journeys/support/browser'
import { pictures } from './guidePictures'
import { open, openContext, settled } from './take'
import type { Walk } from './walk'

/** Dots for each pixel, and how well WebP keeps them: sharp on paper, and 10 to 40 KB. */
const FINENESS = 1.5
const QUALITY = 0.5

const isWanted = ({ name }: { name: string }): boolean => pictures.some(({ stop }) => stop === name)

/** Takes the pictures of the guides and the README: what is in sight on the usual phone. One after the other, always in the same order. */
export async function takeForGuides(browser: Browser, origin: string, walks: readonly Walk[]): Promise<void> {
  const encode = await openEncoder(browser)
  const left = new Set(pictures.map(({ stop }) => stop))
  for (const walk of walks.filter(({ stops }) => stops.some(isWanted))) {
    const context = await openContext(browser, walk, { care: false, fineness: FINENESS })
    const phone = new Phone(await context.newPage())
    await open(phone, origin, walk)
    for (const { name, act } of walk.stops) {
      await act?.(phone)
      await settled(phone)
      if (!left.delete(name)) continue
      await phone.page.evaluate('toTop()')
      const style = '::-webkit-scrollbar { display: none }'
      await write(await encode(await phone.page.screenshot({ animations: 'disabled', style })), name)
    }
    await context.close()
  }
  if (left.size > 0) throw new Error(`no walk stops at ${[...left].join(', ')}`)
}

async function write(picture: Buffer, stop: string): Promise<void> {
  for (const { file } of pictures.filter((one) => one.stop === stop)) {
    const path = inRoot(file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, picture)
    console.log(file)
  }
}

/** Playwright's own pictures are PNG or JPEG, several times as large: a page draws them again. */
async function openEncoder(browser: Browser): Promise<(png: Buffer) => Promise<Buffer>> {
  const page = await browser.newPage()
  return async (png) => {
    const source = `data:image/png;base64,${png.toString('base64')}`
    const drawn = await page.evaluate<string>(`(async () => {
      const image = Object.assign(new Image(), { src: '${source}' })
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      canvas.getContext('2d').drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', ${QUALITY})
    })()`)
    return Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64')
  }
}
