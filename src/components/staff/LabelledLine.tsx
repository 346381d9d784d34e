import { Text, View } from '@tarojs/components'
import './LabelledLine.scss'

/** 现在 居家观察 7 天: of two that are compared, one a line. */
export function LabelledLine({
  label,
  text,
  strong = false,
}: {
  label: string
  text: string
  strong?: boolean
}) {
  return (
    <View className="labelled-line">
      <Text className="labelled-line__label">{label}</Text>
      <Text className={strong ? 'labelled-line__strong' : ''}>{text}</Text>
    </View>
  )
}
