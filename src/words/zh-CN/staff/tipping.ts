import type { TipFollowUp } from '@contract/tippingRules'

const reward = (item: string, pieces: number) => (pieces === 0 ? '不给' : `${item} ${pieces} 个`)

/** What neighbours can tell of and what it is worth, as a part of the policy. */
export const tipping = {
  title: '线索和奖励',
  kind: (name: string, urgent: boolean) => (urgent ? `${name}（紧急）` : name),
  kinds: (names: string) => `可以提供的线索：${names}`,
  reward: (item: string, pieces: number) =>
    pieces === 0 ? '不给奖励' : `属实、之前没有人说过的，一条奖${reward(item, pieces)}`,
  pace: (aMonth: number, claimDays: number) => `每人每月最多 ${aMonth} 次，有结果后 ${claimDays} 天内领`,
  desk: (desk: string) => `领取地点：${desk}`,
  usualDesk: '社区服务台',
  edit: '修改线索和奖励',

  changed: '和现在用的比',
  same: '和现在用的一样。',
  added: (name: string) => `加了“${name}”。`,
  removed: (name: string) => `去掉了“${name}”。`,
  changedKind: (name: string) => `改了“${name}”。`,
  reordered: '换了先后次序。',
  changedReward: (before: string, after: string) => `奖励从${before}改成${after}。`,
  changedTerms: '改了领取的次数、期限或者地点。',
  worth: reward,

  list: '可以提供哪些线索',
  listHint: '居民按这个次序看到。',
  open: (name: string) => `改“${name}”`,
  add: '加一类线索',
  name: '叫什么',
  example: '举个例子',
  exampleHint: '居民选的时候看到，帮他们选对。',
  urgency: '急不急',
  urgent: '紧急，排在前面',
  usual: '不紧急',
  opens: '属实以后',
  follows: { registration: '登记这户人家', nothing: '不用登记' } satisfies Record<TipFollowUp, string>,
  item: '奖什么',
  pieces: '一条奖几个',
  piecesHint: (most: number) => `0 到 ${most}，0 就是不给奖励`,
  aMonth: '每人每月最多领几次',
  claimDays: '有结果后几天内可以领',
  between: (least: number, most: number) => `${least} 到 ${most}`,
  where: '在哪里、什么时候领',
  whereHint: '不写就是社区服务台',
}
