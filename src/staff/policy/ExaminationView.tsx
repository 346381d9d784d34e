import { View } from '@tarojs/components'
import type { Examination } from '@contract/policyExamination'
import type { Rule } from '@contract/policyRules'
import { Notice } from '@/components/Notice'
import { Tap } from '@/components/Tap'
import { staffWords } from '@/words/staff'
import { findingsOf, type Finding } from './examinationLines'

const said = staffWords.policy.examination

interface ExaminationViewProps {
  rules: readonly Rule[]
  found: Examination
  /** Opens the rule that is best mended. */
  onRule?: (id: string) => void
}

/** Whether every sort of stay has exactly one rule, and what looks wrong. */
export function ExaminationView({ rules, found, onRule }: ExaminationViewProps) {
  const findings = findingsOf(rules, found)
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

function Findings({ findings, onRule }: { findings: Finding[]; onRule: ExaminationViewProps['onRule'] }) {
  return (
    <>
      {findings.map(({ text, rule }) =>
        rule && onRule ? (
          <Tap key={text} label={text} onTap={() => onRule(rule)}>
            {text}
          </Tap>
        ) : (
          <View key={text}>{text}</View>
        ),
      )}
    </>
  )
}
