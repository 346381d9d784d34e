import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { asked } from '@/services/queries'
import { scannedPlace } from './scannedPlace'

interface ScannedPlace {
  /** undefined when no code was scanned, or none of a place that is there. */
  place: string | undefined
  /** Whether a code was scanned that leads to no place: it is of something else, or of a place that is no more. */
  isUnknown: boolean
}

/** The place whose code has opened the page. Offline it is taken to be there. */
export function useScannedPlace(): ScannedPlace {
  const { params } = useRouter()
  const scanned = scannedPlace(params)
  const shown = useQuery({
    ...asked('places', 'show', { place: scanned ?? '' }),
    enabled: scanned !== undefined,
  })
  const isCode = Boolean(params.place ?? params.scene)
  const isGone = shown.error?.error.code === 'notFound'
  return { place: isGone ? undefined : scanned, isUnknown: isGone || (isCode && scanned === undefined) }
}
