import { useRef } from 'react'
import { useDidShow } from '@tarojs/taro'
import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useIsFetching,
  useMutation,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { FeatureName } from '@contract'
import type { Home } from '@contract/people'
import {
  answerOf,
  api,
  Refusal,
  type ActionName,
  type Answer,
  type AnswerTo,
  type CallError,
  type InputTo,
} from './api'
import { copyName, forgetCopy, keepCopy, readCopy } from './copies'
import { askTogether } from './home'
import { pauseAfter } from './pauses'

declare module '@tanstack/react-query' {
  interface Register {
    /** Everything goes through {@link ask}, which fails with nothing else. */
    defaultError: Refusal
  }
}

/** Only an unreachable cloud may answer better another time; a refusal stays one. */
const mayRetry = (failures: number, { error }: Refusal): boolean => failures < 2 && error.code === 'offline'

// One for all questions of this phone: what has failed together is asked again together, and phones one after another.
const chance = Math.random()

// `always`: WeChat has no navigator.onLine; a call without signal fails by itself and is shown as such.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: mayRetry,
      retryDelay: (failures) => pauseAfter(failures + 1, chance),
      // One screen's parts ask once; coming back to it a moment later asks again. What the phone kept is never news.
      staleTime: ({ state }) => (state.dataUpdateCount === 0 ? 0 : 3_000),
      // Otherwise react-query watches with a Proxy which fields are read; old WeChat clients have none.
      notifyOnChangeProps: 'all',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Why a query or a sending failed. What is not a refusal is a fault of ours. */
export const callErrorOf = (error: unknown): CallError =>
  error instanceof Refusal ? error.error : { code: 'internal', message: String(error) }

async function ask<F extends FeatureName, N extends ActionName<F>>(
  feature: F,
  name: N,
  input: InputTo<F, N>,
): Promise<AnswerTo<F, N>> {
  // The client is walked from the contract, so that this pair of names has this input and this answer.
  const send = api[feature][name] as unknown as (input: InputTo<F, N>) => Promise<Answer<AnswerTo<F, N>>>
  const asking = askTogether(`${feature}.${name}`, () => send(input), keepPlaceOfHome)
  return answered(copyName(feature, name, input), asking)
}

/** The page of home asks for its place as soon as it knows which one. */
function keepPlaceOfHome({ me, place }: Home): void {
  const [first] = me.family
  if (!first || !place) return
  const input = { place: first.household.place.id }
  queryClient.setQueryData(asked('places', 'show', input).queryKey, place)
  keepCopy(copyName('places', 'show', input), place)
}

/** The answer, of which a copy is kept where one may be; throws {@link Refusal} when there is none. */
async function answered<T>(name: string, pending: Promise<Answer<T>>): Promise<T> {
  try {
    const answer = await answerOf(pending)
    keepCopy(name, answer)
    return answer
  } catch (cause) {
    const error = callErrorOf(cause)
    if (isTakenAway(error)) forgetCopy(name)
    throw new Refusal(error)
  }
}

/** What was seen before is no longer this person's to see. */
export const isTakenAway = ({ code }: Pick<CallError, 'code'>): boolean =>
  code === 'notFound' || code === 'notAllowed'

/**
 * `useQuery(asked('returnee', 'show', { case: id }))`: one key for one question, wherever it is asked. Until it is answered, what
 * this phone has kept of an earlier answer stands for it.
 */
export const asked = <F extends FeatureName, N extends ActionName<F>>(
  feature: F,
  name: N,
  input: InputTo<F, N>,
) => {
  const copy = () => readCopy(copyName(feature, name, input))
  return queryOptions({
    queryKey: [feature, name, input],
    queryFn: () => ask(feature, name, input),
    // Kept by `ask`, under the same name.
    initialData: () => copy()?.answer as AnswerTo<F, N> | undefined,
    initialDataUpdatedAt: () => copy()?.at,
  })
}

