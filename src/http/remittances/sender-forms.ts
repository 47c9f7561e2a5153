import { channels, ratePattern } from '#domain/fund/channels.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { later } from '#domain/kernel/dates.ts'
import { type Currency, currencyCodes, latinDigits } from '#domain/kernel/money.ts'
import { bareReference, holds } from '#domain/remittances/reference.ts'
import type { Sent } from '#domain/remittances/sent.ts'
import {
  type SplitPart,
  type SplitUse,
  ruleFault,
  sharesMax,
  splitUses,
} from '#domain/remittances/split.ts'
import { bookOf } from '#src/app/queries.ts'
import { givenReferences } from '#src/app/remittances/references.ts'
import { keepSender, withRule, withSent } from '#src/app/remittances/senders.ts'
import { amountOrZero, amountTyped } from '#src/desk/entered.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  lineField,
  sumField,
} from '#src/desk/fields.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import type { FormOf, Taken, Typed } from '#src/http/form-pages.ts'
import {
  type SenderVisit,
  noSender,
  openSender,
  senderFrame,
  sentWords,
} from '#src/http/remittances/place.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { html } from 'hono/html'

type RuleVisit = SenderVisit & { readonly book: FundBook; readonly currency: Currency }

const inBook = async (visit: SenderVisit | Response): Promise<RuleVisit | Response> => {
  if (visit instanceof Response) return visit
  const { store, today } = visit.context.get('needs')
  const book = await bookOf(store, visit.code.fundId)
  if (!book) return noSender(visit.context)
  return { ...visit, book, currency: charterOf(book, later(today(), book.fund.openedOn)).currency }
}

/** So many parts have their fields; what needs more is rare. */
const places = ['1', '2', '3', '4']

const partFields = (visit: RuleVisit, place: string): readonly Field[] => {
  const { currency, context } = visit
  const language = context.get('language')
  const words = sentWords(visit)
  const fold = place === '1' ? {} : { fold: words.part(place) }
  return [
    choiceField({
      name: `use-${place}`,
      label: words.partUse,
      choices: choicesOf(splitUses, (use) => words[`use_${use}`]),
      fault: words.chooseOne,
      isOptional: true,
      ...fold,
    }),
    lineField({
      name: `reference-${place}`,
      label: words.partReference,
      hint: words.partReferenceHint,
      rule: (text) => (holds(bareReference(text)) ? bareReference(text) : undefined),
      fault: words['reference-wrong'],
      lengthMax: 30,
      isOptional: true,
      keepsTyped: true,
      ...fold,
    }),
    sumField(
      { language },
      { name: `fixed-${place}`, label: words.partFixed, currency, isOptional: true, ...fold },
    ),
    countField({
      name: `shares-${place}`,
      label: words.partShares,
      faults: faultsAll(words.sharesFault),
      max: sharesMax,
      isOptional: true,
      ...fold,
    }),
  ]
}

const partIn = (of: Typed, place: string, currency: Currency): SplitPart | undefined => {
  const [use, reference] = [of(`use-${place}`), of(`reference-${place}`)]
  const [fixed, shares] = [amountOrZero(of(`fixed-${place}`), currency), of(`shares-${place}`)]
  if (use === '' && reference === '') return undefined
  return {
    use: use as SplitUse,
    reference,
    ...(fixed === undefined ? {} : { fixed }),
    ...(shares === '' ? {} : { shares: Number(shares) }),
  }
}

/** The rule of today in the fields of a new one, its sums as they are typed. */
export const prefilledRule = ({
  sender,
  currency,
}: Pick<RuleVisit, 'sender' | 'currency'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (sender.rules.at(-1)?.parts ?? []).slice(0, places.length).flatMap((part, i) => {
      const place = places[i]!
      return [
        [`use-${place}`, part.use],
        [`reference-${place}`, part.reference],
        [`fixed-${place}`, part.fixed === undefined ? '' : amountTyped(part.fixed, currency)],
        [`shares-${place}`, part.shares === undefined ? '' : String(part.shares)],
      ]
    }),
  )

/** What is wrong with a part beside the book: whether its reference is good, and of what it is. */
const unlikeBook = async (
  visit: RuleVisit,
  parts: readonly (SplitPart & { readonly place: string })[],
): Promise<ReadonlyMap<string, string>> => {
  const words = sentWords(visit)
  const given = await givenReferences(visit.context.get('needs'), visit.code.fundId, visit.book)
  const faults = parts.flatMap(({ use, reference, place }): readonly [string, string][] => {
    const named = given.get(reference)
    const at = `reference-${place}`
    if (!named || named.isOld || named.kind === 'sender') return [[at, words['reference-not-here']]]
    return (use === 'loan') === (named.kind === 'loan') ? [] : [[at, words['reference-unlike-use']]]
  })
  return new Map(faults)
}

