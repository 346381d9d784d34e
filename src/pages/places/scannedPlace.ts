import { sceneOf } from '@/services/scene'

const isPlaceId = (text: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(text)

/**
 * The place whose code was scanned: `place` in a link, `scene` in a WeChat code. undefined when there is none, or it cannot
 * be one.
 */
export const scannedPlace = (params: { place?: string; scene?: string }): string | undefined => {
  const given = params.place || sceneOf(params)
  return isPlaceId(given) ? given : undefined
}
