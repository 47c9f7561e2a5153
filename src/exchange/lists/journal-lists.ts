import { kindOf } from '#domain/ledger/accounts.ts'
import { type List, type ListRow, type ListsAsked, listed } from '#src/exchange/lists/column.ts'
import { accountName } from '#src/exchange/statements/account-name.ts'

const seq = listed.number('seq', "The entry's place in the journal, from 1", '142')

/** Every entry as it is sealed, but for its facts, which are long and stand in a list of their own. */
export const entriesList: List = {
  about:
    'an entry of the journal; the day does not narrow it, since no part of a chain can be left out',
  columns: [
    seq,
    listed.text('id', 'Made where it was written down; the same id is the same entry', 'e-142'),
    listed.code('type', 'What happened', 'RepaymentRecorded'),
    listed.number('version', 'How its facts are written', '1'),
    listed.day('effective_on', 'The day on which it happened', '2025-03-30'),
    listed.instant('recorded_at', 'When it was taken in', '2025-03-30T04:05:06.000Z'),
    listed.text('recorded_by', 'Who wrote it down, by id', 'record-keeper'),
    listed.text('device', 'On which phone or computer, by id', 'phone'),
    listed.text('reverses', 'Id of the entry that it takes back; empty where none', ''),
    listed.text('fund_id', 'Whose journal', '7d3e…'),
    listed.text('command_hash', 'SHA-256 of what was asked for', '9f2c…'),
    listed.text('prev_hash', 'Hash of the entry before; empty for the first', '51aa…'),
    listed.text('hash', 'SHA-256 over all of the entry and the hash before', 'c07e…'),
  ],
  async *rows({ entries }) {
    for await (const row of entries())
      yield {
        seq: row.seq,
        id: row.id,
        type: row.type,
        version: row.v,
        effective_on: row.effectiveOn,
        recorded_at: row.recordedAt,
        recorded_by: row.recordedBy,
        device: row.device,
        reverses: row.reverses ?? null,
        fund_id: row.fundId,
        command_hash: row.commandHash,
        prev_hash: row.prevHash,
        hash: row.hash,
      }
  },
}

/** A cell of a spreadsheet holds 32,767 letters. */
export const factsPartMax = 32_000

/** Where a part ends that begins at `from`: never within a letter of two halves, which alone are no text. */
const endOfPart = (data: string, from: number): number => {
  const end = from + factsPartMax
  const isHalf = end < data.length && /[\ud800-\udbff]/.test(data.charAt(end - 1))
  return isHalf ? end - 1 : end
}

function* partsOf(place: number, data: string): Generator<ListRow> {
  let from = 0
  for (let part = 1; from < data.length || part === 1; part += 1) {
    const end = endOfPart(data, from)
    yield { seq: place, part, facts: data.slice(from, end) }
    from = end
  }
}

/** With it the hash of every entry can be counted again from the file alone. */
export const factsList: List = {
  about: "an entry's facts, byte for byte as they are under its hash",
  columns: [
    seq,
    listed.number('part', 'Which part: facts longer than 32,000 letters go on in the next', '1'),
    listed.text(
      'facts',
      'Canonical JSON; the parts joined are the text that is hashed',
      '{"amount":25000}',
    ),
  ],
  async *rows({ entries }) {
    for await (const row of entries()) yield* partsOf(row.seq, row.data)
  },
}

function* postingRows({ book, postings }: ListsAsked): Generator<ListRow> {
  for (const row of postings)
    yield {
      seq: row.seq,
      line: row.line,
      entry_type: row.entryType,
      effective_on: row.effectiveOn,
      on: row.on,
      account: row.account,
      account_kind: kindOf(row.account),
      account_name: accountName(book, row.account),
      currency: row.currency,
      amount: row.amount,
    }
}

export const postingsList: List = {
  about: 'a sum posted to an account; those of an entry come to nought',
  columns: [
    seq,
    listed.number('line', 'Which posting of the entry, from 0', '0'),
    listed.code('entry_type', 'What happened', 'RepaymentRecorded'),
    listed.day('effective_on', 'The day on which it happened', '2025-03-30'),
    listed.day('on', 'The day whose books the sum belongs to', '2025-03-30'),
    listed.text('account', 'Account by its id, as the journal has it', 'asset:loan:l-2'),
    listed.code('account_kind', 'Kind of the account', 'asset:loan'),
    listed.text(
      'account_name',
      'The same with card or loan number in place of the id',
      'asset:loan:L25-02',
    ),
    listed.text('currency', 'ISO 4217', 'KHR'),
    listed.sum('amount', 'Debit more than nought, credit less', '-25000'),
  ],
  rows: postingRows,
}
