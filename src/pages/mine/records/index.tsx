import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { RecordLine } from '@/components/RecordLine'
import { StateView } from '@/components/StateView'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'

const said = words.records.empty

const register = () => void Taro.navigateTo({ url: '/pages/returnee/register/index' })

/** Every registration of the family, the newest first. */
export default function Records() {
  const mine = useQuery(asked('returnee', 'mine', {}))
  useFreshWhenShown(mine)
  const today = dayOf(new Date())
  return (
    <Page>
      <StateView
        query={mine}
        empty={{
          when: (lines) => lines.length === 0,
          title: said.title,
          whatToDo: said.whatToDo,
          action: (
            <BigButton tone="primary" onClick={register}>
              {said.begin}
            </BigButton>
          ),
        }}
      >
        {(lines) =>
          lines.map((line) => (
            <RecordLine
              key={line.id}
              line={line}
              today={today}
              onOpen={() => void Taro.navigateTo({ url: `/pages/mine/record/index?id=${line.id}` })}
            />
          ))
        }
      </StateView>
      <BigButton onClick={() => void Taro.navigateTo({ url: '/pages/tip/mine/index' })}>
        {words.records.tips}
      </BigButton>
    </Page>
  )
}
