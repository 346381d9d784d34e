import { Text, View } from '@tarojs/components'
import { dial } from '@/components/dial'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { tipWords } from '@/words/tip'
import './Emergency.scss'

const said = tipWords.tell

/** The police, and the ambulance. */
const [POLICE, AMBULANCE] = ['110', '120']

/** For what cannot wait for a grid worker. */
export function Emergency() {
  return (
    <View className="emergency">
      <Text>{said.emergency}</Text>
      <Telephone number={POLICE} />
      <Text>{said.or}</Text>
      <Telephone number={AMBULANCE} />
    </View>
  )
}

const Telephone = ({ number }: { number: string }) => (
  <Tap className="emergency__number" label={words.app.callTo(number)} onTap={() => dial(number)}>
    {number}
  </Tap>
)
