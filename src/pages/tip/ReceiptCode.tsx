import { Text, View } from '@tarojs/components'
import { inFours } from '@contract/receipts'
import './ReceiptCode.scss'

/** The sixteen digits, very large, four groups on two lines; a screen reader says them one by one. */
export function ReceiptCode({ digits }: { digits: string }) {
  const groups = inFours(digits).split(' ')
  return (
    <View className="receipt-code" aria-label={digits.split('').join(' ')}>
      {groups.map((group, index) => (
        <Text key={index} className="receipt-code__group" userSelect>
          {group}
        </Text>
      ))}
    </View>
  )
}
