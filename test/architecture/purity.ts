import type { ImportedFile } from './cruise'

/** Rules and the contract: the same answer for the same arguments, always and everywhere. */
export const isPure = (file: string): boolean => /Rules\.ts$/.test(file) || file.startsWith('types/contract/')

const hasClockOrInput = ({ source, coreModule = false }: ImportedFile): boolean =>
  coreModule || /node_modules\/(wx-server-sdk|@tarojs)\/|^cloudfunctions\/kernel\/clock\.ts$/.test(source)

/**
 * The chains of imports that lead from a pure file to a clock or to input and output, each as `a -> b -> c`.
 * Imports of types are no way to anything: nothing of them is left at run time.
 */
export function impureImports(modules: ImportedFile[]): string[] {
  const bySource = new Map(modules.map((file) => [file.source, file]))
  const chainFrom = (source: string, seen: Set<string>): string[] | undefined => {
    const file = bySource.get(source)
    if (!file || seen.has(source)) return undefined
    seen.add(source)
    if (hasClockOrInput(file)) return [source]
    for (const { resolved, dependencyTypes } of file.dependencies) {
      const rest = dependencyTypes.includes('type-only') ? undefined : chainFrom(resolved, seen)
      if (rest) return [source, ...rest]
    }
    return undefined
  }
  return modules
    .filter(({ source }) => isPure(source))
    .map(({ source }) => chainFrom(source, new Set())?.join(' -> '))
    .filter((chain) => chain !== undefined)
}
