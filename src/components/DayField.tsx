import { Picker, View } from '@tarojs/components'
import type { Day, Minute } from '@contract/calendar'
import { words } from '@/words'
import { PickerRow } from './PickerRow'
import './DayField.scss'

export interface DayFieldProps {
  label: string
  /** '' when none is chosen. */
  value: Day
  onChange: (day: Day) => void
  today: Day
  /** The first and last day that can be chosen. */
  from: Day
  until: Day
  wrong?: boolean
}

/** A day, chosen with WeChat's own wheel. */
export function DayField({ label, value, onChange, today, from, until, wrong }: DayFieldProps) {
  const text = value && words.dates.dayInFull(value, today)
  return (
    <Picker
      mode="date"
      value={value || today}
      start={from}
      end={until}
      onChange={({ detail }) => onChange(detail.value)}
      aria-label={`${label} ${text || words.app.chooseDay}`}
    >
      <PickerRow text={text} placeholder={words.app.chooseDay} wrong={wrong} />
    </Picker>
  )
}

export interface MinuteFieldProps extends Omit<DayFieldProps, 'value' | 'onChange'> {
  /** '' when none is chosen. */
  value: Minute
  onChange: (minute: Minute) => void
}

const MORNING = '08:00'

/** A day and the time of that day; eight in the morning until a time is chosen. */
export function MinuteField({ value, onChange, ...rest }: MinuteFieldProps) {
  const day = value.slice(0, 10)
  const time = value.slice(11)
  return (
    <View className="minute-field">
      <View className="minute-field__day">
        <DayField {...rest} value={day} onChange={(chosen) => onChange(`${chosen} ${time || MORNING}`)} />
      </View>
      <Picker
        mode="time"
        value={time || MORNING}
        onChange={({ detail }) => onChange(`${day || rest.today} ${detail.value}`)}
        aria-label={`${rest.label} ${time || words.app.chooseTime}`}
      >
        <PickerRow text={time} placeholder={words.app.chooseTime} wrong={rest.wrong} />
      </Picker>
    </View>
  )
}
