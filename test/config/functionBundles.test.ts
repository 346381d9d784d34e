import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { areaList } from '@vant/area-data'
import { build } from 'esbuild'
import { functionNames, optionsFor } from '../../config/functions'
import { complaintsAbout, sizesOf } from '../../config/functionSizes'
import { packedRegions } from '../../config/packedRegions'
import { root } from '../../config/root'

const bundled = build(optionsFor(functionNames()))

/** A function with modules of these sizes in KB. */
const madeOf = (sizes: Record<string, number>) => {
  const modules = Object.entries(sizes).map(([name, size]) => ({ name, bytes: size * 1024 }))
  return { name: 'tips', bytes: modules.reduce((sum, { bytes }) => sum + bytes, 0), modules }
}

describe('what a function loads when it starts', () => {
  it('is small enough, whichever function it is', async () => {
    const sizes = sizesOf((await bundled).metafile)
    expect(sizes.map(({ name }) => name)).toEqual(functionNames())
    expect(complaintsAbout(sizes)).toEqual([])
  })

  it('is complained of with the five largest modules when it is too large', () => {
    const sizes = [madeOf({ a: 60, b: 40, c: 30, d: 20, e: 5, f: 1 }), madeOf({ a: 150 })]
    expect(complaintsAbout(sizes)).toEqual([
      'tips has 156.0 KB, 6.0 KB too much. Largest: a 60.0 KB; b 40.0 KB; c 30.0 KB; d 20.0 KB; e 5.0 KB.',
    ])
  })

  it.each(['placeImport', 'riskAreas', 'myData'])('leaves spreadsheets out: %s', async (name) => {
    const sizes = sizesOf((await bundled).metafile)
    const modules = sizes.find((one) => one.name === name)?.modules.map((one) => one.name) ?? []
    expect(modules.length).toBeGreaterThan(0)
    expect(modules.filter((one) => /excel|fflate|csv/.test(one))).toEqual([])
  })
})

describe('what a function loads later', () => {
  it('lies beside it, in each function that asks for it', async () => {
    const files = (await bundled).outputFiles.map((file) => file.path.split(path.sep).slice(-2).join('/'))
    const later = files.filter((file) => file.endsWith('.js') && !file.endsWith('/index.js'))
    expect(later.sort()).toEqual([
      'myData/writeSpreadsheet.js',
      'placeImport/readSpreadsheet.js',
      'riskAreas/readSpreadsheet.js',
    ])
  })

  // The SDK would be set up twice, and what one of the two remembers the other would not know.
  it('does without the cloud', async () => {
    const later = (await bundled).outputFiles.filter(({ path: file }) => /Spreadsheet\.js$/.test(file))
    expect(later.length).toBeGreaterThan(0)
    for (const { text } of later) expect(text).not.toContain('wx-server-sdk')
  })
})

it('a packed table of regions unpacks to what the package has', async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export { areaList } from '@vant/area-data'", resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    plugins: [packedRegions],
  })
  const module = { exports: {} as { areaList: typeof areaList } }
  runInNewContext(outputFiles[0]?.text ?? '', { module, require, Buffer })
  expect(JSON.parse(JSON.stringify(module.exports.areaList))).toEqual(areaList)
})
