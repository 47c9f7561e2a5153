import type { TaskName } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type Carried, type Second, flagsTold, questionPage } from '#src/pages/desk/confirm.ts'
import type { Field } from '#src/desk/fields.ts'
import { type Subject, formPage } from '#src/pages/desk/form.ts'
import type { Filling } from '#src/pages/desk/money-forms.ts'
import { type At, fact, heading, whose, wordsAt as deskWordsAt } from '#src/pages/desk/parts.ts'
import { readBack } from '#src/pages/desk/read-back.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Picture } from '#src/pages/pictures.ts'
import { codeSaid } from '#src/words/code-words.ts'
import type { LendingFormWords } from '#src/words/en/lending-form.ts'
import { lendingFormWords, memberFormWords, reliefWords, supportWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a task is called at the top of its pages. */
const titleOf = ({ language }: Pick<At, 'language'>, task: ActShown['task']): string =>
  ({
    ...lendingFormWords.in(language),
    ...memberFormWords.in(language),
    ...supportWords.in(language),
    ...reliefWords.in(language),
  })[`act_${task}`]

export const formWordsAt = ({ language }: Pick<At, 'language'>): LendingFormWords =>
  lendingFormWords.in(language)

/** What is written down of a loan: what it is about, and what is asked. */
export type ActShown = {
  readonly task: Exclude<TaskName, 'repayment' | 'saving'>
  readonly subject: Subject
  /** Whose it is, and the loan's number where it has one. */
  readonly about: { readonly card: string; readonly number?: string } | undefined
  readonly shown: Picture
  readonly currency: Currency
  readonly today: LocalDate
  readonly fields: readonly Field[]
  /** What is known before anything is filled in. */
  readonly facts?: Html
  /** Where the way back leads. */
  readonly safe: string
  readonly dayLegend?: string
  /** The day that a form begins with, where it is not today. */
  readonly usualDay?: LocalDate
  /** Where its price is asked before it is sent, where it has one. */
  readonly pricePath?: string
}

const top = (at: At, { task, about, shown }: ActShown): Html =>
  html`${heading(shown, titleOf(at, task))} ${about ? whose(at, about) : ''}`

/** Asks what an act needs to know. */
export const actForm = (at: At, act: ActShown, { entered, refusal, price }: Filling): Html => {
  const { task, subject, fields, today, safe, pricePath: path } = act
  const dayLegend = act.dayLegend ?? formWordsAt(at).dayOf
  return formPage(at, {
    task,
    subject,
    fields,
    entered,
    today: act.usualDay ?? today,
    refusal,
    safe,
    dayLegend,
    top: top(at, act),
    facts: act.facts,
    ...(path === undefined ? {} : { price: { path, shown: price } }),
  })
}

type ActAsked = {
  readonly of: (name: string) => string
  readonly day: LocalDate
  readonly flags: readonly string[]
  readonly carried: Carried
  readonly second: Second | undefined
  /** What it would cost or change. */
  readonly more?: Html | undefined
  /** What is read first, as the largest thing. */
  readonly lead?: Html | undefined
  readonly readAloud?: string | undefined
}

/** Reads it all back before it is recorded, with what it would do and which rules it breaks. */
export const actQuestion = (
  at: At,
  act: ActShown,
  { of, day, flags, carried, second, more = html``, lead = html``, readAloud }: ActAsked,
): Html => {
  const words = formWordsAt(at)
  const { task, about, fields, currency } = act
  const when = fact(words.happenedOn, html`<b>${dateInWords(day, at.language)}</b>`)
  const told = html`<section class="check loans">
      <h2>${titleOf(at, task)}</h2>
      ${about ? whose(at, about) : ''} ${lead} ${readBack(fields, of, when)}
    </section>
    ${more}
    ${flagsTold(flags.map((flag) => codeSaid(flag, at.language) ?? deskWordsAt(at).flagOther))}`
  return questionPage(at, {
    task,
    title: words.isItRight,
    told,
    currency,
    carried,
    second,
    readAloud,
  })
}
