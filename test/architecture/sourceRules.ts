import ts from 'typescript'
import { isPure } from './purity'
import { findSyntax, isCallOf, isText } from './syntax'
import type { SourceFile } from './tree'

export interface SourceRule {
  sentence: string
  /** What breaks the rule in this file, one a line. */
  findIn: (file: SourceFile) => string[]
  /** Files that break the rule, and as many findings as they must give. */
  broken: { file: SourceFile; findings: number }[]
  /** A file that looks like breaking it and does not. */
  fine: SourceFile
}

const longest = 250

/** Files that may be longer, each with its reason. */
const longer: Record<string, string> = {}

const chinese = /[\u3400-\u9fff\uf900-\ufaff]/
const mayHoldChinese = [
  /^src\/words\//,
  /^local\/(demo|desk)\//,
  // Titles: WeChat reads them from a page's own configuration.
  /^src\/.*\.config\.ts$/,
  // What WeChat sends is put together by a function, which has no phone's words at hand.
  /^types\/contract\/message(s|Fields)\.ts$/,
  // So is a spreadsheet that a resident takes along. What official lists call their entries, it shares with the phone.
  /^types\/contract\/labels\.ts$/,
  // The privacy guideline, which is made of the contract.
  /^(types\/contract\/(privacy|wechatPrivacy)|config\/privacyGuideline)\.ts$/,
  // Tables for operators, and sentences that name the menus of WeChat's consoles, which are Chinese.
  /^config\/(costs|operationsTables)\.ts$/,
  /^config\/(deploy|upload)\//,
  // Official names of regions, policies as they were published, and what stands for one where none is.
  /^types\/contract\/(regions|regionHistory|regionSpellings|policyExamples|usualTipping)\.ts$/,
  /^cloudfunctions\/myData\/exportWords\.ts$/,
  // WeChat's own error texts, as it answers them.
  /^local\/wechat\//,
]

const clocksAndDice =
  /^(Date|Date\.now|performance\.now|Math\.random|(crypto\.)?random(UUID|Bytes|Int)|set(Timeout|Interval|Immediate))$/

const isImpure = (node: ts.Node): boolean =>
  isCallOf(node, clocksAndDice) ||
  (isCallOf(node, /^dayjs(\.utc)?$/) && node.arguments.length === 0) ||
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
  (ts.isPropertyAccessExpression(node) && node.getText() === 'process.env')

const namesWechatCloud = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && /^(Taro|wx)\.cloud$/.test(node.getText())

const vague = /((^|[/.])(util|helper|common|manager)|Util|Helper|Common|Manager)s?(?=[/.A-Z])/

const linesOf = (text: string): string => 'line\n'.repeat(Number(text))

export const sourceRules: SourceRule[] = [
  {
    sentence: 'rules and the contract ask no clock, throw no dice and read no environment',
    findIn: (file) => (isPure(file.path) ? findSyntax(file, isImpure) : []),
    broken: [
      {
        file: {
          path: 'cloudfunctions/tip/tipRules.ts',
          text: `Date.now(); new Date(); new Date; dayjs(); Math.random(); crypto.randomUUID(); setTimeout(f, 1); process.env.X`,
        },
        findings: 8,
      },
      { file: { path: 'types/contract/tip.ts', text: 'export const at = new Date()' }, findings: 1 },
    ],
    fine: {
      path: 'cloudfunctions/tip/tipRules.ts',
      text: '/** Not Date.now(). */ new Date(now); dayjs(now); const random = "Math.random()"',
    },
  },
  {
    sentence: 'only services/cloud.ts names the cloud of Taro or WeChat',
    findIn: (file) => (file.path === 'src/services/cloud.ts' ? [] : findSyntax(file, namesWechatCloud)),
    broken: [
      {
        file: { path: 'src/pages/home/index.tsx', text: 'Taro.cloud.callFunction({}); wx.cloud.init()' },
        findings: 2,
      },
    ],
    fine: { path: 'src/services/cloud.ts', text: 'Taro.cloud.callFunction({})' },
  },
  {
    sentence: 'what is said to people in Chinese stands in words/',
    findIn: (file) =>
      mayHoldChinese.some((place) => place.test(file.path))
        ? []
        : findSyntax(file, (node) => isText(node) && chinese.test(node.text)),
    broken: [
      {
        file: { path: 'src/pages/home/index.tsx', text: 'const a = <p title="守望">待办{`共${1}条`}</p>' },
        findings: 4,
      },
      { file: { path: 'cloudfunctions/tip/a.ts', text: "throw new Error('未找到')" }, findings: 1 },
    ],
    fine: { path: 'types/contract/plate.ts', text: '// 车牌\nconst plate = /^[京津沪]/' },
  },
  {
    sentence: `no file is longer than ${longest} lines`,
    findIn: ({ path, text }) => {
      const lines = text.split('\n').length - 1
      return lines > longest && !(path in longer) ? [`${path} has ${lines} lines`] : []
    },
    broken: [{ file: { path: 'src/app.tsx', text: linesOf('251') }, findings: 1 }],
    fine: { path: 'src/app.tsx', text: linesOf('250') },
  },
  {
    sentence: 'no file is named for what it is not about',
    findIn: ({ path }) => (vague.test(path) ? [path] : []),
    broken: [
      'src/utils/a.ts',
      'local/helper.ts',
      'src/dateUtil.ts',
      'config/common/index.ts',
      'local/CallManager.ts',
    ].map((path) => ({ file: { path, text: '' }, findings: 1 })),
    fine: { path: 'src/pages/community/utility.ts', text: '' },
  },
]

/** Rules for the files of test/. */
export const testRules: SourceRule[] = [
  {
    sentence: 'every test is run: none is picked out, left out or put off',
    findIn: (file) =>
      findSyntax(file, (node) =>
        isCallOf(
          node,
          /^((it|test|describe)(\.\w+)*\.(only|skip|todo|failing)(\.each)?|[fx](it|test|describe))$/,
        ),
      ),
    broken: [
      {
        file: {
          path: 'test/a.test.ts',
          text: "it.only('a', f); describe.skip('b', f); it.todo('c'); xit('d', f)",
        },
        findings: 4,
      },
    ],
    fine: { path: 'test/a.test.ts', text: "it('says it.only', f); it.each([1])('%d', f)" },
  },
  {
    sentence: 'a test says what it expects, and keeps no snapshot of what it got',
    findIn: (file) => findSyntax(file, (node) => isCallOf(node, /\.toMatch(Inline)?Snapshot$/)),
    broken: [{ file: { path: 'test/a.test.ts', text: 'expect(a).toMatchSnapshot()' }, findings: 1 }],
    fine: { path: 'test/a.test.ts', text: "expect(a).toMatch('Snapshot')" },
  },
]
