import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../../local/demo/chance'
import type { RunningCloud } from './cloud/runningCloud'
import { badNetwork, usualNetwork, type Line } from './load/line'
import { described, type Disturbance, type Lasting, type Outage, type Sudden } from './plan'

interface Scene {
  cloud: RunningCloud
  line: Line
  chance: Chance
  say: (line: string) => void
}

/** Lets the plan happen; one thing may last while the next begins. Afterwards everything works again. */
export async function letHappen(plan: readonly Disturbance[], scene: Scene): Promise<void> {
  const begun = performance.now()
  const lasting: Promise<void>[] = []
  for (const next of plan) {
    await wait(Math.max(0, next.at - (performance.now() - begun)))
    scene.say(described(next))
    if ('lasts' in next) lasting.push(last(next, scene))
    else await happen(next, scene)
  }
  await Promise.all(lasting)
}

async function happen(disturbance: Sudden, { cloud, chance }: Scene): Promise<void> {
  if (disturbance.what === 'killWorkers') cloud.killWorkers(disturbance.most, (among) => chance.below(among))
  if (disturbance.what === 'turnClock') cloud.turnClock(disturbance.to)
  if (disturbance.what !== 'killCloud') return
  await cloud.kill()
  await wait(disturbance.downFor)
  await cloud.start()
}

async function last({ what, lasts }: Lasting, scene: Scene): Promise<void> {
  set(what, true, scene)
  await wait(lasts)
  set(what, false, scene)
}

/** A cloud that is killed meanwhile forgets it, and works again as soon as it is back. */
function set(outage: Outage, isOn: boolean, { cloud, line }: Scene): void {
  if (outage === 'fullDisk') cloud.tell({ order: 'disk', full: isOn })
  if (outage === 'contentCheckAway') cloud.tell({ order: 'contentCheck', away: isOn })
  if (outage === 'messagesAway') cloud.tell({ order: 'messages', away: isOn })
  if (outage === 'badNetwork') line.network = isOn ? badNetwork : usualNetwork
}
