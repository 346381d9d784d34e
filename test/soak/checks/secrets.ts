import type { Finding } from '../said'
import type { Stored } from '../stored'

/** Nothing of what people have typed stands anywhere as it is, or in hexadecimal. */
export const findInClear =
  (secrets: readonly string[]) =>
  ({ files, documents }: Stored): Finding[] =>
    files.flatMap(({ name, bytes }) =>
      secrets
        .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text).toString('hex')))
        .map((text) => ({ document: holderOf(documents, text) ?? name, what: `says in clear: ${text}` })),
    )

/** The document of the database that holds it; a file may also keep what was in one. */
function holderOf(documents: Stored['documents'], text: string): string | undefined {
  for (const [collection, all] of Object.entries(documents)) {
    const holder = all.find((document) => JSON.stringify(document).includes(text))
    if (holder) return `${collection}/${String(holder._id)}`
  }
  return undefined
}
