import { statement } from '#src/exchange/statements/making.ts'
import { type Statement, type StatementNote, column } from '#domain/ledger/statement.ts'
import { type Explainer, isPutOff } from '#domain/fund/meeting/explaining.ts'
import { type Unexplained, unexplainedOf } from '#domain/health/unexplained.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'

/** Each choice of another day or office, so that nobody has to remember how often more time was given. */
const chosenNote = (one: Explainer): StatementNote => {
  const { on, dueOn, wasDueOn, why } = one
  const values = { on: { day: on }, due: { day: dueOn }, why: { code: why } }
  return isPutOff(one)
    ? { code: 'note-explaining-put-off', values: { ...values, was: { day: wasDueOn } } }
    : { code: 'note-explaining-chosen', values }
}

const notesOf = (told: Unexplained | undefined): StatementNote[] => {
  if (!told) return [{ code: 'note-all-explained' }]
  const { left, since, owner, nextOn, failedOn, chosen } = told
  return [
    {
      code: 'note-unexplained',
      values: {
        sum: { sum: left },
        since: { day: since },
        office: { code: owner },
        next: { day: nextOn },
      },
    },
    ...(failedOn === undefined
      ? []
      : [{ code: 'note-not-shrunk', values: { on: { day: failedOn } } }]),
    ...chosen.map(chosenNote),
  ]
}

/** What the old book does not explain: each line that added to it or explained of it, and what was left after it. */
export const unexplainedStatement = (asked: StatementSource): Statement => {
  const { book, asOf, postings } = asked
  let left = 0
  const rows = postings
    .filter(({ account, on }) => account === 'equity:unexplained' && on <= asOf)
    .map(({ on, seq, entryType, amount }) => ({ on, seq, entryType, amount }))
    .toSorted((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1))
    .map(({ on, seq, entryType, amount }) => {
      const before = left
      left -= amount
      const explained = Math.abs(before) - Math.abs(left)
      return {
        date: on,
        entry: seq,
        what: entryType,
        added: Math.max(0, 0 - explained),
        explained: Math.max(0, explained),
        left,
      }
    })
  return statement(asked, {
    name: 'unexplained',
    from: null,
    columns: [
      column.day('date'),
      column.number('entry'),
      column.code('what'),
      column.sum('added'),
      column.sum('explained'),
      column.sum('left'),
    ],
    rows,
    notes: notesOf(unexplainedOf(book, asOf)),
    late: (account) => account === 'equity:unexplained',
  })
}
