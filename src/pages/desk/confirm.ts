import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AskAgain } from '#src/app/lending/before-after.ts'
import type { Effect, Form } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import { doubtsIn } from '#src/desk/doubts.ts'
import { notesSaid, tenTimesPart } from '#src/pages/desk/ten-times.ts'
import { readBack } from '#src/pages/desk/read-back.ts'
import { factShown, contentPart } from '#src/pages/desk/content.ts'
import {
  type At,
  largeAmount,
  behindDesk,
  fact,
  warning,
  warningSign,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { field } from '#src/pages/entrance/parts.ts'
import { unfilled } from '#src/desk/filling.ts'
import { formShown } from '#src/pages/forms/form.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { lendingFormWords, savingWords } from '#src/words/words.ts'
import { type Money, dateInWords, daysFromToday, moneyInFigures } from '#src/words/locale.ts'
import { whose } from '#src/pages/people/face.ts'

/** What the form carries on unseen, so that what was checked is what is recorded. */
export type Carried = Readonly<Record<string, string>>

/** The second person behind an act: how the practice fund's is reached, and what was wrong with the word given. */
export type Second = {
  readonly practice: PracticeSecond
  readonly fault?: string | undefined
  /** Whose matter it is says so, with a secret and no name to sign in by. */
  readonly isOwn?: boolean
  /** Where nobody is named: what one may let out alone, and this is more. */
  readonly limit?: Money | undefined
}

const askAgainPart = (at: At, asks: readonly AskAgain[], sum: Money): Html | string => {
  if (asks.length === 0) return ''
  const words = deskWordsAt(at)
  const lines = asks.map(({ why, than }) => {
    const before = moneyInFigures({ amount: than, currency: sum.currency })
    if (why === 'ten-times-usual') return words.askTenTimes(before)
    return why === 'three-times-instalment' ? words.askThreeTimes(before) : words.askAlready(before)
  })
  const isLarge = asks.some(({ why }) => why !== 'already-that-day')
  return warning(
    words.askHeading,
    isLarge ? [...lines, words.askZero, ...notesSaid(sum, at.language)] : lines,
  )
}

export const flagsPart = (lines: readonly string[]): Html | string =>
  lines.length === 0
    ? ''
    : html`<div class="flags">
        ${warningSign}
        <div>${lines.map((line) => html`<p>${line}</p>`)}</div>
      </div>`

/** Where the second person gives the own name and secret, on this device and for this act alone. */
export const secondPart = ({ language }: At, second: Second): Html => {
  const words = lendingFormWords.in(language)
  if (second.isOwn)
    return html`<section class="second">
      <h2>${words.ownWordSecret}</h2>
      <p>${words.ownWordMeaning}</p>
      ${second.practice ? html`<span class="mark">${savingWords.in(language).ownerPractice}</span>` : ''}
      ${second.fault === undefined ? '' : html`<p class="fault" role="alert">${second.fault}</p>`}
      ${field({ name: 'secret', label: words.ownWordSecret, type: 'password', maxLength: 200 })}
    </section>`
  return html`<section class="second">
    <h2>${words.secondHeading}</h2>
    <p>
      ${
        second.limit === undefined
          ? words.secondMeaning
          : words.secondBeyond(moneyInFigures(second.limit))
      }
    </p>
    ${practiceSecondPart(language, second.practice)}
    ${second.fault === undefined ? '' : html`<p class="fault" role="alert">${second.fault}</p>`}
    ${secondFields(language)}
  </section>`
}

/** The owner's own PIN, for what is kept in private and goes out. */
export type Owner = {
  readonly isPractice: boolean
  readonly fault?: string | undefined
  /** It is the money of whoever writes it down, or who had a hand in her word: another officer's word goes with it. */
  readonly asksAnother: boolean
  readonly practice: PracticeSecond
}

/** She types it herself, on this device and for this sum alone. */
const ownerPart = ({ language }: At, { isPractice, fault, asksAnother, practice }: Owner): Html => {
  const words = savingWords.in(language)
  return html`<section class="second">
    <h2>${words.ownerHeading}</h2>
    <p>${words.ownerMeaning}</p>
    ${isPractice ? html`<span class="mark">${words.ownerPractice}</span>` : ''}
    ${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
    ${field({ name: 'secret', label: words.ownerSecret, type: 'password', maxLength: 200 })}
    ${
      asksAnother
        ? html`<p>${words.ownerWrites}</p>
            ${practiceSecondPart(language, practice)} ${secondFields(language, 'secondSecret')}`
        : ''
    }
  </section>`
}

type Question = {
  readonly name: TaskName
  readonly form: Form
  readonly filled: Filled
  readonly effect: Effect
  readonly today: LocalDate
  /** The codes of the rules that it breaks, and would be recorded with. */
  readonly flags: readonly string[]
  readonly carried: Carried
  readonly second: Second | undefined
  readonly owner?: Owner | undefined
}

/** All that was filled in, to be read aloud, with what is read first. */
const readPart = (at: At, { form, filled, effect }: Question): Html => {
  const words = lendingFormWords.in(at.language)
  const when = fact(words.happenedOn, html`<b>${dateInWords(filled.day, at.language)}</b>`)
  return html`<section class="check loans">
      <h2>${form.title}</h2>
      ${form.whose ? whose(at, form.whose) : ''} ${contentPart(at, effect.lead ?? [])}
      ${readBack(form.fields, filled.of, when)}
    </section>
    ${contentPart(at, effect.told ?? [])}`
}

/** Money that changes hands, as the largest thing, with what it does; then what else was said of it. */
const moneyPart = (
  at: At,
  { form, filled, effect, today }: Question,
  { isOf, said, sum, on, note, lines = [] }: NonNullable<Effect['money']>,
): Html => {
  const rest = form.fields.filter(({ as }) => as !== 'number' && as !== 'day')
  return html`<section class="check ${isOf}">
      ${form.whose ? whose(at, form.whose) : ''}
      <h2>${picture(isOf)} <span>${said}</span></h2>
      ${largeAmount(sum, at.language)} ${note === undefined ? '' : html`<p>${note}</p>`}
      <dl class="facts">
        ${fact(
          on,
          html`<span class="together">${dateInWords(filled.day, at.language)}</span>`,
          html` (${daysFromToday({ day: filled.day, today }, at.language)})`,
        )}
        ${lines.map(factShown)}
      </dl>
    </section>
    ${contentPart(at, effect.told ?? [])} ${rest.length === 0 ? '' : readBack(rest, filled.of)}`
}

/** Asks whether it is right, with two buttons, the safe one first; a sum that is asked about again has one that says so. */
export const questionPage = (at: At, question: Question): Html => {
  const words = deskWordsAt(at)
  const { name, form, filled, effect, flags, carried, second, owner } = question
  const { money, asksAgain = [], flags: called = {}, warnings = [] } = effect
  const place = placeOf.record(at, name)
  const marks = flags.map((flag) => called[flag] ?? codeSaid(flag, at.language) ?? words.flagOther)
  const isLargeAsked = asksAgain.some(({ why }) => why !== 'already-that-day')
  // What is asked about the sum of this very form already is not asked twice.
  const doubts = doubtsIn(
    form.fields.filter(({ as }) => !(isLargeAsked && as === 'number')),
    filled.of,
  )
  const asked = money && asksAgain.length > 0 ? money.sum : doubts[0]
  const yes = asked ? words.yesCounted(moneyInFigures(asked)) : words.yesRecord
  const told = html`<p>${form.readAloud ?? words.readAloud} ${words.notYet}</p>
    ${money ? moneyPart(at, question, money) : readPart(at, question)}
    ${flagsPart([...marks, ...warnings])} ${money ? askAgainPart(at, asksAgain, money.sum) : ''}
    ${tenTimesPart(at.language, doubts) ?? ''}`
  const text = {
    heading: form.question,
    told,
    action: place,
    query: { [form.subject.field]: form.subject.id },
    hidden: carried,
    fields: [],
    more: owner ? ownerPart(at, owner) : second && secondPart(at, second),
    submit: yes,
    back: { change: `${place}/confirm`, label: words.noChange },
  }
  return formShown(behindDesk(at), text, unfilled())
}
