import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse, type CallExpression, type Expression, type ObjectExpression } from 'acorn'
import { done, failed, type Outcome } from './outcome'
import { inRoot } from './root'

/**
 * The most that each may take, in KB of 1,024 bytes. WeChat itself takes 2 MB for each package
 * (https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html); a slow line takes less.
 */
const limits = { main: 700, subpackage: 500, total: 2048 }

const LARGEST = 5
const KB = 1024

/** Which module each number in the output stands for; config/forWeChat.ts writes it. */
export const moduleNames = inRoot('dist/weapp.modules.json')

export interface Package {
  /** `main`, the root of a subpackage, or `total`. */
  name: string
  bytes: number
  /** Bytes. */
  most: number
}

export interface SizedModule {
  name: string
  /** Of all its copies, as they are in the packages. */
  bytes: number
  /** The packages that have it. */
  packages: string[]
}

/** Every file of a build that is uploaded, by its path inside. */
function filesOf(build: string): { file: string; bytes: number }[] {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .map((file) => ({ file: path.relative(build, file), bytes: statSync(file).size }))
}

/** Roots of the subpackages, as app.json names them. */
function rootsOf(build: string): string[] {
  const app = JSON.parse(readFileSync(path.join(build, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  return (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
}

const packageOf = (file: string, roots: string[]): string =>
  roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'

/** The main package, each subpackage, and all of them. */
export function packagesOf(build: string): Package[] {
  const roots = rootsOf(build)
  const files = filesOf(build)
  const sizeOf = (name: string): number =>
    files
      .filter(({ file }) => name === 'total' || packageOf(file, roots) === name)
      .reduce((sum, { bytes }) => sum + bytes, 0)
  const sized = (name: string, most: number): Package => ({ name, bytes: sizeOf(name), most: most * KB })
  return [
    sized('main', limits.main),
    ...roots.map((root) => sized(root, limits.subpackage)),
    sized('total', limits.total),
  ]
}

/** `wx.webpackJsonp.push([[1], { 23: function () {} }])`, also where it stands after others: what is pushed there. */
function pushedBy(expression: Expression): ObjectExpression | undefined {
  if (expression.type === 'SequenceExpression')
    return expression.expressions.map(pushedBy).find((pushed) => pushed)
  if (expression.type !== 'CallExpression' || !isPush(expression)) return undefined
  const [chunk] = expression.arguments
  const modules = chunk?.type === 'ArrayExpression' ? chunk.elements[1] : undefined
  return modules?.type === 'ObjectExpression' ? modules : undefined
}

const isPush = ({ callee }: CallExpression): boolean =>
  callee.type === 'MemberExpression' &&
  callee.property.type === 'Identifier' &&
  callee.property.name === 'push'

/** The number of each module in a file of the output, and its bytes there. */
function modulesIn(code: string): { id: string; bytes: number }[] {
  const { body } = parse(code, { ecmaVersion: 'latest' })
  const chunks = body.flatMap((statement) =>
    statement.type === 'ExpressionStatement' ? (pushedBy(statement.expression) ?? []) : [],
  )
  return chunks.flatMap(({ properties }) =>
    properties.flatMap((property) => {
      if (property.type !== 'Property' || property.key.type !== 'Literal') return []
      return [
        {
          id: String(property.key.value),
          bytes: Buffer.byteLength(code.slice(property.start, property.end)),
        },
      ]
    }),
  )
}

/** Modules of the build, the largest first. @param namesFile their names by number; without it they are called by that. */
export function modulesOf(build: string, namesFile = moduleNames): SizedModule[] {
  const names = existsSync(namesFile)
    ? (JSON.parse(readFileSync(namesFile, 'utf8')) as Record<string, string>)
    : {}
  const roots = rootsOf(build)
  const found = new Map<string, SizedModule>()
  for (const { file } of filesOf(build).filter((one) => one.file.endsWith('.js'))) {
    for (const { id, bytes } of modulesIn(readFileSync(path.join(build, file), 'utf8'))) {
      const name = nameOf(names[id] ?? `module ${id}`)
      const known = found.get(name) ?? { name, bytes: 0, packages: [] }
      const packages = [...new Set([...known.packages, packageOf(file, roots)])]
      found.set(name, { name, bytes: known.bytes + bytes, packages })
    }
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes)
}

const nameOf = (identifier: string): string =>
  identifier.replace(/^.*node_modules\//, '').replace(/^\.\//, '')

const inKilobytes = (bytes: number): string => (bytes / KB).toFixed(1)

const packageLine = ({ name, bytes, most }: Package): string =>
  `  ${inKilobytes(bytes).padStart(8)} KB of ${String(most / KB).padStart(4)}  ${name}`

const moduleLine = ({ name, bytes, packages }: SizedModule): string =>
  `  ${inKilobytes(bytes).padStart(8)} KB          ${name} (${packages.join(', ')})`

/**
 * Says the size of each package and what is largest in all, and refuses a package that is too large, with what is largest
 * in it.
 * @param build folder of the WeChat output.
 * @param namesFile what {@link moduleNames} is for it; without one modules are called by their numbers.
 */
export function judgeSizes(build: string, namesFile = moduleNames): Outcome {
  const packages = packagesOf(build)
  const modules = modulesOf(build, namesFile)
  const tooLarge = packages.filter(({ bytes, most }) => bytes > most)
  const table = [...packages.map(packageLine), ...modules.slice(0, LARGEST).map(moduleLine)]
  if (tooLarge.length === 0) return done(['', ...table].join('\n'))
  return failed([...table, ...tooLarge.map((one) => complaint(one, modules))].join('\n'))
}

function complaint({ name, bytes, most }: Package, modules: SizedModule[]): string {
  const inside = modules.filter(({ packages }) => name === 'total' || packages.includes(name))
  const largest = inside.slice(0, LARGEST).map((one) => `${one.name} ${inKilobytes(one.bytes)} KB`)
  return `${name} has ${inKilobytes(bytes)} KB, ${inKilobytes(bytes - most)} KB too much. Largest: ${largest.join('; ')}.`
}
