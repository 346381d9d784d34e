import { PictureView } from '@/components/PictureView'
import { usePictureSource } from '@/services/pictures'
import { words } from '@/words'

interface OwnPictureProps {
  picture: string
  /** Where it lies on this phone; null when it must be fetched. */
  path?: string | null
  label: string
  /** The tip that it belongs to; left out where it belongs to this account. */
  letter?: string
}

/** A picture that this person has added. */
export function OwnPicture({ picture, path = null, label, letter }: OwnPictureProps) {
  const { source, failed, gone, askAgain } = usePictureSource({ picture, path, letter })
  return (
    <PictureView
      source={source}
      failed={failed}
      label={label}
      missing={gone ? words.faults.pictureUnknown : words.pictures.notShownAskAgain}
      onAskAgain={gone ? undefined : askAgain}
    />
  )
}
