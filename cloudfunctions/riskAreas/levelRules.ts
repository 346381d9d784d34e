import type { RiskLevel } from '@contract/riskLevels'

const levelsBySign: Record<string, RiskLevel> = {
  高: 'high',
  中: 'medium',
  低: 'low',
  high: 'high',
  medium: 'medium',
  low: 'low',
}

const LEVEL =
  /^(?:(高|中|低)(?:等?风险(?:等级|级别|级)?(?:地区|区域|区|点)?|等级|级)?|(high|medium|low)(?: risk)?)$/i

/** 高, 高风险, 高风险区, 高风险地区, high; undefined for anything else. */
export const levelOf = (text: string): RiskLevel | undefined => {
  const [, chinese, english] = LEVEL.exec(text.trim()) ?? []
  return levelsBySign[chinese ?? english?.toLowerCase() ?? '']
}

const NUMBERING =
  /^\s*(?:[（(]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,4}|[一二三四五六七八九十]{1,3})[、.．](?!\d)|[①-⑳])\s*/
const COUNT =
  /[（(【][共计有\s]{0,4}\d{1,6}\s?[个处]?[)）】]|[共计有\s]{0,4}\d{1,6}\s?[个处](?=\s?[:：]?\s?$)/g

/** A line without what only orders it: 1. or 一、 before it, （3个） after it. */
export const withoutOrder = (line: string): string => line.replace(NUMBERING, '').replace(COUNT, '').trim()

/** The level that a heading gives to the lines below it: 一、高风险区（3个）; undefined for what is no such heading. */
export const headingLevel = (line: string): RiskLevel | undefined =>
  levelOf(withoutOrder(line).replace(/(名单|列表)?\s*[:：]?$/, ''))
