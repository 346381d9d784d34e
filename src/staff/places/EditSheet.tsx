import Taro from '@tarojs/taro'
import type { PlaceName } from '@contract/cases'
import type { PlaceNode } from '@contract/places'
import { Sheet } from '@/components/Sheet'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { AddForm } from './AddForm'
import { AppointForm } from './AppointForm'
import type { Edit } from './edit'
import { RemoveForm } from './RemoveForm'
import { RenameForm } from './RenameForm'
import { TargetForm } from './TargetForm'

const said = staffWords.places

interface EditSheetProps {
  node: PlaceNode
  own: readonly PlaceName[]
  edit: Edit | null
  onClose: () => void
  onGo: (place: string | undefined) => void
}

/** The sheet in which a node is edited. It begins anew each time it is opened. */
export function EditSheet({ edit, ...rest }: EditSheetProps) {
  return (
    <Sheet title={edit ? titleOf(edit, rest.node) : ''} open={edit !== null} onClose={rest.onClose}>
      {edit && <EditForm edit={edit} {...rest} />}
    </Sheet>
  )
}

const titleOf = (edit: Edit, { name }: PlaceNode): string => {
  switch (edit.what) {
    case 'add':
      return said.add.title(name)
    case 'move':
      return said.move.title(name)
    case 'merge':
      return said.merge.title(name)
    case 'appoint':
      return said.appoint.title(words.registration.duty[edit.duty])
    default:
      return said[edit.what].title
  }
}

function EditForm({ edit, node, own, onClose, onGo }: EditSheetProps & { edit: Edit }) {
  const done = () => {
    onClose()
    void Taro.showToast({ title: said.done[edit.what], icon: 'success' })
  }
  // What the node is called and where it lies is read at the top.
  const doneAtTop = () => {
    done()
    void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
  }
  // What was shown is no more.
  const leave = (to: string | undefined) => {
    done()
    onGo(to)
  }
  switch (edit.what) {
    case 'add':
      return <AddForm node={node} onDone={done} />
    case 'rename':
      return <RenameForm node={node} onDone={doneAtTop} />
    case 'move':
      return <TargetForm purpose="move" node={node} own={own} onDone={doneAtTop} />
    case 'merge':
      return <TargetForm purpose="merge" node={node} own={own} onDone={leave} />
    case 'remove':
      return <RemoveForm node={node} onDone={() => leave(node.parent ?? undefined)} />
    case 'appoint':
      return <AppointForm duty={edit.duty} node={node} onDone={done} />
  }
}
