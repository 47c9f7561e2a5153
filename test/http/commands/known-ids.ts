import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { standingsOn } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Practice } from '#test/support/service.ts'

export type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** Day on which everything here happens: after the last entry of the fixture book, before today. */
export const evening = '2025-12-30'

export type KnownIds = {
  /** The day of the service, from which rules hold that are made now. */
  readonly today: string
  readonly newId: () => string
  readonly envelope: () => { readonly id: string; readonly v: 1; readonly effectiveOn: string }
  readonly networkId: string
  readonly charter: Charter
  readonly memberId: string
  readonly other: string
  readonly third: string
  readonly fourth: string
  /** Everybody of the fund who can come to a meeting. */
  readonly everybody: readonly string[]
  readonly chair: string
  readonly keeper: string
  /** One of the committee who holds no other office. */
  readonly committeeMember: string
  readonly loanId: string
  /** Whose the loan is that is overpaid. */
  readonly memberOfLoan: string
  /** One on which an instalment is late, and one that is open, of members who hold no office. */
  readonly lateLoanId: string
  readonly openLoanId: string
}

export const knownIdsOf = async ({ needs, fundId, networkId }: Practice): Promise<KnownIds> => {
  const rows = await needs.store.subjects(fundId)
  const keys = (kind: string): string[] => rows.filter((row) => row.kind === kind).map((r) => r.key)
  const fund = JSON.parse(rows.find(({ kind }) => kind === 'fund')!.data) as Fund
  const book = (await bookOf(needs.store, fundId))!
  const held = new Map(book.members.map((member) => [member.memberId, member.offices]))
  const plain = book.members.filter(({ offices, isFormer }) => offices.length === 0 && !isFormer)
  const [memberId, other, third, fourth] = plain.map((member) => member.memberId)
  const holderOf = (wanted: string) =>
    book.members.find(({ offices }) => offices.some(({ office }) => office === wanted))
  const chair = holderOf('chair')
  const open = standingsOn(book, evening).filter(
    ({ owed, loan }) => owed > 100_000 && held.get(loan.memberId)!.length === 0,
  )
  const loanId = keys('loan')[0]!
  return {
    today: needs.today(),
    everybody: book.members.filter(({ isFormer }) => !isFormer).map((one) => one.memberId),
    third: third!,
    fourth: fourth!,
    chair: chair!.memberId,
    keeper: holderOf('record-keeper')!.memberId,
    committeeMember: book.members.find(({ offices }) => offices.length === 1)!.memberId,
    memberOfLoan: book.loans.find((loan) => loan.loanId === loanId)!.memberId,
    lateLoanId: open.find(({ daysPastDue }) => daysPastDue > 0)!.loan.loanId,
    openLoanId: open.find(({ daysPastDue }) => daysPastDue === 0)!.loan.loanId,
    newId: needs.ids,
    envelope: () => ({ id: needs.ids(), v: 1, effectiveOn: evening }),
    networkId,
    charter: fund.charters.at(-1)!.charter,
    memberId: memberId!,
    other: other!,
    loanId,
  }
}
