import { instalmentsOf, partOf, reliefMonthsOf } from '#test/support/book-figures.ts'
import type { Book, Fund, RowOf } from '#test/support/book-rows.ts'
import { dateIn, downToHundred, monthOf, monthText, sum } from '#test/support/book-rows.ts'
import type { Debt, Village } from '#test/support/book-village.ts'
import {
  debtOf,
  diceOf,
  missedMeetings,
  numbered,
  openVillage,
  purposes,
} from '#test/support/book-village.ts'

export { readBook, writeBook } from '#test/support/book-rows.ts'

const calendarOf = ({ year, fund, book }: Village) => ({ year, fund, relief: book.relief })

const isActive = (village: Village, card: string) =>
  village.book.members.some((row) => row.card === card && row.status === 'active')

/** One month's rate on what is owed at the meeting; what is not paid waits and bears nothing. */
function addInterest(village: Village, date: string): void {
  const rates: Fund['interest_monthly_percent'] = village.fund.interest_monthly_percent
  for (const debt of village.debts) {
    if (reliefMonthsOf(calendarOf(village), debt.loan).has(monthOf(date))) continue
    const rate = Number(rates[debt.loan.type])
    debt.interest += downToHundred((debt.owed * Math.round(rate * 100)) / 10_000)
  }
}

/** What a borrower brings: all that fell due, half of it, a part more, the whole or nothing. */
function broughtBy(village: Village, debt: Debt, date: string) {
  const { dice } = village
  const nothing = { principal: 0, interest: 0 }
  const fallen = instalmentsOf(calendarOf(village), debt.loan).filter(({ due }) => due <= date)
  const lacking = sum(fallen.map(({ principal }) => principal)) - debt.paid
  const due = Math.min(debt.owed, Math.max(0, lacking))
  const ahead = Math.min(debt.owed, due + partOf(debt.loan))
  const isInRelief = reliefMonthsOf(calendarOf(village), debt.loan).has(monthOf(date))
  const isWaiting = isInRelief || (debt.loan.type === 'seasonal' && debt.owed > due)
  if (isWaiting && dice.happens(95)) return nothing
  if (dice.happens(3)) return { principal: debt.owed, interest: debt.interest }
  if (isWaiting) return { principal: ahead, interest: 0 }
  if (dice.happens(missedMeetings[debt.habit] ?? 2)) return nothing
  const isPart = debt.habit === 'part' && dice.happens(40)
  if (isPart) return { principal: dice.pick([0, downToHundred(due / 2)]), interest: debt.interest }
  const isEarly = debt.habit === 'early' && dice.happens(30)
  return { principal: isEarly ? ahead : due, interest: debt.interest }
}

function paymentsOf(village: Village, card: string, date: string) {
  const debts = village.debts.filter((debt) => debt.loan.member === card)
  const brought = debts.map((debt) => ({ debt, ...broughtBy(village, debt, date) }))
  const payments = brought.filter(({ principal, interest }) => principal + interest > 0)
  for (const { debt, principal, interest } of payments) {
    debt.owed -= principal
    debt.paid += principal
    debt.interest -= interest
    village.cash += principal + interest
  }
  return payments
}

