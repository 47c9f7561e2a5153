import { daysAfter } from '#domain/kernel/dates.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { unpaidDues } from '#domain/loans/standing.ts'
import { cheated, missingInBox } from '#src/app/demo/cheating.ts'
import {
  type Said,
  type Sitting,
  type Write,
  boxOf,
  loanStep,
  openLoans,
} from '#src/app/demo/sitting.ts'

const attended = ({ chance, memberIds }: Sitting) => {
  const present = memberIds.filter((_, i) => i < 2 || chance.in100(95))
  return { present, absent: memberIds.filter((one) => !present.includes(one)) }
}

/** What has fallen due through the day is paid, or left out. */
const repaid = (sitting: Sitting): readonly Said[] =>
  openLoans(sitting).flatMap(({ whole, dues, settled, interestDue }): readonly Said[] => {
    const fallen = unpaidDues(dues, settled).filter(({ on }) => on <= sitting.on)
    const amount = fallen.reduce((sum, { principal }) => sum + principal, interestDue)
    return amount <= 0 || sitting.chance.in100(sitting.life.missed)
      ? []
      : [{ type: 'RecordRepayment', loanId: whole.loanId, amount }]
  })

const loansAMeeting = 2

/** Members without a loan are lent up to twice what they have saved, as far as half of the box goes; the meeting votes by hands. */
const lent = (sitting: Sitting, present: readonly string[]): readonly Said[] => {
  const { village, on, chance, memberIds, loanId } = sitting
  const owing = new Set(openLoans(sitting).map(({ whole }) => whole.memberId))
  const [, chair] = memberIds
  let room = Math.floor(boxOf(sitting) / 2)
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
  const { on, life } = sitting
  const writtenOn = daysAfter(on, life.writtenAfter)
  const { does, begun } = sitting
  const count = (meetings: number) => ({
    amount: Math.max(0, boxOf(sitting) - missingInBox(does, meetings)),
    isByNote: false,
  })
  const isCounted = does !== 'no-count'
  const { present, absent } = attended(sitting)
  const opened: Said[] = [
    ...(isCounted ? [{ type: 'OpenMeeting', count: count(begun) } as const] : []),
    { type: 'RecordAttendance', present, absent },
  ]
  await write(on, writtenOn, [...opened, ...saved(sitting, present), ...repaid(sitting)])
  const isFlood = life.hasFlood && on.slice(5, 7) === floodMonth
  await write(on, writtenOn, [...lent(sitting, present), ...(isFlood ? putOff(sitting) : [])])
  await write(on, writtenOn, cheated({ ...sitting, present: present.length }))
  if (isCounted) await write(on, writtenOn, [{ type: 'CloseMeeting', count: count(begun + 1) }])
}
