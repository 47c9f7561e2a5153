import type { Posting } from '#domain/ledger/posting.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { Body, Command, Village } from '#domain/village.ts'
import type { FundRealm } from '#src/app/realm.ts'
import { deciding, recording, repost, seeing, taking } from '#test/sim/wrong-rules.ts'
import { daysPosted, postedFrom } from '#test/support/posted.ts'

type Decide = FundRealm['decide']

const omitting = <T extends object, Key extends keyof T>(from: T, key: Key): Omit<T, Key> => {
  const { [key]: _, ...rest } = from
  return rest
}

/** Where it is refused for a reason, it is decided as if the command were another one. */
const insteadOf = (
  code: string,
  other: (command: Command, village: Village) => Command | undefined,
) =>
  deciding((decide: Decide) => (village, command) => {
    const decision = decide(village, command)
    if (decision.outcome !== 'refused' || decision.code !== code) return decision
    const asked = other(command, village)
    return asked === undefined ? decision : decide(village, asked)
  })

export const countsTwice = recording('ReverseEntry', (body) =>
  repost(body, (posting) => ({ ...posting, amount: posting.amount * 2 })),
)

const changingLoan = (type: Body['type'], change: (loan: Loan, body: Body) => Loan) =>
  taking((evolve) => (village, entry) => {
    evolve(village, entry)
    const { body } = entry
    if (body.type !== type || !('loanId' in body)) return
    village.loans.set(body.loanId, change(village.loans.get(body.loanId)!, body))
  })

/** A later part costs nothing for three weeks. */
export const drawsWithoutInterest = changingLoan('LoanPartPaidOut', (loan) => ({
  ...loan,
  draws: loan.draws!.map((draw) => ({ ...draw, on: daysAfter(draw.on, 21) })),
}))

export const forgetsWhatEarlyMoneyIsFor = changingLoan('RepaymentRecorded', (loan) => ({
  ...loan,
  repayments: loan.repayments.map((repayment) => ({ ...repayment, early: 'next' as const })),
}))

/** What an older book asks is demanded, however dear. */
export const demandsAsWritten = taking((evolve) => (village, entry) => {
  evolve(village, entry)
  const { body } = entry
  if (body.type !== 'LoanTakenOver' && body.type !== 'LoanPaidOut') return
  const { rateMonthlyPercent = body.terms.rateMonthlyPercent } = body.terms.asWritten ?? {}
  const loan = village.loans.get(body.loanId)!
  village.loans.set(body.loanId, { ...loan, terms: { ...loan.terms, rateMonthlyPercent } })
})

/** The meeting's vote to convert changes nothing. */
export const forgetsConversions = changingLoan('LoanConverted', (loan) => ({
  ...loan,
  conversions: [],
}))

/** What was given back is held all the same. */
export const keepsPapers = changingLoan('SecurityReturned', (loan) => ({ ...loan, returns: [] }))

const isFine = (body: Body): boolean => body.type === 'LateFinePaid'

/** What a household brought before its day goes to the fund and not off its debt. */
export const losesEarlyMoney = recording('RecordRepayment', (body) => {
  if (body.type !== 'RepaymentRecorded' || body.early === undefined) return body
  return repost(body, (posting) =>
    posting.account === `asset:loan:${body.loanId}`
      ? { ...posting, account: 'income:interest' }
      : posting,
  )
})

export const recoversAsIncome = recording('RecordRecovery', (body) =>
  repost(body, (posting) =>
    posting.account === 'asset:loan-loss-provision'
      ? { ...posting, account: 'income:interest' }
      : posting,
  ),
)

export const keepsFines = recording('RecordLateFine', (body) =>
  isFine(body)
    ? repost(body, (posting) =>
        posting.account.startsWith('liability:savings')
          ? { ...posting, account: 'liability:social-fund' }
          : posting,
      )
    : body,
)

/** What waits of interest is owed as principal from then on. */
export const capitalises = recording('RescheduleLoan', (body, village) => {
  if (body.type !== 'LoanRescheduled') return body
  const { currency } = village.loans.get(body.loanId)!.terms
  const on = body.firstDueOn
  const more: Posting[] = [
    { account: `asset:loan:${body.loanId}`, amount: 100, currency, on },
    { account: 'income:interest', amount: -100, currency, on },
  ]
  return { ...body, postings: [...body.postings, ...more] }
})

/** Whoever votes has never heard of the other loan. */
export const votesForASecond = seeing('DecideLoan', (village) => ({ ...village, loans: new Map() }))