/** A member's line, and one more for a second loan; an absent member may send the instalment. */
function signSheet(village: Village, member: RowOf<'members'>, date: string): void {
  const { dice, fund, book } = village
  const isMember = member.status === 'active'
  const isPresent = isMember && dice.happens(92)
  const mayPay = isPresent || dice.happens(isMember ? 50 : 8)
  const [first, ...others] = mayPay ? paymentsOf(village, member.card, date) : []
  if (!isMember && first === undefined) return
  const shares = isPresent ? dice.whole(1, 5) : 0
  const rows = book.meeting_sheet.filter((row) => row.card === member.card)
  const saved = member.opening_savings + sum(rows.map((row) => row.savings_in - row.savings_out))
  const wish = isPresent && dice.happens(3) ? dice.whole(1, 30) * fund.share_value : 0
  const line = {
    meeting_date: date,
    card: member.card,
    present: isPresent ? 'y' : 'n',
    shares,
    savings_in: shares * fund.share_value,
    social_in: isPresent ? fund.social_per_meeting : 0,
    fine_in: isMember && !isPresent ? 1_000 : 0,
    loan: first?.debt.loan.loan ?? '',
    principal_paid: first?.principal ?? 0,
    interest_paid: first?.interest ?? 0,
    savings_out: wish <= Math.min(saved, spendable(village)) ? wish : 0,
  }
  village.cash += line.savings_in + line.social_in + line.fine_in - line.savings_out
  village.social += line.social_in + line.fine_in
  book.meeting_sheet.push(line)
  const empty = { shares: 0, savings_in: 0, social_in: 0, fine_in: 0, savings_out: 0 }
  for (const { debt, principal, interest } of others)
    book.meeting_sheet.push({
      ...line,
      ...empty,
      loan: debt.loan.loan,
      principal_paid: principal,
      interest_paid: interest,
    })
}

/** Cash that is nobody's purpose: neither the social fund's nor a donor's, and a little is kept. */
const spendable = (village: Village) =>
  Math.max(0, village.cash - village.social - village.restricted - 100_000)

function payOutLoan(village: Village, date: string): void {
  const { dice, book, debts } = village
  const member = dice.pick(book.members.filter((row) => row.status === 'active'))
  const open = debts.filter((debt) => debt.loan.member === member.card && debt.owed > 0)
  if (open.length > 1 || (open.length === 1 && dice.happens(70))) return
  const type = dice.pick(['normal', 'normal', 'normal', 'normal', 'seasonal', 'emergency'])
  const amount = dice.whole(4, type === 'emergency' ? 20 : 100) * 10_000
  const principal = amount + dice.pick([0, 0, 0, 2_500, 700])
  if (principal > spendable(village)) return
  const count = book.loans.filter((row) => row.opening_balance === null).length
  const loan = {
    loan: numbered(`L${village.year % 100}-`, count + 1),
    member: member.card,
    disbursed: date,
    principal,
    months: type === 'emergency' ? dice.whole(1, 3) : dice.whole(3, type === 'normal' ? 12 : 8),
    type,
    purpose: dice.pick(purposes),
    opening_balance: null,
  }
  village.cash -= principal
  book.loans.push(loan)
  debts.push(debtOf(dice, loan))
}

/** A survivor's grant names a code in place of a card, so that the book marks nobody. */
function payGrant(village: Village, date: string): void {
  const { dice, book } = village
  const amount = dice.whole(1, 6) * 100_000
  if (amount > village.restricted) return
  const members = book.members.filter((row) => row.status === 'active')
  const payee = dice.happens(30) ? dice.pick(['S01', 'S02', 'S03']) : dice.pick(members).card
  const kind = dice.pick(['passport', 'safe return', 'reintegration'])
  const grant = `G${village.year % 100}-${book.grants.length + 1}`
  village.cash -= amount
  village.restricted -= amount
  book.grants.push({ grant, date, payee, kind, amount })
}

/** Written off are debts of former members, and those left over when the last day has passed. */
function writeOffDebts(village: Village, date: string): void {
  const { dice, book } = village
  for (const debt of village.debts.filter(({ owed }) => owed > 0)) {
    const lastDue = instalmentsOf(calendarOf(village), debt.loan).at(-1)?.due ?? date
    const isLost = !isActive(village, debt.loan.member) || lastDue < date
    if (!isLost || dice.happens(90)) continue
    const minute = dice.happens(50) ? `${date.slice(0, 7)}/${dice.whole(1, 9)}` : ''
    book.write_offs.push({ loan: debt.loan.loan, date, amount: debt.owed, minute })
    debt.owed = 0
    debt.interest = 0
  }
}

