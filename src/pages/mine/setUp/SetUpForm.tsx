import { Text, View } from '@tarojs/components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { Controller, useForm, type FieldPath, type UseFormReturn } from 'react-hook-form'
import type { InputOf } from '@contract'
import type { FieldFault } from '@contract/faults'
import { peopleActions } from '@contract/people'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { TextInput, type TextInputProps } from '@/components/TextInput'
import { callErrorOf, type useSend } from '@/services/queries'
import { words } from '@/words'

const said = words.setUp

type SetUp = InputOf<typeof peopleActions.setUp>
type Form = UseFormReturn<SetUp>

const nothingTyped: SetUp = { code: '', name: '', phone: '', top: { level: 'street', name: '' } }

/** Asks for the code of the installation and for who will look after it. Stays filled in until it has arrived. */
export function SetUpForm({ sending }: { sending: ReturnType<typeof useSend<'people', 'setUp'>> }) {
  const form = useForm<SetUp>({
    resolver: valibotResolver(peopleActions.setUp.input),
    defaultValues: nothingTyped,
  })
  const level = form.watch('top.level')
  const send = (typed: SetUp) =>
    sending.mutate(typed, {
      onError: (error) => {
        for (const [path, fault] of Object.entries(callErrorOf(error).fields ?? {})) {
          form.setError(path as FieldPath<SetUp>, { message: fault })
        }
      },
    })
  return (
    <Page>
      <View className="card">
        <Text>{said.intro}</Text>
      </View>
      {sending.error && <FailureNotice error={callErrorOf(sending.error)} kept={words.app.kept} />}
      <View className="card">
        <TextQuestion form={form} name="code" label={said.code} most={64} />
        <TextQuestion form={form} name="name" label={said.name} most={40} />
        <TextQuestion form={form} name="phone" label={said.phone} most={20} keyboard="phone" />
        <TopLevel form={form} />
        <TextQuestion
          form={form}
          name="top.name"
          label={said.topName[level]}
          placeholder={said.topPlaceholder[level]}
          most={40}
        />
      </View>
      <BigButton tone="primary" busy={sending.isPending} onClick={() => void form.handleSubmit(send)()}>
        {said.send}
      </BigButton>
    </Page>
  )
}

interface TextQuestionProps extends Pick<TextInputProps, 'label' | 'most' | 'keyboard' | 'placeholder'> {
  form: Form
  name: Exclude<FieldPath<SetUp>, 'top' | 'top.level'>
}

function TextQuestion({ form, name, ...input }: TextQuestionProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => {
        const fault = fieldState.error?.message as FieldFault | undefined
        return (
          <Field label={input.label} fault={fault}>
            <TextInput {...input} value={field.value} onChange={field.onChange} wrong={fault !== undefined} />
          </Field>
        )
      }}
    />
  )
}

const topLevels = Object.keys(said.topLevel) as SetUp['top']['level'][]

function TopLevel({ form }: { form: Form }) {
  return (
    <Controller
      control={form.control}
      name="top.level"
      render={({ field }) => (
        <Field label={said.top}>
          <Choices
            label={said.top}
            choices={topLevels.map((value) => ({ value, text: said.topLevel[value] }))}
            chosen={[field.value]}
            onToggle={field.onChange}
          />
        </Field>
      )}
    />
  )
}
