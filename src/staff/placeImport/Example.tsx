import { Text, View } from '@tarojs/components'
import { BigButton } from '@/components/BigButton'
import { copyText } from '@/services/copyText'
import { staffWords } from '@/words/staff'
import './Example.scss'

const said = staffWords.placeImport
const table = [said.exampleColumns.map((column) => said.column[column]), ...said.exampleRows]

/** Excel takes tabs for the borders of cells. */
const copyExample = () => {
  const data = table.map((row) => row.join('\t')).join('\n')
  copyText(data, said)
}

/** How a spreadsheet must look. */
export function Example() {
  return (
    <View className="card">
      <Text className="title">{said.example}</Text>
      <View className="example">
        {table.map((row, index) => (
          <View key={index} className={`example__row${index === 0 ? ' example__row--head' : ''}`}>
            {row.map((cell, column) => (
              <View key={column} className="example__cell">
                {cell}
              </View>
            ))}
          </View>
        ))}
      </View>
      {said.rules.map((rule) => (
        <View key={rule} className="example__rule">
          {rule}
        </View>
      ))}
      <BigButton onClick={copyExample}>{said.copy}</BigButton>
    </View>
  )
}
