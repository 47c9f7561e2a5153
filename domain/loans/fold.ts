import type { LocalDate } from '#domain/kernel/dates.ts'
import type { WrittenDown } from '#domain/ledger/entry.ts'
import { type Loan, isLent } from '#domain/loans/loan.ts'
import type { LoanBody, OneLoanBody } from '#domain/loans/operations.ts'
import { requestAfter } from '#domain/loans/request/request-after.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

type Entry = { readonly id: string; readonly on: LocalDate }
type Dated = { readonly id: string; readonly on: LocalDate }

/** Money of one day gives one book in any order of writing: here an id sets nothing before anything else. */
const inOrder = <F extends Dated>(facts: readonly F[]): F[] =>
  facts.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))

type Begun = Extract<OneLoanBody, { readonly type: 'LoanTakenOver' | 'LoanPaidOut' }>

const begun = (body: Begun): Loan => {
  const { loanId, number, memberId, terms, origin } = body
  const until = 'moneyBackUntil' in body ? { moneyBackUntil: body.moneyBackUntil! } : {}
  const { securities } = body
  const taken = securities === undefined ? {} : { securities }
  const facts = { repayments: [], deferrals: [], writeOffs: [], ...taken }
  return { loanId, number, memberId, terms, origin, ...facts, ...until }
}

/** What is said of a repayment beside its sum. */
const saidOf = ({
  written,
  early,
  excessTo,
  place,
}: Extract<OneLoanBody, { readonly type: 'RepaymentRecorded' }>) => ({
  ...(written ? { written } : {}),
  ...(early === undefined ? {} : { early }),
  ...(excessTo === undefined ? {} : { excessTo }),
  ...(place === undefined ? {} : { from: place }),
})

/** The loan after an entry about it. */
const loanAfter = (before: Loan | undefined, body: OneLoanBody, { id, on }: Entry): Loan => {
  // What was paid out, reversed and is paid out again stays in the relief that its household was given.
  if (body.type === 'LoanTakenOver' || body.type === 'LoanPaidOut')
    return { ...begun(body), deferrals: before?.deferrals ?? [] }
  const loan = before!
  switch (body.type) {
    case 'LoanPartPaidOut':
      return { ...loan, draws: inOrder([...(loan.draws ?? []), { id, on, amount: body.amount }]) }
    case 'RepaymentRecorded': {
      const repayment = { id, on, amount: body.amount, ...saidOf(body) }
      return { ...loan, repayments: inOrder([...loan.repayments, repayment]) }
    }
    case 'RepaidFromSavings': {
      const netting = { id, on, amount: body.amount, from: 'savings' as const }
      return { ...loan, repayments: inOrder([...loan.repayments, netting]) }
    }
    case 'LateFinePaid': {
      const fine = { id, on, amount: body.amount }
      return { ...loan, fines: inOrder([...(loan.fines ?? []), fine]) }
    }
    case 'LoanRescheduled': {
      const { instalments, firstDueOn, dueDay } = body
      const change = { id, on, instalments, firstDueOn, dueDay }
      return { ...loan, planChanges: inOrder([...(loan.planChanges ?? []), change]) }
    }
    case 'LoanConverted': {
      const conversion = { id, on, rateMonthlyPercent: body.rateMonthlyPercent }
      return { ...loan, conversions: inOrder([...(loan.conversions ?? []), conversion]) }
    }
    case 'SecurityReturned': {
      const back = { id, on, security: body.security }
      return { ...loan, returns: inOrder([...(loan.returns ?? []), back]) }
    }
    case 'PayoutConfirmed': {
      const said = { id, on, amount: body.amount }
      return { ...loan, confirmations: inOrder([...(loan.confirmations ?? []), said]) }
    }
    case 'LoanWrittenOff':
      return { ...loan, writeOffs: inOrder([...loan.writeOffs, { id, on, amount: body.amount }]) }
    case 'RecoveryRecorded': {
      const recovery = { id, on, amount: body.amount }
      return { ...loan, recoveries: inOrder([...(loan.recoveries ?? []), recovery]) }
    }
  }
}

type SettledLoan = Extract<LoanBody, { readonly type: 'DeathSettled' }>['loans'][number]

const afterSettling = (
  { repayments, writeOffs, ...loan }: Loan,
  { netted, writtenOff }: SettledLoan,
  entry: Entry,
): Loan => ({
  ...loan,
  repayments:
    netted > 0
      ? inOrder([...repayments, { ...entry, amount: netted, from: 'savings' }])
      : repayments,
  writeOffs: writtenOff > 0 ? inOrder([...writeOffs, { ...entry, amount: writtenOff }]) : writeOffs,
})

