import type { LocalDate } from '#domain/kernel/dates.ts'
import type { ReversalReason } from '#domain/corrections/reversal.ts'
import { cashMoved } from '#domain/fund/meeting/cash.ts'
import type { CostKind } from '#domain/fund/costs.ts'
import type { DisputeAnswer } from '#domain/corrections/disputes.ts'
import type { Votes } from '#domain/fund/charter/charter.ts'
import type { Future } from '#domain/fund/future.ts'
import { heldOn } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import type { TalkGiven } from '#domain/fund/meeting/talks.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import type { Purpose, RefusalReason } from '#domain/loans/request/request-state.ts'
import type { Body, Entry } from '#domain/village.ts'
import { minuteRules } from '#src/app/meeting/minute-rules.ts'

export type Voted =
  | ({ readonly by: 'meeting' } & Votes)
  | { readonly by: 'officers'; readonly yes: number; readonly no: number }

/** One thing that a meeting decided or wrote down, by cards, numbers and sums; never by name. */
export type MinuteLine = {
  readonly seq: number
  readonly type: Body['type']
  readonly card?: string | undefined
  /** The loan's own number, or the code of a grant of whatever kind. */
  readonly number?: string | undefined
  readonly amount?: number
  /** Where it is nobody's matter, what for; a private one is a family need. */
  readonly purpose?: Purpose
  readonly isApproved?: boolean
  readonly reason?: RefusalReason
  readonly voted?: Voted
  readonly version?: number
  /** What became of the fund. */
  readonly future?: Future
  readonly answer?: DisputeAnswer
  readonly offices?: readonly { readonly office: Office; readonly cards: readonly string[] }[]
  /** Of a count of the box: what was missing; negative where there was too much. */
  readonly missing?: number
  /** Cards of who kept the box on that day: a difference stands beside them. */
  readonly boxKeepers?: readonly string[]
  /** The fund's own code of a disaster or need, and how many loans it touches. */
  readonly event?: string
  readonly loans?: number
  /** What a cost was spent on. */
  readonly cost?: CostKind
  /** What a talk was about, and how the village heard it. */
  readonly talk?: Pick<TalkGiven, 'topic' | 'way'>
  /** Why something was taken back. */
  readonly correction?: ReversalReason
}

/** What one may not hear of a neighbour is read as a family need. */
const openPurposes: readonly Purpose[] = ['farm', 'trade', 'school', 'house']
export const spokenPurpose = (purpose: Purpose): Purpose =>
  openPurposes.includes(purpose) ? purpose : 'family-need'

const votedIn = (ballot: Ballot): Voted => {
  if (ballot.by === 'meeting') return { by: 'meeting', ...ballot.hands }
  const yes = ballot.votes.filter(({ vote }) => vote === 'yes').length
  return { by: 'officers', yes, no: ballot.votes.length - yes }
}

type LineText = Omit<MinuteLine, 'seq' | 'type'>

const aboutLoan = ({ loans, requests, members }: FundBook, loanId: string) => {
  const loan = loans.find((one) => one.loanId === loanId)
  const asked = requests.find((one) => one.loanId === loanId)?.asked
  const memberId = loan?.memberId ?? asked?.memberId
  const card = members.find((member) => member.memberId === memberId)?.card
  return { asked, number: loan?.number, card }
}

const officesOf = (
  cardOf: (memberId: string) => string,
  elected: readonly { readonly office: Office; readonly memberId: string }[],
) =>
  [...Map.groupBy(elected, ({ office }) => office)].map(([office, ones]) => ({
    office,
    cards: ones.map(({ memberId }) => cardOf(memberId)).toSorted(),
  }))

/** What was decided about a loan, by its number once it has one and by the card until then. */
const ofLoan = (book: FundBook, body: Body): LineText | undefined => {
  switch (body.type) {
    case 'LoanDecided': {
      const { asked, number, card } = aboutLoan(book, body.loanId)
      const why = body.reason === undefined ? {} : { reason: body.reason }
      const sum = asked === undefined ? {} : { amount: asked.principal }
      const what = asked === undefined ? {} : { purpose: spokenPurpose(asked.purpose) }
      const isApproved = body.outcome === 'approved'
      return { number, card, ...sum, ...what, ...why, isApproved, voted: votedIn(body.ballot) }
    }
    case 'LoanPaidOut':
    case 'LoanPartPaidOut': {
      const { number, card } = aboutLoan(book, body.loanId)
      const amount =
        body.type === 'LoanPaidOut' ? (body.origin.amount ?? body.terms.principal) : body.amount
      return { number, card, amount }
    }
    case 'DecisionAppealed':
    case 'RequestWithdrawn':
    case 'SecurityReturned': {
      const { number, card } = aboutLoan(book, body.loanId)
      return { number, card }
    }
    case 'LoanRescheduled':
    case 'LoanConverted':
    case 'LoanWrittenOff': {
      const { number, card } = aboutLoan(book, body.loanId)
      const voted = 'ballot' in body ? { voted: votedIn(body.ballot) } : {}
      return { number, card, ...voted }
    }
    default:
      return undefined
  }
}

