import { costTold } from '#domain/fund/costs.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { type LocalDate, later, monthlyDay } from '#domain/kernel/dates.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Product } from '#domain/fund/charter/charter.ts'
import type { Hasher } from '#domain/ports.ts'
import type { EventKind } from '#domain/relief/relief.ts'
import { eventKinds } from '#domain/relief/relief.ts'
import type { Command } from '#domain/village.ts'
import { type Placed, type Wording, wordingOf } from '#src/exchange/paper-book/wording.ts'
import type { PaperBook } from '#src/exchange/paper-book/book.ts'
import type { Line } from '#src/exchange/paper-book/columns.ts'
import { olderTermsOf } from '#src/exchange/paper-book/older-terms.ts'
import { fundFile } from '#src/exchange/paper-book/columns.ts'

/** The fund's id: another book, even by one cell, is another fund. */
export const fundIdOf = (book: PaperBook, hash: Hasher): string =>
  uuidOfHash(hash(lengthPrefixed([book.hash, 'fund'])))

const openingOf = (book: PaperBook, { place, member }: Wording): Placed[] => {
  const { fund, openedOn: effectiveOn, lines } = book
  const { cash, provision, social, reserve, restrictedMigration } = fund.opening
  const windows = [{ windowId: 'migration', amount: restrictedMigration }]
  const opening = { cash, provision, social, reserve, windows }
  const { villageCode, charter } = fund
  const file = 'members.csv'
  return [
    place(fundFile, { row: 1 }, { type: 'FoundFund', effectiveOn, villageCode, charter, opening }),
    ...lines[file].flatMap((line) => {
      const memberId = member(line.card)
      const poverty =
        line.idpoor === undefined ? {} : { povertyLevel: Number(line.idpoor) as 1 | 2 }
      const { card, zone, opening_savings: amount } = line
      const admitted = {
        memberId,
        card,
        sex: line.sex as 'f' | 'm',
        ...poverty,
        zone,
        isFormer: line.status === 'former',
      }
      return [
        place(file, line, { type: 'AdmitMember', effectiveOn, ...admitted }),
        ...(line.committee === 'y'
          ? [
              place(file, line, {
                type: 'AppointOfficer',
                effectiveOn,
                memberId,
                office: 'committee',
              }),
            ]
          : []),
        ...(amount > 0
          ? [place(file, line, { type: 'TakeOverSavings', effectiveOn, memberId, amount })]
          : []),
      ]
    }),
  ]
}

const loansOf = (book: PaperBook, { place, member, loan }: Wording): Placed[] =>
  book.lines['loans.csv'].map((line) => {
    const { loan: number, principal, months, disbursed, opening_balance: owed } = line
    const terms = {
      loanId: loan(number),
      number,
      memberId: member(line.member),
      product: line.type as Product,
      principal,
      months,
      ...olderTermsOf(line),
    }
    return owed === undefined
      ? place('loans.csv', line, { type: 'RecordPayout', effectiveOn: disbursed, ...terms })
      : place('loans.csv', line, {
          type: 'TakeOverLoan',
          effectiveOn: book.openedOn,
          ...terms,
          owed,
          paidOutOn: disbursed,
        })
  })

const byMeeting = (
  lines: readonly Line<'meeting_sheet.csv'>[],
): Map<LocalDate, Line<'meeting_sheet.csv'>[]> => Map.groupBy(lines, (line) => line.meeting_date)

const attendanceOf = (book: PaperBook, { place, member }: Wording): Placed[] =>
  [...byMeeting(book.lines['meeting_sheet.csv'])].map(([effectiveOn, lines]) => {
    const present = new Set(
      lines.filter((line) => line.present === 'y').map(({ card }) => member(card)),
    )
    const absent = new Set(
      lines.map(({ card }) => member(card)).filter((memberId) => !present.has(memberId)),
    )
    return place('meeting_sheet.csv', lines[0]!, {
      type: 'RecordAttendance',
      effectiveOn,
      present: [...present],
      absent: [...absent],
    })
  })

const sheetOf = (book: PaperBook, { place, member, loan }: Wording): Placed[] => {
  const file = 'meeting_sheet.csv'
  const paidOutOn = new Map(book.lines['loans.csv'].map((line) => [line.loan, line.disbursed]))
  return book.lines[file].flatMap((line) => {
    const {
      meeting_date: effectiveOn,
      shares,
      principal_paid: principal,
      interest_paid: interest,
    } = line
    const about = { effectiveOn, memberId: member(line.card) }
    const written = { interest, principal }
    return [
      ...(shares > 0 ? [place(file, line, { type: 'BuyShares', ...about, shares })] : []),
      ...(line.social_in > 0
        ? [
            place(file, line, {
              type: 'RecordSocialContribution',
              ...about,
              amount: line.social_in,
            }),
          ]
        : []),
      ...(line.fine_in > 0
        ? [place(file, line, { type: 'RecordFine', ...about, amount: line.fine_in })]
        : []),
      ...(line.savings_out > 0
        ? [place(file, line, { type: 'RecordWithdrawal', ...about, amount: line.savings_out })]
        : []),
      ...(line.loan !== undefined && principal + interest > 0
        ? [
            place(
              file,
              line,
              {
                type: 'RecordRepayment',
                effectiveOn,
                loanId: loan(line.loan),
                amount: principal + interest,
                written,
                paidBy: member(line.card),
              },
              paidOutOn.get(line.loan),
            ),
          ]
        : []),
    ]
  })
}

