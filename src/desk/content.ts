import type { LocalDate } from '#domain/kernel/dates.ts'
import type { usualOffers } from '#domain/fairness/offers.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Quote } from '#domain/loans/plan/quote.ts'
import type { BesideOthers } from '#src/app/lending/fair-quote.ts'
import type { QueuePlace } from '#src/app/lending/lending-queue.ts'
import type { RequestView } from '#src/app/lending/loan-view.ts'
import type { Money } from '#src/words/locale.ts'
import type { WithdrawalAnswer } from '#domain/savings/queue.ts'
import type { ListedEvent, MovedLoan } from '#src/app/relief-view.ts'
import type { ShareOutView } from '#src/app/members/savings-view.ts'

/** How much something matters on its page. */
type Tone = 'main' | 'strong'

/** One line that says something: what, and how much or which. */
export type Fact = {
  readonly label: string
  readonly tone?: Tone
  /** What is said below it, piece by piece. */
  readonly below?: readonly string[]
  /** The payment to come that it tells of. */
  readonly due?: {
    readonly loanId: string
    readonly on: LocalDate
    /** How much of it is interest, in words. */
    readonly interest?: string | undefined
  }
} & (
  | { readonly money: Money }
  | {
      readonly text: string
      /** A mark of the fund's own: a card, a name, a zone, in whatever script. */
      readonly isMark?: true
    }
  | { readonly hash: string }
)

export type Change = { readonly before: Money; readonly after: Money }

/** Something that is told beside a form or before a question, as data: the server prints it, a phone draws it. */
export type Part =
  | { readonly is: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly is: 'note'
      readonly text: string
      readonly tone?: 'strong' | 'alert' | 'calm' | 'good' | 'mark'
    }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'list'; readonly heading: string; readonly lines: readonly string[] }
  | { readonly is: 'link'; readonly href: string; readonly label: string }
  /** A sum as the largest thing of its page, in figures and in words. */
  | { readonly is: 'sum'; readonly money: Money }
  | ({ readonly is: 'balance'; readonly label: string } & Change)
  /** Officers who have no part in a vote. */
  | { readonly is: 'stepped-out'; readonly officers: readonly string[] }
  | {
      readonly is: 'withdrawal-answer'
      readonly answer: WithdrawalAnswer
      readonly currency: Currency
    }
  /** What a loan that is asked for would cost and what the rules say; `still` is what they do not say yet. */
  | {
      readonly is: 'loan-price'
      readonly quote: Quote
      readonly loanId?: string | undefined
      readonly rulings: readonly Ruling[]
      readonly still: readonly string[]
      /** What no vote lends stands at the head of the page, and is not said twice. */
      readonly isRefusalAbove?: true | undefined
      /** It stands beside what is to be done, and a phone folds its parts. */
      readonly isBeside?: true | undefined
    }
  | {
      readonly is: 'price-beside-others'
      readonly quote: Quote
      readonly beside: BesideOthers<keyof typeof usualOffers>
    }
  /** What is known of a request before the vote. */
  | {
      readonly is: 'guarantors'
      readonly view: RequestView
      readonly currency: Currency
    }
  | { readonly is: 'queue-place'; readonly place: QueuePlace }
  | {
      readonly is: 'share-out-totals' | 'share-out-plan'
      readonly view: ShareOutView
      readonly currency: Currency
    }
  /** Which event it is, and how far it has come. */
  | { readonly is: 'event'; readonly event: ListedEvent }
  /** Loans that an event puts off, each before and after. */
  | {
      readonly is: 'moved-loans'
      readonly rows: readonly MovedLoan[]
      readonly currency: Currency
    }
  /** Balances that something would change, by what each account is called. */
  | {
      readonly is: 'balances'
      readonly balances: readonly (Change & { readonly label: string })[]
    }
  /** The own secret has to be given again first; `back` is this form. */
  | { readonly is: 'secret-first'; readonly back: string }
  /** Who is elected, with the votes of each, and the last day of the term. */
  | { readonly is: 'elected'; readonly elected: readonly string[]; readonly until: LocalDate }

export type Content = readonly Part[]

/** What is told under a name, of which several may share what they say. */
export type PartOf<Is extends Part['is'], One = Part> = One extends { readonly is: infer Names }
  ? Is extends Names
    ? One
    : never
  : never

type Note = PartOf<'note'>

export const note = (text: string, tone?: Note['tone']): Note => ({
  is: 'note',
  text,
  ...(tone && { tone }),
})
export const facts = (...lines: readonly (Fact | false | undefined)[]): Part => ({
  is: 'facts',
  facts: lines.filter((line) => line !== false && line !== undefined),
})