const ofCommittee = (book: FundBook, body: Body): LineText | undefined => {
  const cardOf = (id: string): string =>
    book.members.find(({ memberId }) => memberId === id)?.card ?? ''
  switch (body.type) {
    case 'CharterAmended':
      return { version: body.version, voted: { by: 'meeting', ...body.votes } }
    case 'FutureDecided':
      return { future: body.future, voted: { by: 'meeting', ...body.votes } }
    case 'OfficersElected':
      return { offices: officesOf(cardOf, body.elected) }
    case 'OfficerAppointed':
    case 'OfficeEnded':
      return { offices: officesOf(cardOf, [body]) }
    case 'OfficeHandedOver':
      return { offices: [{ office: body.office, cards: [cardOf(body.from), cardOf(body.to)] }] }
    case 'MemberAdmitted':
      return { card: body.card }
    case 'TalkGiven':
      return { talk: { topic: body.topic, way: body.way } }
    case 'AuditorsAdmitted':
    case 'AuditorsDismissed':
    case 'AuditorsRenewed':
    case 'PeriodClosed':
    case 'ReceivingAccountSet':
    case 'AwayCountRecorded':
    case 'PaperCompared':
    case 'UnexplainedAssigned':
    case 'ConfirmationBegun':
      return {}
    default:
      return undefined
  }
}

const ofRelief = (body: Body): LineText | undefined => {
  switch (body.type) {
    case 'ReliefRecorded':
      return { event: body.eventId, loans: body.touched.length }
    case 'EventDeclared':
    case 'EmergencyLineOpened':
      return { event: body.eventId }
    case 'ReliefActivated':
    case 'ReliefRenewed': {
      const { eventId: event, touched, ballot } = body
      return { event, loans: touched.length, voted: votedIn(ballot) }
    }
    case 'ReliefRatified':
      return { event: body.eventId, isApproved: body.isCarried, voted: votedIn(body.ballot) }
    case 'ReliefLapsed':
    case 'ReliefUndone':
      return { event: body.eventId, loans: body.loanIds.length }
    case 'EmergencyLinesPromised':
      return { voted: votedIn(body.ballot) }
    default:
      return undefined
  }
}

type CountBody = Extract<Body, { type: 'MeetingOpened' | 'MeetingClosed' }>

/** What a count found missing on its own day; what it explains of a later one is told there. */
const missingAt = ({ postings }: CountBody, day: LocalDate): number =>
  total(
    postings
      .filter(({ account, on }) => account === 'expense:cash-shortage' && on === day)
      .map(({ amount }) => amount),
  )

/** Cards of those who keep the box on a day, by office. */
export const boxKeepersOn = (
  { members }: Pick<FundBook, 'members'>,
  day: LocalDate,
): readonly string[] =>
  members
    .filter((member) => heldOn(member, day).some(({ office }) => office === 'box-keeper'))
    .map(({ card }) => card)

const ofMoney = (book: FundBook, { body, effectiveOn }: Entry): LineText | undefined => {
  switch (body.type) {
    case 'WithdrawalRequested':
      return { card: book.members.find(({ memberId }) => memberId === body.memberId)?.card }
    case 'SharedOut':
    case 'InterestOnSavingsPaid':
    case 'DeathSettled':
      return { voted: votedIn(body.ballot) }
    case 'DisputeAnswered':
      return { answer: body.answer }
    case 'GrantPaid':
      // Of no grant more than its code: what it was for and how much marks nobody.
      return { number: body.grantNumber }
    case 'SupportDecided': {
      // A vote afterwards on what could not wait reads like any other.
      const isApproved = body.outcome === 'approved' || body.outcome === 'ratified'
      return { number: body.code, isApproved, voted: votedIn(body.ballot) }
    }
    case 'ExpensePaid':
      return { amount: body.amount, ...(body.kind === undefined ? {} : { cost: body.kind }) }
    case 'SocialSupportPaid':
    case 'DonationReceived':
    case 'DonationReturned':
    case 'TransferRecorded':
    case 'MoneyBorrowed':
    case 'VentureSharesBought':
    case 'VentureMoved':
    case 'VentureProfitShared':
    case 'VentureLeft':
    case 'VentureClosed':
      return { amount: body.amount }
    case 'VentureFounded':
    case 'VentureCounted':
      return {}
    case 'EntryReversed': {
      const amount = Math.abs(cashMoved(body.postings))
      return { ...(amount === 0 ? {} : { amount }), correction: body.reason }
    }
    case 'MeetingOpened':
    case 'MeetingClosed':
      return {
        amount: body.count.amount,
        missing: missingAt(body, effectiveOn),
        boxKeepers: boxKeepersOn(book, effectiveOn),
      }
    default:
      return undefined
  }
}

/**
 * What a meeting's minutes say, one line each, in the order of the book. What was taken back is not in them; that it was,
 * is, so that nothing goes away unseen.
 */
export const minutesOf = (book: FundBook, entries: readonly Entry[]): readonly MinuteLine[] => {
  const takenBack = new Set(
    entries.flatMap(({ body }) => (body.type === 'EntryReversed' ? [body.reverses] : [])),
  )
  return entries.flatMap((entry): MinuteLine[] => {
    if (takenBack.has(entry.id)) return []
    const { seq, body } = entry
    if (minuteRules[body.type] !== 'told') return []
    const told =
      ofLoan(book, body) ?? ofCommittee(book, body) ?? ofRelief(body) ?? ofMoney(book, entry)
    return told === undefined ? [] : [{ seq, type: body.type, ...told }]
  })
}

/** How a meeting decided, by count alone: what may hang on a wall. */
export type Counts = {
  readonly approved: number
  readonly refused: number
  readonly others: number
}

const isDecision = ({ voted, offices, answer, type }: MinuteLine): boolean =>
  voted !== undefined || offices !== undefined || answer !== undefined || type === 'ReliefRecorded'

export const countsOf = (lines: readonly MinuteLine[]): Counts => {
  const onLoans = lines.filter(({ type }) => type === 'LoanDecided')
  const approved = onLoans.filter(({ isApproved }) => isApproved === true).length
  return {
    approved,
    refused: onLoans.length - approved,
    others: lines.filter(isDecision).length - onLoans.length,
  }
}
