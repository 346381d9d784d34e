import Taro from '@tarojs/taro'
import { readDraft } from '@/services/drafts'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.policy

/** What a new policy starts from; the one in force may have been published above its place. */
type From = { inForce: true } | { edition: string } | { example: string }

function startOf(from: From): string {
  if ('example' in from) return `&example=${encodeURIComponent(from.example)}`
  return 'edition' in from ? `&edition=${from.edition}` : '&inForce=yes'
}

/** Opens the editor: with something to start from, or with what was begun. Nothing begun is lost unasked. */
export async function openEditor(place: string, from?: From): Promise<void> {
  const start = from ? startOf(from) : ''
  if (from && readDraft(`policy/${place}`) && !(await isSure())) return
  void Taro.navigateTo({ url: `/staff/policy/edit/index?place=${place}${start}` })
}

async function isSure(): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: said.startAnew,
    content: said.replaces,
    confirmText: said.startAnew,
    cancelText: words.app.cancel,
  })
  return confirm
}
