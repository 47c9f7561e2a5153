import type { Marked, Marks } from '#domain/access/marks.ts'
import type { Particulars } from '#domain/fund/people/particulars.ts'
import type { MessageRows } from '#domain/fund/messages.ts'
import type { SupportFiles } from '#domain/grants/files.ts'
import type {
  ActivityLog,
  Budgets,
  Cards,
  FundViews,
  Journal,
  NetworkJournal,
  NetworkViews,
  Notes,
  People,
} from '#domain/ports.ts'
import { accountsAsked } from '#infra/db/accounts.ts'
import { activityLog, writeLines } from '#infra/db/activity.ts'
import { budgets } from '#infra/db/budgets.ts'
import { appendRows, findRows, funds, orStale, readIds, readRows } from '#infra/db/journal.ts'
import { markedRows } from '#infra/db/marked-rows.ts'
import { type KnownMarks, markHead, ownRow, ownRows, putMarked } from '#infra/db/marked.ts'
import { messageRows } from '#infra/db/messages.ts'
import { networkJournal, networkViews } from '#infra/db/networks.ts'
import { particulars } from '#infra/db/particulars.ts'
import { cards, people } from '#infra/db/people.ts'
import { supportFiles } from '#infra/db/support-files.ts'
import type { Known } from '#infra/db/register.ts'
import { keptAnswers, statement } from '#infra/db/statement.ts'
import { type NoteRow, type Statements, type Runs, allIds, tables } from '#infra/db/tables.ts'
import { fundViews, writeViews } from '#infra/db/views.ts'

export type Store = Journal &
  FundViews &
  Notes &
  NetworkViews &
  People &
  Cards &
  Particulars &
  SupportFiles &
  MessageRows &
  Budgets &
  ActivityLog &
  Marked & { readonly networks: NetworkJournal; readonly close: () => Promise<void> }

type MarkedRuns = Runs & { readonly marks: KnownMarks }

const fundJournal = ({ read, transaction, marks }: MarkedRuns): Journal => ({
  fundIds: (atMost) => read(allIds, (em) => readIds(em, funds, atMost)),
  read: (id, after, limit) => read(id, (em) => readRows(em, funds, { id, after, limit })),
  find: (id, ids) => read(id, (em) => findRows(em, funds, { id, ids })),
  append: (id, rows, changes, lines = []) =>
    orStale(
      transaction(id, async (em) => {
        let known: Known | undefined
        if (rows.length > 0) {
          const beside = accountsAsked(em, id, changes.postings)
          const appended = await appendRows(em, funds, { id, rows, beside })
          if (!appended) return 'stale'
          known = appended.known
          await markHead(em, marks, { scope: id, kind: 'entry', rows }, known)
          await writeViews(em, id, { changes, seq: rows.at(-1)!.seq, accounts: appended.beside })
        }
        await writeLines(em, marks, id, lines, known)
        return 'appended'
      }),
    ),
})

const readNotes = async (
  em: Statements,
  marks: KnownMarks,
  fundId: string,
): Promise<Map<string, string>> => {
  const found = await tables(em)
    .selectFrom('note')
    .selectAll()
    .where('fund_id', '=', fundId)
    .execute()
  return new Map(ownRows<NoteRow>(marks, 'note', found).map((note) => [note.subject, note.text]))
}

const noteBy = statement((db, value) =>
  db.selectFrom('note').selectAll().where('fund_id', '=', value(0)).where('subject', '=', value(1)),
)

/** That there is no note is all that is kept of one: each list of commands asks whether its device signs, and most do not. */
const readNote =
  (marks: KnownMarks, missing = keptAnswers<'missing'>(['note'])) =>
  async (em: Statements, fundId: string, subject: string): Promise<string | undefined> => {
    let text: string | undefined
    await missing(tables(em), JSON.stringify([fundId, subject]), async () => {
      const [found] = await noteBy(tables(em), [fundId, subject])
      text = ownRow<NoteRow>(marks, 'note', found)?.text
      return text === undefined ? 'missing' : undefined
    })
    return text
  }

const notesOf = ({ read, transaction, marks }: MarkedRuns, noteIn = readNote(marks)): Notes => ({
  keep: (fundId, notes) =>
    transaction(fundId, (em) =>
      putMarked(
        em,
        marks,
        'note',
        notes.map((note) => ({ ...note, fund_id: fundId })),
      ),
    ),
  of: (fundId) => read(fundId, (em) => readNotes(em, marks, fundId)),
  noteOf: (fundId, subject) => read(fundId, (em) => noteIn(em, fundId, subject)),
})

/**
 * A store over any of the databases. The ORM's own reads and writes put values into the text of the
 * statement, where a zero character ends it and where an error would show a name; every value here is bound.
 */
export const storeOn = (plain: Runs, marks?: Marks): Omit<Store, 'close'> => {
  const runs = { ...plain, marks }
  return {
    ...fundJournal(runs),
    ...fundViews(runs),
    ...notesOf(runs),
    networks: networkJournal(runs),
    ...networkViews(runs),
    ...people(runs),
    ...cards(runs),
    ...particulars(runs),
    ...supportFiles(runs),
    ...messageRows(runs),
    ...budgets(runs),
    ...activityLog(runs),
    ...markedRows(runs),
  }
}
