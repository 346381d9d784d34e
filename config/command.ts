import { spawn } from 'node:child_process'
import { getPriority, setPriority } from 'node:os'
import { root } from './root'

export interface CommandResult {
  ok: boolean
  /** Both streams as they came, without colours. */
  output: string
}

export interface CommandOptions {
  env?: Record<string, string>
  /** Sees the output as it comes. */
  onOutput?: (text: string) => void
  /** Lets everything else on the machine go first. */
  givesWay?: boolean
}

/** Between the usual 0 and the last, 19. */
const givingWay = 10

// oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
const escapes = /\u001b\[[0-9;]*[A-Za-z]/g

/**
 * Runs a program of node_modules in the checkout, without standard input.
 * @param script the program's JavaScript file, so that no shell and no `.cmd` file is needed on any system.
 */
export function runNode(
  script: string,
  args: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Whoever gives way already must not be brought forward: that is allowed to few.
    if (options.givesWay && child.pid !== undefined)
      setPriority(child.pid, Math.max(getPriority(), givingWay))
    let output = ''
    const collect = (chunk: string): void => {
      const text = chunk.replace(escapes, '')
      output += text
      options.onOutput?.(text)
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    const kill = (): void => void child.kill()
    process.once('exit', kill)
    child.once('error', reject)
    child.once('close', (code) => {
      process.removeListener('exit', kill)
      resolve({ ok: code === 0, output })
    })
  })
}