/** Whether the function has answered since the app was opened: a copy has no telephone numbers and no documents. */
export const isWhole = (query: { queryKey: readonly unknown[] }): boolean =>
  (queryClient.getQueryState(query.queryKey)?.dataUpdateCount ?? 0) > 0

/** There is a signal again: whatever could not be shown for want of one. */
export const askAgainWhatFailed = (): void =>
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.error !== null })

/** Whether somebody else changed the case first: what is on the screen is no longer how things are. */
export const isOvertaken = ({ code }: CallError): boolean =>
  code === 'changedMeanwhile' || code === 'eventNotAllowed'

/** Whether any answer of this action is still awaited. Stands here for the reason that {@link usePages} does. */
export const useIsAwaited = <F extends FeatureName>(feature: F, name: ActionName<F>): boolean =>
  useIsFetching({ queryKey: [feature, name] }) > 0

/** Whether it arrived before, and was changed since: the first answer got lost on the way. */
const hasArrived = ({ code }: CallError): boolean => code === 'submissionTaken'

/** A sending. Everything on the screen is asked for again when it has changed something, now or before, or came too late to. */
export function useSend<F extends FeatureName, N extends ActionName<F>>(feature: F, name: N) {
  const client = useQueryClient()
  const askAgain = () => void client.invalidateQueries()
  // A button may be tapped again before it is drawn as busy: the same, sent twice, is one call.
  const underway = useRef<{ said: string; answer: Promise<AnswerTo<F, N>> }>()
  const send = (input: InputTo<F, N>): Promise<AnswerTo<F, N>> => {
    const said = JSON.stringify(input)
    if (underway.current?.said === said) return underway.current.answer
    const answer = ask(feature, name, input).finally(() => (underway.current = undefined))
    underway.current = { said, answer }
    return answer
  }
  return useMutation({
    mutationFn: send,
    onSuccess: askAgain,
    onError: (cause) => {
      const error = callErrorOf(cause)
      if (isOvertaken(error) || hasArrived(error)) askAgain()
    },
  })
}

/** Asks again when the page comes back into view and its answer has aged. */
export function useFreshWhenShown(query: Pick<UseQueryResult, 'isStale' | 'isFetching' | 'refetch'>): void {
  useDidShow(() => {
    if (query.isStale && !query.isFetching) void query.refetch()
  })
}

interface Paging<Page, Cursor> {
  key: readonly unknown[]
  ask: (after: Cursor | undefined) => Promise<Answer<Page>>
  /** Where the page after this one begins; null after the last. */
  next: (page: Page) => Cursor | null
  enabled?: boolean
  /** Whether what was shown stays until the answer to another key is there. */
  keep?: boolean
  /** The action of which the first page is kept on the phone, as `inbox.list`. */
  copyOf?: string
}

/**
 * A list that comes page after page. It stands here, in the main package, because WeChat's build loses parts of
 * react-query that only subpackages import.
 */
export function usePages<Page, Cursor>({
  key,
  ask: askFor,
  next,
  enabled,
  keep,
  copyOf,
}: Paging<Page, Cursor>) {
  const name = copyOf && `${copyOf} pages`
  const copy = () => (name ? readCopy(name) : undefined)
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => {
      const asking = askFor(pageParam as Cursor | undefined)
      return name && pageParam === undefined ? answered(name, asking) : answerOf(asking)
    },
    // Kept by `answered`, under the same name.
    initialData: () => {
      const first = copy()?.answer as Page | undefined
      return first && { pages: [first], pageParams: [undefined] }
    },
    initialDataUpdatedAt: () => copy()?.at,
    initialPageParam: undefined as Cursor | undefined,
    getNextPageParam: (last: Page) => next(last),
    enabled,
    placeholderData: keep ? keepPreviousData : undefined,
  })
  useFreshWhenShown(query)
  const showMore = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  return { query, pages: query.data?.pages ?? [], showMore }
}