const cashBookOf = (book: PaperBook, { place }: Wording): Placed[] => {
  const file = 'cash_book.csv'
  return book.lines[file].flatMap((line) => {
    const { meeting_date: effectiveOn } = line
    const written = {
      membersPresent: line.members_present,
      savingsIn: line.savings_in,
      socialIn: line.social_in,
      finesIn: line.fines_in,
      loanPrincipalIn: line.loan_principal_in,
      interestIn: line.interest_in,
      donorGrantIn: line.donor_grant_in,
      loansOut: line.loans_out,
      savingsOut: line.savings_out,
      socialOut: line.social_out,
      migrationGrantsOut: line.migration_grants_out,
      expensesOut: line.expenses_out,
    }
    const notCounted = (amount: number) => ({ amount, isByNote: false })
    return [
      place(file, line, { type: 'OpenMeeting', effectiveOn, count: notCounted(line.opening_cash) }),
      ...(line.donor_grant_in > 0
        ? [
            place(file, line, {
              type: 'RecordDonation',
              effectiveOn,
              windowId: 'migration',
              amount: line.donor_grant_in,
            }),
          ]
        : []),
      ...(line.social_out > 0
        ? [place(file, line, { type: 'RecordSocialSupport', effectiveOn, amount: line.social_out })]
        : []),
      ...(line.expenses_out > 0
        ? [
            place(file, line, {
              type: 'RecordExpense',
              effectiveOn,
              amount: line.expenses_out,
              ...costTold((name) => line[`expense_${name}`]),
            }),
          ]
        : []),
      place(file, line, {
        type: 'CloseMeeting',
        effectiveOn,
        count: notCounted(line.closing_cash),
        written,
      }),
    ]
  })
}

const grantsOf = (book: PaperBook, { place }: Wording): Placed[] =>
  book.lines['grants.csv'].map((line) =>
    place('grants.csv', line, {
      type: 'RecordGrantPayout',
      effectiveOn: line.date,
      windowId: 'migration',
      grantNumber: line.grant,
      amount: line.amount,
    }),
  )

/** "conflict_or_mass_return" -> "conflict-or-mass-return"; a kind of another book is "other". */
const eventKindOf = (written: string): EventKind => {
  const kind = written.toLowerCase().replaceAll(/[_\s]+/g, '-')
  return eventKinds.find((known) => known === kind) ?? 'other'
}

const reliefOf = (book: PaperBook, { place, loan }: Wording): Placed[] => {
  const paidOutOn = new Map(book.lines['loans.csv'].map((line) => [line.loan, line.disbursed]))
  return [...Map.groupBy(book.lines['relief.csv'], ({ event }) => event)].map(
    ([eventId, lines]) => {
      const { kind, declared } = lines[0]!
      // An event of the year before reaches into this book from its first day.
      const effectiveOn = later(declared, book.openedOn)
      const touched = lines.map((line) => ({
        loanId: loan(line.loan),
        from: `${line.first_month}-01`,
        to: monthlyDay(`${line.last_month}-01`, 0, 31),
      }))
      const latest = lines.map((line) => paidOutOn.get(line.loan)!).reduce(later)
      return place(
        'relief.csv',
        lines[0]!,
        { type: 'RecordRelief', effectiveOn, eventId, kind: eventKindOf(kind), touched },
        latest,
      )
    },
  )
}

const writeOffsOf = (book: PaperBook, { place, loan }: Wording): Placed[] => {
  const paidOutOn = new Map(book.lines['loans.csv'].map((line) => [line.loan, line.disbursed]))
  return book.lines['write_offs.csv'].map((line) => {
    const minute = line.minute === undefined ? {} : { minute: line.minute }
    const { date: effectiveOn, amount } = line
    return place(
      'write_offs.csv',
      line,
      { type: 'RecordWriteOff', effectiveOn, loanId: loan(line.loan), amount, ...minute },
      paidOutOn.get(line.loan),
    )
  })
}

/** Everything the book says as commands: facts only, no vote is invented. The same book, the same ids. */
export const commandsOf = (book: PaperBook, hash: Hasher): Command[] => {
  const wording = wordingOf(book, hash)
  const parts = [
    openingOf,
    loansOf,
    attendanceOf,
    sheetOf,
    cashBookOf,
    grantsOf,
    reliefOf,
    writeOffsOf,
  ]
  const placed = parts.flatMap((part) => part(book, wording))
  return placed
    .toSorted((a, b) => (a.at === b.at ? a.rank - b.rank : a.at < b.at ? -1 : 1))
    .map(({ command }) => command)
}

/** Words that stay out of the journal because they could name somebody: kept where they can be erased. */
export const notesOf = (book: PaperBook, hash: Hasher): { subject: string; text: string }[] => {
  const { loan } = wordingOf(book, hash)
  const purposes = book.lines['loans.csv'].flatMap((line) =>
    line.purpose === undefined ? [] : [{ subject: `loan:${loan(line.loan)}`, text: line.purpose }],
  )
  return [{ subject: 'fund', text: book.fund.name }, ...purposes]
}
