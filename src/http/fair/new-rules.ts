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
import { typedSum } from '#src/desk/typed-sum.ts'
import type { Pages } from '#src/http/page.ts'
import { changesPart } from '#src/pages/fair/new-rules-page.ts'
import { type FairPlace, fairPaths, wayBackOf } from '#src/pages/fair/parts.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import { currencyName } from '#src/words/locale.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { fieldWords, lendingFormWords, networkWords, newRulesWords } from '#src/words/words.ts'

type RulesVisit = {
  readonly context: HttpContext
  readonly place: FairPlace
  /** The rules in force. */
  readonly charter: Charter
}

const wordsOf = ({ place }: RulesVisit) => newRulesWords.in(place.language)

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
const anewBy = ({ charter }: RulesVisit, of: (field: RuleField) => string) =>
  charterAnew(charter, of, { shown: shownIn(charter), read: readIn(charter) })

const ruleField = (visit: RulesVisit, name: RuleField): Field => {
  const { charter, place } = visit
  const { language } = place
  const words = wordsOf(visit)
  const shown = shownIn(charter)
  const { of, value } = charterFields(charter)[name]
  const { currency } = charter
  const hint = of === 'money' ? words.money(currencyName(currency, language)) : undefined
  const rate =
    of === 'percent-a-month' ? words.percentAMonth : of === 'percent' ? words.percent : hint
  const field = lineField({
    name,
    label: fieldWords.in(language)[name],
    ...(rate !== undefined && { hint: rate }),
    rule: (text) => {
      const { faults } = anewBy(visit, (field) => (field === name ? text : shown(field)))
      return faults.has(name) ? undefined : text
    },
    fault: words.faultField,
    lengthMax: 20,
  })
  // A rule that is nothing so far has no measure of its own.
  const sum = () =>
    typedSum({ currency, usual: Number(value) || undefined }, (text) =>
      amountOrZero(text, currency),
    )
  return of === 'money' ? { ...field, sum: sum() } : field
}

const orderField = (visit: RulesVisit): Field => {
  const { repaymentOrder: label, ...names } = fieldWords.in(visit.place.language)
  const words = { 'interest-first': names.interestFirst, 'principal-first': names.principalFirst }
  const choices = choicesOf(repaymentOrders, (order) => words[order])
  return choiceField({ name: 'repaymentOrder', label, choices, fault: wordsOf(visit).faultField })
}

const linesOf: readonly RuleField[] = [...rateFields, ...numberFields]

/** The first rule of each fold, in the order of the form; what comes before the first stands open. */
const folds = {
  shareValue: 'savings',
  meetingDay: 'meeting',
  savingsMultiple: 'loans',
  quorumPercent: 'box',
  membersPercent: 'surplus',
  reliefMonths: 'relief',
  termMonths: 'officers',
  supportPassport: 'support',
} as const satisfies Partial<Record<RuleField, string>>

const isFirst = (name: RuleField): name is keyof typeof folds => Object.hasOwn(folds, name)

/** The fold in which a rule is asked. */
const foldOf = (name: RuleField): (typeof folds)[keyof typeof folds] | undefined => {
  const first = linesOf.slice(0, linesOf.indexOf(name) + 1).findLast(isFirst)
  return first && folds[first]
}

const formOf = (visit: RulesVisit): FormText => {
  const { context, place, charter } = visit
  const words = wordsOf(visit)
  const own = fairPaths.newRules(place.fundId)
  return {
    heading: words.heading,
    whose: html`<p><bdi>${place.fundName}</bdi></p>`,
    told: html`<p>${words.lead}</p>`,
    after: html`<p class="quiet">${words.hard}</p>`,
    isUsualFolded: true,
    secretFirst: stepUpTo(context, own),
    action: own,
    hidden: { id: context.get('needs').ids() },
    fields: [
      ...linesOf.map((name) => {
        const fold = foldOf(name)
        return { ...ruleField(visit, name), ...(fold && { fold: words[`fold_${fold}`] }) }
      }),
      { ...orderField(visit), fold: words.fold_loans },
    ],
    prefilled: Object.fromEntries(
      [...linesOf, 'repaymentOrder' as const].map((name) => [name, shownIn(charter)(name)]),
    ),
    submit: words.toCheck,
    back: { href: fairPaths.rules(place.fundId), label: words.back },
  }
}

const votesMax = 99_999

/** How the meeting voted. */
const voteFields = (visit: RulesVisit): readonly Field[] => {
  const words = wordsOf(visit)
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
const voting = (visit: RulesVisit, anew: Charter): FormText => {
  const { context, place, charter } = visit
  const { language, fundId } = place
  const words = wordsOf(visit)
  const practice = context.get('needs').isPractice
    ? practiceBeside(context.get('fund').held)
    : undefined
  const { secondHeading: heading } = lendingFormWords.in(language)
  const second = secondQuestion(language, practice, { heading, text: words.secondLead })
  const own = fairPaths.newRules(fundId)
  return {
    heading: words.checkHeading,
    whose: html`<p><bdi>${place.fundName}</bdi></p>`,
    told: html`<p>${words.checkLead}</p>
      ${changesPart(changesBetween(charter, anew), { ...charter, language })}
      ${contentPart({ language, isPractice: false, fundId }, second.told)}`,
    secretFirst: stepUpTo(context, own),
    action: `${own}/vote`,
    at: own,
    fields: [...voteFields(visit), ...second.fields],
    submit: words.record,
    back: { href: fairPaths.rules(fundId), label: words.back },
  }
}

const recorded = (visit: RulesVisit, of: Typed, confirmedBy: string | undefined) => {
  const [present, yes, no] = ['present', 'yes', 'no'].map((name) => Number(of(name)))
  const amendment = {
    ...envelopeOf(visit.context, of('id')),
    type: 'AmendCharter' as const,
    charter: anewBy(visit, of).charter,
    votes: { present: present!, yes: yes!, no: no! },
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  }
  return sendOne(visit.context, amendment, {
    second: { login: of('login'), secret: of('secret') },
  })
}

/** New rules: proposed, read old beside new, and then voted on. */
const proposing: FormOf<RulesVisit> = {
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
  question: (visit, of) => {
    const words = wordsOf(visit)
    const { charter: anew } = anewBy(visit, of)
    if (charterFault(anew) !== undefined) return { fault: words.faultTogether }
    const isNew = changesBetween(visit.charter, anew).length > 0
    return isNew ? voting(visit, anew) : { fault: words.nothingNew }
  },
  take: async (visit, of) => {
    const { context, place } = visit
    const words = wordsOf(visit)
    const second = await askSecond(context, of, { action: 'AmendCharter' })
    if ('fault' in second) return { ...second, status: 403 }
    const answer = await recorded(visit, of, second.memberId)
    const refused = refusalSaid(networkWords.in(place.language), answer, {
      'quorum-missing': words.quorumMissing,
      'vote-lost': words.voteLost,
      'shares-stand-at-the-old-price': codeSaid('shares-stand-at-the-old-price', place.language)!,
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
