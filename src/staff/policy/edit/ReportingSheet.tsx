import { useState } from 'react'
import * as v from 'valibot'
import { faultsOf, type Faults } from '@contract/faults'
import { symptomLabels } from '@contract/labels'
import { reportingLimits, reportingRules, type ReportingRules } from '@contract/reportingRules'
import { symptoms, type Symptom } from '@contract/returneeAnswers'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'

const said = staffWords.policy.reporting

/** What policies have said so far, in °C. */
const fevers = [37, 37.3, 37.5, 38] as const

const most = { name: 20, phone: 20 } as const

interface ReportingSheetProps {
  reporting: ReportingRules
  onSave: (reporting: ReportingRules) => void
  onClose: () => void
}

/** What is asked every day and what cannot wait. Nothing changes before it is saved. */
export function ReportingSheet({ reporting: begun, onSave, onClose }: ReportingSheetProps) {
  const [reporting, setReporting] = useState(begun)
  const [isRefused, setRefused] = useState(false)
  const set = (changes: Partial<ReportingRules>) => setReporting((before) => ({ ...before, ...changes }))
  const telephones = reporting.telephones.filter(({ name, phone }) => name !== '' || phone !== '')
  const checked = v.safeParse(reportingRules, { ...reporting, telephones })
  const faults: Faults = isRefused && !checked.success ? faultsOf(checked.issues) : {}
  const save = () => {
    setRefused(!checked.success)
    if (checked.success) onSave(checked.output)
  }
  const { feverFrom, symptoms: asked, contactAlarms } = reporting
  return (
    <Sheet title={said.title} open onClose={onClose}>
      <SheetBody>
        <Field label={said.feverFrom}>
          <Choices
            label={said.feverFrom}
            choices={[...new Set([...fevers, begun.feverFrom])]
              .sort((a, b) => a - b)
              .map((degrees) => ({ value: String(degrees), text: said.degrees(degrees.toFixed(1)) }))}
            chosen={[String(feverFrom)]}
            onToggle={(degrees) => set({ feverFrom: Number(degrees) })}
          />
        </Field>
        <Field label={said.whichAsked} fault={faults.symptoms}>
          <Choices
            label={said.whichAsked}
            choices={symptoms.map((value) => ({ value, text: symptomLabels[value] }))}
            chosen={asked.map(({ symptom }) => symptom)}
            onToggle={(symptom) => set({ symptoms: withAsked(asked, symptom) })}
          />
        </Field>
        <Field label={said.whichAlarm} hint={said.alarmHint}>
          <Choices
            label={said.whichAlarm}
            choices={asked.map(({ symptom }) => ({ value: symptom, text: symptomLabels[symptom] }))}
            chosen={asked.flatMap(({ symptom, alarming }) => (alarming ? [symptom] : []))}
            onToggle={(chosen) =>
              set({
                symptoms: asked.map((one) =>
                  one.symptom === chosen ? { ...one, alarming: !one.alarming } : one,
                ),
              })
            }
          />
        </Field>
        <Field label={said.contacts}>
          <Choices
            label={said.contacts}
            choices={[
              { value: 'yes', text: said.contact },
              { value: 'no', text: said.noContact },
            ]}
            chosen={[contactAlarms ? 'yes' : 'no']}
            onToggle={(value) => set({ contactAlarms: value === 'yes' })}
          />
        </Field>
        <Telephones reporting={reporting} faults={faults} onChange={set} />
      </SheetBody>
      <BigButton tone="primary" onClick={save}>
        {staffWords.policy.rule.save}
      </BigButton>
    </Sheet>
  )
}

/** In the order of the list, whichever is added last. */
const withAsked = (asked: ReportingRules['symptoms'], chosen: Symptom): ReportingRules['symptoms'] =>
  symptoms.flatMap((symptom) => {
    const before = asked.find((one) => one.symptom === symptom)
    if (symptom === chosen) return before ? [] : [{ symptom, alarming: true }]
    return before ?? []
  })

interface TelephonesProps {
  reporting: ReportingRules
  faults: Faults
  onChange: (changes: Pick<ReportingRules, 'telephones'>) => void
}

/** As many lines as there may be: what stays empty is none. */
function Telephones({ reporting: { telephones }, faults, onChange }: TelephonesProps) {
  const lines = Array.from(
    { length: reportingLimits.telephones },
    (_, index) => telephones[index] ?? { name: '', phone: '' },
  )
  const filled = lines.filter(({ name, phone }) => name !== '' || phone !== '')
  const change = (index: number, changes: Partial<(typeof lines)[number]>) =>
    onChange({ telephones: lines.map((line, n) => (n === index ? { ...line, ...changes } : line)) })
  return (
    <>
      {lines.map((line, index) => {
        const at = `telephones.${filled.indexOf(line)}`
        return (
          <Field
            key={index}
            label={said.line(index + 1)}
            hint={index === 0 ? said.lineHint : undefined}
            fault={faults[`${at}.name`] ?? faults[`${at}.phone`]}
            optional
          >
            <TextInput
              label={said.lineName(index + 1)}
              value={line.name}
              onChange={(name) => change(index, { name })}
              placeholder={said.namePlaceholder}
              most={most.name}
            />
            <TextInput
              label={said.linePhone(index + 1)}
              value={line.phone}
              onChange={(phone) => change(index, { phone })}
              placeholder={said.phonePlaceholder}
              keyboard="phone"
              most={most.phone}
            />
          </Field>
        )
      })}
    </>
  )
}