/** Whatever was asked for is taken as told. */
export const votesUntold = seeing('DecideLoan', (village) => ({
  ...village,
  requests: new Map(
    [...village.requests].map(([id, request]) => [
      id,
      {
        ...request,
        disclosure: {
          textHash: 'ab'.repeat(32),
          language: 'km' as const,
          paidOutOn: request.requestedOn,
          on: request.requestedOn,
          firstOn: request.requestedOn,
        },
      },
    ]),
  ),
}))

/** Everybody is taken for a saver. */
export const lendsWithoutSavings = seeing('DecideLoan', (village) => ({
  ...village,
  posted: postedFrom([
    ...daysPosted(village.posted),
    ...[...village.members.keys()].map(
      (memberId) =>
        [
          `liability:savings:${memberId}`,
          new Map([[village.fund!.openedOn, -900_000_000_000]]),
        ] as const,
    ),
  ]),
}))

export const neverFreesNumbers = seeing('RecordPayout', (village) => ({
  ...village,
  loans: new Map([...village.loans].map(([id, loan]) => [id, omitting(loan, 'isVoid')])),
}))

const anotherOfficer = ({ members }: Village, not: string): string | undefined =>
  [...members.values()].find(({ memberId, offices }) => memberId !== not && offices.length > 0)
    ?.memberId

/** Whoever an entry is about may take it back. */
export const approvesTheOwn = insteadOf('approver-is-concerned', (command, village) => {
  if (command.type !== 'ReverseEntry') return undefined
  const approvedBy = anotherOfficer(village, command.approvedBy)
  return approvedBy === undefined ? undefined : { ...command, approvedBy }
})

export const reversesTwice = seeing('ReverseEntry', (village) => ({
  ...village,
  kept: new Map(
    [...village.kept].map(([id, kept]) => [
      id,
      { ...omitting(kept, 'reversedBy'), body: kept.body },
    ]),
  ),
}))

/** The pay-out goes and its repayments stay. */
export const reversesUnderRepayments = seeing('ReverseEntry', (village) => ({
  ...village,
  loans: new Map(
    [...village.loans].map(([id, loan]) => [
      id,
      {
        ...loan,
        repayments: [],
        writeOffs: [],
        draws: [],
        planChanges: [],
        fines: [],
        recoveries: [],
        conversions: [],
        returns: [],
      },
    ]),
  ),
}))

export const countsTheBorrower = insteadOf('borrower-votes', (command, village) => {
  if (command.type !== 'DecideLoan' || command.ballot.by !== 'officers') return undefined
  const borrower = village.requests.get(command.loanId)!.asked.memberId
  const votes = command.ballot.votes.filter(({ memberId }) => memberId !== borrower)
  return { ...command, ballot: { ...command.ballot, votes } }
})

/** As many for it as against it is enough. */
export const tiesLend = deciding((decide) => (village, command) => {
  const decision = decide(village, command)
  if (decision.outcome !== 'recorded' || decision.body.type !== 'LoanDecided') return decision
  const { body } = decision
  const { ballot } = body
  const isTie =
    ballot.by === 'meeting'
      ? ballot.hands.yes === ballot.hands.no
      : ballot.votes.filter(({ vote }) => vote === 'yes').length * 2 === ballot.votes.length
  return isTie ? { ...decision, body: { ...body, outcome: 'approved' } } : decision
})

export const releasesTwice = seeing('ReleaseSuspense', (village) => ({
  ...village,
  posted: postedFrom(
    [...daysPosted(village.posted)].map(([account, days]) => [
      account,
      account.startsWith('liability:suspense')
        ? new Map([...days].map(([on, amount]) => [on, Math.min(amount, 0)]))
        : days,
    ]),
  ),
}))

/** The meeting's word is nobody's who stepped out: their chairs confirm it all the same. */
export const confirmsTheOwn = insteadOf('confirmed-by-no-chair', (command, village) => {
  if (!('ballot' in command)) return undefined
  const { recused } = command.ballot
  const chair = [...village.members.values()].find(
    ({ memberId, offices }) =>
      !recused.includes(memberId) && offices.some(({ office }) => office === 'chair'),
  )
  if (!chair) return undefined
  return { ...command, ballot: { ...command.ballot, confirmedBy: chair.memberId } }
})

/** Who asked decides nothing: a loan that was refused is paid out as if it had been granted. */
export const lendsWithoutQuorum = insteadOf('quorum-missing', (command, village) => {
  if (command.type !== 'DecideLoan' || command.ballot.by !== 'meeting') return undefined
  const present = [...village.members.values()].filter(({ isFormer }) => !isFormer).length
  return { ...command, ballot: { ...command.ballot, hands: { ...command.ballot.hands, present } } }
})
