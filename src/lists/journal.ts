import type { FundBook } from '#domain/health/book.ts'
import { kindOf } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { columnsOf, listOf } from '#src/lists/column.ts'
import { accountName } from '#src/lists/account-name.ts'

const seqDescription = ["The entry's place in the journal, from 1", '142'] as const

const entry = columnsOf<JournalRow>()

/** Every entry as it is sealed, but for its facts, which are long and stand in a list of their own. */
export const entriesList = listOf({
  about:
    'an entry of the journal; the day does not narrow it, since no part of a chain can be left out',
  items: ({ entries }) => entries(),
  columns: {
    seq: entry.number('seq', seqDescription),
    id: entry.text('id', [
      'Made where it was written down; the same id is the same entry',
      'e-142',
    ]),
    type: entry.code('type', ['What happened', 'RepaymentRecorded']),
    version: entry.number('v', ['How its facts are written', '1']),
    effectiveOn: entry.day('effectiveOn', ['The day on which it happened', '2025-03-30']),
    recordedAt: entry.instant('recordedAt', ['When it was taken in', '2025-03-30T04:05:06.000Z']),
    recordedBy: entry.text('recordedBy', ['Who wrote it down, by id', 'record-keeper']),
    device: entry.text('device', ['On which phone or computer, by id', 'phone']),
    reverses: entry.text(
      ({ reverses }) => reverses ?? null,
      ['Id of the entry that it takes back; empty where none', ''],
    ),
    fundId: entry.text('fundId', ['Whose journal', '7d3e…']),
    commandHash: entry.text('commandHash', ['SHA-256 of what was asked for', '9f2c…']),
    prevHash: entry.text('prevHash', ['Hash of the entry before; empty for the first', '51aa…']),
    hash: entry.text('hash', ['SHA-256 over all of the entry and the hash before', 'c07e…']),
  },
})

/** A cell of a spreadsheet holds 32,767 letters. */
export const factsPartMax = 32_000

/** Where a part ends that begins at `from`: never within a letter of two halves, which alone are no text. */
const endOfPart = (data: string, from: number): number => {
  const end = from + factsPartMax
  const isHalf = end < data.length && /[\ud800-\udbff]/.test(data.charAt(end - 1))
  return isHalf ? end - 1 : end
}

type Part = { readonly seq: number; readonly part: number; readonly facts: string }

function* partsOf({ seq, data }: JournalRow): Generator<Part> {
  let from = 0
  for (let part = 1; from < data.length || part === 1; part += 1) {
    const end = endOfPart(data, from)
    yield { seq, part, facts: data.slice(from, end) }
    from = end
  }
}

const fact = columnsOf<Part>()

/** With it the hash of every entry can be counted again from the file alone. */
export const factsList = listOf({
  about: "an entry's facts, byte for byte as they are under its hash",
  async *items({ entries }) {
    for await (const row of entries()) yield* partsOf(row)
  },
  columns: {
    seq: fact.number('seq', seqDescription),
    part: fact.number('part', [
      'Which part: facts longer than 32,000 letters go on in the next',
      '1',
    ]),
    facts: fact.text('facts', [
      'Canonical JSON; the parts joined are the text that is hashed',
      '{"amount":25000}',
    ]),
  },
})

type Posted = PostingRow & { readonly book: FundBook }

const posting = columnsOf<Posted>()

export const postingsList = listOf({
  about: 'a sum posted to an account; those of an entry come to zero',
  *items({ book, postings }) {
    for (const row of postings) yield { ...row, book }
  },
  columns: {
    seq: posting.number('seq', seqDescription),
    line: posting.number('line', ['Which posting of the entry, from 0', '0']),
    entryType: posting.code('entryType', ['What happened', 'RepaymentRecorded']),
    effectiveOn: posting.day('effectiveOn', ['The day on which it happened', '2025-03-30']),
    on: posting.day('on', ['The day whose books the sum belongs to', '2025-03-30']),
    account: posting.text('account', [
      'Account by its id, as the journal has it',
      'asset:loan:l-2',
    ]),
    accountKind: posting.code(
      ({ account }) => kindOf(account),
      ['Kind of the account', 'asset:loan'],
    ),
    accountName: posting.text(
      ({ book, account }) => accountName(book, account),
      ['The same with card or loan number in place of the id', 'asset:loan:L25-02'],
    ),
    currency: posting.text('currency', ['ISO 4217', 'KHR']),
    amount: posting.sum('amount', ['Debit more than zero, credit less', '-25000']),
  },
})
