import { View } from '@tarojs/components'
import { Notice } from '@/components/Notice'
import { Tap } from '@/components/Tap'
import { staffWords } from '@/words/staff'
import type { Finding } from './examinationLines'
import './ExaminationView.scss'

const said = staffWords.policy.examination

interface ExaminationViewProps {
  findings: readonly Finding[]
  /** Opens the rule that is best mended. */
  onRule?: (id: string) => void
}

/** Whether every sort of stay has exactly one rule, and what looks wrong. */
export function ExaminationView({ findings, onRule }: ExaminationViewProps) {
  if (findings.length === 0) return <Notice tone="good" title={said.fine} />
  const must = findings.filter(({ mustMend }) => mustMend)
  const look = findings.filter(({ mustMend }) => !mustMend)
  return (
    <>
      {must.length > 0 && (
        <Notice tone="danger" title={said.must}>
          <Findings findings={must} onRule={onRule} />
        </Notice>
      )}
      {look.length > 0 && (
        <Notice tone="warning" title={said.look}>
          <Findings findings={look} onRule={onRule} />
        </Notice>
      )}
    </>
  )
}

function Findings({ findings, onRule }: ExaminationViewProps) {
  return (
    <>
      {findings.map(({ text, rule }) =>
        rule && onRule ? (
          <Tap key={text} className="finding" label={text} onTap={() => onRule(rule)}>
            {text}
          </Tap>
        ) : (
          <View key={text} className="finding">
            {text}
          </View>
        ),
      )}
    </>
  )
}
