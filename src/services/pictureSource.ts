import { useEffect, useState } from 'react'
import { writePicture } from './printing'

/**
 * Where an image finds a picture that came as base64; '' until it is there. In WeChat a file: an address that holds the
 * picture itself would go to the view again with each change around it, and is larger than all the rest of a page.
 *
 * @param name of the file, without its ending
 * @param type such as `image/png`
 */
export const usePictureSource: (name: string, base64: string, type: string) => string =
  process.env.TARO_ENV === 'weapp' ? useFile : (_name, base64, type) => `data:${type};base64,${base64}`

function useFile(name: string, base64: string, type: string): string {
  const [source, setSource] = useState('')
  useEffect(() => {
    let isShown = true
    const written = writePicture(`shown-${name}`, base64, type)
    void written.then(({ filePath }) => isShown && setSource(filePath)).catch(() => undefined)
    return () => {
      isShown = false
      void written.then(({ remove }) => remove()).catch(() => undefined)
    }
  }, [name, base64, type])
  return source
}
