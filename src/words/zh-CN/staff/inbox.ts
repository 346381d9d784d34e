/** What waits for staff. */
export const inbox = {
  tile: { open: '待办', overdue: '超期', mine: '交给我', waiting: '等回复' },
  /** Of what is not counted further. */
  atLeast: (count: number) => `${count - 1}+`,
  /** What a screen reader says of a count that can be tapped. */
  tileLabel: (name: string, count = 0) => `${name} ${count} 件`,
  tileLabelAtLeast: (name: string, count: number) => `${name} 至少 ${count} 件`,
  search: '按姓名找',
  filter: '筛选',
  filterCount: (count: number) => `筛选（${count}）`,
  clear: '清除筛选',
  apply: '看结果',
  all: '全部',
  byKind: '事项',
  byStatus: '状态',
  from: (region: string) => `从 ${region}`,
  arrivesOn: (day: string) => `${day}到`,
  people: (count: number) => `${count} 人`,
  empty: '今天没有待办',
  emptyHint: '有人登记后，会出现在这里。',
  emptyFiltered: '没有符合条件的待办',
  emptyFilteredHint: '可以换个条件再找。',
  more: '显示更多',
  loadingMore: '正在取更多',
  moreFailed: '后面的没有取到，点这里再试',
  allShown: (count: number) => `共 ${count} 条，都在这里了`,
  open: (name: string) => `打开${name}的登记`,
}
