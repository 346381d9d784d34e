import type { DeletionReason } from '@contract/keeping'

const reason: Record<DeletionReason, string> = {
  period: '保存期满',
  lift: '疫情结束',
  request: '本人要求',
}

/** How long things are kept, and what shows that they were deleted. */
export const keeping = {
  reason,
  rule: (days: number) =>
    `登记在最后一次处理或管理措施结束后 ${days} 天，连同图片、家人信息和处理经过自动删除，只留下各社区每天的数量。自主报备保存四周；停止报备的家 ${days} 天后删除。`,
  certificates: {
    open: '看销毁证明',
    explain: '每次删除都有一份证明，谁都可以看。证明里没有任何人的信息。',
    empty: '还没有删除过',
    emptyHint: '保存期满、疫情结束或者有人要求删除后，这里会有证明。',
    number: (number: number) => `第 ${number} 号`,
    when: (moment: string) => `${moment} 完成`,
    cases: (count: number) => `登记 ${count} 份`,
    counted: (people: number, pictures: number, events: number) =>
      `家人信息 ${people} 条，图片 ${pictures} 张，处理经过 ${events} 条`,
    households: (count: number, people: number) => `自主报备的家 ${count} 个，家人 ${people} 位`,
    looks: (count: number) => `到期的查看记录 ${count} 条`,
    because: (reasons: string) => `原因：${reasons}`,
    reasonCount: (text: string, count: number) => `${text} ${count} 份`,
    held: (count: number) => `依法暂缓删除 ${count} 份`,
    waiting: (count: number) => `${count} 张图片还在清除，每天会再试`,
    hash: (hash: string) => `校验码 ${hash}`,
    check: '核对',
    whole: '核对无误',
    broken: '核对不上，请告诉社区或上级部门',
    more: '看更早的',
  },
}
