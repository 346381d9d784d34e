import { followImports } from './cruise'
import { impureImports } from './purity'
import { root, sourceFolders, withTree } from './tree'

const folders = [...sourceFolders, 'test']

/** For each rule a file that breaks it. */
const broken: Record<string, [file: string, text: string]> = {
  'contract-stands-alone': ['types/contract/a.ts', "import '../../src/pages/home'"],
  'phone-knows-only-the-contract': ['src/services/a.ts', "import '../../cloudfunctions/tip/rules'"],
  'phone-has-no-node': ['src/pages/clock.ts', "import 'node:fs'"],
  'components-only-show': ['src/components/A.ts', "import '@/services/api'"],
  'services-know-no-screen': ['src/services/b.ts', "import type { Home } from '../pages/home'"],
  'words-are-only-words': ['src/words/a.ts', "import '../services/api'"],
  'staff-things-stay-with-staff': ['src/pages/a.ts', "import '../words/staff'"],
  'functions-stand-alone': ['cloudfunctions/need/a.ts', "import '../tip/rules'"],
  'kernel-knows-no-function': ['cloudfunctions/kernel/a.ts', "import '../tip/rules'"],
  'cloud-knows-no-phone': ['local/a.ts', "import '../src/services/api'"],
  'nothing-imports-tests': ['config/a.ts', "import '../test/fine'"],
  'only-kernel-talks-to-wechat': ['cloudfunctions/tip/b.ts', "import cloud from 'wx-server-sdk'"],
  'production-needs-no-dev-package': ['cloudfunctions/tip/c.ts', "import 'esbuild'"],
  'packages-are-declared': ['local/b.ts', "import 'undeclared'"],
  'imports-lead-somewhere': ['local/c.ts', "import './nowhere'"],
  'no-circles': ['local/circle/a.ts', "import './b'"],
}

/** What the broken files lead to, and what is allowed. */
const fine: Record<string, string> = {
  'src/pages/home.ts':
    "import '@contract'; import '../services/api'; import '../words/zh'; export interface Home {}",
  'src/services/api.ts': "import '@contract'; import 'valibot'; export interface Api {}",
  'src/components/Shown.tsx': "import type { Api } from '@/services/api'; import '@/words/zh'",
  'src/components/staff/Sheet.tsx': "import '@/words/staff'",
  'src/words/staff.ts': "import './zh-CN/staff/inbox'",
  'src/words/zh-CN/staff/inbox.ts': "import '../../zh'",
  'src/words/zh.ts': "import type { Api } from '../services/api'; import '@contract'",
  'types/contract/index.ts': "import * as v from 'valibot'; export type Tip = v.InferOutput<never>",
  'cloudfunctions/tip/index.ts': "import '@kernel/serve'; import './rules'; import '@contract'",
  'cloudfunctions/tip/rules.ts': "import '@contract'",
  'cloudfunctions/kernel/serve.ts':
    "import cloud from 'wx-server-sdk'; import 'node:crypto'; import './clock'",
  'cloudfunctions/kernel/clock.ts': 'export const now = 0',
  'local/fine.ts': "import '@kernel/serve'; import 'esbuild'; import 'node:fs'",
  'local/circle/b.ts': "import './a'",
  'config/fine.ts': "import 'esbuild'",
  'test/fine.ts': "import 'wx-server-sdk'; import '../src/services/api'",
}

const outline = {
  compilerOptions: {
    paths: {
      '@/*': ['./src/*'],
      '@contract': ['./types/contract/index.ts'],
      '@kernel/*': ['./cloudfunctions/kernel/*'],
    },
  },
}
const packageNamed = (name: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
  [`node_modules/${name}/index.js`]: '',
})
const surroundings = {
  'tsconfig.json': JSON.stringify(outline),
  'package.json': JSON.stringify({
    dependencies: { valibot: '*', 'wx-server-sdk': '*' },
    devDependencies: { esbuild: '*' },
  }),
  ...packageNamed('valibot'),
  ...packageNamed('wx-server-sdk'),
  ...packageNamed('esbuild'),
  ...packageNamed('undeclared'),
}

const impure: Record<string, string> = {
  'cloudfunctions/tip/tipRules.ts': "import './rewards'",
  'cloudfunctions/tip/rewards.ts': "import '@kernel/clock'",
  'cloudfunctions/tip/typeRules.ts': "import type { Now } from '@kernel/clock'",
  'cloudfunctions/tip/hashRules.ts': "import { createHash } from 'node:crypto'",
}

describe('imports', () => {
  const here = followImports(root, folders)
  const example = withTree(
    { ...surroundings, ...fine, ...Object.fromEntries(Object.values(broken)), ...impure },
    (tree) => followImports(tree, folders),
  )

  it('are followed through every room', () => {
    const rooms = new Set(here.modules.map(({ source }) => source.split('/')[0]))
    expect([...rooms]).toEqual(expect.arrayContaining(folders))
  })

  describe.each(here.rules)('$comment', ({ name }) => {
    it('holds', () => {
      expect(here.violations.filter(({ rule }) => rule === name)).toEqual([])
    })

    it('would be noticed', () => {
      const found = example.violations.filter(({ rule }) => rule === name).map(({ from }) => from)
      expect(found).toContain(broken[name]?.[0])
    })
  })

  it('that are allowed are not taken for broken ones', () => {
    const allowed = Object.keys(fine).filter((file) => file !== 'local/circle/b.ts')
    expect(example.violations.filter(({ from }) => allowed.includes(from))).toEqual([])
  })

  describe('rules and the contract reach no clock, no input and no output', () => {
    it('holds', () => {
      expect(impureImports(here.modules)).toEqual([])
    })

    it('would be noticed, through other files too, but not where only a type is taken', () => {
      expect(impureImports(example.modules)).toEqual([
        'cloudfunctions/tip/hashRules.ts -> crypto',
        'cloudfunctions/tip/tipRules.ts -> cloudfunctions/tip/rewards.ts -> cloudfunctions/kernel/clock.ts',
      ])
    })
  })
})
