import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { CallError, CallErrorCode } from '@/services/api'
import { words } from '@/words'
import { BigButton } from './BigButton'
import { SlowNote } from './SlowNote'
import { StaleNotice } from './StaleNotice'
import './StateView.scss'

/** What it needs of a query of react-query. */
interface Asked<T> {
  data: T | undefined
  error: { error: CallError } | null
  refetch: () => unknown
  /** ms, when the data was answered. */
  dataUpdatedAt?: number
  /** How often it has been tried in vain since. */
  failureCount?: number
  /** How often it could not be answered at all. */
  errorUpdateCount?: number
}

export interface StateViewProps<T> {
  query: Asked<T>
  /** Shown instead of the children when there is nothing to show. */
  empty?: { when: (data: T) => boolean; title: string; whatToDo?: string; action?: ReactNode }
  children: (data: T) => ReactNode
}

/**
 * Loading, offline, refused, failed, empty or the thing itself. An answer from before stays while there is no new one,
 * but not when it is no longer this person's to see.
 */
export function StateView<T>({ query, empty, children }: StateViewProps<T>) {
  const code = query.error ? codeOf(query.error.error) : null
  if (query.data !== undefined && !isTakenAway(code)) {
    const isEmpty = empty?.when(query.data) ?? false
    return (
      <>
        {code && <StaleNotice code={code} since={query.dataUpdatedAt} />}
        {isEmpty && empty ? <Message {...empty} /> : children(query.data)}
      </>
    )
  }
  if (!code) return <Skeleton isRetrying={hasFailed(query)} />
  return (
    <Message
      {...words.errors[code]}
      action={
        mayHelpToRetry(code) && <BigButton onClick={() => void query.refetch()}>{words.app.retry}</BigButton>
      }
    />
  )
}

/** Nothing was typed here: what the function finds invalid is the address that led to this screen. */
const codeOf = ({ code }: CallError): CallErrorCode => (code === 'invalidInput' ? 'notFound' : code)

const hasFailed = ({ failureCount = 0, errorUpdateCount = 0 }: Asked<unknown>): boolean =>
  failureCount + errorUpdateCount > 0

const isTakenAway = (code: CallErrorCode | null): boolean => code === 'notFound' || code === 'notAllowed'

const mayHelpToRetry = (code: CallErrorCode): boolean => code === 'offline' || code === 'internal'

interface MessageProps {
  title: string
  whatToDo?: string
  action?: ReactNode
}

/** That there is nothing to show, and what to do about it. */
export function Message({ title, whatToDo, action }: MessageProps) {
  return (
    <View className="state">
      <Text className="state__title">{title}</Text>
      {whatToDo && <Text className="state__what">{whatToDo}</Text>}
      {action && <View className="state__action">{action}</View>}
    </View>
  )
}

function Skeleton({ isRetrying }: { isRetrying: boolean }) {
  return (
    <View role="status" aria-label={words.app.loading}>
      <SlowNote isRetrying={isRetrying} />
      {[0, 1, 2].map((card) => (
        <View key={card} className="card">
          <View className="state__bar state__bar--short" />
          <View className="state__bar" />
          <View className="state__bar state__bar--half" />
        </View>
      ))}
    </View>
  )
}
