import { randomUUID } from 'node:crypto'
import type { LookTally } from '@kernel/lookRules'
import { demoPlaces, demoPosts, type DemoStaff } from '../../../local/demo/places'

const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1000)

/** Somebody who has looked so many times, the last time some seconds ago and each second before that. */
export const tallyOf = (openid: string, looks: number, seconds: number, alertedAt?: Date): LookTally => ({
  _id: openid,
  recent: Array.from({ length: looks }, (_, index) => secondsAgo(seconds + index)),
  acts: Array.from({ length: looks }, () => randomUUID()),
  lastAt: secondsAgo(seconds),
  alertedAt: alertedAt ?? null,
})

/** A post that the demonstration does not have. */
export const postOf = ({ openid, name, role, placeId }: DemoStaff) => {
  const place = demoPlaces.find(({ _id }) => _id === placeId)
  const [like] = demoPosts
  if (!place || !like) throw new Error(`no place ${placeId}`)
  const { _id: id, level, names, at } = place
  return { ...like, _id: `post-${openid}`, openid, name, role, place: { id, level, names }, at }
}
