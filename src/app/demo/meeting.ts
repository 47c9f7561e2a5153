import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { balanceOf, savedBy } from '#domain/ledger/balances.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import type { Command, Village } from '#domain/village.ts'
import type { Chance } from '#src/app/demo/chance.ts'
import type { Life } from '#src/app/demo/lives.ts'

export type Said = { readonly type: Command['type']; readonly [field: string]: unknown }

/** Writes down what happened on a day, on the same day or a later one. */
export type Write = (on: LocalDate, writtenOn: LocalDate, said: readonly Said[]) => Promise<void>

/** A meeting as it is written down: the books before it, and what is drawn of it. */
type Sitting = {
  readonly on: LocalDate
  readonly village: Village
  readonly chance: Chance
  readonly life: Life
  readonly memberIds: readonly string[]
  readonly loanId: (memberId: string) => string
}

const attended = ({ chance, memberIds }: Sitting) => {
  const present = memberIds.filter((_, i) => i < 2 || chance.in100(95))
  return { present, absent: memberIds.filter((one) => !present.includes(one)) }
}

const openLoans = ({ village, on }: Sitting) =>
  [...village.loans.values()].flatMap((loan) => {
    const standing = standingOf(loan, on)
    return standing && standing.owed > 0 ? [standing] : []
  })

/** What has fallen due through the day is paid, or left out. */
const repaid = (sitting: Sitting): readonly Said[] =>
  openLoans(sitting).flatMap(({ whole, dues, settled, interestDue }): readonly Said[] => {
    const fallen = unpaidDues(dues, settled).filter(({ on }) => on <= sitting.on)
    const amount = fallen.reduce((sum, { principal }) => sum + principal, interestDue)
    return amount <= 0 || sitting.chance.in100(sitting.life.missed)
      ? []
      : [{ type: 'RecordRepayment', loanId: whole.loanId, amount }]
  })

const [loanStep, loansAMeeting] = [10_000, 2]

/** Members without a loan are lent up to twice what they have saved, as far as half of the box goes; the meeting votes by hands. */
const lent = (sitting: Sitting, present: readonly string[]): readonly Said[] => {
  const { village, on, chance, memberIds, loanId } = sitting
  const owing = new Set(openLoans(sitting).map(({ whole }) => whole.memberId))
  const [, chair] = memberIds
  let room = Math.floor(balanceOf(village.posted, 'asset:cash-box', on) / 2)
  const said: Said[] = []
  for (const memberId of present) {
    if (said.length >= loansAMeeting) break
    if (owing.has(memberId) || memberId === chair || !chance.in100(30)) continue
    const most = Math.min(2 * savedBy(village.posted, memberId, on), room, 600_000)
    const principal = Math.floor(most / loanStep) * loanStep
    if (principal < 2 * loanStep) continue
    room -= principal
    said.push({
      type: 'RecordPayout',
      loanId: loanId(memberId),
      number: `L${village.loans.size + said.length + 1}`,
      memberId,
      product: 'normal',
      principal,
      months: chance.whole(4, 10),
      vote: { present: present.length, yes: present.length - 1, no: 0 },
      approvedBy: chair,
    })
  }
  return said
}

const saved = ({ chance }: Sitting, present: readonly string[]): readonly Said[] =>
  present.map((memberId) => ({ type: 'BuyShares', memberId, shares: chance.whole(1, 3) }))

/** Water stands in the fields for three months: every loan of which something is owed is put off. */
const putOff = (sitting: Sitting): readonly Said[] => {
  const { on } = sitting
  const from = daysAfter(on, 1)
  const touched = openLoans(sitting).map(({ whole }: { readonly whole: Loan }) => ({
    loanId: whole.loanId,
    from,
    to: daysAfter(from, 91),
  }))
  return touched.length === 0
    ? []
    : [{ type: 'RecordRelief', eventId: `F${on.replaceAll('-', '')}`, kind: 'flood', touched }]
}

/** The month in which floods come. */
const floodMonth = '10'

/** A meeting: the box is counted, members save and pay back, some are lent, and the box is counted again. */
export const meet = async (sitting: Sitting, write: Write): Promise<void> => {
  const { on, village, life } = sitting
  const writtenOn = daysAfter(on, life.writtenAfter)
  const count = () => ({ amount: balanceOf(village.posted, 'asset:cash-box'), isByNote: false })
  const { present, absent } = attended(sitting)
  const begun: Said[] = [
    { type: 'OpenMeeting', count: count() },
    { type: 'RecordAttendance', present, absent },
  ]
  await write(on, writtenOn, [...begun, ...saved(sitting, present), ...repaid(sitting)])
  const isFlood = life.hasFlood && on.slice(5, 7) === floodMonth
  await write(on, writtenOn, [...lent(sitting, present), ...(isFlood ? putOff(sitting) : [])])
  await write(on, writtenOn, [{ type: 'CloseMeeting', count: count() }])
}
