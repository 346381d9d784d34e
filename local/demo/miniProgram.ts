import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { templates } from '@contract/messages'
import { readRoutes } from '../../config/routes'
import type { MiniProgram } from '../cloud'

/** What WeChat knows of ShouWang. Template ids are the names: no console has given any. */
export const demoMiniProgram = {
  templates,
  pages: readRoutes(),
  privacyGuideline: readFileSync(join(__dirname, '../../docs/privacy.md'), 'utf8'),
  // Labels: 10001 advertising, 20006 crime, 20008 fraud, 21000 other.
  words: [
    { word: '代办健康证', suggest: 'risky', label: 20006 },
    { word: '刷单返利', suggest: 'risky', label: 20008 },
    { word: '测试违规', suggest: 'risky', label: 21000 },
    { word: '加微信领取', suggest: 'review', label: 10001 },
    { word: '测试复核', suggest: 'review', label: 21000 },
    { word: '测试中断', suggest: 'away' },
  ],
} satisfies MiniProgram
