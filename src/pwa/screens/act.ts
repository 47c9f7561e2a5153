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
import {
  type Filling as FillingRead,
  fillingOf,
  saidLines,
  sentAgain,
  unfilled,
} from '#src/desk/filling.ts'
import type { Host, Taken } from '#src/pwa/host.ts'
import { lastAsked } from '#src/pwa/last-asked.ts'
import type { Phone } from '#src/pwa/phone.ts'
import { contentShown, firstOf } from '#src/pwa/screens/content.ts'
import { tenTimesSaid } from '#src/pwa/screens/doubts.ts'
import {
  type Frame,
  type Texts,
  alert,
  facts,
  fieldsShown,
  foldedFields,
  foot,
  key,
  more,
  useFaultInSight,
  useTexts,
  whoShown,
} from '#src/pwa/screens/parts.ts'
import { type Refusal, refusedSaid, refusedShown } from '#src/pwa/screens/refused.ts'
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
  readonly refusal: Refusal | undefined
  /** What is said above the form: of a price, the text that is read aloud. */
  readonly above?: readonly JSX.Element[]
  readonly back: () => void
  readonly done: () => void
}

/** A form, and the language that its words and those of its effect are in. */
type Read = { readonly form: Form; readonly language: Doing['language'] }

type Asked = Read & { readonly filled: Filled; readonly effect: Effect }

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
const warningsOf = (doing: Doing, { form, filled, effect }: Asked): readonly string[] => {
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
const askedShown = (doing: Doing, asked: Asked): readonly JSX.Element[] => {
  const { form, filled, effect } = asked
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
    ...warningsOf(doing, asked).map((line) => alert(line)),
  ]
}

const Question = ({
  doing,
  asked,
  back,
}: {
  readonly doing: Doing
  readonly asked: Asked
  readonly back: () => void
}): JSX.Element => {
  const { language, nameOf, write, taken, desk } = doing
  const words = phoneWords.in(language)
  const command = asked.form.command(asked.filled)
  const second = secondOf(doing, command)
  const isOwn = isRecipientsWord(command)
  const word = useTexts({})
  const [isTried, setTried] = useState(false)
  const given = { login: word.of('login').trim(), secret: word.of('secret') }
  const name = second === undefined ? '' : nameOf(second)
  const lacking =
    second === undefined
      ? undefined
      : lackingOf({ language, isOwn, isPractice: taken.isPractice, name }, given)
  const record = async (): Promise<void> => {
    setTried(true)
    if (lacking !== undefined) return
    const sealed = second === undefined ? undefined : await sealedWord(doing, command, given)
    if (await write([command], sealed)) doing.done()
  }
  const isWordless = second !== undefined && !taken.sealTo
  return h('main', { lang: language }, [
    ...askedShown(doing, asked),
    ...(second === undefined || isWordless
      ? []
      : [
          h(SecondAsked, {
            language,
            name: `${name} (${cardOf(desk.book, second)})`,
            isOwn,
            form: word,
          }),
        ]),
    ...(isWordless ? [alert(words.cannotSeal, 'bad')] : []),
    ...(isTried && lacking !== undefined
      ? [h('p', { class: 'fault', role: 'alert' }, lacking)]
      : []),
    ...refusedShown(doing),
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
  readonly asked: (filled: Filled) => Promise<void>
}): JSX.Element => {
  const { language, phone } = doing
  const { texts, change } = typed
  const [checked, setChecked] = useState<Texts>()
  const [codes, setCodes] = useState<readonly string[]>([])
  const read = (all: Texts): FillingRead =>
    checkedIn(
      form,
      formId,
      fillingOf(form.fields, (name) => all[name] ?? ''),
    )
  // What is wrong is asked for anew with the form, which is there in one language at a time.
  const faults = checked ? read(checked).faults : new Map<string, string>()
  const check = async (): Promise<void> => {
    setChecked(texts)
    const filled = filledIn(formId, read(texts))
    if (!filled) return
    const down = phone.tried([form.command(filled)])
    const refusals = down.flatMap((one) => ('code' in one ? [one.code] : []))
    setCodes(refusals)
    if (refusals.length === 0) await asked(filled)
  }
  useFaultInSight(checked)
  const refused = refusedSaid(codes, language)
  const words = phoneWords.in(language)
  const { fields, told: all = [] } = form
  const [first, rest] = firstOf(all)
  return h('main', { lang: language }, [
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
  const { language } = doing
  const [formId] = useState(doing.host.ids)
  const texts = useTexts(sentAgain(form.fields, unfilled(form.prefilled)))
  const [asked, setAsked] = useState<Asked>()
  const [take] = useState(() => lastAsked(setAsked))
  const askedOf = async (filled: Filled): Promise<Asked> => ({
    form,
    language,
    filled,
    effect: await form.effect(filled),
  })
  const ask = (filled: Filled): Promise<void> => take(askedOf(filled))
  useEffect(() => {
    if (asked && asked.form !== form) void ask(asked.filled)
  }, [form])
  return asked
    ? h(Question, {
        doing: { ...doing, language: asked.language },
        asked,
        back: () => setAsked(undefined),
      })
    : h(Filling, { doing, form, formId, texts, asked: ask })
}

/**
 * Something that is done at the desk, done on this phone: the form, the question whether it is right, and it is written. What is
 * asked stays in its own language until all of it is there in another.
 */
export const ActScreen = (doing: Doing): JSX.Element => {
  const [found, setFound] = useState<Partial<Read> & Pick<Read, 'language'>>()
  const [take] = useState(() => lastAsked(setFound))
  const { act, desk, id } = doing
  useEffect(() => {
    const { language } = desk
    void take(act.form(desk, id).then((form) => ({ ...(form && { form }), language })))
  }, [act, id, desk.language])
  const words = phoneWords.in(doing.language)
  if (found === undefined) return h('main', {}, words.loading)
  const { form, language } = found
  if (!form) return h('main', {}, [alert(words.nothingHere), key(words.back, doing.back)])
  return h(FormShown, { doing: { ...doing, language }, form })
}
