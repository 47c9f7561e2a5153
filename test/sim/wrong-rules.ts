import { dayAfter } from '#domain/kernel/dates.ts'
import { move } from '#domain/ledger/running.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import type { Body, Command, Village } from '#domain/village.ts'
import type { FundRealm } from '#src/app/realm.ts'
import type { Sabotage } from '#test/sim/desk.ts'

type Decide = FundRealm['decide']

export const deciding =
  (wrong: (decide: Decide) => Decide): (() => Sabotage) =>
  () => ({
    realm: (realm) => ({ ...realm, decide: wrong(realm.decide) }),
  })

/** Alters what is recorded of commands of one type. */
export const recording = (type: Command['type'], alter: (body: Body, village: Village) => Body) =>
  deciding((decide) => (village, command) => {
    const decision = decide(village, command)
    const isIts = command.type === type && decision.outcome === 'recorded'
    return isIts ? { ...decision, body: alter(decision.body, village) } : decision
  })

/** Decides as if the village were another one. */
export const seeing = (
  type: Command['type'],
  as: (village: Village, command: Command) => Village,
) =>
  deciding(
    (decide) => (village, command) =>
      decide(command.type === type ? as(village, command) : village, command),
  )

export const taking =
  (wrong: (evolve: FundRealm['evolve']) => FundRealm['evolve']): (() => Sabotage) =>
  () => ({ realm: (realm) => ({ ...realm, evolve: wrong(realm.evolve) }) })

export const changing =
  (wrong: () => Partial<ReturnType<FundRealm['changes']>>): (() => Sabotage) =>
  () => ({
    realm: (realm) => ({
      ...realm,
      changes: (...asked) => ({ ...realm.changes(...asked), ...wrong() }),
    }),
  })

export const repost = (body: Body, change: (posting: Posting) => Posting): Body =>
  ({ ...body, postings: (body.postings as readonly Posting[]).map(change) }) as Body

const interestInto = (body: Body, sum: number): Body => {
  const [first] = body.postings as readonly Posting[]
  if (sum === 0 || first === undefined || body.type !== 'RepaymentRecorded') return body
  const receivable = `asset:loan:${body.loanId}` as const
  const more = [
    { ...first, account: 'income:interest' as const, amount: -sum },
    { ...first, account: receivable, amount: sum },
  ]
  return { ...body, postings: [...body.postings, ...more] }
}

/** Interest that waits for the next meeting bears interest of its own. */
export const withInterestOnInterest = (body: Body, village: Village): Body => {
  if (body.type !== 'RepaymentRecorded') return body
  const loan = village.loans.get(body.loanId)!
  const { interestDue } = walk(loan, loan.repayments.at(-1)?.on ?? loan.origin.on)
  return interestInto(body, Math.floor((Math.max(interestDue, 0) * 15) / 1000))
}

export const withoutCards = (village: Village): Village => {
  const members = [...village.members].map(([id, member]) => [id, { ...member, card: '' }] as const)
  return { ...village, members: new Map(members) }
}

export const openFund = (village: Village): Village => {
  if (!village.fund) return village
  const { closedThrough: _, ...fund } = village.fund
  return { ...village, fund }
}

export const lastCharterOnly = (village: Village): Village =>
  village.fund
    ? { ...village, fund: { ...village.fund, charters: village.fund.charters.slice(-1) } }
    : village

export const roundsToTheRiel = (village: Village): Village => {
  const loans = [...village.loans].map(
    ([id, loan]) => [id, { ...loan, terms: { ...loan.terms, interestStep: 1 } }] as const,
  )
  return { ...village, loans: new Map(loans) }
}

export const tiesWin = deciding((decide) => (village, command) => {
  const decision = decide(village, command)
  const isLost = decision.outcome === 'refused' && decision.code === 'vote-lost'
  if (!isLost || command.type !== 'AmendCharter' || command.votes.yes < command.votes.no)
    return decision
  return decide(village, {
    ...command,
    votes: { ...command.votes, no: 0, yes: command.votes.present },
  })
})

export const refusesFacts = deciding((decide) => (village, command) => {
  const decision = decide(village, command)
  const isMuch = decision.outcome === 'recorded' && decision.body.type === 'SavingsWithdrawn'
  return isMuch && decision.body.flags.length > 0
    ? { outcome: 'refused', code: 'more-than-saved' }
    : decision
})

export const leavesTraces = deciding((decide) => (village, command) => {
  const decision = decide(village, command)
  if (decision.outcome === 'refused') move(village.cashMoved, command.effectiveOn, 1)
  return decision
})

export const withShorterLoans = taking((evolve) => (village, entry) => {
  evolve(village, entry)
  if (entry.body.type !== 'ReliefRecorded') return
  for (const { loanId } of entry.body.touched) {
    const loan = village.loans.get(loanId)!
    const months = Math.max(1, loan.terms.months - 1)
    village.loans.set(loanId, { ...loan, terms: { ...loan.terms, months } })
  }
})

export const writesOffTwice = taking((evolve) => (village, entry) => {
  evolve(village, entry)
  if (entry.body.type !== 'LoanWrittenOff') return
  const loan = village.loans.get(entry.body.loanId)!
  const again = { ...loan.writeOffs.at(-1)!, id: `${entry.id}-again` }
  village.loans.set(loan.loanId, { ...loan, writeOffs: [...loan.writeOffs, again] })
})

export const dayOff = (account: string) => (body: Body) => {
  const isIts = (body.postings as readonly Posting[]).some((posting) => posting.account === account)
  return isIts ? repost(body, (posting) => ({ ...posting, on: dayAfter(posting.on) })) : body
}

/** What should be set aside goes to the surplus, and the sums are sound all the same. */
export const withoutProvision = (body: Body): Body => {
  const postings = body.postings as readonly Posting[]
  const aside = postings.find(({ account }) => account === 'asset:loan-loss-provision')
  const surplus = 'equity:undistributed-surplus'
  const before = postings.find(({ account }) => account === surplus)?.amount ?? 0
  if (!aside || before + aside.amount === 0) return body
  const others = postings.filter(({ account }) => account !== aside.account && account !== surplus)
  const kept = { ...aside, account: surplus, amount: before + aside.amount } as const
  return { ...body, postings: [...others, kept] } as Body
}
