import { words } from '@/words'

/** Of the package. Without it WeChat takes a picture of the page, with whatever it shows of the person. */
export const SHARE_PICTURE = '/share.png'

/** What is sent on in WeChat: the front page, at most with the place whose code was scanned, and nothing of whoever sends it. */
export const shareCard = (place: string | undefined) => ({
  title: words.home.share,
  path: place === undefined ? '/pages/home/index' : `/pages/home/index?place=${place}`,
  imageUrl: SHARE_PICTURE,
})
