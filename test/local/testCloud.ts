import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from '../../local/cloud'
import type { Sdk } from './sdk'

// A cold instance loads the SDK for a third of a second, and on a busy machine for several.
jest.setTimeout(60_000)

/** Functions that do what a test needs; `program` runs whatever a test sends it. */
export const fixtures = join(__dirname, 'functions', 'fixtures')

export interface TestCloud extends Cloud {
  data: string
  /** What was logged so far. */
  lines: string[]
  /**
   * Runs a piece of a test inside a cloud function, against the real SDK. It is sent as text: it sees its arguments only.
   *
   * @throws {ProgramError} what the SDK threw, as the function saw it
   */
  run<Input>(program: (sdk: Sdk, input: Input) => unknown, input?: Input): Promise<unknown>
  /** Ends the cloud and removes its data. */
  dispose(): Promise<void>
}

export class ProgramError extends Error {
  constructor(
    readonly errCode: number | undefined,
    readonly code: string | undefined,
    message: string,
  ) {
    super(message)
  }
}

/** A cloud of its own for a test file, with the fixtures and one collection `notes` unless said otherwise. */
export async function startTestCloud(options: Partial<CloudOptions> = {}): Promise<TestCloud> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'shouwang-cloud-'))
  const lines: string[] = []
  const cloud = await startCloud({
    functions: fixtures,
    database: { collections: { notes: {} } },
    port: 0,
    log: (line) => lines.push(line),
    ...options,
    data,
  })
  return {
    ...cloud,
    data,
    lines,
    async run(program, input) {
      const answer = await cloud.call('program', { program: program.toString(), input }, 'anna')
      if ('error' in answer) throw new Error(answer.error.errMsg)
      const { value, error } = answer.result as { value?: unknown; error?: ProgramError }
      if (error) throw new ProgramError(error.errCode, error.code, error.message)
      return value
    },
    async dispose() {
      await cloud.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
