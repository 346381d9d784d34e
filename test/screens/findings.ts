import { nameOfLook } from './modes'
import type { Shot } from './take'

interface Finding {
  what: string
  /** Scene by scene, in which looks it was seen. */
  where: Map<string, string[]>
}

function groupOf(shots: readonly Shot[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const { name, look, findings } of shots) {
    for (const what of findings) {
      const one = found.get(what) ?? { what, where: new Map<string, string[]>() }
      one.where.set(name, [...(one.where.get(name) ?? []), nameOfLook(look)])
      found.set(what, one)
    }
  }
  return [...found.values()].sort((a, b) => b.where.size - a.where.size)
}

/** What is wrong, once each, what is seen on most screens first; Markdown. */
export function describeFindings(shots: readonly Shot[]): string {
  const lines = groupOf(shots).map(({ what, where }) => {
    const scenes = [...where].map(([scene, looks]) => `${scene} (${looks.join(' ')})`)
    return `- ${what}\n  ${scenes.join(', ')}`
  })
  return lines.length > 0 ? `${lines.length} findings\n\n${lines.join('\n')}\n` : 'Nothing was found.\n'
}
