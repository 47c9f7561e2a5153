import { type Decision, invalid } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Ballot, type Judged, judged } from '#domain/fund/voting.ts'
import { balanceOf, savedBy, waitingFor } from '#domain/ledger/balances.ts'
import { type LoanLine, boughtOn, withLoans } from '#domain/savings/account.ts'
import { type SavingsBooks, owedThrough, purseOn, waitingIn } from '#domain/savings/books.ts'
import {
  type ShareOut,
  type Splittable,
  cycleEndsOf,
  decideShareOut,
  lastSplitOf,
  poolOf,
} from '#domain/savings/deciding-share-out.ts'
import { recordHeirsPayment } from '#domain/savings/heirs.ts'
import {
  type PayInterestOnSavings,
  interestFault,
  interestRows,
  payInterest,
} from '#domain/savings/interest.ts'
import { recordPrivateSavings } from '#domain/savings/private.ts'
import {
  type CancelWithdrawal,
  type Coming,
  type Liquidity,
  type RequestWithdrawal,
  type Waiting,
  cancelWithdrawal,
  requestWithdrawal,
} from '#domain/savings/queue.ts'
import type { SavingsBody, SavingsCommand } from '#domain/savings/said.ts'
import {
  buyShares,
  recordDeposit,
  recordFine,
  recordSocialContribution,
  recordSocialSupport,
  recordWithdrawal,
  releaseSuspense,
  takeOverSavings,
} from '#domain/savings/savings.ts'
import { type PayOut, type ShareOutPlan, shareOutPlan } from '#domain/savings/share-out.ts'

export { takeInSavings } from '#domain/savings/books.ts'
export { isSavingsBody, isSavingsCommand } from '#domain/savings/said.ts'
export type { SavingsBody, SavingsCommand } from '#domain/savings/said.ts'

type Risk = { readonly owed: number; readonly atRisk: number }

/** What decisions about savings look at, on the day of the command. Loans are asked by functions. */
export type Saving = SavingsBooks & {
  readonly charter: CharterVersion
  readonly openedOn: LocalDate
  readonly members: ReadonlyMap<string, Member>
  /** Principal of all loans that is still to fall due. */
  readonly coming: () => readonly Coming[]
  readonly risk: (on: LocalDate) => Risk
  /** What loans have put into savings or taken out of them. */
  readonly fromLoans: () => readonly LoanLine[]
  readonly interestReceived: (days: { readonly from: LocalDate; readonly to: LocalDate }) => number
}

/** What a share-out is planned from. */
export type Planning = Omit<Saving, 'interestReceived'>

const leftOf = (those: readonly Waiting[]): number => those.reduce((sum, one) => sum + one.left, 0)

/** What a request for savings is answered from. */
export const liquidityOn = (now: Planning, on: LocalDate): Liquidity => ({
  purse: purseOn(now.posted, on),
  coming: now.coming(),
  ahead: leftOf(waitingIn(now)),
})

const request = (now: Saving, command: RequestWithdrawal) => {
  const { charter, posted } = now
  const { memberId, effectiveOn: on } = command
  const asked = leftOf(waitingIn(now).filter((one) => one.memberId === memberId))
  const own = savedBy(posted, memberId) - asked
  return requestWithdrawal(
    { charter: charter.charter, own, liquidity: liquidityOn(now, on) },
    command,
  )
}

const cancel = (now: Saving, command: CancelWithdrawal) =>
  cancelWithdrawal(
    waitingIn(now).find(
      ({ requestId, memberId }) => requestId === command.requestId && memberId === command.memberId,
    ),
    command,
  )

/** The meeting votes on what is everybody's: nobody steps out of it. */
const voted = ({ members, charter }: Saving, ballot: Ballot, day: LocalDate): Judged =>
  judged(ballot, {
    members,
    day,
    charter: charter.charter,
    memberId: '',
    amount: 0,
    isForTheMeeting: true,
  })

/** What there is to split on a day. */
export const splittableOn = (
  { posted, charter, risk, shareOuts }: Omit<Saving, 'coming' | 'fromLoans' | 'interestReceived'>,
  on: LocalDate,
): Splittable => ({
  currency: charter.charter.currency,
  surplus: owedThrough(posted, on, ['equity:undistributed-surplus']),
  setAside: owedThrough(posted, on, ['equity:running-costs-reserve']),
  risk: risk(on),
  lastOn: [...shareOuts.values()]
    .filter(({ isTakenBack }) => !isTakenBack)
    .map((one) => one.on)
    .toSorted()
    .at(-1),
})

