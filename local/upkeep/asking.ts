import type { InputOf, OutputOf, Result } from '@contract/action'
import type { Resealing, upkeepActions, Verification } from '@contract/upkeep'
import { StartRefusal } from '../startRefusal'

type Actions = typeof upkeepActions

/** A running cloud, and the administrator in whose name it is asked. */
export interface Asked {
  origin: string
  openid: string
}

/** @throws {StartRefusal} when nobody answers, or the action is refused */
async function ask<Name extends keyof Actions>(
  { origin, openid }: Asked,
  action: Name,
  input: InputOf<Actions[Name]>,
): Promise<OutputOf<Actions[Name]>> {
  const response = await fetch(`${origin}/call/upkeep`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: JSON.stringify({ action, input }),
  }).catch(() => {
    throw new StartRefusal(`Nobody answers at ${origin}.`)
  })
  const { result, error } = (await response.json()) as {
    result?: Result<OutputOf<Actions[Name]>>
    error?: { errMsg: string }
  }
  if (!result) throw new StartRefusal(error?.errMsg ?? `${origin} is not a local cloud.`)
  if (!result.ok) throw new StartRefusal(`Refused to ${openid}: ${result.error.message}.`)
  return result.data
}

/** Until all cases have been looked at. Throws as {@link ask}. */
export async function verifyAll(asked: Asked): Promise<Verification> {
  let all = await ask(asked, 'verify', { after: null })
  while (all.next !== null) {
    const { verified, altered, first, next } = await ask(asked, 'verify', { after: all.next })
    all = {
      verified: all.verified + verified,
      altered: all.altered + altered,
      first: all.first ?? first,
      next,
    }
  }
  return all
}

/** Until nothing is left to seal anew. Throws as {@link ask}. */
export async function resealAll(asked: Asked): Promise<Resealing> {
  let resealing = await ask(asked, 'reseal', {})
  while (!resealing.done) resealing = await ask(asked, 'reseal', {})
  return resealing
}
