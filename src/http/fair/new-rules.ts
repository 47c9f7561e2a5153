import { html } from 'hono/html'
import { type Charter, charterOn, repaymentOrders } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { changesBetween, charterFields } from '#src/app/charter-history.ts'
import {
  type NumberField,
  type RuleField,
  charterAnew,
  numberFields,
  rateFields,
} from '#src/app/new-rules.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { amountOrZero, amountTyped } from '#src/desk/entered.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  lineField,
} from '#src/desk/fields.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fairPlaceOf } from '#src/http/fair/pages.ts'
import { type FormOf, type Typed, formPages, sentForm } from '#src/http/form-pages.ts'
import { sendOne } from '#src/http/gate.ts'
import { nothingHere } from '#src/http/household.ts'
import { envelopeOf, refusalSaid } from '#src/http/network/deciding.ts'
import { stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { changesTold } from '#src/pages/fair/new-rules-page.ts'
import { type FairPlace, fairPaths, wayBackOf } from '#src/pages/fair/parts.ts'
import { toldShown } from '#src/pages/desk/told.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { secondAsked } from '#src/pages/forms/second.ts'
import { currencyName } from '#src/words/locale.ts'
import { fieldWords, lendingFormWords, networkWords, newRulesWords } from '#src/words/words.ts'

type RulesRoom = {
  readonly context: HttpContext
  readonly place: FairPlace
  /** The rules in force. */
  readonly charter: Charter
}

const wordsOf = ({ place }: RulesRoom) => newRulesWords.in(place.language)

/** What stands in a field before anybody changes it: a sum as it is typed, any other value as it is. */
export const shownIn =
  (charter: Charter) =>
  (field: RuleField): string => {
    const { of, value } = charterFields(charter)[field]
    return of === 'money' ? amountTyped(value, charter.currency) : String(value)
  }

/** A sum or a count as it is typed; the charter itself says later whether it can be so large. */
const readIn =
  (charter: Charter) =>
  (text: string, field: NumberField): number | undefined => {
    if (charterFields(charter)[field].of === 'money') return amountOrZero(text, charter.currency)
    const digits = latinDigits(text.trim())
    return /^\d{1,5}$/.test(digits) ? Number(digits) : undefined
  }

/** The rules with some fields set anew; what nobody changed stays as the charter has it. */
const anewBy = ({ charter }: RulesRoom, of: (field: RuleField) => string) =>
  charterAnew(charter, of, { shown: shownIn(charter), read: readIn(charter) })

const ruleField = (room: RulesRoom, name: RuleField): Field => {
  const { charter, place } = room
  const { language } = place
  const words = wordsOf(room)
  const shown = shownIn(charter)
  const { of } = charterFields(charter)[name]
  const hint = of === 'money' ? words.money(currencyName(charter.currency, language)) : undefined
  const rate = of === 'percent-a-month' ? words.percentAMonth : hint
  return lineField({
    name,
    label: fieldWords.in(language)[name],
    ...(rate !== undefined && { hint: rate }),
    rule: (text) => {
      const { faults } = anewBy(room, (field) => (field === name ? text : shown(field)))
      return faults.has(name) ? undefined : text
    },
    fault: words.faultField,
    lengthMax: 20,
  })
}

const orderField = (room: RulesRoom): Field => {
  const { repaymentOrder: label, ...names } = fieldWords.in(room.place.language)
  const words = { 'interest-first': names.interestFirst, 'principal-first': names.principalFirst }
  const choices = choicesOf(repaymentOrders, (order) => words[order])
  return choiceField({ name: 'repaymentOrder', label, choices, fault: wordsOf(room).faultField })
}

const linesOf = [...rateFields, ...numberFields]

const formOf = (room: RulesRoom): FormText => {
  const { context, place, charter } = room
  const words = wordsOf(room)
  const own = fairPaths.newRules(place.fundId)
  return {
    heading: words.heading,
    whose: html`<p><bdi>${place.fundName}</bdi></p>`,
    told: html`<p>${words.lead}</p>
      <p>${words.hard}</p>`,
    secretFirst: stepUpTo(context, own),
    action: own,
    hidden: { id: context.get('needs').ids() },
    fields: [...linesOf.map((name) => ruleField(room, name)), orderField(room)],
    prefilled: Object.fromEntries(
      [...linesOf, 'repaymentOrder' as const].map((name) => [name, shownIn(charter)(name)]),
    ),
    submit: words.toCheck,
    back: { href: fairPaths.rules(place.fundId), label: words.back },
  }
}

const votesMax = 99_999

/** How the meeting voted. */
const voteFields = (room: RulesRoom): readonly Field[] => {
  const words = wordsOf(room)
  const begins = { heading: words.votes, text: words.votesHint }
  return (['present', 'yes', 'no'] as const).map((name) =>
    countField({
      name,
      label: words[name],
      faults: faultsAll(words.votesWrong),
      mayBeZero: true,
      max: votesMax,
      ...(name === 'present' && { begins }),
    }),
  )
}

/** Old beside new, before anybody raises a hand; the vote is written down below it. */
const voting = (room: RulesRoom, anew: Charter): FormText => {
  const { context, place, charter } = room
  const { language, fundId } = place
  const words = wordsOf(room)
  const practice = context.get('needs').isPractice
    ? practiceBeside(context.get('fund').held)
    : undefined
  const { secondHeading: heading } = lendingFormWords.in(language)
  const second = secondAsked(language, practice, { heading, text: words.secondLead })
  const own = fairPaths.newRules(fundId)
  return {
    heading: words.checkHeading,
    whose: html`<p><bdi>${place.fundName}</bdi></p>`,
    told: html`<p>${words.checkLead}</p>
      ${changesTold(changesBetween(charter, anew), { ...charter, language })}
      ${toldShown({ language, isPractice: false, fundId }, second.told)}`,
    secretFirst: stepUpTo(context, own),
    action: `${own}/vote`,
    at: own,
    fields: [...voteFields(room), ...second.fields],
    submit: words.record,
    back: { href: fairPaths.rules(fundId), label: words.back },
  }
}

const recorded = (room: RulesRoom, of: Typed, confirmedBy: string | undefined) => {
  const [present, yes, no] = ['present', 'yes', 'no'].map((name) => Number(of(name)))
  const amendment = {
    ...envelopeOf(room.context, of('id')),
    type: 'AmendCharter' as const,
    charter: anewBy(room, of).charter,
    votes: { present: present!, yes: yes!, no: no! },
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  }
  return sendOne(room.context, amendment, {
    second: { login: of('login'), secret: of('secret') },
  })
}

/** New rules: proposed, read old beside new, and then voted on. */
const proposing: FormOf<RulesRoom> = {
  path: '/funds/:fundId/rules/new',
  rule: 'AmendCharter',
  find: async (context) => {
    const { store, today } = context.get('needs')
    const book = await bookOf(store, context.get('fund').fundId)
    if (!book) return nothingHere(context)
    const { charter } = charterOn(book.fund.charters, today())
    return { context, place: await fairPlaceOf(context, {}), charter }
  },
  frame: async ({ place }) => ({
    ...place,
    printedFor: place.fundName,
    back: wayBackOf(place),
  }),
  form: formOf,
  isAskedUntilSure: true,
  question: (room, of) => {
    const words = wordsOf(room)
    const { charter: anew } = anewBy(room, of)
    if (charterFault(anew) !== undefined) return { fault: words.faultTogether }
    const isNew = changesBetween(room.charter, anew).length > 0
    return isNew ? voting(room, anew) : { fault: words.nothingNew }
  },
  take: async (room, of) => {
    const { context, place } = room
    const words = wordsOf(room)
    const second = await askSecond(context, of, { action: 'AmendCharter' })
    if ('fault' in second) return { ...second, status: 403 }
    const answer = await recorded(room, of, second.memberId)
    const refused = refusalSaid(networkWords.in(place.language), answer, {
      'quorum-missing': words.quorumMissing,
      'vote-lost': words.voteLost,
      'rate-above-cap': words.rateAboveCap,
      'more-votes-than-present': words.moreVotes,
      'charter-cannot-hold': words.faultTogether,
    })
    return refused === undefined
      ? { next: fairPaths.rules(place.fundId) }
      : { fault: refused, status: 409 }
  },
}

export const newRulesPages = (pages: Pages): void => {
  formPages(pages, proposing)
  pages.post(`${proposing.path}/vote`, proposing.rule, sentForm(proposing))
}
