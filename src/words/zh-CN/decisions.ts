/** What residents read when they disagree with a decision. */
export const decisions = {
  own: {
    title: '不同意这个决定？',
    until: (day: string) => `到${day}晚上为止，可以申诉一次。由上一级干部复核，不是做决定的人自己。`,
    begin: '我不同意',
    explain: '请说说为什么。一般一天内答复您。答复以前，请先按现在的决定做。',
    label: '为什么不同意',
    presets: ['我没有去过风险地区。', '日期算错了。', '家里有老人孩子要照顾。'],
    send: '提交申诉',
    sent: '申诉已提交',
  },
  now: {
    changed: '决定有调整，请按新的做。',
    titleMeasure: '先照现在的措施做，等答复',
    titleRejected: '等申诉的答复',
    with: (who: string, by: string) => `您的申诉已转给${who}，最晚${by} 答复。`,
    late: (who: string) => `${who}还没有答复您的申诉，您可以打电话问一问。`,
    measure: (decision: string) => `现在的措施是${decision}。`,
  },
}
