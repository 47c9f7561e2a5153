import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { canonicalJson, type Json } from '#domain/kernel/canonical.ts'
import { approverOf, isRecipientsWord } from '#src/app/identity/approver.ts'
import { aboutWord } from '#domain/phone/sealing.ts'
import type { Command } from '#domain/village.ts'
import type { Act, Effect, Form } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { checkedIn, filledIn } from '#src/desk/filled.ts'
import { fillingOf, saidLines, sentAgain, unfilled } from '#src/desk/filling.ts'
import type { Host, Taken } from '#src/pwa/host.ts'
import type { Phone } from '#src/pwa/phone.ts'
import { contentShown, firstOf } from '#src/pwa/screens/content.ts'
import { tenTimesSaid } from '#src/pwa/screens/doubts.ts'
import {
  type Frame,
  alert,
  facts,
  fieldsShown,
  foldedFields,
  foot,
  key,
  more,
  useTexts,
  whoShown,
} from '#src/pwa/screens/parts.ts'
import { SecondAsked, lackingOf } from '#src/pwa/screens/second.ts'
import { sumShown } from '#src/pwa/screens/sum.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { deskWords, phoneWords } from '#src/words/words.ts'

export type Doing = Frame & {
  readonly act: Act
  readonly id: string
  readonly desk: Desk
  readonly host: Host
  readonly taken: Taken
  readonly phone: Phone
  readonly write: (commands: readonly Command[], word?: string) => Promise<boolean>
  readonly refusal: string | undefined
  /** What is said above the form: of a price, the text that is read aloud. */
  readonly above?: readonly JSX.Element[]
  readonly back: () => void
  readonly done: () => void
}

type Asked = { readonly filled: Filled; readonly effect: Effect }

const whoseOf = ({ desk, nameOf }: Doing, form: Form): readonly JSX.Element[] => {
  const member = desk.book.members.find(({ card }) => card === form.whose?.card)
  if (!member) return [h('h1', {}, form.title)]
  return [whoShown(nameOf(member.memberId), form.title)]
}

/** The member whose own word is asked for beside it; nobody where whoever writes has given it by signing in. */
const secondOf = ({ taken }: Doing, command: Command): string | undefined => {
  const named = approverOf(command)
  return named === taken.memberId ? undefined : named
}

/** A word that the service alone can read, for this very command. */
const sealedWord = (
  { host, taken, desk }: Doing,
  command: Command,
  word: { readonly login: string; readonly secret: string },
): Promise<string> =>
  host.sealTo(taken.sealTo!, {
    about: aboutWord(desk.fundId, host.hash(canonicalJson(command as unknown as Json))),
    text: JSON.stringify(word),
  })

/** What is unusual about it, each in a line. */
const warningsOf = (doing: Doing, form: Form, { filled, effect }: Asked): readonly string[] => {
  const { language, phone } = doing
  const words = deskWords.in(language)
  const called = effect.flags ?? {}
  const flags = phone.flagsOf(form.command(filled))
  return [
    ...flags.map((flag) => called[flag] ?? codeSaid(flag, language) ?? words.flagOther),
    ...(effect.warnings ?? []),
    ...tenTimesSaid(language, form.fields, filled.of),
  ]
}

/** What is asked: whose it is, the sum, what was filled in, what it leads to, and what is unusual. */
const askedShown = (doing: Doing, form: Form, asked: Asked): readonly JSX.Element[] => {
  const { filled, effect } = asked
  const second = secondOf(doing, form.command(filled))
  const [first, rest] = firstOf([...(effect.lead ?? []), ...(effect.told ?? [])])
  // Where a second word is asked for, the price was read aloud a step before.
  const [seen, behind] = second === undefined ? [first, rest] : [[], [...first, ...rest]]
  // Whose word is asked for stands beside the fields for it.
  const others = form.fields.filter(
    ({ name }) => second === undefined || filled.of(name) !== second,
  )
  const lines = saidLines(others, filled.of)
  return [
    ...whoseOf(doing, form),
    ...(effect.money ? [sumShown(effect.money.sum, doing)] : []),
    ...(lines.length > 0 ? [facts(lines)] : []),
    ...contentShown(doing, seen),
    ...more(phoneWords.in(doing.language).more, false, contentShown(doing, behind)),
    ...warningsOf(doing, form, asked).map((line) => alert(line)),
  ]
}

