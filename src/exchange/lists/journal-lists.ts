import type { FundBook } from '#domain/health/book.ts'
import { kindOf } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { listOf, valued } from '#src/exchange/lists/column.ts'
import { accountName } from '#src/exchange/statements/account-name.ts'

const seqTold = ["The entry's place in the journal, from 1", '142'] as const

const entry = valued<JournalRow>()

/** Every entry as it is sealed, but for its facts, which are long and stand in a list of their own. */
export const entriesList = listOf<JournalRow>({
  about:
    'an entry of the journal; the day does not narrow it, since no part of a chain can be left out',
  items: ({ entries }) => entries(),
  columns: [
    entry.number('seq', ({ seq }) => seq, seqTold),
    entry.text('id', ({ id }) => id, [
      'Made where it was written down; the same id is the same entry',
      'e-142',
    ]),
    entry.code('type', ({ type }) => type, ['What happened', 'RepaymentRecorded']),
    entry.number('version', ({ v }) => v, ['How its facts are written', '1']),
    entry.day('effective_on', (row) => row.effectiveOn, [
      'The day on which it happened',
      '2025-03-30',
    ]),
    entry.instant('recorded_at', (row) => row.recordedAt, [
      'When it was taken in',
      '2025-03-30T04:05:06.000Z',
    ]),
    entry.text('recorded_by', (row) => row.recordedBy, [
      'Who wrote it down, by id',
      'record-keeper',
    ]),
    entry.text('device', ({ device }) => device, ['On which phone or computer, by id', 'phone']),
    entry.text('reverses', ({ reverses }) => reverses ?? null, [
      'Id of the entry that it takes back; empty where none',
      '',
    ]),
    entry.text('fund_id', ({ fundId }) => fundId, ['Whose journal', '7d3e…']),
    entry.text('command_hash', (row) => row.commandHash, [
      'SHA-256 of what was asked for',
      '9f2c…',
    ]),
    entry.text('prev_hash', ({ prevHash }) => prevHash, [
      'Hash of the entry before; empty for the first',
      '51aa…',
    ]),
    entry.text('hash', ({ hash }) => hash, [
      'SHA-256 over all of the entry and the hash before',
      'c07e…',
    ]),
  ],
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

const fact = valued<Part>()

/** With it the hash of every entry can be counted again from the file alone. */
export const factsList = listOf<Part>({
  about: "an entry's facts, byte for byte as they are under its hash",
  async *items({ entries }) {
    for await (const row of entries()) yield* partsOf(row)
  },
  columns: [
    fact.number('seq', ({ seq }) => seq, seqTold),
    fact.number('part', ({ part }) => part, [
      'Which part: facts longer than 32,000 letters go on in the next',
      '1',
    ]),
    fact.text('facts', ({ facts }) => facts, [
      'Canonical JSON; the parts joined are the text that is hashed',
      '{"amount":25000}',
    ]),
  ],
})

type Posted = PostingRow & { readonly book: FundBook }

const posting = valued<Posted>()

export const postingsList = listOf<Posted>({
  about: 'a sum posted to an account; those of an entry come to nought',
  *items({ book, postings }) {
    for (const row of postings) yield { ...row, book }
  },
  columns: [
    posting.number('seq', ({ seq }) => seq, seqTold),
    posting.number('line', ({ line }) => line, ['Which posting of the entry, from 0', '0']),
    posting.code('entry_type', (row) => row.entryType, ['What happened', 'RepaymentRecorded']),
    posting.day('effective_on', (row) => row.effectiveOn, [
      'The day on which it happened',
      '2025-03-30',
    ]),
    posting.day('on', ({ on }) => on, ['The day whose books the sum belongs to', '2025-03-30']),
    posting.text('account', ({ account }) => account, [
      'Account by its id, as the journal has it',
      'asset:loan:l-2',
    ]),
    posting.code('account_kind', ({ account }) => kindOf(account), [
      'Kind of the account',
      'asset:loan',
    ]),
    posting.text('account_name', ({ book, account }) => accountName(book, account), [
      'The same with card or loan number in place of the id',
      'asset:loan:L25-02',
    ]),
    posting.text('currency', ({ currency }) => currency, ['ISO 4217', 'KHR']),
    posting.sum('amount', ({ amount }) => amount, [
      'Debit more than nought, credit less',
      '-25000',
    ]),
  ],
})
