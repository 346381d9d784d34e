import { createHash } from 'node:crypto'
import type { RiskArea } from '@contract/riskLevels'

/** Stands for a list, and for the one in force that it was made of (its id). */
export const digestOf = (base: string | null, areas: readonly RiskArea[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        base,
        areas.map(({ region, name, level, from, until }) => [region, name, level, from, until]),
      ]),
    )
    .digest('base64url')
