import { useState } from 'react'
import { View } from '@tarojs/components'
import type { AreaFault, ListPlan } from '@contract/riskAreas'
import { Tap } from '@/components/Tap'
import { staffWords } from '@/words/staff'
import { correctedLine, linesOf, withLine } from '../correctedLine'
import { CorrectSheet } from './CorrectSheet'
import './index.scss'

const said = staffWords.risk

interface FaultLinesProps {
  faults: ListPlan['faults']
  /** The pasted table as it was checked; null for a file, which is corrected elsewhere. */
  checkedText: string | null
  /** The same as it has been corrected since. */
  text: string
  onText: (text: string) => void
}

/** Bad lines with what to do: in a pasted table each is corrected here. */
export function FaultLines({ faults, checkedText, text, onText }: FaultLinesProps) {
  const checked = linesOf(checkedText ?? '')
  const corrected = linesOf(text)
  return (
    <View className="card">
      {faults.shown.map((fault) => (
        <FaultLine
          key={`${fault.line} ${fault.column}`}
          fault={fault}
          lines={
            checkedText === null
              ? null
              : { checked: checked[fault.line - 1] ?? '', now: corrected[fault.line - 1] ?? '' }
          }
          onLine={(line) => onText(withLine(text, fault.line, line))}
        />
      ))}
      {faults.total > faults.shown.length && (
        <View className="soft">{said.edit.notShown(faults.total - faults.shown.length)}</View>
      )}
    </View>
  )
}

interface FaultLineProps {
  fault: AreaFault
  /** null where the line cannot be corrected here. */
  lines: { checked: string; now: string } | null
  onLine: (line: string) => void
}

const howText = ({ fault, other }: AreaFault): string =>
  other === null ? said.fault[fault] : said.edit.seeLine(said.fault[fault], other)

function FaultLine({ fault, lines, onLine }: FaultLineProps) {
  const { line, column, text, suggestions } = fault
  return (
    <View className="faults__one">
      <View className="faults__what">{said.edit.cell(line, said.column[column], text)}</View>
      <View>{howText(fault)}</View>
      {lines && <LineNow {...lines} />}
      {suggestions.length > 0 && <View className="soft">{said.edit.suggestions}</View>}
      <View className="faults__taps">
        {suggestions.map(({ code, names }) =>
          lines ? (
            <Tap
              key={code}
              className="faults__tap"
              onTap={() => onLine(correctedLine(lines.checked, text, names))}
            >
              {names}
            </Tap>
          ) : (
            <View key={code} className="faults__tap">
              {names} {code}
            </View>
          ),
        )}
      </View>
      {lines && <Correct line={line} now={lines.now} onLine={onLine} />}
    </View>
  )
}

function LineNow({ checked, now }: { checked: string; now: string }) {
  if (checked === now) return <View className="faults__line">{checked}</View>
  return (
    <View className="faults__line faults__line--corrected" role="status">
      {now.trim() === '' ? said.edit.removed : said.edit.corrected(now)}
    </View>
  )
}

function Correct({ line, now, onLine }: { line: number; now: string; onLine: (line: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="faults__taps">
      <Tap
        className="faults__tap"
        label={`${said.edit.correct} ${said.edit.correctTitle(line)}`}
        onTap={() => setOpen(true)}
      >
        {said.edit.correct}
      </Tap>
      <Tap
        className="faults__tap"
        label={`${said.edit.leaveOut} ${said.edit.correctTitle(line)}`}
        onTap={() => onLine('')}
      >
        {said.edit.leaveOut}
      </Tap>
      {isOpen && <CorrectSheet line={line} now={now} onLine={onLine} onClose={() => setOpen(false)} />}
    </View>
  )
}
