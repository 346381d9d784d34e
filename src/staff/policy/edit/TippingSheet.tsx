import { useState } from 'react'
import { View } from '@tarojs/components'
import * as v from 'valibot'
import { faultsOf, type Faults } from '@contract/faults'
import { tippingLimits, tippingRules, type TipKind, type TippingRules } from '@contract/tippingRules'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { Tap } from '@/components/Tap'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'
import { blankKind, countIn } from '../tippingEdits'
import { KindFields } from './KindFields'
import { ListTools } from './ListTools'

const said = staffWords.policy.tipping

interface TippingSheetProps {
  tipping: TippingRules
  onSave: (tipping: TippingRules) => void
  onClose: () => void
}

/** What can be told of and what it is worth. Nothing changes before it is saved. */
export function TippingSheet({ tipping, onSave, onClose }: TippingSheetProps) {
  const [kinds, setKinds] = useState(tipping.kinds)
  const [reward, setReward] = useState(() => typedOf(tipping.reward))
  const [isRefused, setRefused] = useState(false)
  const checked = v.safeParse(tippingRules, { kinds, reward: rewardIn(reward) })
  const faults: Faults = isRefused && !checked.success ? faultsOf(checked.issues) : {}
  const save = () => {
    setRefused(!checked.success)
    if (checked.success) onSave(checked.output)
  }
  return (
    <Sheet title={said.title} open onClose={onClose}>
      <SheetBody>
        <Kinds kinds={kinds} faults={faults} onChange={setKinds} />
        {rewardFields.map(({ name, most, label, hint }) => (
          <Field key={name} label={label} hint={hint} fault={faults[`reward.${name}`]}>
            <TextInput
              label={label}
              value={reward[name]}
              onChange={(typed) => setReward((before) => ({ ...before, [name]: typed }))}
              keyboard={name === 'item' || name === 'desk' ? 'text' : 'phone'}
              most={most}
              wrong={faults[`reward.${name}`] !== undefined}
            />
          </Field>
        ))}
      </SheetBody>
      <BigButton tone="primary" onClick={save}>
        {staffWords.policy.rule.save}
      </BigButton>
    </Sheet>
  )
}

type Reward = TippingRules['reward']

const { claimDays } = tippingLimits

interface RewardField {
  name: keyof Reward
  label: string
  hint?: string
  /** Characters. */
  most: number
}

const rewardFields: readonly RewardField[] = [
  { name: 'item', most: 10, label: said.item },
  { name: 'pieces', most: 3, label: said.pieces, hint: said.piecesHint(tippingLimits.pieces) },
  { name: 'aMonth', most: 2, label: said.aMonth, hint: said.between(1, tippingLimits.aMonth) },
  { name: 'claimDays', most: 2, label: said.claimDays, hint: said.between(claimDays.least, claimDays.most) },
  { name: 'desk', most: 60, label: said.where, hint: said.whereHint },
]

/** As it is being typed. */
type Typed = Record<keyof Reward, string>

const typedOf = ({ item, pieces, aMonth, claimDays: days, desk }: Reward): Typed => ({
  item,
  pieces: String(pieces),
  aMonth: String(aMonth),
  claimDays: String(days),
  desk,
})

const rewardIn = ({ item, pieces, aMonth, claimDays: days, desk }: Typed): Reward => ({
  item,
  pieces: countIn(pieces),
  aMonth: countIn(aMonth),
  claimDays: countIn(days),
  desk,
})

interface KindsProps {
  kinds: readonly TipKind[]
  faults: Faults
  onChange: (kinds: TipKind[]) => void
}

/** All kinds in their order; one is open at a time, besides those in which something is wrong. */
function Kinds({ kinds, faults, onChange }: KindsProps) {
  const [open, setOpen] = useState<string>()
  const add = () => {
    const kind = blankKind(kinds)
    onChange([...kinds, kind])
    setOpen(kind.id)
  }
  const isOpen = (id: string, at: string) =>
    id === open || Object.keys(faults).some((path) => path.startsWith(`${at}.`))
  return (
    <Field label={said.list} hint={said.listHint} fault={faults.kinds}>
      {kinds.map((kind, index) => {
        const at = `kinds.${index}`
        return (
          <View key={kind.id} className="policy-edit__kind">
            <Tap
              className="policy-edit__kind-name"
              label={said.open(kind.name)}
              onTap={() => setOpen(kind.id === open ? undefined : kind.id)}
            >
              {said.kind(kind.name, kind.urgent)}
            </Tap>
            {isOpen(kind.id, at) && (
              <KindFields
                kind={kind}
                faults={faults}
                at={at}
                onChange={(changes) =>
                  onChange(kinds.map((one) => (one.id === kind.id ? { ...one, ...changes } : one)))
                }
              />
            )}
            <ListTools line={kind} lines={kinds} onChange={onChange} />
          </View>
        )
      })}
      {kinds.length < tippingLimits.kinds && <BigButton onClick={add}>{said.add}</BigButton>}
    </Field>
  )
}
