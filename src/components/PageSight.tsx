import { useEffect, useState, type PropsWithChildren } from 'react'
import Taro from '@tarojs/taro'
import { Sight } from './sight'

/** Fields of a page: what is wrong with one of them comes into sight, however far the page was scrolled. */
export function PageSight({ children }: PropsWithChildren) {
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    if (wrong === '') return
    // After the fault has been drawn. An element that is not there scrolls nowhere, which is no fault.
    Taro.nextTick(() => {
      Taro.pageScrollTo({ selector: `#${wrong}`, offsetTop: -64, duration: 200 }).catch(() => undefined)
    })
  }, [wrong])
  return <Sight.Provider value={setWrong}>{children}</Sight.Provider>
}
