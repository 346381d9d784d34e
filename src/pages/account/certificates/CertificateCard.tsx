import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '@contract/calendar'
import type { Certificate, DeletionReason } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { asked, callErrorOf } from '@/services/queries'
import { words } from '@/words'
import './CertificateCard.scss'

const said = words.keeping.certificates

/** How much was deleted when, and on demand whether that still fits what is stored. */
export function CertificateCard({ certificate, today }: { certificate: Certificate; today: Day }) {
  const { number, at, hash } = certificate
  return (
    <View className="card certificate">
      <View className="title">{said.number(number)}</View>
      <View className="soft">{said.when(words.dates.instant(at, today))}</View>
      {linesOf(certificate).map((line) => (
        <View key={line} className="certificate__line">
          {line}
        </View>
      ))}
      <View className="soft certificate__hash">{said.hash(hash)}</View>
      <Check number={number} />
    </View>
  )
}

const linesOf = ({ numbers, reasons, held, waiting }: Certificate): string[] => [
  ...(numbers.cases > 0
    ? [
        said.cases(numbers.cases),
        said.counted(numbers.people, numbers.pictures, numbers.events),
        said.because(reasonsText(reasons)),
      ]
    : []),
  ...(numbers.households ? [said.households(numbers.households, numbers.people)] : []),
  ...(numbers.looks > 0 ? [said.looks(numbers.looks)] : []),
  ...(held > 0 ? [said.held(held)] : []),
  ...(waiting > 0 ? [said.waiting(waiting)] : []),
]

const reasonsText = (reasons: Certificate['reasons']): string =>
  (Object.entries(reasons) as [DeletionReason, number][])
    .map(([reason, count]) => said.reasonCount(words.keeping.reason[reason], count))
    .join(words.app.list)

function Check({ number }: { number: number }) {
  const [isAsked, setAsked] = useState(false)
  const checked = useQuery({ ...asked('keeping', 'certificate', { number }), enabled: isAsked })
  if (checked.data)
    return checked.data.whole ? (
      <Notice tone="good" title={said.whole} />
    ) : (
      <Notice tone="danger" title={said.broken} />
    )
  const check = () => (isAsked ? void checked.refetch() : setAsked(true))
  return (
    <>
      <FailureNotice error={checked.error && callErrorOf(checked.error)} />
      <BigButton busy={checked.isFetching} label={`${said.check} ${said.number(number)}`} onClick={check}>
        {said.check}
      </BigButton>
    </>
  )
}
