import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { moved, without } from '../ruleEdits'

const said = staffWords.policy

interface ListToolsProps<Line extends { id: string; name: string }> {
  line: Line
  lines: readonly Line[]
  onChange: (lines: Line[]) => void
  /** Left out where it cannot be copied. */
  onCopy?: () => void
}

/** Moves one of several up and down, copies it and removes it; the last one stays. */
export function ListTools<Line extends { id: string; name: string }>(props: ListToolsProps<Line>) {
  const { line, lines, onChange, onCopy } = props
  const { id, name } = line
  const index = lines.findIndex((one) => one.id === id)
  const tool = (text: string, act: () => void) => (
    <Tap className="policy-edit__tool" label={`${text} ${name}`} onTap={act}>
      {text}
    </Tap>
  )
  const remove = async () => {
    const { confirm } = await Taro.showModal({
      title: said.removeTitle(name),
      confirmText: said.remove,
      cancelText: words.app.cancel,
    })
    if (confirm) onChange(without(lines, id))
  }
  return (
    <View className="policy-edit__tools">
      {index > 0 && tool(said.up, () => onChange(moved(lines, id, -1)))}
      {index < lines.length - 1 && tool(said.down, () => onChange(moved(lines, id, 1)))}
      {onCopy && tool(said.copy, onCopy)}
      {lines.length > 1 && tool(said.remove, () => void remove())}
    </View>
  )
}
