import Taro from '@tarojs/taro'
import { levels } from '@contract/roles'
import type { TipForReview, TipRevealed } from '@contract/tips'
import { BigButton } from '@/components/BigButton'
import { leaveForRegistration } from '@/services/tipRegistration'
import { backToInbox } from '@/staff/backToInbox'
import { handlingWords } from '@/words/handling'
import { tipWorkWords as said, type TipDeedName } from '@/words/tipWork'
import { doorIn } from './doorIn'
import { footerDeeds } from './footerDeeds'
import { canRegister } from './Standing'
import type { TipDesk } from './useTipDesk'

/** In reach of the thumb: what is to be done next. */
export function Footer({ view, desk }: { view: TipForReview; desk: TipDesk }) {
  if (canRegister(view))
    return (
      <BigButton tone="primary" onClick={() => register(view, desk.revealed)}>
        {said.follow.register}
      </BigButton>
    )
  const names = footerDeeds(view)
  if (names.length === 0) return <BigButton onClick={backToInbox}>{handlingWords.backToInbox}</BigButton>
  const choose = (name: TipDeedName) =>
    isDoneAtOnce(name) ? desk.deeds.send({ event: name, words: '' }) : desk.open(name)
  return (
    <>
      {names.map((name) => (
        <BigButton
          key={name}
          tone={name === 'visit' ? 'primary' : 'plain'}
          busy={isDoneAtOnce(name) && desk.deeds.busy}
          onClick={() => choose(name)}
        >
          {said.event[name]}
        </BigButton>
      ))}
    </>
  )
}

const isDoneAtOnce = (name: TipDeedName): name is 'see' | 'separate' => name === 'see' || name === 'separate'

const isNarrow = ({ level }: TipForReview['place']): boolean =>
  levels.indexOf(level) >= levels.indexOf('compound')

function register(view: TipForReview, revealed: TipRevealed | null): void {
  leaveForRegistration(view.id, {
    place: isNarrow(view.place) ? view.place.id : '',
    door: revealed ? doorIn(revealed.where) : '',
    plate: revealed?.plate ?? '',
    arrivesOn: view.seen.on,
  })
  void Taro.navigateTo({ url: `/pages/returnee/register/index?tip=${view.id}` })
}