/** What a village keeps of its loans. */
export type LoanState = {
  readonly loans: Map<string, Loan>
  readonly requests: Map<string, LoanRequest>
  /** Entries that stand in which somebody said that money of a loan has come: from then on the fund asks for it. */
  readonly payoutWords: Set<string>
}

const withState = (
  { requests }: Pick<LoanState, 'requests'>,
  loanId: string,
  [from, to]: readonly [LoanRequest['state'], LoanRequest['state']],
): void => {
  const request = requests.get(loanId)
  if (request?.state === from) requests.set(loanId, { ...request, state: to })
}

/** Money that is written as paid out when the fund asks whoever gets it, whatever day it is written for. */
const withAsking = ({ payoutWords }: LoanState, { type }: OneLoanBody, loan: Loan): Loan =>
  payoutWords.size > 0 && (type === 'LoanPaidOut' || type === 'LoanPartPaidOut')
    ? { ...loan, isAsked: true }
    : loan

/** Takes in what an entry says about loans or requests, in place. */
export const takeInLoan = (
  state: LoanState,
  body: LoanBody,
  { written, ...entry }: Entry & { readonly written: WrittenDown },
): void => {
  switch (body.type) {
    case 'LoanRequested':
    case 'RequestWithdrawn':
    case 'LoanAppraised':
    case 'CostDisclosed':
    case 'LoanDecided':
    case 'DecisionAppealed':
    case 'GuaranteeGiven':
      state.requests.set(
        body.loanId,
        requestAfter(state.requests.get(body.loanId), body, { ...written, on: entry.on }),
      )
      // A decision that is made up for finds the money gone out.
      if (isLent(state.loans, body.loanId)) withState(state, body.loanId, ['approved', 'paid-out'])
      return
    case 'PaymentSpread':
      for (const { loanId, amount } of body.parts) {
        const loan = state.loans.get(loanId)!
        const part = { ...entry, amount }
        if (amount > 0)
          state.loans.set(loanId, { ...loan, repayments: inOrder([...loan.repayments, part]) })
      }
      return
    case 'DeathSettled':
      for (const part of body.loans) {
        const loan = state.loans.get(part.loanId)!
        state.loans.set(part.loanId, afterSettling(loan, part, entry))
      }
      return
    default:
      if (body.type === 'LoanPaidOut') withState(state, body.loanId, ['approved', 'paid-out'])
      if (body.type === 'PayoutConfirmed') state.payoutWords.add(entry.id)
      state.loans.set(
        body.loanId,
        withAsking(state, body, loanAfter(state.loans.get(body.loanId), body, entry)),
      )
  }
}

const without = <F extends Dated>(facts: readonly F[], id: string): F[] =>
  facts.filter((fact) => fact.id !== id)

/** The loan as if one of its facts had never been written down; void where that is how it began. */
export const loanWithout = (loan: Loan, entryId: string, isItsBeginning: boolean): Loan => {
  if (isItsBeginning) return { ...loan, isVoid: true }
  const { draws, planChanges, recoveries, fines, conversions, returns, confirmations } = loan
  return {
    ...loan,
    repayments: without(loan.repayments, entryId),
    writeOffs: without(loan.writeOffs, entryId),
    ...(draws ? { draws: without(draws, entryId) } : {}),
    ...(planChanges ? { planChanges: without(planChanges, entryId) } : {}),
    ...(recoveries ? { recoveries: without(recoveries, entryId) } : {}),
    ...(fines ? { fines: without(fines, entryId) } : {}),
    ...(conversions ? { conversions: without(conversions, entryId) } : {}),
    ...(returns ? { returns: without(returns, entryId) } : {}),
    ...(confirmations ? { confirmations: without(confirmations, entryId) } : {}),
  }
}

/** What moved money of a loan or changed its plan. */
const movesOn = (loan: Loan): readonly Dated[] => [
  ...loan.repayments,
  ...loan.writeOffs,
  ...(loan.draws ?? []),
  ...(loan.planChanges ?? []),
  ...(loan.recoveries ?? []),
  ...(loan.fines ?? []),
  ...(loan.conversions ?? []),
  ...(loan.returns ?? []),
]

const idsInOrder = (facts: readonly Dated[]): string[] => inOrder(facts).map(({ id }) => id)

/** Entries that moved money of a loan or changed its plan; a word that its money has come does neither. */
export const movedOn = (loan: Loan): string[] => idsInOrder(movesOn(loan))

/** Entries about a loan that stand on its pay-out and must be reversed before it. */
export const standingOn = (loan: Loan): string[] =>
  idsInOrder([...movesOn(loan), ...(loan.confirmations ?? [])])

/** What was paid out and reversed may be paid out again. */
export const requestOpenedAgain = (state: LoanState, loanId: string): void =>
  withState(state, loanId, ['paid-out', 'approved'])
