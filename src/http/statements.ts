import type { LocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Statement, type StatementName, statementNames } from '#domain/ledger/statement.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { note } from '#src/app/activity.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { bookKnownAt, endOfDay, entriesKnownAt } from '#src/app/known-at.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { atOneHead } from '#src/app/heads.ts'
import { bookOf, lateOf, postingsTo } from '#src/app/queries.ts'
import { defaultTimeZone } from '#src/app/village-time.ts'
import { statementFolder } from '#src/exchange/evidence/statement-folder.ts'
import { statementAsWorkbook } from '#src/exchange/list-files.ts'
import { asCsv } from '#src/exchange/report.ts'
import { trialBalanceOnPage } from '#src/exchange/statements/books.ts'
import { accountsReadFor, fundStatements } from '#src/exchange/statements/all.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import { memberStatementOf } from '#src/exchange/statements/people.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { dayInQuery } from '#src/http/health.ts'
import { nothingHere } from '#src/http/household.ts'
import type { Pages } from '#src/http/page.ts'
import { problem } from '#src/http/problem.ts'
import { signedZip } from '#src/http/reads/evidence.ts'
import { readAtOneHead } from '#src/http/reads/exports.ts'
import type { Html } from '#src/pages/layout.ts'
import {
  type QueryFault,
  askAgainPage,
  statementPage,
  statementsPage,
} from '#src/pages/statements/pages.ts'
import {
  type StatementPlace,
  statementFiles,
  statementPath,
  statementWordsAt,
} from '#src/pages/statements/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { howToCheck, sheetInWords } from '#src/words/export-words.ts'
import { statementInWords } from '#src/words/statement-words.ts'

type StatementVisit = {
  readonly place: StatementPlace
  readonly today: LocalDate
  readonly fault: QueryFault | undefined
}

/** The day at whose end the book is asked for as it was known; today and later are as it is known now. */
const knownInQuery = (text: string, today: LocalDate): LocalDate | undefined | QueryFault => {
  if (text.trim() === '') return undefined
  const day = dayTyped(text)
  if (day === undefined) return { kind: 'wrong' }
  return day > today ? { kind: 'ahead', bound: today } : day
}

const typed = (context: HttpContext, name: string): string => context.req.query(name) ?? ''

const visitOf = async (context: HttpContext): Promise<StatementVisit | Response> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(needs.store, fundId)
  if (!book) return nothingHere(context)
  const today = needs.today()
  const day = dayInQuery(typed(context, 'asOf'), { today, openedOn: book.fund.openedOn })
  const known = knownInQuery(typed(context, 'knownAt'), today)
  const card = latinDigits(typed(context, 'card').trim())
  const place: StatementPlace = {
    ...(await frameOf(context)),
    fundId,
    fundName: await fundNameIn(context, fundId),
    asOf: 'fault' in day ? undefined : day.askedFor,
    knownOn: typeof known === 'object' ? undefined : known,
    // Only a card that a member has is ever shown again.
    card: book.members.find((member) => member.card === card)?.card,
  }
  const dayFault = 'fault' in day ? day.fault : undefined
  const cardFault: QueryFault | undefined =
    card !== '' && place.card === undefined ? { kind: 'card' } : undefined
  return {
    place,
    today,
    fault: dayFault ?? (typeof known === 'object' ? known : undefined) ?? cardFault,
  }
}

const behind = (place: StatementPlace): StatementPlace => ({
  ...place,
  back: { href: statementPath.all(place), label: statementWordsAt(place).back },
})

const list = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await visitOf(context)
  if (visit instanceof Response) return visit
  const { place, fault } = visit
  const back = {
    href: `/funds/${place.fundId}/health`,
    label: statementWordsAt(place).backToHealth,
  }
  const page = statementsPage({ ...place, back }, fault)
  return fault === undefined ? page : context.html(page, 400)
}

/** Whose statement is read stands in the fund's log. */
const noteMember = async (context: HttpContext, memberId: string): Promise<void> => {
  const { by } = context.get('caller')!
  const subject = `member:${memberId}`
  const { fundId: scope } = context.get('fund')
  await note(context.get('needs'), {
    ...by,
    scope,
    action: 'read-member',
    subject,
    outcome: 'read',
  })
}

type Asked = StatementVisit & { readonly name: StatementName }

/** A member's own statement needs the postings of that member's savings alone. */
const accountsFor = (
  name: StatementName,
  { book }: Pick<StatementSource, 'book'>,
  { card }: StatementPlace,
): readonly AccountId[] | 'all' => {
  if (name !== 'member-statement') return accountsReadFor(name)
  const member = book.members.find((one) => one.card === card)
  return member ? [`liability:savings:${member.memberId}`] : []
}

