import { dateIn, downToHundred, sum } from '#test/support/book-rows.ts'
import { partOf } from '#test/support/book-figures.ts'
import type { FileName, Fund, LoanRow, RowOf } from '#test/support/book-rows.ts'

export type Debt = { readonly loan: LoanRow; readonly habit: string } & {
  owed: number
  paid: number
  interest: number
}
export type Village = ReturnType<typeof openVillage>

const habits = ['steady', 'steady', 'steady', 'early', 'late', 'part', 'stopping']
export const missedMeetings: Readonly<Record<string, number>> = { late: 35, part: 10, stopping: 75 }
const meetingDays = [1, 3, 7, 12, 15, 20, 22, 24, 25, 28, 29, 30, 31]
export const purposes = [
  'piglets',
  'pump, with hose',
  'rice inputs',
  'the "big" boat',
  'school fees',
]

/** A small generator of its own (mulberry32), so that a seed gives one book on every machine. */
export function diceOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const happens = (percent: number) => next() * 100 < percent
  const pick = <Item>(items: readonly Item[]) => items[whole(0, items.length - 1)] as Item
  return { whole, happens, pick }
}
type Dice = ReturnType<typeof diceOf>

export const numbered = (letter: string, count: number) =>
  `${letter}${String(count).padStart(2, '0')}`

function randomMembers(dice: Dice, shareValue: number): readonly RowOf<'members'>[] {
  const active = dice.whole(10, 70)
  const former = dice.whole(0, 3)
  return Array.from({ length: active + former }, (_, place) => ({
    card: place < active ? numbered('M', place + 1) : numbered('X', place - active + 1),
    status: place < active ? 'active' : 'former',
    sex: dice.happens(65) ? 'f' : 'm',
    idpoor: dice.pick(['', '', '', '1', '2']),
    committee: place < active && dice.happens(9) ? 'y' : 'n',
    zone: dice.happens(40) ? 'river' : 'upland',
    opening_savings: place < active ? shareValue * dice.whole(0, 60) : 0,
  }))
}

/** Debts from before the year: some near their end, some behind, those of former members old. */
function carriedOver(
  dice: Dice,
  members: readonly RowOf<'members'>[],
  opening: { readonly year: number; readonly day: number },
): readonly LoanRow[] {
  const borrowers = members.filter((row) => row.status === 'former' || dice.happens(20))
  return borrowers.map((row, place) => {
    const months = dice.whole(3, 12)
    const principal = dice.whole(6, 60) * 10_000
    const age = row.status === 'former' ? dice.whole(13, 22) : dice.whole(1, months + 2)
    const loan = {
      loan: numbered(`L${(opening.year - 1) % 100}-`, place + 1),
      member: row.card,
      disbursed: dateIn(opening.year * 12 - age, opening.day),
      principal,
      months,
      type: dice.happens(8) ? 'emergency' : 'normal',
      purpose: 'carried over',
    }
    const part = partOf({ ...loan, opening_balance: null })
    const paid = part * dice.whole(0, Math.min(age, months) - 1)
    const partPaid = dice.happens(30) ? downToHundred((part * dice.whole(1, 90)) / 100) : 0
    return { ...loan, opening_balance: principal - paid - partPaid }
  })
}

function provisionTable(dice: Dice) {
  const days = dice.pick([
    [14, 30, 60, 90],
    [7, 30, 90, 180],
    [29, 59, 89, 119],
  ])
  const percents = dice.pick([
    [1, 3, 20, 50, 100],
    [0, 5, 25, 60, 100],
    [2, 10, 30, 75, 90],
  ])
  const names = ['normal', 'special_mention', 'substandard', 'doubtful', 'loss']
  return names.map((name, place) => ({
    to_days: days[place] ?? null,
    name,
    percent: percents[place] ?? 0,
  }))
}

const ordinal = (day: number) =>
  `${day}${day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`

function openingBalances(dice: Dice, savings: number, loans: number): Fund['opening'] {
  const provision = downToHundred((loans * dice.whole(0, 12)) / 100)
  const social = dice.whole(0, 60) * 20_000
  const restricted = dice.happens(40) ? dice.whole(1, 30) * 100_000 : 0
  const reserve = loans + dice.whole(10, 60) * 100_000
  const cash = savings + social + reserve + restricted + provision - loans
  return { cash, loans, provision, savings, social, reserve, restricted_migration: restricted }
}

export function openVillage(dice: Dice) {
  const [year, day] = [dice.whole(2019, 2025), dice.pick(meetingDays)]
  const shareValue = dice.pick([1_000, 2_000, 5_000, 10_000])
  const members = randomMembers(dice, shareValue)
  const loans = carriedOver(dice, members, { year, day })
  const savings = sum(members.map((row) => row.opening_savings))
  const owed = sum(loans.map((row) => row.opening_balance ?? 0))
  const fund = {
    fund: 'Invented village',
    village_code: String(dice.whole(99_000_000, 99_999_999)),
    currency: 'KHR',
    households: dice.whole(members.length, 120),
    share_value: shareValue,
    shares_per_meeting: [1, 5],
    social_per_meeting: dice.pick([500, 1_000, 2_000]),
    interest_monthly_percent: {
      normal: dice.pick(['1.5', '1', '1.2', '0.8']),
      seasonal: dice.pick(['1.5', '1', '1.2', '0.8']),
      emergency: '0',
    },
    interest_rounding: 'down to 100 riel each month on the balance at the meeting',
    instalment_principal: 'principal / months rounded down to 100; the last absorbs the rest',
    seasonal: 'one payment at maturity, interest counted each month',
    provisioning: {
      by: 'days past due on the day of the report',
      rounding: 'down to 100 riel a loan',
      table: provisionTable(dice),
    },
    ceiling: '3 x savings',
    fines: 'to the social fund',
    meetings: `on the ${ordinal(day)} of each month`,
    opening: openingBalances(dice, savings, owed),
  }
  const { cash, social, restricted_migration: restricted } = fund.opening
  const book: { -readonly [Name in FileName]: RowOf<Name>[] } = {
    members: [...members],
    loans: [...loans],
    meeting_sheet: [],
    cash_book: [],
    grants: [],
    relief: [],
    write_offs: [],
  }
  const debts = loans.map((loan) => debtOf(dice, loan))
  return { dice, year, day, fund, book, debts, cash, social, restricted }
}

export const debtOf = (dice: Dice, loan: LoanRow): Debt => ({
  loan,
  habit: dice.pick(habits),
  owed: loan.opening_balance ?? loan.principal,
  paid: 0,
  interest: 0,
})
