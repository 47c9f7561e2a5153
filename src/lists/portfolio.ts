import { percentOf } from '#domain/kernel/money.ts'
import { codeOfReason } from '#domain/health/visit.ts'
import type { PortfolioLine } from '#domain/health/villages.ts'
import { columnsOf, inFiles } from '#src/lists/column.ts'

const { id, text, code, day, sum, number, percent } = columnsOf<PortfolioLine>()

/** A fund of a network: its figures, and how much it wants a visit. */
export const portfolioColumns = {
  fundId: id('fundId', ['The fund', '0190c8a4-0000-7000-8000-000000000001']),
  village: text(
    ({ summary }) => summary.villageCode,
    ['Code of the village in the national gazetteer', '02040301'],
  ),
  name: text('name', ['What its people call it', 'Trapeang Chhuk']),
  visit: number(({ need }) => need.points, ['How much it wants a visit', '9']),
  reasons: text(
    ({ need }) => need.reasons.map(codeOfReason).join(' '),
    ['Why, the weightiest first: rules of the grade, signs, or written-late', 'silence par30'],
  ),
  letter: code(
    ({ need }) => need.letter ?? null,
    ['Grade; empty where nobody has read the whole book yet', 'B'],
    { choices: ['A', 'B', 'C', 'D'] },
  ),
  pointsLost: number(
    ({ judged }) => judged?.grade.pointsLost ?? null,
    ['Points lost by the grade', '2'],
  ),
  judgedOn: day(({ judged }) => judged?.on ?? null, ['The day that the grade is of', '2026-03-01']),
  currency: text(({ summary }) => summary.currency, ['ISO 4217', 'KHR']),
  members: number(({ summary }) => summary.members, ['Members', '24']),
  savings: sum(({ summary }) => summary.savings, ['All that members have saved', '4200000']),
  cash: sum(({ summary }) => summary.cash, ['Box, bank and wallet', '905500']),
  loansOutstandingCount: number(
    ({ summary }) => summary.loans,
    ['Loans on which principal is owed', '14'],
  ),
  loansOutstanding: sum(({ summary }) => summary.owed, ['Principal owed', '3900000']),
  loansLate: sum('late', ['Principal owed on loans that are late', '310000']),
  par30: sum('par30', ['Principal owed on loans more than 30 days late', '120000']),
  par30Percent: percent(
    ({ par30, summary }) => percentOf(par30, summary.owed),
    ['The same of all principal owed', '3.08'],
  ),
  underRelief: sum(({ judged }) => judged?.underRelief ?? null, ['Principal under relief', '0']),
  lastMeeting: day(
    ({ summary }) => summary.lastMeeting ?? null,
    ['The last meeting', '2026-02-20'],
  ),
  writtenOn: day(
    ({ summary }) => summary.writtenOn,
    ['The day on which its last line was written down', '2026-02-20'],
  ),
  unanswered: number(
    ({ summary }) => summary.unanswered,
    ['What members said is not right, and nobody has answered', '0'],
  ),
  averageLoan: sum(
    ({ judged }) => judged?.figures.average_loan ?? null,
    ['Principal owed on a loan, in the middle', '278571'],
  ),
  savingsPerMember: sum(
    ({ judged }) => judged?.figures.savings_per_member ?? null,
    ['Savings shared by members', '175000'],
  ),
  droppedOutPercent: percent(
    ({ judged }) => judged?.figures.dropped_out_percent ?? null,
    ['Members of the year who left', '4.17'],
  ),
  attendancePercent: percent(
    ({ judged }) => judged?.figures.attendance_percent ?? null,
    ['Who came, of those who could have come', '91.5'],
  ),
  onTimePercent: percent(
    ({ judged }) => judged?.figures.on_time_percent ?? null,
    ['Instalments of the year paid in full by their day', '96.3'],
  ),
}

/** The same as files have it. */
export const portfolioInFiles = inFiles(portfolioColumns)
