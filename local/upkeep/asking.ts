import type { OutputOf, Result } from '@contract/action'
import type { upkeepActions } from '@contract/upkeep'
import { StartRefusal } from '../startRefusal'

type Actions = typeof upkeepActions

/** A running cloud, and the administrator in whose name it is asked. */
export interface Asked {
  origin: string
  openid: string
}

/**
 * Asks until all is done.
 *
 * @throws {StartRefusal} when nobody answers, or the action is refused
 */
export async function askUntilDone<Name extends keyof Actions>(
  { origin, openid }: Asked,
  action: Name,
): Promise<OutputOf<Actions[Name]>> {
  for (;;) {
    const response = await fetch(`${origin}/call/upkeep`, {
      method: 'POST',
      headers: { 'x-wx-openid': openid },
      body: JSON.stringify({ action, input: {} }),
    }).catch(() => {
      throw new StartRefusal(`Nobody answers at ${origin}.`)
    })
    const { result, error } = (await response.json()) as {
      result?: Result<OutputOf<Actions[Name]>>
      error?: { errMsg: string }
    }
    if (!result) throw new StartRefusal(error?.errMsg ?? `${origin} is not a local cloud.`)
    if (!result.ok) throw new StartRefusal(`Refused to ${openid}: ${result.error.message}.`)
    if (result.data.done) return result.data
  }
}