/** What a statement is made from, on the days that the place names; undefined where nothing was known. */
const statementQuery = async (
  context: HttpContext,
  { name, place, today }: Asked,
): Promise<StatementSource | undefined> => {
  const { store, timeZone = defaultTimeZone } = context.get('needs')
  const { fundId, knownOn } = place
  const knownAt = knownOn === undefined ? undefined : endOfDay(knownOn, timeZone)
  const known = await bookKnownAt(store, fundId, knownAt)
  if (!known) return undefined
  const { book, views } = known
  const asOf = place.asOf ?? dayToShow(book, today)
  const source = { book, asOf, knownAt: knownAt ?? null, notes: await store.of(fundId) }
  const accounts = accountsFor(name, source, place)
  const postings = await postingsTo(views, fundId, accounts)
  return { ...source, postings, late: await lateOf(views, fundId, book) }
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The very table of the page, as a file to take along. */
const fileOf = async (
  context: HttpContext,
  file: 'xlsx' | 'csv',
  statement: Statement,
): Promise<Response> => {
  const told = sheetInWords(statement, context.get('language'))
  context.header('content-disposition', `attachment; filename="${statement.name}.${file}"`)
  return file === 'csv'
    ? context.body(asCsv(told, told.more), 200, { 'content-type': 'text/csv; charset=utf-8' })
    : context.body((await statementAsWorkbook(told)).slice(), 200, { 'content-type': sheetType })
}

type Shown = Asked & {
  readonly asked: StatementSource
  readonly make: (asked: StatementSource) => Statement
}

/** The statement in a folder that the fund has signed; words beside the journal are left out, as of all evidence. */
const folderOf = async (
  context: HttpContext,
  { place, make, ...visit }: Shown,
): Promise<Response> => {
  const { store, signer, isPractice } = context.get('needs')
  if (isPractice) return problem(409, 'practice-signs-nothing')
  const { fundId, card } = place
  return readAtOneHead(() =>
    atOneHead(store, fundId, async () => {
      const asked = (await statementQuery(context, { place, ...visit }))!
      const { asOf, knownAt } = asked
      const statement = make({ ...asked, notes: new Map() })
      const { count } = await entriesKnownAt(store, fundId, knownAt ?? undefined)
      const { seq, hash } = (await store.read(fundId, count - 1, 1))[0]!
      const { keyId } = signer.publicKey(fundId)
      const files = await statementFolder(statement, {
        told: sheetInWords(statement, place.language),
        howTo: howToCheck({ fundId, keyId, seq, hash }),
      })
      const of = card === undefined ? {} : { card }
      return signedZip(
        context,
        { fundId, asOf, head: { seq, hash }, statement: { name: statement.name, knownAt, ...of } },
        files,
      )
    }),
  )
}

/** A statement as a page with its buttons, or as the file that one of them asks for. */
const shown = (context: HttpContext, what: Shown): Html | Promise<Response> => {
  const { place, asked, make } = what
  const file = statementFiles.find((known) => known === context.req.query('file'))
  if (file === 'zip') return folderOf(context, what)
  if (file !== undefined) return fileOf(context, file, make(asked))
  const statement = what.name === 'trial-balance' ? trialBalanceOnPage(asked) : make(asked)
  context.set('script', 'print')
  const day = (on: LocalDate): string => dateInWords(on, place.language)
  return statementPage(place, statementInWords(statement, place.language, day))
}

const one = async (context: HttpContext): Promise<Html | Response> => {
  const name = statementNames.find((known) => known === context.req.param('name'))
  if (name === undefined) return nothingHere(context)
  const visit = await visitOf(context)
  if (visit instanceof Response) return visit
  const place = behind(visit.place)
  const again = (fault: QueryFault): Promise<Response> | Response =>
    context.html(askAgainPage(place, { name, fault }), 400)
  if (visit.fault) return again(visit.fault)
  const asked = await statementQuery(context, { ...visit, name })
  if (!asked) return again({ kind: 'not-known' })
  const what = { ...visit, name, place, asked }
  if (name !== 'member-statement') return shown(context, { ...what, make: fundStatements[name] })
  if (place.card === undefined) return askAgainPage(place, { name })
  const member = asked.book.members.find(({ card }) => card === place.card)
  if (!member) return again({ kind: 'card' })
  await noteMember(context, member.memberId)
  return shown(context, { ...what, make: (source) => memberStatementOf(source, member) })
}

/** Statements of the books, for any day and as they were known on any day. */
export const statementPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/statements', 'read-reports', list)
  pages.get('/funds/:fundId/statements/:name', 'read-reports', one)
}
