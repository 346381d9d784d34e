import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Duty, PlaceNode } from '@contract/places'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { SheetBody } from '@/components/SheetBody'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import type { EditFormProps } from './edit'
import { namedBy } from './tree'
import { useColleague, useSomebody, type Appointed } from './appointing'
import './AppointForm.scss'

const said = staffWords.places.appoint

const sources = [
  { value: 'staff', text: said.fromStaff },
  { value: 'elsewhere', text: said.fromElsewhere },
] as const

/** Party members and volunteers are rarely on the staff. */
const usualSource = (duty: Duty) => (duty === 'volunteer' || duty === 'partyMember' ? 'elsewhere' : 'staff')

interface AppointFormProps extends EditFormProps {
  duty: Duty
}

/** Who has one of the five duties at a node: a colleague, anybody else, or whoever has it above. */
export function AppointForm({ node, duty, onDone }: AppointFormProps) {
  const [source, setSource] = useState<'staff' | 'elsewhere'>(usualSource(duty))
  const colleague = useColleague(node.id, source === 'staff')
  const somebody = useSomebody()
  const appointing = useSend('places', 'appoint')
  const appoint = (person: Appointed | null) =>
    appointing.mutate({ place: node.id, version: node.version, duty, person }, { onSuccess: onDone })
  const asking = source === 'staff' ? colleague : somebody
  return (
    <>
      <SheetBody>
        <EditFailure error={appointing.error && callErrorOf(appointing.error)} />
        <Current node={node} duty={duty} />
        <Field label={said.from}>
          <Choices label={said.from} choices={sources} chosen={[source]} onToggle={setSource} />
        </Field>
        {asking.fields}
        <View className="soft">{said.willDo(node.name)}</View>
        {node.responsible.some((one) => one.duty === duty && one.of === node.id) && (
          <View className="appoint__clear">
            <View className="soft appoint__clear-note">{said.clearNote}</View>
            <BigButton tone="danger" busy={appointing.isPending} onClick={() => appoint(null)}>
              {said.clear}
            </BigButton>
          </View>
        )}
      </SheetBody>
      <BigButton tone="primary" busy={appointing.isPending} onClick={() => asking.give(appoint)}>
        {said.send}
      </BigButton>
    </>
  )
}

/** Who has the duty until now. */
function Current({ node, duty }: { node: PlaceNode; duty: Duty }) {
  const person = node.responsible.find((one) => one.duty === duty)
  if (!person) return null
  const above = namedBy(node, person)
  return (
    <View className="appoint__current">
      {above === null ? said.now(person.name, person.phone) : said.inherited(person.name, above)}
    </View>
  )
}
