import { h, type JSX } from 'preact'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { Content, Fact, Part, PartOf } from '#src/desk/content.ts'
import { rulingSaid } from '#src/pages/fair/ruling-text.ts'
import { costLines, verdictOf } from '#src/pages/quote/price-text.ts'
import { alert, facts } from '#src/pwa/screens/parts.ts'
import { sumShown } from '#src/pwa/screens/sum.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures, shortDate } from '#src/words/locale.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import {
  askingWords,
  deskWords,
  gatesWords,
  lendingFormWords,
  reliefWords,
} from '#src/words/words.ts'

type At = { readonly language: Language }

const factSaid = (one: Fact): readonly [label: string, said: string] => {
  if ('money' in one) return [one.label, moneyInFigures(one.money)]
  return [one.label, 'hash' in one ? one.hash : one.text]
}

/** What is handed over and what is brought, first; all else of the price in a fold. */
const price = (
  { language }: At,
  { quote, rulings, still }: PartOf<'loan-price'>,
): readonly JSX.Element[] => {
  const words = quoteWords.in(language)
  const gates = gatesWords.in(language)
  const asking = askingWords.in(language)
  const { currency, principal, fee, totalToRepay, interest, rows } = quote
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { tone, heading, why } = verdictOf({ quote, language })
  const ruled = (one: Ruling): JSX.Element => {
    const { is, said, hard } = rulingSaid(one, language)
    return alert([h('strong', {}, `${is}: `), said, ' ', hard], one.is === 'refused' ? 'bad' : '')
  }
  const more = costLines({ quote, language })
  const largest = Math.max(...rows.map(({ total }) => total))
  const [first, last] = [rows[0]!, rows.at(-1)!]
  return [
    facts([
      [gates.receives, money(principal - fee)],
      [`${asking.payments}: ${rows.length} ×`, money(largest)],
      [gates.inAll, money(totalToRepay)],
    ]),
    ...(tone === 'bad' ? [alert([h('strong', {}, heading), ' ', why], 'bad')] : []),
    ...rulings.filter(({ is }) => is === 'refused').map(ruled),
    h('details', {}, [
      h('summary', {}, words.cost),
      h('p', {}, words.ofItInterest(money(interest))),
      ...rulings.filter(({ is }) => is !== 'refused').map(ruled),
      facts([
        [
          asking.firstAndLast,
          `${shortDate(first.dueOn, language)} – ${shortDate(last.dueOn, language)}`,
        ],
        ...more.map(([label, said]) => [label, said] as const),
      ]),
      ...still.map((line) => h('p', { class: 'quiet' }, line)),
    ]),
  ]
}

const event = ({ language }: At, { event: one }: PartOf<'event'>): readonly JSX.Element[] => {
  const words = reliefWords.in(language)
  const day = (on: string): string => dateInWords(on, language)
  return [
    h('h2', {}, `${words[`kind_${one.kind}`]} · ${one.eventId}`),
    facts([
      [words.began, day(one.from ?? one.declaredOn)],
      ...(one.until === undefined ? [] : [[words.until, day(one.until)] as const]),
    ]),
  ]
}

const moved = (
  { language }: At,
  { rows, currency }: PartOf<'moved-loans'>,
): readonly JSX.Element[] => {
  const words = reliefWords.in(language)
  return [
    h('p', { class: 'quiet' }, `${words.owed} · ${words.next}`),
    facts(
      rows.map(({ card, number, owed, before, after }) => [
        `${card} · ${number}`,
        `${moneyInFigures({ amount: owed, currency })} · ${shortDate(before.next, language)} → ${shortDate(after.next, language)}`,
      ]),
    ),
  ]
}

const tones = { strong: '', alert: 'bad', calm: '', good: 'good', mark: '' } as const

type Drawn<Is extends Part['is']> = (at: At, part: PartOf<Is>) => readonly JSX.Element[]

const nothing = (): readonly JSX.Element[] => []

/** What a phone draws. What stands on pages alone, and belongs to no act that a phone offers, it leaves out. */
const drawn: { readonly [Is in Part['is']]: Drawn<Is> } = {
  facts: (_, part) => [facts(part.facts.map(factSaid))],
  note: (_, { text, tone }) => {
    if (tone === undefined) return [h('p', {}, text)]
    return tone === 'strong' ? [h('p', {}, h('strong', {}, text))] : [alert(text, tones[tone])]
  },
  heading: (_, { text }) => [h('h2', {}, text)],
  list: (_, { heading, lines }) => [
    h('h2', {}, heading),
    h(
      'ul',
      {},
      lines.map((line) => h('li', {}, line)),
    ),
  ],
  sum: (at, { money }) => [sumShown(money, at)],
  balance: ({ language }, { label, before, after }) => {
    const words = deskWords.in(language)
    return [
      h('h2', {}, label),
      facts([
        [words.before, moneyInFigures(before)],
        [words.after, moneyInFigures(after)],
      ]),
    ]
  },
  'stepped-out': ({ language }, { officers }) => [
    h('details', {}, [
      h('summary', {}, lendingFormWords.in(language).stepOut),
      h(
        'ul',
        {},
        officers.map((one) => h('li', {}, one)),
      ),
    ]),
  ],
  'loan-price': price,
  event,
  'moved-loans': moved,
  link: nothing,
  'price-beside-others': nothing,
  'withdrawal-answer': nothing,
  guarantors: nothing,
  'queue-place': nothing,
  'share-out-totals': nothing,
  'share-out-plan': nothing,
  balances: nothing,
  'secret-first': nothing,
  elected: nothing,
}

/** What is told beside a form or before a question, as a phone draws it. */
export const contentShown = (at: At, told: Content): readonly JSX.Element[] =>
  told.flatMap((part) => (drawn[part.is] as Drawn<Part['is']>)(at, part as never))

const first: readonly Part['is'][] = ['loan-price', 'sum', 'balance', 'event', 'moved-loans']

/** What is read before anything is said yes to, and what is looked at by those who ask for more. */
export const firstOf = (told: Content): readonly [first: Content, rest: Content] => {
  const isFirst = (part: Part): boolean =>
    first.includes(part.is) || (part.is === 'note' && part.tone === 'alert')
  return [told.filter(isFirst), told.filter((part) => !isFirst(part))]
}
