import type { EnteredHow } from '@contract/households'
import {
  callReasonLabels,
  callResultLabels,
  concernLabels,
  contactLabels,
  enteredHowLabels,
} from '@contract/labels'

/** What was reported, read again: a value, a day, four weeks. */
export const reports = {
  degrees: (temperature: number) => `${temperature.toFixed(1)} ℃`,
  notMeasured: '没有量体温',
  well: '没有不舒服',
  /** Beside a fever. */
  wellBesides: '没有别的不舒服',
  concern: concernLabels,
  contact: contactLabels,
  result: callResultLabels,
  reason: callReasonLabels,
  /** 08:05 家里人报的; 08:05 网格员 王秀英 上门代报. */
  by: (time: string, who: string | null, how: EnteredHow) =>
    who === null ? `${time} 家里人报的` : `${time} ${who} ${enteredHowLabels[how]}`,
  calendar: {
    title: '最近四周',
    explain: '点一天，看那天每个人报的内容。再早的已经删除。',
    mark: { all: '✓', partly: '缺', missed: '漏', unwell: '不适', waiting: '待' },
    legend: {
      all: '全家都报了',
      partly: '有人没报',
      missed: '没有报',
      unwell: '有人不舒服',
      waiting: '今天还没报',
    },
    none: '那天没有报备。',
    nobody: '没报',
    tally: (reported: number, missed: number) => {
      if (missed > 0) return `报了 ${reported} 天，漏了 ${missed} 天`
      return reported > 0 ? `报了 ${reported} 天，一天没漏` : '从今天开始记'
    },
  },
}
