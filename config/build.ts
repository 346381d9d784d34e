/** `npm run build:weapp`, `build:h5`, `build:functions`: builds the targets that are named, needed or not. */
import { showProgress } from './progress'
import { build, isTargetName, targetNames } from './targets'

async function main(names: string[]): Promise<void> {
  const unknown = names.find((name) => !isTargetName(name))
  if (names.length === 0 || unknown !== undefined) {
    console.error(`Name what to build: ${targetNames.join(', ')}.`)
    process.exitCode = 1
    return
  }
  for (const name of names.filter(isTargetName)) {
    const outcome = await showProgress(`build ${name}`, (onProgress) => build(name, onProgress))
    if (!outcome.ok) {
      process.exitCode = 1
      return
    }
  }
}

void main(process.argv.slice(2))
