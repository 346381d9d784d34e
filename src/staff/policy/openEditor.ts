import Taro from '@tarojs/taro'
import { readDraft } from '@/services/drafts'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.policy

/** Opens the editor: with an edition or an example to start from, or with what was begun. Nothing begun is lost unasked. */
export async function openEditor(
  place: string,
  from: { edition?: string; example?: string } = {},
): Promise<void> {
  const start = from.edition
    ? `&edition=${from.edition}`
    : from.example
      ? `&example=${encodeURIComponent(from.example)}`
      : ''
  if (start !== '' && readDraft(`policy/${place}`) && !(await isSure())) return
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
