import { View } from '@tarojs/components'
import type { HouseholdForReview } from '@contract/households'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { Notice } from '../Notice'
import { temperatureText } from '../reportSentences'
import { Tap } from '../Tap'
import './HouseholdNotes.scss'

const said = staffWords.households

export interface HouseholdNotesProps {
  household: HouseholdForReview
  onOpenAlert: (alert: string) => void
  onOpenOther: (household: string) => void
}

/** What is to be known of a household: who is unwell, loudly; values that never change and people met elsewhere, quietly. */
export function HouseholdNotes({ household, onOpenAlert, onOpenOther }: HouseholdNotesProps) {
  const { members, steady, elsewhere } = household
  const nameOf = (person: string): string => members.find(({ id }) => id === person)?.display ?? ''
  return (
    <>
      {members.map(
        ({ id, display, alert }) =>
          alert && (
            <Notice key={id} tone="danger" title={said.alert}>
              <BigButton onClick={() => onOpenAlert(alert)}>{said.openAlert(display)}</BigButton>
            </Notice>
          ),
      )}
      {steady.length > 0 && (
        <View className="card">
          {steady.map(({ person, temperature, days }) => (
            <View key={person}>{said.steady(nameOf(person), temperatureText(temperature), days)}</View>
          ))}
          <View className="soft">{said.steadyHint}</View>
        </View>
      )}
      {elsewhere.length > 0 && (
        <View className="card">
          {elsewhere.map(({ person, household: other, display, place }) => (
            <Tap
              key={`${person} ${other}`}
              className="household-notes__other"
              onTap={() => onOpenOther(other)}
            >
              {said.elsewhere(nameOf(person), display, place.names.slice(-2).join(' '))}
            </Tap>
          ))}
          <View className="soft">{said.elsewhereHint}</View>
        </View>
      )}
    </>
  )
}
