import { copyText } from '@/services/copyText'
import { staffWords } from '@/words/staff'

/** WeChat opens no address of others: it is copied, for a browser. */
export const copyLink = (link: string): void => copyText(link, staffWords.editions)
