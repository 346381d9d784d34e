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

declare module '@tanstack/react-query' {
  interface Register {
    /** Everything goes through {@link ask}, which fails with nothing else. */
    defaultError: Refusal
  }
}

/** Only an unreachable cloud may answer better a second time; a refusal stays one. */
const mayRetry = (failures: number, { error }: Refusal): boolean => failures < 1 && error.code === 'offline'

// `always`: WeChat has no navigator.onLine; a call without signal fails by itself and is shown as such.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: mayRetry,
      retryDelay: 800,
      // One screen's parts ask once; coming back to it a moment later asks again.
      staleTime: 3_000,
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
  try {
    return await answerOf(send(input))
  } catch (cause) {
    throw new Refusal(callErrorOf(cause))
  }
}

/** `useQuery(asked('returnee', 'show', { case: id }))`: one key for one question, wherever it is asked. */
export const asked = <F extends FeatureName, N extends ActionName<F>>(
  feature: F,
  name: N,
  input: InputTo<F, N>,
) => queryOptions({ queryKey: [feature, name, input], queryFn: () => ask(feature, name, input) })

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
  return useMutation({
    mutationFn: (input: InputTo<F, N>) => ask(feature, name, input),
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
}

/**
 * A list that comes page after page. It stands here, in the main package, because WeChat's build loses parts of
 * react-query that only subpackages import.
 */
export function usePages<Page, Cursor>({ key, ask: askFor, next, enabled, keep }: Paging<Page, Cursor>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => answerOf(askFor(pageParam as Cursor | undefined)),
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