type Wanted = { readonly on: LocalDate; readonly isSurplusSplit: boolean; readonly payOut: PayOut }

/** What a share-out of that day would do. The page that shows it before the vote asks the same function. */
export const plannedShareOut = (
  now: Planning,
  { on, isSurplusSplit, payOut }: Wanted,
): ShareOutPlan => {
  const { charter, savings, shareOuts, openedOn } = now
  const asked = new Map<string, number>()
  for (const { memberId, left } of waitingIn(now))
    asked.set(memberId, (asked.get(memberId) ?? 0) + left)
  return shareOutPlan({
    charter: charter.charter,
    shelf: withLoans(savings, now.fromLoans()),
    cycleEnds: cycleEndsOf(shareOuts.values()),
    from: lastSplitOf(shareOuts.values()) ?? openedOn,
    on,
    pool: isSurplusSplit ? poolOf(splittableOn(now, on)) : 0,
    payOut,
    liquidity: liquidityOn(now, on),
    asked,
  })
}

const shareOut = (now: Saving, command: ShareOut) => {
  const { effectiveOn: on, ballot } = command
  const vote = voted(now, ballot, on)
  const plan = plannedShareOut(now, { ...command, on })
  return decideShareOut({ now: splittableOn(now, on), plan, vote }, command)
}

const interest = (now: Saving, command: PayInterestOnSavings): Decision<SavingsBody, string> => {
  const fault = interestFault(command)
  if (fault) return invalid(fault.code, fault.at)
  const { charter, savings, shareOuts, interests, risk, interestReceived } = now
  const { from, to, ballot, effectiveOn: on } = command
  const { interestStep: step, currency } = charter.charter
  const cycleEnds = cycleEndsOf(shareOuts.values())
  return payInterest(
    {
      currency,
      earned: interestReceived({ from, to }),
      owed: [risk(from).owed, risk(to).owed],
      rows: interestRows(withLoans(savings, now.fromLoans()), command, { step, cycleEnds }),
      paid: interests.values(),
      vote: voted(now, ballot, on),
    },
    command,
  )
}

/** Money that moved, and nothing that a vote or a queue was asked about. */
type Plain = Exclude<
  SavingsCommand,
  ShareOut | PayInterestOnSavings | RequestWithdrawal | CancelWithdrawal
>

const decidePlain = (now: Saving, command: Plain): Decision<SavingsBody, string> => {
  const { posted, savings } = now
  const { charter } = now.charter
  const { currency } = charter
  const { effectiveOn: on } = command
  switch (command.type) {
    case 'TakeOverSavings':
      return takeOverSavings(currency, command)
    case 'BuyShares':
      return buyShares(
        { charter, before: boughtOn(savings.get(command.memberId) ?? [], on) },
        command,
      )
    case 'RecordDeposit':
      return recordDeposit(currency, command)
    case 'RecordWithdrawal':
      return recordWithdrawal({ saved: savedBy(posted, command.memberId), currency }, command)
    case 'RecordHeirsPayment': {
      const saved = savedBy(posted, command.memberId)
      return recordHeirsPayment({ members: now.members, saved, currency }, command)
    }
    case 'RecordPrivateSavings': {
      const held = 0 - balanceOf(posted, 'liability:private-savings')
      return recordPrivateSavings({ held, currency }, command)
    }
    case 'RecordSocialContribution':
      return recordSocialContribution(charter, command)
    case 'RecordFine':
      return recordFine(charter, command)
    case 'ReleaseSuspense':
      return releaseSuspense(
        { waiting: waitingFor(posted, command.memberId, on), currency },
        command,
      )
    case 'RecordSocialSupport':
      return recordSocialSupport(
        { held: 0 - balanceOf(posted, 'liability:social-fund'), currency },
        command,
      )
  }
}

/** One decision a command. */
export const decideSavings = (
  now: Saving,
  command: SavingsCommand,
): Decision<SavingsBody, string> => {
  switch (command.type) {
    case 'RequestWithdrawal':
      return request(now, command)
    case 'CancelWithdrawal':
      return cancel(now, command)
    case 'ShareOut':
      return shareOut(now, command)
    case 'PayInterestOnSavings':
      return interest(now, command)
    default:
      return decidePlain(now, command)
  }
}
