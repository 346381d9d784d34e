import { rmSync } from 'node:fs'

/** After the journeys. */
// eslint-disable-next-line no-restricted-syntax -- jest calls a global tear-down by its default export
export default function removeSeeded(): void {
  rmSync(process.env.SHOUWANG_SEEDED as string, { recursive: true, force: true })
}
