/* The facts of a fund as the accepted commands tell them, for the second count of its books. */
import type { Command } from '#domain/village.ts'
import type { CommandOf, CommandType } from '#test/sim/kinds.ts'
import * as lending from '#test/sim/naive-lending.ts'
import {
  type CountMade,
  type Told,
  box,
  charterAt,
  move,
  nothingTold,
} from '#test/sim/naive-facts.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

const found = (told: Told, command: CommandOf<'FoundFund'>): void => {
  const { charter, opening, effectiveOn: on, id } = command
  told.charters.push({ from: on, charter })
  const from = 'equity:takeover'
  const taken = (account: string, amount: number): void => {
    told.lines.push({ id, account, on, amount }, { id, account: from, on, amount: -amount })
  }
  taken(box, opening.cash)
  taken('asset:loan-loss-provision', -opening.provision)
  taken('liability:social-fund', -opening.social)
  taken('equity:reserve', -opening.reserve)
  for (const { windowId, amount } of opening.windows)
    taken(`liability:grant-window:${windowId}`, -amount)
  // It lay in the box before anybody opened a meeting.
  told.boxMoves.push({ id, place: '', amount: opening.cash })
}

const counted = (told: Told, place: string, id: string, count: Omit<CountMade, 'id'>): void => {
  const before = told.counts.get(place)
  if (count.isByNote && (before === undefined || before.id < id))
    told.counts.set(place, { ...count, id })
}

const nothing = (): void => undefined
const saved = ({ memberId }: { readonly memberId: string }): string =>
  `liability:savings:${memberId}`
const social = 'liability:social-fund'

/** A sum of money on its day, from one account to another. */
const moves =
  <C extends { readonly id: string; readonly effectiveOn: string; readonly amount: number }>(
    between: (command: C) => { readonly from: string; readonly to: string },
  ) =>
  (told: Told, command: C): void =>
    move(told, command.effectiveOn, { ...command, ...between(command) })

type Dated = { readonly id: string; readonly effectiveOn: string; readonly amount: number }

const sum = ({ id, effectiveOn, amount }: Dated) => ({ id, on: dayOf(effectiveOn), amount })

type Tell = { readonly [Type in CommandType]: (told: Told, command: CommandOf<Type>) => void }

/** What each type of command does to the books: a new type does not compile until it stands here. */
const tells: Tell = {
  FoundFund: found,
  AmendCharter: (told, { charter, effectiveOn: from }) =>
    void told.charters.push({ from, charter }),
  AdmitAuditors: nothing,
  DismissAuditors: nothing,
  AdmitMember: nothing,
  AppointOfficer: nothing,
  RecordAttendance: nothing,
  ClosePeriod: nothing,
  RequestLoan: nothing,
  AppraiseLoan: nothing,
  GiveGuarantee: nothing,
  AppealDecision: nothing,
  DecideLoan: lending.decideRequest,
  WithdrawRequest: lending.withdrawRequest,
  OpenMeeting: (told, { id, effectiveOn, count }) => counted(told, `${effectiveOn} 0`, id, count),
  CloseMeeting: (told, { id, effectiveOn, count }) => counted(told, `${effectiveOn} 2`, id, count),
  RecordExpense: moves(() => ({ from: box, to: 'expense:running-costs' })),
  TakeOverSavings: moves((c) => ({ from: saved(c), to: 'equity:takeover' })),
  BuyShares: (told, c) => {
    const amount = c.shares * charterAt(told, c.effectiveOn).shareValue
    move(told, c.effectiveOn, { id: c.id, from: saved(c), to: box, amount })
  },
  RecordWithdrawal: moves((c) => ({ from: box, to: saved(c) })),
  RecordSocialContribution: moves(() => ({ from: social, to: box })),
  RecordFine: moves(() => ({ from: social, to: box })),
  RecordSocialSupport: moves(() => ({ from: box, to: social })),
  ReleaseSuspense: moves((c) => ({
    from: c.to === 'cash' ? box : saved(c),
    to: `liability:suspense:${c.memberId}`,
  })),
  TakeOverLoan: lending.lend,
  RecordPayout: lending.lend,
  RecordPayoutPart: (told, command) =>
    void told.loans.get(command.loanId)!.draws.push(sum(command)),
  RecordRepayment: (told, command) => {
    const { written, early, excessTo } = command
    const said = {
      ...(written ? { written } : {}),
      ...(early ? { early } : {}),
      ...(excessTo ? { excessTo } : {}),
    }
    told.loans.get(command.loanId)!.payments.push({ ...sum(command), ...said })
  },
  RecordPaymentForLoans: lending.payLoans,
  RecordLateFine: (told, command) => void told.loans.get(command.loanId)!.fines.push(sum(command)),
  RecordRecovery: (told, command) =>
    void told.loans.get(command.loanId)!.recoveries.push(sum(command)),
  RescheduleLoan: lending.agreeAnew,
  RecordWriteOff: (told, command) =>
    void told.loans.get(command.loanId)!.writeOffs.push(sum(command)),
  WriteOffLoan: lending.giveUp,
  ReverseEntry: lending.takeBack,
  RecordRelief: (told, { touched, effectiveOn }) => {
    for (const { loanId, from, to } of touched)
      told.loans
        .get(loanId)!
        .windows.push({ from: dayOf(from), to: dayOf(to), declaredOn: dayOf(effectiveOn) })
  },
  RecordDonation: moves(({ windowId }) => ({
    from: windowId === undefined ? 'income:donations' : `liability:grant-window:${windowId}`,
    to: box,
  })),
  RecordGrantPayout: moves(({ windowId }) => ({
    from: box,
    to: `liability:grant-window:${windowId}`,
  })),
}

export const tell = (told: Told, command: Command): void =>
  (tells[command.type] as (told: Told, command: Command) => void)(told, command)

export const toldBy = (log: readonly Command[]): Told => {
  const told = nothingTold()
  for (const command of log) tell(told, command)
  return told
}