/** An event of one zone or of listed households; its months begin with the next one. */
function declareRelief(village: Village, month: number, event: string): void {
  const { dice, book, day } = village
  const declared = day > 24 ? dateIn(month, dice.whole(1, 20)) : dateIn(month, day + 4)
  const group = dice.pick(['river', 'upland', 'returnee households'])
  const kind = group === 'river' ? 'flood' : dice.pick(['drought', 'conflict_or_mass_return'])
  const months = dice.whole(2, 4)
  for (const { loan, owed } of village.debts) {
    const zone = book.members.find((row) => row.card === loan.member)?.zone
    const isTouched = group === zone || (group === 'returnee households' && dice.happens(30))
    if (!isTouched || owed === 0 || !isActive(village, loan.member)) continue
    const what = loan.type === 'seasonal' ? 'maturity moves' : 'instalments move'
    book.relief.push({
      event,
      kind,
      declared,
      zone_or_group: group,
      first_month: monthText(month + 1),
      last_month: monthText(month + months),
      loan: loan.loan,
      effect: `${what} by ${months} months, no interest`,
    })
  }
}

/** The committee's own line of the meeting: the sums of the sheet and what only it writes down. */
function closeCashBook(
  village: Village,
  date: string,
  line: Pick<RowOf<'cash_book'>, 'opening_cash' | 'donor_grant_in' | 'social_out' | 'expenses_out'>,
): void {
  const { book } = village
  const sheet = book.meeting_sheet.filter((row) => row.meeting_date === date)
  const grants = book.grants.filter((row) => row.date === date)
  const loans = book.loans.filter((row) => row.disbursed === date)
  const present = sheet.filter((row) => row.present === 'y').map((row) => row.card)
  book.cash_book.push({
    meeting_date: date,
    members_present: new Set(present).size,
    savings_in: sum(sheet.map((row) => row.savings_in)),
    social_in: sum(sheet.map((row) => row.social_in)),
    fines_in: sum(sheet.map((row) => row.fine_in)),
    loan_principal_in: sum(sheet.map((row) => row.principal_paid)),
    interest_in: sum(sheet.map((row) => row.interest_paid)),
    loans_out: sum(loans.map((row) => row.principal)),
    savings_out: sum(sheet.map((row) => row.savings_out)),
    migration_grants_out: sum(grants.map((row) => row.amount)),
    closing_cash: village.cash,
    ...line,
  })
}

function holdMeeting(village: Village, month: number): void {
  const { dice, book } = village
  const date = dateIn(month, village.day)
  const openingCash = village.cash
  addInterest(village, date)
  for (const member of book.members) signSheet(village, member, date)
  const donated = dice.happens(12) ? dice.whole(5, 60) * 100_000 : 0
  village.cash += donated
  village.restricted += donated
  const helped = dice.happens(25) ? Math.min(village.social, dice.whole(1, 30) * 10_000) : 0
  const expenses = Math.min(spendable(village), dice.whole(2, 16) * 2_500)
  village.social -= helped
  village.cash -= helped + expenses
  for (let loan = dice.whole(0, Math.ceil(book.members.length / 9)); loan > 0; loan -= 1)
    payOutLoan(village, date)
  for (let grant = dice.whole(-3, 2); grant > 0; grant -= 1) payGrant(village, date)
  writeOffDebts(village, date)
  closeCashBook(village, date, {
    opening_cash: openingCash,
    donor_grant_in: donated,
    social_out: helped,
    expenses_out: expenses,
  })
}

/** Another village's year in the same format, the same for the same seed. */
export function randomBook(seed: number): Book {
  const dice = diceOf(seed)
  const village = openVillage(dice)
  const first = village.year * 12
  const eventMonth = first + dice.whole(1, 8)
  const events = [eventMonth, eventMonth + dice.whole(1, 4)].slice(0, dice.whole(0, 2))
  for (let month = first; month < first + 12; month += 1) {
    const event = `E${events.indexOf(month) + 1}`
    if (village.day > 24 && events.includes(month)) declareRelief(village, month, event)
    holdMeeting(village, month)
    if (village.day <= 24 && events.includes(month)) declareRelief(village, month, event)
  }
  return { fund: village.fund, ...village.book }
}
