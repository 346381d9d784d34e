import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import type { PlaceName } from '@contract/cases'
import { duties, type Duty, type PlaceNode } from '@contract/places'
import type { Level } from '@contract/roles'
import { Notice } from '@/components/Notice'
import { Tag } from '@/components/Tag'
import { Tap } from '@/components/Tap'
import { DutyLine } from '@/components/staff/DutyLine'
import { PlaceLines } from '@/components/staff/PlaceLines'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { Edit } from './edit'
import { EditSheet } from './EditSheet'
import { mayGo } from './targets'
import { crumbsOf, namedBy } from './tree'
import './NodeView.scss'

const said = staffWords.places.tree

interface NodeViewProps {
  node: PlaceNode
  own: readonly PlaceName[]
  /** To another node; undefined is the top of one's own places. */
  onGo: (place: string | undefined) => void
}

/** One node: where it is, what lies below it, who is responsible, and what can be done to it. */
export function NodeView({ node, own, onGo }: NodeViewProps) {
  const [edit, setEdit] = useState<Edit | null>(null)
  return (
    <>
      <Way node={node} own={own} onGo={onGo} />
      {node.moving && (
        <Notice tone="calm" title={said.movingTitle}>
          {said.moving}
        </Notice>
      )}
      <View className="card">
        <Text className="title">{said.below}</Text>
        {node.children.length > 0 ? (
          <PlaceLines lines={node.children} onOpen={onGo} />
        ) : (
          <View className="soft">{said.nothingBelow}</View>
        )}
      </View>
      <People node={node} onSet={(duty) => setEdit({ what: 'appoint', duty })} />
      <Tools node={node} own={own} onEdit={setEdit} />
      <EditSheet node={node} own={own} edit={edit} onClose={() => setEdit(null)} onGo={onGo} />
    </>
  )
}

/** The name of the node under the names of those above it, which lead back. */
function Way({ node, own, onGo }: NodeViewProps) {
  const above = crumbsOf(node, own).slice(0, -1)
  return (
    <View className="node__head">
      {above.length > 0 && (
        <View className="node__way">
          {above.map(({ key, text }) => (
            <Tap key={key} className="node__above" onTap={() => onGo(key)}>
              {text}
            </Tap>
          ))}
        </View>
      )}
      <View className="node__title">
        <Text className="node__name">{node.name}</Text>
        <Tag tone="quiet" text={words.registration.level[node.level]} />
      </View>
      {node.code !== '' && <View className="soft">{said.code(node.code)}</View>}
    </View>
  )
}

function People({ node, onSet }: { node: PlaceNode; onSet: (duty: Duty) => void }) {
  return (
    <View className="card">
      <Text className="title">{said.people}</Text>
      {duties.map((duty) => {
        const person = node.responsible.find((one) => one.duty === duty) ?? null
        return (
          <DutyLine
            key={duty}
            duty={duty}
            person={person}
            from={person && namedBy(node, person)}
            onSet={() => onSet(duty)}
          />
        )
      })}
    </View>
  )
}

/** Where somebody stands who scans a code: in a compound, at a door. */
const levelsWithCode: readonly Level[] = ['compound', 'building', 'unit']

interface Tool {
  name: keyof typeof staffWords.places.tools
  isOffered: boolean
  use: () => void
}

interface ToolsProps extends Pick<NodeViewProps, 'node' | 'own'> {
  onEdit: (edit: Edit) => void
}

function Tools({ node, own, onEdit }: ToolsProps) {
  const { id, level, children, mayAdd } = node
  const edit = (what: Exclude<Edit['what'], 'appoint'>) => () => onEdit({ what })
  const go = (page: string) => () => void Taro.navigateTo({ url: `/staff/${page}/index?place=${id}` })
  const isTopOfOwn = crumbsOf(node, own).length === 1
  const tools: Tool[] = [
    { name: 'add', isOffered: mayAdd.length > 0, use: edit('add') },
    { name: 'import', isOffered: mayAdd.length > 0, use: go('placeImport') },
    { name: 'poster', isOffered: levelsWithCode.includes(level), use: go('poster') },
    { name: 'rename', isOffered: true, use: edit('rename') },
    { name: 'move', isOffered: mayGo('move', node, own), use: edit('move') },
    { name: 'merge', isOffered: mayGo('merge', node, own), use: edit('merge') },
    { name: 'remove', isOffered: !isTopOfOwn && children.length === 0, use: edit('remove') },
  ]
  return (
    <View className="node__tools" role="group" aria-label={staffWords.places.tools.label}>
      {tools
        .filter(({ isOffered }) => isOffered)
        .map(({ name, use }) => (
          <Tap key={name} className="node__tool" onTap={use}>
            {staffWords.places.tools[name]}
          </Tap>
        ))}
    </View>
  )
}
