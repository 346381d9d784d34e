import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { nameOfLook } from './modes'
import type { Shot } from './take'

const styles = `
  body { margin: 24px; background: #d9dedc; font: 14px/1.4 'Noto Sans SC', sans-serif; color: #17201e }
  section { padding: 8px; background: #d9dedc }
  .stops { display: flex; flex-wrap: wrap }
  .stop { margin: 0 24px 16px 0 }
  .stop h3 { margin: 0; font-size: 14px }
  .looks { display: flex; align-items: flex-start }
  figure { margin: 0 8px 0 0 }
  figure img { display: block; object-fit: cover; object-position: top; border: 1px solid #889 }
  figure.bad img { outline: 3px solid #d33 }
  figcaption { font-size: 12px }
`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A thumbnail at 40 % of what is in sight; the whole picture stands behind it. */
function figureOf({ look, picture, whole, findings }: Shot): string {
  const [width, height] = [look.width * 0.4, look.height * 0.4]
  return `<figure class="${findings.length > 0 ? 'bad' : 'good'}" title="${escaped(findings.join('\n'))}">
    <a href="pictures/${whole ?? ''}"><img src="pictures/${picture ?? ''}" width="${width}" height="${height}" alt=""></a>
    <figcaption>${nameOfLook(look)}</figcaption></figure>`
}

function stopsOf(shots: readonly Shot[]): string {
  const names = [...new Set(shots.map((shot) => shot.name))]
  return names
    .map((name) => {
      const figures = shots.filter((shot) => shot.name === name).map(figureOf)
      return `<div class="stop"><h3>${name}</h3><div class="looks">${figures.join('')}</div></div>`
    })
    .join('\n')
}

/** One page with every picture as a thumbnail, by feature and mode; and each feature's part of it as a picture of its own. */
export async function writeContactSheet(
  browser: Browser,
  folder: string,
  shots: readonly Shot[],
): Promise<void> {
  const features = [...new Set(shots.map((shot) => shot.feature))]
  const sections = features.map(
    (feature) => `<section id="${feature}"><h2>${feature}</h2>
      <div class="stops">${stopsOf(shots.filter((shot) => shot.feature === feature))}</div></section>`,
  )
  const index = join(folder, 'index.html')
  const title = '守望: every screen'
  writeFileSync(
    index,
    `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${styles}</style>${sections.join('\n')}`,
  )
  await picture(browser, index, features, join(folder, 'montages'))
}

async function picture(browser: Browser, index: string, features: string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1900, height: 900 } })
  await page.goto(pathToFileURL(index).href)
  for (const feature of features) {
    await page.locator(`section#${feature}`).screenshot({ path: join(folder, `${feature}.png`) })
  }
  await page.close()
}
