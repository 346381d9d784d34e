import { PictureView } from '@/components/PictureView'
import { usePictureSource } from '@/services/pictures'

interface OwnPictureProps {
  picture: string
  /** Where it lies on this phone; null when it must be fetched. */
  path?: string | null
  label: string
}

/** A picture that this person has added. */
export function OwnPicture({ picture, path = null, label }: OwnPictureProps) {
  const { source, failed, askAgain } = usePictureSource({ picture, path })
  return <PictureView source={source} failed={failed} label={label} onAskAgain={askAgain} />
}
