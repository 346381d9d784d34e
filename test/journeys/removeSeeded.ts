import { rmSync } from 'node:fs'

/** After the journeys. */
export default function removeSeeded(): void {
  rmSync(process.env.SHOUWANG_SEEDED as string, { recursive: true, force: true })
}
