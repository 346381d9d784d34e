import { brotliCompressSync, constants } from 'node:zlib'
import { areaList } from '@vant/area-data'
import type { Plugin } from 'esbuild'

/** How far each code is from the one before, '' where it is the next; and the names, in a coding that has two bytes for each character. */
function packed(table: Record<string, string>): string {
  const codes = Object.keys(table).map(Number)
  const steps = codes
    .map((code, index) => code - (codes[index - 1] ?? 0))
    .map((step) => (step === 1 ? '' : step))
  const text = Buffer.from(`${steps.join()};${Object.values(table).join()}`, 'utf16le')
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return brotliCompressSync(text, { params }).toString('base64')
}

const getter = ([name, table]: [string, Record<string, string>]): string =>
  `get ${name}() { return unpacked('${packed(table)}') },`

const unpacking = (): string => `
import { brotliDecompressSync } from 'node:zlib'
function unpacked(text) {
  const [steps, names] = brotliDecompressSync(Buffer.from(text, 'base64')).toString('utf16le').split(';')
  const each = names.split(',')
  let code = 0
  return Object.fromEntries(steps.split(',').map((step, index) => [(code += Number(step || 1)), each[index]]))
}
export const areaList = { ${Object.entries(areaList).map(getter).join('\n')} }`

/** The table of regions, as the package has it, takes 140 KB: a function has it packed in 22, and unpacks what it asks for. */
export const packedRegions: Plugin = {
  name: 'packed regions',
  setup(bundler) {
    bundler.onLoad({ filter: /@vant[\\/]area-data[\\/].*\.js$/ }, () => ({ contents: unpacking() }))
  },
}
