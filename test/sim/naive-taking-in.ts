/* The facts of a fund as the accepted commands tell them, for the second count of its books. */
import type { Command } from '#domain/village.ts'
import type { CommandOf, CommandType } from '#test/sim/kinds.ts'
import * as lending from '#test/sim/naive-lending.ts'
import * as need from '#test/sim/naive-need.ts'
import * as ventures from '#test/sim/naive-ventures.ts'
import { type CountMade, type NaiveFacts, box, charterAt, move } from '#test/sim/naive-facts.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

const found = (told: NaiveFacts, command: CommandOf<'FoundFund'>): void => {
  const { charter, opening, effectiveOn: on, id } = command
  told.charters.push({ from: on, charter })
  const from = 'equity:takeover'
  const taken = (account: string, amount: number): void => {
    told.lines.push({ id, account, on, amount }, { id, account: from, on, amount: -amount })
  }
  taken(box, opening.cash)
  const beyond = (opening.counted?.amount ?? opening.cash) - opening.cash
  told.lines.push(
    { id, account: box, on, amount: beyond },
    { id, account: 'equity:unexplained', on, amount: -beyond },
  )
  taken('asset:loan-loss-provision', -opening.provision)
  taken('liability:social-fund', -opening.social)
  taken('equity:reserve', -opening.reserve)
  for (const { windowId, amount } of opening.windows)
    taken(`liability:grant-window:${windowId}`, -amount)
  // It lay in the box before anybody opened a meeting.
  told.boxMoves.push({ id, place: '', amount: opening.cash + beyond })
}

const counted = (
  told: NaiveFacts,
  place: string,
  id: string,
  count: Omit<CountMade, 'id'>,
): void => {
  // Of two of one hour the one that is written down last stands.
  if (count.isByNote) told.counts.set(place, { ...count, id })
}

const nothing = (): void => undefined
const saved = ({ memberId }: { readonly memberId: string }): string =>
  `liability:savings:${memberId}`
const social = 'liability:social-fund'
const secret = 'liability:private-savings'

/** A sum of money on its day, from one account to another. */
const moves =
  <C extends { readonly id: string; readonly effectiveOn: string; readonly amount: number }>(
    between: (command: C) => { readonly from: string; readonly to: string },
  ) =>
  (told: NaiveFacts, command: C): void =>
    move(told, command.effectiveOn, { ...command, ...between(command) })

const at = ({ place }: { readonly place: string }): string =>
  place === 'box' ? box : `asset:${place}`

type Dated = { readonly id: string; readonly effectiveOn: string; readonly amount: number }

const sum = ({ id, effectiveOn, amount }: Dated) => ({ id, on: dayOf(effectiveOn), amount })

const placeOf = { box, bank: 'asset:bank', wallet: 'asset:wallet' } as const

type Tell = { readonly [Type in CommandType]: (told: NaiveFacts, command: CommandOf<Type>) => void }

