import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Body, Entry } from '#domain/village.ts'
import type { returnSecurity } from '#domain/loans/operations/returning.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import type { LenderKind } from '#domain/loans/request/request-state.ts'
import { countedIn } from '#src/app/lending/loan-view.ts'
import { comesWith } from '#src/desk/comes-with.ts'
import { cardOf, currencyOf } from '#src/desk/desk.ts'
import { boxLines } from '#src/desk/entries/box.ts'
import type { Line, Telling } from '#src/desk/entries/line.ts'
import { peopleLines } from '#src/desk/entries/people.ts'
import { seldomLines } from '#src/desk/entries/seldom.ts'
import { securityNamed } from '#src/words/older-task-words.ts'
import { olderWords } from '#src/words/report-words.ts'
import { buyOutWords, lendingFormWords, lendingWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** Whose entry it is: by name, by a loan, or by what was asked for. */
export const memberOfEntry = ({ loans, requests }: FundBook, body: Body): string | undefined => {
  if (body.type === 'LoanRequested') return body.asked.memberId
  if ('memberId' in body) return body.memberId
  if (!('loanId' in body)) return undefined
  return (
    loans.find(({ loanId }) => loanId === body.loanId)?.memberId ??
    requests.find(({ loanId }) => loanId === body.loanId)?.asked.memberId
  )
}

/** The loan that an entry is about, where it has a number. */
export const loanOfEntry = ({ loans }: FundBook, body: Body) =>
  'loanId' in body ? loans.find(({ loanId }) => loanId === body.loanId) : undefined

/** The sum that an entry is about. */
export const sumOfEntry = (body: Body): number | undefined => {
  if (body.type === 'LoanPaidOut' || body.type === 'LoanTakenOver')
    return body.origin.kind === 'taken-over'
      ? body.origin.owed
      : (body.origin.amount ?? body.terms.principal)
  if (body.type === 'BorrowingRepaid') return body.principal + body.interest
  if (body.type === 'InterestOnSavingsPaid') return body.total
  return 'amount' in body ? body.amount : undefined
}

const voteLines = ({ language, book, isOwn }: Telling, ballot: Ballot): Line[] => {
  const words = lendingWords.in(language)
  const { by, yes, no, recused, present } = countedIn(ballot)
  const confirmedBy = isOwn ? words.theChair : cardOf(book, ballot.confirmedBy)
  return [
    [words.decided, by === 'officers' ? words.byOfficers : words.byMeeting],
    ...(present === undefined ? [] : [[words.present, String(present)] as const]),
    [words.yes, String(yes)],
    [words.no, String(no)],
    ...(recused === 0 ? [] : [[words.steppedOut, String(recused)] as const]),
    [words.confirmedBy, confirmedBy],
  ]
}

/** Whose debts the money ends: kinds alone are in the book. */
const lenderLines = ({ language }: Telling, kinds: readonly LenderKind[] = []): Line[] => {
  const words = buyOutWords.in(language)
  const { lendersPaid } = lendingFormWords.in(language)
  return kinds.map((kind) => [lendersPaid, words[`kind-${kind}`]])
}

const ofRequest = (telling: Telling, body: Body): Line[] => {
  const { language, book, isOwn } = telling
  const words = lendingWords.in(language)
  const form = lendingFormWords.in(language)
  const currency = currencyOf(telling)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  switch (body.type) {
    case 'LoanRequested':
      return [
        [words.askedFor, money(body.asked.principal)],
        [words.months, String(body.asked.months)],
        [words.product, words[`product_${body.asked.product}`]],
        [words.purpose, words[`purpose_${body.asked.purpose}`]],
        ...comesWith(body.asked, { language, currency }),
      ]
    case 'LoanAppraised':
      return [
        [form.finding, words[`finding_${body.finding}`]],
        ...(body.burden === undefined
          ? []
          : [[form.burden, form[`burden_${body.burden}`]] as const]),
        ...(body.lightens ? [[form.lightens, form.yes] as const] : []),
        ...(body.agencySeenBy === undefined || isOwn
          ? []
          : [[form.agencySeenBy, cardOf(book, body.agencySeenBy)] as const]),
        ...(isOwn
          ? []
          : [
              [
                body.signedBy === undefined ? form.appraisedFor : form.appraisedBy,
                cardOf(book, body.appraisedBy),
              ] as const,
            ]),
      ]
    case 'CostDisclosed':
      return [
        [form.disclosedIn, form[`disclosedIn_${body.language}`]],
        [form.disclosedPayout, dateInWords(body.paidOutOn, language)],
        [words.textHash, body.textHash],
      ]
    case 'LoanDecided':
      return [
        [words.decided, words[`outcome_${body.outcome}`]],
        ...voteLines(telling, body.ballot),
        ...(body.reason === undefined
          ? []
          : [[words.reason, words[`reason_${body.reason}`]] as const]),
      ]
    case 'GuaranteeGiven':
      return isOwn
        ? [[words.guarantors, words.guarantorCount(String(body.guarantees.length))]]
        : body.guarantees.map(
            ({ memberId, upTo }) => [cardOf(book, memberId), words.upTo(money(upTo))] as const,
          )
    default:
      return []
  }
}

/** What came back to its owner, and how many saw it. */
const returnLines = (
  { language }: Telling,
  { security, proof }: BodyOf<typeof returnSecurity>,
): Line[] => [
  [olderWords.in(language).whatBack, securityNamed(security, language)],
  [olderWords.in(language).seenBy, String(proof?.witnesses?.length ?? 0)],
]

const spreadLines = (
  book: FundBook,
  parts: readonly { readonly loanId: string; readonly amount: number }[],
  money: (amount: number) => string,
): Line[] =>
  parts.map(({ loanId, amount }) => {
    const number = book.loans.find((loan) => loan.loanId === loanId)?.number ?? '?'
    return [number, money(amount)]
  })

/** What an entry says beside its sum, as lines to read; to a household without other people's cards. */
export const linesOf = (telling: Telling, { body }: Entry): readonly Line[] => {
  const { language, book, isOwn } = telling
  const words = lendingWords.in(language)
  const form = lendingFormWords.in(language)
  const money = (amount: number): string =>
    moneyInFigures({ amount, currency: currencyOf(telling) })
  switch (body.type) {
    case 'LoanRescheduled':
      return [
        [
          words.fact_rescheduled,
          words.newPlan(String(body.instalments), dateInWords(body.firstDueOn, language)),
        ],
        ...voteLines(telling, body.ballot),
      ]
    case 'LoanConverted': {
      const older = olderWords.in(language)
      return [
        [older.rateThen, `${body.rateMonthlyPercent} %`],
        [older.givenUp, money(body.givenUp)],
        ...voteLines(telling, body.ballot),
      ]
    }
    case 'SecurityReturned':
      return returnLines(telling, body)
    case 'LoanWrittenOff':
      return 'ballot' in body ? voteLines(telling, body.ballot) : []
    case 'LateFinePaid':
      return [
        [form.fineAllowed, money(body.allowed)],
        [form.fineFor, dateInWords(body.dueOn, language)],
      ]
    case 'PaymentSpread':
      return isOwn ? [] : spreadLines(book, body.parts, money)
    case 'LoanPaidOut':
    case 'LoanPartPaidOut':
      return lenderLines(telling, body.lenderKinds)
    case 'SuspenseReleased':
      return [[form.waitingTo, form[`to_${body.to}`]]]
    case 'EntryReversed':
      return [
        [form.correctionReason, form[`correction_${body.reason}`]],
        ...(isOwn ? [] : [[form.approvedBy, cardOf(book, body.approvedBy)] as const]),
      ]
    default:
      return (
        boxLines(telling, body) ??
        seldomLines(telling, body) ?? [
          ...ofRequest(telling, body),
          ...(isOwn ? [] : peopleLines(telling, body)),
        ]
      )
  }
}
