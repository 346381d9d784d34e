import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { root } from './tree'

const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const rules = path.join(root, '.dependency-cruiser.cjs')

export interface ImportViolation {
  rule: string
  from: string
  to: string
}

export interface ImportedFile {
  /** Relative to the tree; a package's file has node_modules in it, a module of Node.js is its bare name. */
  source: string
  coreModule?: boolean
  dependencies: { resolved: string; dependencyTypes: string[] }[]
}

/** One of the rules that were applied, with the sentence that it stands for. */
export interface ImportRule {
  name: string
  comment: string
}

export interface Imports {
  rules: ImportRule[]
  violations: ImportViolation[]
  modules: ImportedFile[]
}

interface Report {
  modules: ImportedFile[]
  summary: {
    violations: { rule: { name: string }; from: string; to: string }[]
    ruleSetUsed: { forbidden: ImportRule[] }
  }
}

/**
 * Follows all imports below these folders of a tree and applies the rules of .dependency-cruiser.cjs.
 * In a process of its own, because dependency-cruiser is an ES module, which jest does not load.
 */
export function followImports(tree: string, folders: string[]): Imports {
  const report = execFileSync(process.execPath, [program, '-c', rules, '-T', 'json', ...folders], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { modules, summary } = JSON.parse(report) as Report
  return {
    modules,
    rules: summary.ruleSetUsed.forbidden,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
