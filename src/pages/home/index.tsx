import { Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { isReaderRole } from '@contract/roles'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Tap } from '@/components/Tap'
import { PeopleOfPlace } from '@/pages/places/PeopleOfPlace'
import { useScannedPlace } from '@/pages/places/useScannedPlace'
import { WaitingSubmissions } from '@/pages/waiting/WaitingSubmissions'
import { useCareMode } from '@/services/careMode'
import { useHouseholds } from '@/services/households'
import { asked, useFreshWhenShown } from '@/services/queries'
import { shareCard } from '@/services/sharing'
import { useWaiting, waitingOf } from '@/services/submissions'
import { useUpdateNews } from '@/services/updates'
import { words } from '@/words'
import { AskedCard } from './AskedCard'
import { DailyCard } from './DailyCard'
import { MineCard } from './MineCard'
import { MoreLinks } from './MoreLinks'
import { ObservedCard } from './ObservedCard'
import { PostCard } from './PostCard'
import { RegisterCard } from './RegisterCard'
import { SuspendedNotice } from './SuspendedNotice'
import { TipCard } from './TipCard'
import { Trouble } from './Trouble'
import { WorkCard } from './WorkCard'
import { WorkLinks } from './WorkLinks'
import './index.scss'

/** What there is to do today, in one look. `?place=`, or WeChat's `?scene=`, from the code at a gate. */
export default function Home() {
  const { place, isUnknown } = useScannedPlace()
  useShareAppMessage(() => shareCard(place))
  useUpdateNews()
  // Asked at one moment, so that they go as one call: services/home.
  const me = useQuery(asked('people', 'me', {}))
  const mine = useQuery(asked('returnee', 'mine', {}))
  const households = useHouseholds()
  const waiting = useWaiting()
  // Somebody may have become staff, or have been suspended, while the page lay below others.
  useFreshWhenShown(me)
  useFreshWhenShown(mine)
  const posts = me.data?.posts ?? []
  const readers = posts.filter(({ role }) => isReaderRole(role))
  const isAsked = mine.data?.some(({ status }) => status === 'asked') ?? false
  const today = dayOf(new Date())
  const mayBeMain = posts.length === 0 && !isAsked
  const isToReport = households.data?.some(({ reportedOn }) => reportedOn !== today) ?? households.isPending
  // Whoever has registered, or has told that somebody is unwell, is not asked to begin anew.
  const isUnwell =
    households.data?.some(({ members }) => members.some(({ alert }) => alert !== null)) ?? false
  const isLookedAfter = isUnwell || (mine.data?.length ?? 0) > 0 || waitingOf('register', waiting).length > 0
  const home = me.data?.family[0]?.household.place.id
  const near = place ?? home ?? posts.find(({ role }) => role === 'gateKeeper')?.place.id
  return (
    <Page>
      <Head today={words.dates.dayInFull(today, today)} name={me.data?.name ?? null} />
      <Trouble queries={[me, mine]} />
      <WaitingSubmissions today={today} />
      {isUnknown && (
        <Notice tone="warning" title={words.home.unknownCode.title}>
          {words.home.unknownCode.whatToDo}
        </Notice>
      )}
      <AskedCard lines={mine.data ?? []} />
      <SuspendedNotice posts={me.data?.suspended ?? []} today={today} />
      {readers.length > 0 && <WorkCard posts={readers} />}
      <PostCard posts={posts.filter(({ role }) => !isReaderRole(role))} />
      <WorkLinks posts={posts} />
      <ObservedCard lines={mine.data ?? []} today={today} />
      <DailyCard
        households={households.data}
        today={today}
        isMain={mayBeMain}
        waiting={waitingOf('report', waiting)}
      />
      <RegisterCard place={place} today={today} isMain={mayBeMain && !isToReport && !isLookedAfter} />
      <MineCard mine={mine} today={today} />
      <TipCard place={place} />
      {near && <PeopleOfPlace place={near} isOwn={near === home} />}
      <MoreLinks isCalled={(households.data?.length ?? 0) > 0} />
    </Page>
  )
}

function Head({ today, name }: { today: string; name: string | null }) {
  const [care, setCare] = useCareMode()
  return (
    <View className="home__head">
      <View>
        <Text className="home__day">{today}</Text>
        <Text className="soft">{words.home.hello(name)}</Text>
      </View>
      <Tap
        className="home__care"
        label={care ? words.home.careOff : words.home.careOn}
        onTap={() => setCare(!care)}
      >
        {care ? words.home.usual : words.home.care}
      </Tap>
    </View>
  )
}
