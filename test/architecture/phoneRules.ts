import ts from 'typescript'
import type { SourceRule } from './sourceRules'
import { findSyntax, isCallOf, isText } from './syntax'
import type { SourceFile } from './tree'

const theme = 'src/theme.scss'

const isStyle = ({ path }: SourceFile): boolean => path.startsWith('src/') && path.endsWith('.scss')

/** The phone's own files, and the contract, which is bundled into them. */
const isOnPhone = ({ path }: SourceFile): boolean => /^(src|types)\//.test(path)

const colour = /#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b|\b(rgb|hsl)a?\(/i
const namedColour =
  /(^|[-\s])(color|background|border|outline|shadow|fill)\b[^;]*:[^;]*\b(white|black|red|gr[ae]y)\b/

/** Type that grows for nobody, each with its reason. */
const fixedType: Record<string, string> = {
  'src/components/staff/Poster.scss': 'a sheet of paper',
  'src/app.scss': "WeChat's own bar, as H5 imitates it",
}

/** Lines without what is only said about them. */
const linesLike = ({ path, text }: SourceFile, wrong: RegExp): string[] =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .flatMap((line, at) =>
      wrong.test(line.replace(/\/\/.*/, '')) ? [`${path}:${at + 1} ${line.trim().slice(0, 60)}`] : [],
    )

const newMethods =
  /\.(at|hasOwn|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|fromAsync|toLocale\w+)$|^(Promise\.(any|allSettled|withResolvers)|(Object|Map)\.groupBy)$/

/** Sentences for people, some of which are functions of such a name. */
const ofWords = /^(said|\w*[wW]ords)\b/

const newNames = /^(structuredClone|WeakRef|BigInt|Intl|AggregateError|queueMicrotask|Proxy)$/

/** What old phones lack: WeChat fills up much of it, but does not say as of which year; and what nothing can fill up. */
const isTooNew = (node: ts.Node): boolean =>
  (isCallOf(node, newMethods) && !ofWords.test(node.expression.getText())) ||
  (ts.isIdentifier(node) && newNames.test(node.text)) ||
  ts.isBigIntLiteral(node) ||
  (ts.isRegularExpressionLiteral(node) && /\(\?<[=!]|\/[a-z]*[vd][a-z]*$/.test(node.text))

/** Rules for what runs on a phone that may be ten years old, by day or by night, with large type or not. */
export const phoneRules: SourceRule[] = [
  {
    sentence: 'a colour stands in the theme, and nowhere else',
    findIn: (file) => {
      if (file.path === theme || !file.path.startsWith('src/')) return []
      if (isStyle(file)) return [...linesLike(file, colour), ...linesLike(file, namedColour)]
      if (file.path.endsWith('.html')) return linesLike(file, colour)
      return findSyntax(file, (node) => isText(node) && colour.test(node.text))
    },
    broken: [
      {
        file: {
          path: 'src/a.scss',
          text: 'a { color: #fff }\nb { color: rgb(0 0 0 / 60%) }\nc { border: 1px solid white }',
        },
        findings: 3,
      },
      {
        file: { path: 'src/a.tsx', text: "const a = <View style={{ color: '#b3261e' }} />" },
        findings: 1,
      },
    ],
    fine: {
      path: 'src/a.scss',
      text: '#taro-navigation-bar { white-space: nowrap; color: var(--ink) } // not #fff',
    },
  },
  {
    sentence: 'type has a size of the theme, which grows with what people have set',
    findIn: (file) =>
      !isStyle(file) || file.path === theme || file.path in fixedType
        ? []
        : linesLike(file, /font-size:\s*(calc\()?[\d.]/),
    broken: [
      {
        file: { path: 'src/a.scss', text: 'a { font-size: 16px }\nb { font-size: calc(16px + 1px) }' },
        findings: 2,
      },
    ],
    fine: { path: 'src/a.scss', text: 'a { font-size: var(--type-small); }' },
  },
  {
    sentence: 'distances are margins: old phones leave flex gaps out',
    findIn: (file) => (isStyle(file) ? linesLike(file, /(^|[\s{;])((row|column)-)?gap:/) : []),
    broken: [
      { file: { path: 'src/a.scss', text: 'a { gap: 8px }\nb {\n  column-gap: 4px;\n}' }, findings: 2 },
    ],
    fine: { path: 'src/a.scss', text: '.a { --gap: 16px; grid-gap: 8px; }' },
  },
  {
    sentence: 'a phone is asked for nothing that came after its browser',
    findIn: (file) => (isOnPhone(file) ? findSyntax(file, isTooNew) : []),
    broken: [
      {
        file: {
          path: 'types/contract/a.ts',
          text: 'a.at(-1); Object.hasOwn(a, b); a.replaceAll(b, c); structuredClone(a); 10n; /(?<=a)b/; a.toLocaleString()',
        },
        findings: 7,
      },
      { file: { path: 'src/a.ts', text: 'new Intl.DateTimeFormat(); a.findLast(b)' }, findings: 2 },
    ],
    fine: {
      path: 'src/a.ts',
      text: 'said.at(8); a[a.length - 1]; a.replace(/b/g, c); const at = { at: 1 }; /(?<year>a)/.exec(b)',
    },
  },
]
