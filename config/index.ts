import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { forWeChat, standIns } from './forWeChat'
import { hashOf } from './stamp'

const root = path.resolve(__dirname, '..')

// Compiled like src: the contract, which lies outside it, and the packages that are published in newer JavaScript
// (private fields, `?.`) than old phones know.
const modern = ['@tanstack', '@hookform', '@vant', 'react-hook-form', 'valibot', 'uqr']
const compile = {
  include: [
    path.join(root, 'types'),
    standIns,
    ...modern.map((name) => path.join(root, 'node_modules', name)),
  ],
}

// Each component's classes are its own, so that the order of stylesheets decides nothing.
const miniCssExtractPluginOption = { ignoreOrder: true }

/** The ids that WeChat's console gives to templates of messages, under the names in types/contract/messages.ts. */
const templateEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith('SHOUWANG_TEMPLATE_')),
)

/** Changes with what functions answer: phones keep copies of answers over an update. */
const contractVersion = hashOf(root, ['types/contract']).slice(0, 8)

/** Whether WeChat's button for one's own number is shown: WeChat gives 1,000 numbers free of charge and is paid for more. */
const offersOwnPhone = process.env.SHOUWANG_OWN_PHONE !== 'off'

/** One source, two outputs: dist/weapp for WeChat, dist/h5 for the laptop's browser. */
export default defineConfig(() => ({
  projectName: 'shouwang',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: process.env.TARO_ENV === 'h5' ? 'dist/h5' : 'dist/weapp',
  plugins: ['@tarojs/plugin-html', path.join(__dirname, 'accessibility.ts')],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Not for WeChat: modules shared by subpackages come out of it with the ids of an earlier build, and their pages stay
  // white (TypeError: reading 'call'). A build without it takes about a minute.
  cache: { enable: process.env.TARO_ENV === 'h5' },
  // Chinese stays Chinese: three bytes for a character instead of the six of its number.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  defineConstants: {
    TEMPLATE_ENVIRONMENT: JSON.stringify(templateEnvironment),
    CONTRACT_VERSION: JSON.stringify(contractVersion),
    OFFERS_OWN_PHONE: JSON.stringify(offersOwnPhone),
  },
  // What WeChat shows on a card that is sent on; services/sharing.ts.
  copy: {
    patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/share.png', to: 'dist/weapp/share.png' }] : [],
    options: {},
  },
  alias: {
    '@': path.join(root, 'src'),
    '@contract': path.join(root, 'types/contract'),
  },
  mini: {
    compile,
    miniCssExtractPluginOption,
    // A pixel stays a pixel: rpx would shrink 16 px type below 14 px on a 320 px phone.
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
    optimizeMainPackage: { enable: true },
    webpackChain: forWeChat,
  },
  h5: {
    compile,
    miniCssExtractPluginOption,
    // Relative, because the local cloud serves the same files under one address for each person.
    publicPath: './',
    staticDirectory: 'static',
    // Served by the local cloud on the same machine: no browser waits for its size, and terser takes far longer.
    jsMinimizer: 'esbuild',
    esbuild: { minify: { config: { target: 'es2022' } } },
    webpackChain: (chain) => {
      chain.performance.hints(false)
    },
    router: { mode: 'hash' },
    // `npm run dev` serves the pages through the local cloud: what is watched must be on disk.
    devServer: {
      open: false,
      hot: false,
      liveReload: false,
      client: false,
      host: '127.0.0.1',
      devMiddleware: { writeToDisk: true },
    },
    postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false } },
  },
}))
