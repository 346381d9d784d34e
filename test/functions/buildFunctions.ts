import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Before the tests of functions: they run the bundles that would be deployed, made from the source as it is now. */
export default function buildFunctions(): void {
  const root = join(__dirname, '../..')
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), 'config/build.ts', 'functions'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
}
