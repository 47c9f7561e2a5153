import { savedBy } from '#domain/ledger/balances.ts'
import type { FraudKind } from '#src/app/demo/frauds.ts'
import { type Said, type Sitting, boxOf, loanStep, openLoans } from '#src/app/demo/sitting.ts'

const [ghosts, shortAMeeting, ghostLoan] = [3, 45_000, 150_000]

/** What the box of a fund lacks after so many meetings at which somebody put a hand into it. */
export const missingInBox = (does: FraudKind | undefined, meetings: number): number =>
  does === 'short-box' ? meetings * shortAMeeting : 0

/** A meeting at which so many are present. */
type Cheating = Sitting & { readonly present: number }

type Lent = Readonly<Record<'loanId' | 'number' | 'memberId', string>> & {
  readonly principal: number
}

/** A loan as the minutes have it, whether anybody raised a hand or not. */
const lent = ({ present, memberIds }: Cheating, loan: Lent): Said => ({
  type: 'RecordPayout',
  ...loan,
  product: 'normal',
  months: 10,
  vote: { present, yes: present - 1, no: 0 },
  approvedBy: memberIds[1],
})

/** Members who live nowhere are written in, save a little, and are lent what is never paid back. */
const withGhosts = (sitting: Cheating): readonly Said[] => {
  const { begun, ghostId, loanId, memberIds, village } = sitting
  const all = Array.from({ length: ghosts }, (_, i) => ghostId(i))
  if (begun === 0)
    return all.map((memberId, i) => ({
      type: 'AdmitMember',
      memberId,
      card: `M${memberIds.length + i + 1}`,
      sex: 'f',
      zone: 'z1',
      isFormer: false,
    }))
  const saved: readonly Said[] = all.map((memberId) => ({ type: 'BuyShares', memberId, shares: 1 }))
  const memberId = all[begun - 2]
  if (memberId === undefined || boxOf(sitting) < 2 * ghostLoan) return saved
  const number = `G${village.loans.size + 1}`
  return [
    ...saved,
    lent(sitting, { loanId: loanId(memberId), number, memberId, principal: ghostLoan }),
  ]
}

/** Savings of two members are handed out, which nobody else saw. */
const alone = ({ chance, memberIds, village, on }: Sitting): readonly Said[] =>
  [chance.oneOf(memberIds), chance.oneOf(memberIds)].flatMap((memberId): readonly Said[] => {
    const amount = Math.min(savedBy(village.posted, memberId, on), 40_000)
    return amount < 20_000 ? [] : [{ type: 'RecordWithdrawal', memberId, amount }]
  })

/** What is owed is paid on paper, and lent again at the same meeting. */
const lentAgain = (sitting: Cheating): readonly Said[] =>
  openLoans(sitting).flatMap(({ whole, owed, interestDue }, i): readonly Said[] => {
    const principal = Math.floor(owed / loanStep) * loanStep
    if (whole.origin.on === sitting.on || principal === 0) return []
    const { memberId, loanId } = whole
    const number = `E${sitting.begun * 100 + i}`
    return [
      { type: 'RecordRepayment', loanId, amount: owed + interestDue },
      lent(sitting, { loanId: sitting.loanId(`${memberId} again`), number, memberId, principal }),
    ]
  })

/** The box is not counted any more, and the fund has costs that one person wrote down. */
const spent = (sitting: Sitting): readonly Said[] =>
  boxOf(sitting) < 60_000 ? [] : [{ type: 'RecordExpense', amount: 30_000 }]

/** Officers lend to themselves, and no meeting votes. */
const unvoted = (sitting: Cheating): readonly Said[] => {
  const { begun, memberIds, loanId, village } = sitting
  if (boxOf(sitting) < 200_000) return []
  const memberId = memberIds[begun % 3]!
  const number = `U${village.loans.size + 1}`
  const loan = { loanId: loanId(`${memberId} unvoted`), number, memberId, principal: 100_000 }
  const { vote: _vote, approvedBy: _approvedBy, ...said } = lent(sitting, loan)
  return [said]
}

/** What somebody does to a fund at a meeting, in the words of the book; nothing where everybody is honest. */
export const cheated = (sitting: Cheating): readonly Said[] => {
  switch (sitting.does) {
    case 'ghosts':
      return withGhosts(sitting)
    case 'one-hand':
      return alone(sitting)
    case 'evergreen':
      return lentAgain(sitting)
    case 'no-count':
      return spent(sitting)
    case 'no-vote':
      return unvoted(sitting)
    // The book itself is clean: what is missing was never written, or lies in no box.
    case 'short-box':
    case 'not-as-saved':
    case undefined:
      return []
  }
}
