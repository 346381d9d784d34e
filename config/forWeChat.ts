import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type Chain from 'webpack-chain'
import type Webpack from 'webpack'
import { moduleNames } from './sizes'

/** Little ones of our own, in place of what packages bring along. Compiled like src. */
export const standIns = path.join(__dirname, 'standIns')

/**
 * What WeChat has not, or not on every phone, given to the packages that ask for it, or taken from them. What is left is
 * checked on the output by test/weapp/output.test.ts.
 */
export function forWeChat(chain: Chain, webpack: typeof Webpack): void {
  // WeChat limits the package, not the single file: sizes.ts.
  chain.performance.hints(false)
  // react-query makes one for each question; WeChat has none, and would answer nothing, silently.
  const AbortController = [path.join(standIns, 'abortController.ts'), 'AbortController']
  chain.plugin('abortController').use(webpack.ProvidePlugin, [{ AbortController }])
  chain.plugin('globals').use(webpack.DefinePlugin, [
    {
      // Webpack's own stand-in makes a function of a text. WeChat's base library has `globalThis` from 2.16.1 on.
      global: 'globalThis',
      // Old clients have none: whoever uses it without asking fails everywhere, and not only there.
      Proxy: 'undefined',
    },
  ])
  chain.resolve.alias.set('lodash.kebabcase$', path.join(standIns, 'kebabCase.ts'))
  chain.plugin('moduleNames').use(RememberModules)
}

/** Writes beside the output which module each number in it stands for. */
class RememberModules {
  apply(compiler: Webpack.Compiler): void {
    compiler.hooks.afterEmit.tap('RememberModules', ({ modules, chunkGraph, requestShortener }) => {
      const names = Array.from(modules, (module) => [
        chunkGraph.getModuleId(module),
        module.readableIdentifier(requestShortener),
      ])
      writeFileSync(moduleNames, JSON.stringify(Object.fromEntries(names)))
    })
  }
}