/** What each type of command does to the books: a new type does not compile until it stands here. */
const tells: Tell = {
  FoundFund: found,
  AmendCharter: (told, { charter, effectiveOn: from }) =>
    void told.charters.push({ from, charter }),
  AdmitAuditors: nothing,
  DismissAuditors: nothing,
  RenewAuditors: nothing,
  DecideFuture: nothing,
  AdmitMember: nothing,
  SettleTakeOver: (told, { id, effectiveOn: on, amount }) =>
    void told.lines.push(
      { id, account: 'equity:takeover', on, amount },
      { id, account: 'equity:unexplained', on, amount: -amount },
    ),
  RecordMemberChange: nothing,
  RecordDeath: (told, { id, memberId, effectiveOn }) => {
    told.deaths.push({ id, memberId, on: dayOf(effectiveOn) })
    lending.followDeaths(told)
  },
  CorrectMember: nothing,
  RecordHousehold: nothing,
  AppointOfficer: nothing,
  ElectOfficers: nothing,
  EndOffice: nothing,
  RecordHandOver: nothing,
  RecordAttendance: nothing,
  ClosePeriod: nothing,
  RequestLoan: nothing,
  AppraiseLoan: nothing,
  DiscloseCost: nothing,
  GiveGuarantee: nothing,
  AppealDecision: nothing,
  DecideLoan: lending.decideRequest,
  WithdrawRequest: lending.withdrawRequest,
  OpenMeeting: (told, { id, effectiveOn, count }) => counted(told, `${effectiveOn} 0`, id, count),
  CloseMeeting: (told, { id, effectiveOn, count }) => counted(told, `${effectiveOn} 2`, id, count),
  RecordTransfer: moves(({ from, to }) => ({ from: placeOf[from], to: placeOf[to] })),
  RecordStatement: nothing,
  RecordAwayCount: nothing,
  RecordTalk: nothing,
  ComparePaper: nothing,
  AssignUnexplained: nothing,
  MatchBankLine: nothing,
  BeginConfirmation: nothing,
  RecordConfirmationAnswer: nothing,
  RaiseDispute: nothing,
  AnswerDispute: nothing,
  RecordExpense: moves(({ kind }) => ({
    from: box,
    to: kind === undefined ? 'expense:running-costs' : `expense:running-costs:${kind}`,
  })),
  TakeOverSavings: (told, c) => {
    const value = charterAt(told, c.effectiveOn).shareValue
    const shares = Math.floor(c.amount / value)
    const { id, memberId, amount, effectiveOn: on } = c
    told.bought.push({ id, memberId, on, shares, value })
    move(told, on, { id, from: saved(c), to: 'equity:takeover', amount })
  },
  BuyShares: (told, c) => {
    const value = charterAt(told, c.effectiveOn).shareValue
    const amount = c.shares * value
    const { id, memberId, shares, effectiveOn: on } = c
    told.bought.push({ id, memberId, on, shares, value })
    move(told, c.effectiveOn, { id: c.id, from: saved(c), to: box, amount })
  },
  RecordDeposit: moves((c) => ({ from: saved(c), to: at({ place: c.place ?? 'box' }) })),
  RecordRemittance: moves((c) => ({ from: `liability:suspense:${c.memberId}`, to: at(c) })),
  SetReceivingAccount: nothing,
  RequestWithdrawal: nothing,
  CancelWithdrawal: nothing,
  // What these do depends on the books of the moment: `naive-saving.ts` counts it.
  ShareOut: nothing,
  SettleDeath: nothing,
  PayInterestOnSavings: nothing,
  RecordPrivateSavings: moves(({ direction }) =>
    direction === 'in' ? { from: secret, to: box } : { from: box, to: secret },
  ),
  RecordWithdrawal: moves((c) => ({ from: box, to: saved(c) })),
  RecordSocialContribution: moves(() => ({ from: social, to: box })),
  RecordFine: moves(() => ({ from: social, to: box })),
  RecordSocialSupport: moves(() => ({ from: box, to: social })),
  ReleaseSuspense: moves((c) => ({
    from: c.to === 'cash' ? box : saved(c),
    to: `liability:suspense:${c.memberId}`,
  })),
  RepayFromSavings: (told, command) =>
    void told.loans
      .get(command.loanId)!
      .payments.push({ ...sum(command), from: 'savings' as const }),
  RecordHeirsPayment: moves((c) => ({ from: box, to: saved(c) })),
  RecordBorrowing: moves((c) => ({ from: `liability:borrowing:${c.borrowingId}`, to: at(c) })),
  RecordBorrowingRepayment: (told, c) => {
    const { id, effectiveOn: on, principal, interest } = c
    const to = `liability:borrowing:${c.borrowingId}`
    move(told, on, { id, from: at(c), to, amount: principal })
    move(told, on, { id, from: at(c), to: 'expense:interest-paid', amount: interest })
  },
  FoundVenture: ventures.found,
  BuyVentureShares: ventures.buy,
  RecordVentureMove: ventures.moneyMoved,
  // A count moves nothing.
  CountVenture: () => undefined,
  ShareVentureProfit: ventures.share,
  LeaveVenture: ventures.leave,
  CloseVenture: ventures.close,
  RecordExchange: (told, { id, effectiveOn: on, from, to }) => {
    const own = charterAt(told, on).currency
    const boxes = (currency: string): string =>
      currency === own ? box : `asset:foreign-box:${currency}`
    const given = { from: boxes(from.currency), to: `asset:exchange:${from.currency}` }
    const got = { from: `asset:exchange:${to.currency}`, to: boxes(to.currency) }
    move(told, on, { id, ...given, amount: from.amount })
    move(told, on, { id, ...got, amount: to.amount })
  },
  TakeOverLoan: lending.lend,
  RecordPayout: lending.lend,
  RecordPayoutPart: (told, command) =>
    void told.loans.get(command.loanId)!.draws.push(sum(command)),
  RecordRepayment: (told, command) => {
    const { written, early, excessTo, place } = command
    const said = {
      ...(written ? { written } : {}),
      ...(early ? { early } : {}),
      ...(excessTo ? { excessTo } : {}),
      ...(place ? { from: place } : {}),
    }
    told.loans.get(command.loanId)!.payments.push({ ...sum(command), ...said })
  },
  RecordPaymentForLoans: lending.payLoans,
  RecordLateFine: (told, command) => void told.loans.get(command.loanId)!.fines.push(sum(command)),
  RecordRecovery: (told, command) =>
    void told.loans.get(command.loanId)!.recoveries.push(sum(command)),
  RescheduleLoan: lending.agreeAnew,
  ConvertLoan: lending.convert,
  ReturnSecurity: lending.giveBack,
  ConfirmPayout: nothing,
  RecordWriteOff: (told, command) =>
    void told.loans.get(command.loanId)!.writeOffs.push(sum(command)),
  WriteOffLoan: lending.giveUp,
  ReverseEntry: lending.takeBack,
  RecordRelief: (told, { eventId, touched, effectiveOn }) => {
    const declaredOn = dayOf(effectiveOn)
    for (const { loanId, from, to } of touched) {
      const window = { from: dayOf(from), to: dayOf(to), declaredOn, event: eventId }
      told.loans.get(loanId)!.windows.push(window)
    }
  },
  DeclareEvent: nothing,
  ActivateRelief: need.give,
  RenewRelief: need.give,
  DeclineRelief: need.decline,
  RatifyRelief: need.ratify,
  LapseRelief: need.lapse,
  UndoRelief: need.undo,
  PromiseEmergencyLines: nothing,
  OpenEmergencyLine: nothing,
  RecordDonation: moves(({ windowId }) => ({
    from: windowId === undefined ? 'income:donations' : `liability:grant-window:${windowId}`,
    to: box,
  })),
  SetWindowTerms: nothing,
  AskForSupport: (told, { code, windowId }) => void told.windowOf.set(code, windowId),
  TakeSupportStep: nothing,
  DecideSupport: nothing,
  AwardAtOnce: nothing,
  RecordSupportPart: (told, { id, code, amount, from, effectiveOn: on }) =>
    move(told, on, {
      id,
      from: placeOf[from ?? 'box'],
      to: `liability:grant-window:${told.windowOf.get(code)}`,
      amount,
    }),
  ReturnDonation: moves(({ windowId, from }) => ({
    from: placeOf[from ?? 'box'],
    to: `liability:grant-window:${windowId}`,
  })),
  RecordGrantPayout: moves(({ windowId }) => ({
    from: box,
    to: `liability:grant-window:${windowId}`,
  })),
}

export const tell = (told: NaiveFacts, command: Command): void =>
  (tells[command.type] as (told: NaiveFacts, command: Command) => void)(told, command)
