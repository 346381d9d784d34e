import ts from 'typescript'
import type { SourceFile } from './tree'

/** Fewer than so many written signs could stand in any sentence. */
const LEAST_WRITTEN = 2

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a text of the program looks like on a screen; whatever is put into it when it is shown can be anything. */
function patternOf(node: ts.Node): RegExp | null {
  const parts = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    : ts.isStringLiteralLike(node)
      ? [node.text]
      : []
  if (parts.join('').trim().length < LEAST_WRITTEN) return null
  return new RegExp(`^${parts.map(escaped).join('.+')}$`)
}

/** Every text that those files can show. */
export function textsIn(files: readonly SourceFile[]): RegExp[] {
  return files.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    const found: RegExp[] = []
    const visit = (node: ts.Node): void => {
      const pattern = patternOf(node)
      if (pattern) found.push(pattern)
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}
