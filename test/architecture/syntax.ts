import ts from 'typescript'
import type { SourceFile } from './tree'

const isScript = ({ path }: SourceFile): boolean => /\.(ts|tsx|js|mjs|cjs)$/.test(path)

/** Every node of a file's syntax tree for which `test` is true, as `path:line text`. Comments are no nodes. */
export function findSyntax(file: SourceFile, test: (node: ts.Node) => boolean): string[] {
  if (!isScript(file)) return []
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (test(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file.path}:${line + 1} ${node.getText().trim().slice(0, 60)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A piece of text that the program holds and may show to somebody. A pattern to match with is not one. */
export const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)

/** `name(…)` or `object.name(…)`, by that name. */
export const isCallOf = (node: ts.Node, names: RegExp): node is ts.CallExpression =>
  ts.isCallExpression(node) && names.test(node.expression.getText())
