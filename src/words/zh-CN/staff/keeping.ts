import type { LiftStatus } from '@contract/keeping'

const liftStatus: Record<LiftStatus, string> = {
  announced: '等另一位干部确认',
  counting: '倒计时中',
  cancelled: '已取消',
  over: '已全部删除',
}

/** What ends the keeping, and what holds it up. */
export const keeping = {
  liftStatus,
  lift: {
    title: '疫情结束',
    explain:
      '疫情结束后，这个地方之前的登记全部删除。要两个人决定：管理员提出，另一位干部确认；然后倒计时，到期自动删除。',
    none: '现在没有要结束的疫情。',
    announce: '提出疫情结束',
    days: '倒计时天数',
    daysHint: (least: number) => `最少 ${least} 天，让居民有时间导出自己的信息。`,
    words: '给同事的说明',
    presets: ['本次疫情已结束，按规定删除登记信息。'],
    effect: (place: string, days: number) =>
      `另一位干部确认后再过 ${days} 天，${place}之前的登记、图片和家人信息会全部删除，不能恢复。`,
    send: '提出，请另一位干部确认',
    sent: '已提出',
    announcedBy: (who: string, when: string) => `${who} ${when} 提出`,
    confirmedBy: (who: string, when: string) => `${who} ${when} 确认`,
    /** `left`: whole days after today. */
    ends: (day: string, left: number) => {
      if (left > 0) return `${day}零点删除，还有 ${left} 天`
      return left === 0 ? '今晚零点删除' : `${day}零点起删除`
    },
    period: (days: number) => `倒计时 ${days} 天`,
    confirm: '确认，开始倒计时',
    confirmTitle: '确认疫情结束',
    confirmBody: (place: string, days: number) =>
      `${days} 天后，${place}之前的登记全部删除，不能恢复。倒计时结束前可以取消。`,
    waitsForOther: '您提出的，要由另一位干部确认。',
    cancel: '取消这次决定',
    cancelExplain: '取消后，不会因为这次决定删除任何信息。',
    cancelLabel: '为什么取消',
    cancelPresets: ['又有新的病例', '提早了，以后再定'],
    cancelSend: '确定取消',
    cancelled: '已取消',
  },
  hold: {
    title: '暂缓删除',
    explain: '诉讼、调查要用作证据的，可以暂缓删除。到期自动解除，之后按期限删除。',
    none: '现在没有暂缓删除的内容。',
    begin: '暂缓删除一个地方的登记',
    beginCase: '暂缓删除这份登记',
    whole: (place: string) => `${place} 全部登记`,
    one: (display: string, place: string) => `${display} 的登记（${place}）`,
    by: (who: string, until: string) => `${who}，到${until}`,
    where: '地点',
    until: '保留到哪天',
    words: '依据和原因',
    presets: ['行政复议、诉讼需要', '纪检、公安调查需要'],
    send: '暂缓删除',
    sent: '已暂缓删除',
    release: '提前解除',
    releaseExplain: '解除后，保存期已满的登记会马上删除，不能恢复。',
    releaseLabel: '为什么解除',
    releasePresets: ['复议、诉讼已经结束', '调查已经结束'],
    releaseSend: '确定解除',
    released: '已解除',
  },
}
