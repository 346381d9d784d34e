import { View } from '@tarojs/components'
import type { PictureTwins } from '@contract/pictures'
import { staffWords } from '@/words/staff'
import { Notice } from '../Notice'
import { Tap } from '../Tap'
import './TwinsNotice.scss'

const said = staffWords.case

/** Warns that a picture of this case was used in others; those at one's own places can be opened. */
export function TwinsNotice({ here, elsewhere, onOpen }: PictureTwins & { onOpen: (id: string) => void }) {
  const count = here.length + elsewhere
  if (count === 0) return null
  return (
    <Notice tone="warning" title={said.twins(count)}>
      <View>{said.twinsWhat}</View>
      {here.map((twin) => (
        <Tap key={twin.case} className="twins__one" onTap={() => onOpen(twin.case)}>
          {said.openTwin(twin.display)}
        </Tap>
      ))}
      {elsewhere > 0 && <View>{said.twinsElsewhere(elsewhere)}</View>}
    </Notice>
  )
}