const Question = ({
  doing,
  form,
  asked,
  back,
}: {
  readonly doing: Doing
  readonly form: Form
  readonly asked: Asked
  readonly back: () => void
}): JSX.Element => {
  const { language, nameOf, write, refusal, taken, desk } = doing
  const words = phoneWords.in(language)
  const { filled } = asked
  const command = form.command(filled)
  const second = secondOf(doing, command)
  const isOwn = isRecipientsWord(command)
  const word = useTexts({})
  const [fault, setFault] = useState<string>()
  const record = async (): Promise<void> => {
    const [login, secret] = [word.of('login').trim(), word.of('secret')]
    const lacking =
      second === undefined
        ? undefined
        : lackingOf({ language, isOwn, isPractice: taken.isPractice }, { login, secret })
    if (lacking !== undefined) return setFault(lacking)
    const sealed =
      second === undefined ? undefined : await sealedWord(doing, command, { login, secret })
    if (await write([command], sealed)) doing.done()
  }
  const isWordless = second !== undefined && !taken.sealTo
  return h('main', {}, [
    ...askedShown(doing, form, asked),
    ...(second === undefined || isWordless
      ? []
      : [
          h(SecondAsked, {
            language,
            name: `${nameOf(second)} (${cardOf(desk.book, second)})`,
            isOwn,
            form: word,
          }),
        ]),
    ...(isWordless ? [alert(words.cannotSeal, 'bad')] : []),
    ...(fault ? [h('p', { class: 'fault', role: 'alert' }, fault)] : []),
    ...(refusal ? [alert(`${words.refusedHere} ${refusal}`, 'bad')] : []),
    foot(
      key(words.noChange, back),
      key(words.yesRight, () => void record(), { isMain: true, isOff: isWordless }),
    ),
  ])
}

/** Fields of a form, read and checked as the desk reads and checks them. */
const Filling = ({
  doing,
  form,
  formId,
  texts: typed,
  asked,
}: {
  readonly doing: Doing
  readonly form: Form
  readonly formId: string
  readonly texts: ReturnType<typeof useTexts>
  readonly asked: (asked: Asked) => void
}): JSX.Element => {
  const { language, phone } = doing
  const { texts, change, of } = typed
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const [refused, setRefused] = useState<string>()
  const check = async (): Promise<void> => {
    const filling = checkedIn(form, formId, fillingOf(form.fields, of))
    const filled = filledIn(formId, filling)
    setFaults(filling.faults)
    if (!filled) return
    const down = phone.tried([form.command(filled)])
    const codes = down.flatMap((one) =>
      'code' in one ? [codeSaid(one.code, language) ?? one.code] : [],
    )
    setRefused(codes.length > 0 ? codes.join(' ') : undefined)
    if (codes.length === 0) asked({ filled, effect: await form.effect(filled) })
  }
  const words = phoneWords.in(language)
  const { fields, told: all = [] } = form
  const [first, rest] = firstOf(all)
  return h('main', {}, [
    ...whoseOf(doing, form),
    ...(doing.above ?? []),
    ...(refused ? [alert(`${words.refusedHere} ${refused}`, 'bad')] : []),
    ...fieldsShown({ fields, texts, faults, change }),
    ...contentShown(doing, first),
    ...more(
      words.more,
      fields.some(({ fold, name }) => fold !== undefined && faults.has(name)),
      [...contentShown(doing, rest), ...foldedFields({ fields, texts, faults, change })],
    ),
    foot(
      key(words.back, doing.back),
      key(form.submit ?? deskWords.in(language).next, () => void check(), { isMain: true }),
    ),
  ])
}

const FormShown = ({
  doing,
  form,
}: {
  readonly doing: Doing
  readonly form: Form
}): JSX.Element => {
  const [formId] = useState(doing.host.ids)
  const texts = useTexts(sentAgain(form.fields, unfilled(form.prefilled)))
  const [asked, setAsked] = useState<Asked>()
  return asked
    ? h(Question, { doing, form, asked, back: () => setAsked(undefined) })
    : h(Filling, { doing, form, formId, texts, asked: setAsked })
}

/** Something that is done at the desk, done on this phone: the form, the question whether it is right, and it is written. */
export const ActScreen = (doing: Doing): JSX.Element => {
  const [form, setForm] = useState<Form | 'none'>()
  const { act, desk, id } = doing
  useEffect(
    () => void act.form(desk, id).then((found) => setForm(found ?? 'none')),
    [act, id, desk.language],
  )
  const words = phoneWords.in(doing.language)
  if (form === undefined) return h('main', {}, words.loading)
  if (form === 'none') return h('main', {}, [alert(words.nothingHere), key(words.back, doing.back)])
  return h(FormShown, { doing, form })
}
