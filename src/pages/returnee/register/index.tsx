import { useEffect, useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { FamilyMember } from '@contract/people'
import { Page } from '@/components/Page'
import { StateView, type StateViewProps } from '@/components/StateView'
import { dropDraft } from '@/services/drafts'
import { asked, isWhole } from '@/services/queries'
import { waitingOf, waitingSubmissions } from '@/services/submissions'
import { takeForRegistration } from '@/services/tipRegistration'
import { words } from '@/words'
import { knownPeople } from './knownPeople'
import { begin, draftNameOf, type Occasion } from './occasion'
import { RegistrationPages } from './RegistrationPages'

const titles = {
  new: words.home.register.title,
  telephone: words.register.telephoneTitle,
  again: words.home.register.title,
  tip: words.register.tipTitle,
  amend: words.register.amendTitle,
} satisfies Record<Occasion['kind'], string>

/**
 * `?place=` from a scanned code, `?for=telephone` from the staff side, `?tip=` and `?amend=` the id of what it is about, `?again=`
 * the submission that was not taken.
 */
export default function Register() {
  const { place, amend, tip, again, for: purpose } = useRouter().params
  const kind = kindOf({ amend, tip, purpose })
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: titles[kind] })
  }, [kind])
  if (amend) return <Amend id={amend} />
  if (tip) return <FromTip tip={tip} />
  if (again) return <Again submission={again} kind={kind === 'telephone' ? 'telephone' : 'new'} />
  return <New kind={kind === 'telephone' ? 'telephone' : 'new'} scannedPlace={place} />
}

interface Asked {
  amend: string | undefined
  tip: string | undefined
  purpose: string | undefined
}

const kindOf = ({ amend, tip, purpose }: Asked): Occasion['kind'] => {
  if (amend) return 'amend'
  if (tip) return 'tip'
  return purpose === 'telephone' ? 'telephone' : 'new'
}

function FromTip({ tip }: { tip: string }) {
  const [known] = useState(() => takeForRegistration(tip))
  return <Begun occasion={{ kind: 'tip', tip, known }} family={[]} />
}

function Again({ submission, kind }: { submission: string; kind: 'new' | 'telephone' }) {
  const [sent] = useState(() =>
    waitingOf('register', waitingSubmissions()).find(({ input }) => input.submission === submission),
  )
  if (!sent) return <New kind={kind} scannedPlace={undefined} />
  return <Begun occasion={{ kind: 'again', sent }} family={[]} />
}

function New({ kind, scannedPlace }: { kind: 'new' | 'telephone'; scannedPlace: string | undefined }) {
  const me = useQuery(asked('people', 'me', {}))
  // Without an answer the form still opens: a draft can be gone on with where there is no signal.
  if (me.isPending) return <Waiting query={me} />
  const family = kind === 'new' ? knownPeople(me.data?.family ?? []) : []
  return <Begun occasion={{ kind }} scannedPlace={scannedPlace} family={family} />
}

function Amend({ id }: { id: string }) {
  const question = asked('returnee', 'show', { case: id })
  const shown = useQuery(question)
  if (!shown.data || !isWhole(question)) return <Waiting query={{ ...shown, data: undefined }} />
  return <Begun occasion={{ kind: 'amend', shown: shown.data }} family={[]} />
}

/** Loading, or why there is nothing to begin with. */
function Waiting({ query }: Pick<StateViewProps<unknown>, 'query'>) {
  return (
    <Page>
      <StateView query={query}>{() => null}</StateView>
    </Page>
  )
}

interface BegunProps {
  occasion: Occasion
  scannedPlace?: string
  family: readonly FamilyMember[]
}

function Begun({ occasion, scannedPlace, family }: BegunProps) {
  const [beginning, setBeginning] = useState(() => begin(occasion, scannedPlace, family))
  const restart = () => {
    dropDraft(draftNameOf(occasion))
    setBeginning(begin(occasion, scannedPlace, family))
  }
  return (
    <RegistrationPages
      key={beginning.submission}
      occasion={occasion}
      beginning={beginning}
      family={family}
      today={dayOf(new Date())}
      onRestart={restart}
    />
  )
}