/** How money is split, from today on: set by whoever sends it, and seen by nobody else. */
export const ruleForm: FormOf<RuleVisit> = {
  path: remittancePath.sentRule,
  rule: 'public',
  find: async (context) => inBook(await openSender(context)),
  frame: senderFrame,
  form: (visit) => {
    const words = sentWords(visit)
    return {
      shown: 'savings',
      heading: words.ruleChange,
      told: html`<p>${words.ruleLead}</p>`,
      action: remittancePath.sentRule,
      fields: places.flatMap((place) => partFields(visit, place)),
      prefilled: prefilledRule(visit),
      submit: words.ruleKeep,
      back: { href: remittancePath.sent, label: words.leave },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, code, sender, currency } = visit
    const words = sentWords(visit)
    const parts = places.flatMap((place) => {
      const part = partIn(of, place, currency)
      return part ? [{ ...part, place }] : []
    })
    if (parts.length === 0) return { fault: words['parts-missing'] }
    const without = parts.find(({ use }) => !splitUses.includes(use))
    if (without) return { faults: new Map([[`use-${without.place}`, words.chooseOne]]) }
    const fault = ruleFault(parts)
    if (fault) {
      const name = fault.code === 'part-fixed-or-shares' ? 'fixed' : 'reference'
      const at = `${name}-${parts[fault.part]!.place}`
      return fault.code === 'rest-is-nobodys'
        ? { fault: words[fault.code] }
        : { faults: new Map([[at, words[fault.code]]]) }
    }
    const unlike = await unlikeBook(visit, parts)
    if (unlike.size > 0) return { faults: unlike }
    const rule = places.flatMap((place) => partIn(of, place, currency) ?? [])
    await keepSender(needs, code, withRule(sender, rule, context.get('needs').today()))
    return { next: `${remittancePath.sent}?said=rule` }
  },
}

/** Currencies of the countries that people send from, and riel. */
const currencies = currencyCodes

const rateField = (words: ReturnType<typeof sentWords>, name: 'rate' | 'midRate'): Field =>
  lineField({
    name,
    label: words[name],
    hint: words.rateHint,
    rule: (text) => {
      const rate = latinDigits(text)
      return ratePattern.test(rate) && Number(rate) > 0 ? rate : undefined
    },
    fault: words.rateFault,
    inputmode: 'decimal',
    lengthMax: 13,
    isOptional: name === 'midRate',
    keepsTyped: true,
  })

const minorOf = (of: Typed, name: string): number | undefined => {
  const currency = currencies.find((one) => one === of('currency'))
  return currency && amountOrZero(of(name), currency)
}

const sendingFields = (visit: SenderVisit, of: Typed): readonly Field[] => {
  const words = sentWords(visit)
  const language = visit.context.get('language')
  const today = visit.context.get('needs').today()
  const currency = currencies.find((one) => one === of('currency')) ?? 'THB'
  return [
    lineField({
      name: 'on',
      label: words.sentOn,
      isDay: true,
      rule: (text) => {
        const day = dayTyped(text)
        return day !== undefined && day <= today ? day : undefined
      },
      fault: words.dayFault,
      lengthMax: 20,
      keepsTyped: true,
    }),
    choiceField({
      name: 'channel',
      label: words.channel,
      choices: choicesOf(channels, (one) => words[`channel_${one}`]),
      fault: words.chooseOne,
    }),
    choiceField({
      name: 'currency',
      label: words.currency,
      choices: choicesOf(currencies, (one) => words[`currency_${one}`]),
      fault: words.chooseOne,
    }),
    sumField({ language }, { name: 'paid', label: words.paid, currency }),
    sumField({ language }, { name: 'fee', label: words.fee, currency, mayBeZero: true }),
    rateField(words, 'rate'),
    lineField({
      name: 'quotedAt',
      label: words.quotedAt,
      hint: words.quotedAtHint,
      rule: (text) => {
        const time = latinDigits(text)
        return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined
      },
      fault: words.quotedAtFault,
      lengthMax: 5,
      isOptional: true,
    }),
    rateField(words, 'midRate'),
  ]
}

/** What somebody wrote down of a sending: sum, fee, rate and when the rate was told, each by itself. */
export const sendingForm: FormOf<SenderVisit> = {
  path: remittancePath.sentMore,
  rule: 'public',
  find: openSender,
  frame: senderFrame,
  form: (visit, of) => {
    const words = sentWords(visit)
    return {
      shown: 'box',
      heading: words.sendingAdd,
      told: html`<p>${words.sendingLead}</p>`,
      action: remittancePath.sentMore,
      hidden: { id: visit.context.get('needs').ids() },
      fields: sendingFields(visit, of),
      submit: words.sendingKeep,
      back: { href: remittancePath.sent, label: words.leave },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { needs, code, sender } = visit
    const [paid, fee] = [minorOf(of, 'paid')!, minorOf(of, 'fee')!]
    if (fee >= paid) return { faults: new Map([['fee', sentWords(visit).feeAbovePaid]]) }
    const sent: Sent = {
      sentId: of('id'),
      on: of('on'),
      channel: of('channel') as Sent['channel'],
      currency: of('currency') as Currency,
      paid,
      fee,
      rate: of('rate'),
      quotedOn: of('on'),
      ...(of('quotedAt') === '' ? {} : { quotedAt: of('quotedAt') }),
      ...(of('midRate') === '' ? {} : { midRate: of('midRate') }),
    }
    await keepSender(needs, code, withSent(sender, sent))
    return { next: remittancePath.sent }
  },
}
