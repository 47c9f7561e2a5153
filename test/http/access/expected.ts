import { pageFiles } from '#src/pages/files.ts'
import { ofAuditing } from '#test/http/access/expected-audits.ts'
import { ofMessages } from '#test/http/access/expected-messages.ts'
import { ofRemittances } from '#test/http/access/expected-remittances.ts'
import { ofNetworks } from '#test/http/access/expected-networks.ts'
import { ofMeetings } from '#test/http/access/expected-meetings.ts'
import { ofSupport } from '#test/http/access/expected-support.ts'
import { ofSavings } from '#test/http/access/expected-savings.ts'
import { lendingForms } from '#test/http/access/lending-forms.ts'
import { memberForms } from '#test/http/access/member-forms.ts'
import { ofRelief, reliefForms } from '#test/http/access/relief-forms.ts'
import { aboutCaller } from '#test/http/access/expected-caller.ts'
import { type Way, memberWays, staffWays } from '#test/http/access/people.ts'
import { ofCases } from '#test/http/cases/expected.ts'

/**
 * Who may ask what, written down from the design and the issue and not from the access table, so that the two
 * can differ. `of` says what the path names; `may` who is let through there where the role is held; `answers`
 * with what. Everybody else is told 401, 403 or 404 by `decisionOn`.
 */
export type Expected = {
  readonly of: 'anybody' | 'caller' | 'fund' | 'network' | 'own-network'
  readonly may: readonly Way[]
  readonly answers: number
  /** Whoever may and is answered otherwise, because there is nothing of theirs there. */
  readonly instead?: Partial<Readonly<Record<Way, number>>>
}

const everybody: readonly Way[] = [...memberWays, ...staffWays]
const households: readonly Way[] = ['household-card', 'household-login']
const officers: readonly Way[] = [
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
]
const auditor: readonly Way[] = ['auditor']

const anybody = (answers: number): Expected => ({ of: 'anybody', may: everybody, answers })
const fund = (may: readonly Way[], answers = 200, instead: Expected['instead'] = {}): Expected => ({
  of: 'fund',
  may,
  answers,
  instead,
})
/** Not of the committee: reads the book by its cards and asks whether it is right, and stands behind nothing (ADR 50, 90). */
const keyHolder: readonly Way[] = ['key-holder']
/** The book: officers of the fund, whoever holds a key, and auditors whom the fund let in. */
const book = [...officers, ...keyHolder, ...auditor]
/** One row of it: a household its own. */
const row = [...households, ...book]
/** What is about the caller as a member: an auditor is none. */
const members = [...households, ...officers, ...keyHolder]
/** Whether the book is right asks anybody but whoever keeps it. */
const askers = book.filter((way) => way !== 'record-keeper')
/**
 * Where the design is silent, the narrower or the built decision stands here. Cards: "two officers", not which;
 * built is that chair or record-keeper begins and any officer vouches.
 */
const cardIssuers: readonly Way[] = ['chair', 'record-keeper']
/** "Visible to the fund": built is that an auditor whom the fund let in reads it too, to see who peeks. */
const logReaders = book
const counters: readonly Way[] = ['chair', 'record-keeper', 'box-keeper', 'counter']
/** Whoever may send a command of any type; what else is sent is refused item by item. */
const senders = book

const strangers: Readonly<Record<string, Expected>> = {
  'GET /healthz': anybody(200),
  'GET /readyz': anybody(200),
  'GET /version': anybody(200),
  'GET /favicon.ico': anybody(204),
  ...Object.fromEntries(Object.values(pageFiles).map(({ path }) => [`GET ${path}`, anybody(200)])),
  // Fonts and the files of the reference: one stands for all.
  'GET /fonts/a.woff2': anybody(200),
  'GET /openapi.json': anybody(200),
  'GET /docs': anybody(200),
  // The meeting app holds no figure; this service was given no files of it.
  'GET /app': anybody(301),
  'GET /app/*': anybody(404),
  'GET /v1/devices/current': anybody(200),
  'GET /docs/start.js': anybody(200),
  'POST /v1/devices': anybody(201),
  'POST /v1/sessions': anybody(201),
  'POST /v1/secrets': anybody(204),
  'POST /v1/receipts/check': anybody(200),
  'GET /': anybody(200),
  'GET /practice': anybody(404),
  // A live service has no doors.
  'GET /start': anybody(404),
  'POST /doors/:door': anybody(404),
  'GET /sign-in': anybody(200),
  'POST /sign-in': anybody(303),
  'GET /card': anybody(200),
  'POST /card': anybody(303),
  // Without the link that was sent there is nothing to open.
  'GET /card/first': anybody(404),
  'POST /card/first': anybody(404),
  // Without the address that the service makes there is no box.
  'GET /box': anybody(404),
  'POST /box': anybody(404),
  'POST /box/read': anybody(404),
  'POST /box/take-back': anybody(404),
  'GET /begin': anybody(200),
  'POST /begin': anybody(303),
  'GET /enrol': anybody(200),
  'POST /enrol': anybody(303),
  'GET /receipt': anybody(200),
  'GET /glossary': anybody(200),
  'GET /numbers': anybody(200),
  'GET /v1/numbers': anybody(200),
  'POST /receipt': anybody(200),
  'POST /quick-exit': anybody(200),
  // Without a card that was scanned there is nothing.
  'GET /own': anybody(404),
  'POST /own': anybody(404),
  'POST /own/say': anybody(404),
}

/** Forms that stand on the page of their loan, where their own address leads. */
const onPageOfLoan: readonly string[] = ['appraisal', 'disclosure', 'decision', 'payout']

/** What the record-keeper alone writes down, or who else may: the form, the way back to it, the question, the record. */
const recording = (
  task: string,
  [confirm, record]: readonly [number, number],
  may: readonly Way[] = ['record-keeper'],
) => {
  const place = `/funds/:fundId/record/${task}`
  return {
    [`GET ${place}`]: onPageOfLoan.includes(task) ? fund(may, 303) : fund(may),
    [`GET ${place}/confirm`]: fund(may, 303),
    [`POST ${place}/confirm`]: fund(may, confirm),
    [`POST ${place}`]: fund(may, record),
  }
}

const ofLending: Readonly<Record<string, Expected>> = Object.assign(
  {},
  ...Object.entries(lendingForms).map(([task, { answers }]) => recording(task, answers)),
)

const ofMembers: Readonly<Record<string, Expected>> = Object.assign(
  {},
  ...Object.entries(reliefForms).map(([task, { answers, may }]) => recording(task, answers, may)),
  ...Object.entries(memberForms).map(([task, { answers, may }]) => recording(task, answers, may)),
)

const ofFunds: Readonly<Record<string, Expected>> = {
  'POST /v1/funds/:fundId/commands': fund(senders),
  'GET /v1/funds/:fundId/journal': fund(book),
  'POST /v1/funds/:fundId/imports/members': fund(['record-keeper']),
  'POST /v1/funds/:fundId/imports/loans': fund(['record-keeper']),
  'POST /v1/funds/:fundId/imports/bank-lines': fund(['record-keeper']),
  'GET /v1/funds/:fundId/entries/:entryId/receipt': fund(row),
  'GET /v1/funds/:fundId/key': fund(row),
  'POST /v1/funds/:fundId/cards': fund(cardIssuers, 201),
  'GET /v1/funds/:fundId/cards': fund(cardIssuers),
  'DELETE /v1/funds/:fundId/cards/:cardId': fund(cardIssuers, 204),
  'POST /v1/funds/:fundId/logins': fund(cardIssuers, 201),
  'POST /v1/funds/:fundId/logins/:userId/reset': fund(cardIssuers),
  'GET /v1/funds/:fundId/log': fund(logReaders),
  'GET /v1/funds/:fundId/log/own': fund(members),
  'GET /v1/funds/:fundId': fund(row),
  'GET /v1/funds/:fundId/members': fund(book),
  'GET /v1/funds/:fundId/members/:memberId': fund(row),
  'GET /v1/funds/:fundId/members/:memberId/statement': fund(row),
  'GET /v1/funds/:fundId/loans': fund(book),
  'GET /v1/funds/:fundId/loans/:loanId': fund(row),
  'GET /v1/funds/:fundId/requests': fund(book),
  'GET /v1/funds/:fundId/queue': fund(book),
  'GET /v1/funds/:fundId/requests/:loanId': fund(row),
  'GET /v1/funds/:fundId/accounts': fund(book),
  'GET /v1/funds/:fundId/accounts/:account/postings': fund(book),
  'POST /v1/funds/:fundId/quotes': fund(row),
  'GET /v1/funds/:fundId/reports/health': fund(book),
  'GET /v1/funds/:fundId/reports/findings': fund(book),
  'GET /v1/funds/:fundId/reports/by-sex': fund(book),
  'GET /v1/funds/:fundId/reports/finance-split': fund(book),
  'GET /v1/funds/:fundId/reports/:name': fund(book),
  'GET /v1/funds/:fundId/exports/:ledger': fund(book),
  'GET /funds/:fundId/log': fund(logReaders),
  'GET /funds/:fundId/cards': fund(cardIssuers),
  'POST /funds/:fundId/cards': fund(cardIssuers),
  'GET /funds/:fundId/cards/stop': fund(cardIssuers),
  'POST /funds/:fundId/cards/:cardId/stop': fund(cardIssuers, 303),
  'GET /funds/:fundId/logins': fund(cardIssuers),
  'GET /funds/:fundId/logins/new': fund(cardIssuers),
  'POST /funds/:fundId/logins/new': fund(cardIssuers),
  'GET /funds/:fundId/logins/:userId/reset': fund(cardIssuers),
  'POST /funds/:fundId/logins/:userId/reset': fund(cardIssuers),
  // Names are for the committee; nominees and kin for the two who write them down. An auditor has cards.
  'GET /funds/:fundId/people': fund(officers),
  'GET /funds/:fundId/people/alike': fund(cardIssuers),
  'GET /funds/:fundId/people/:memberId': fund(officers),
  'GET /funds/:fundId/people/:memberId/picture': fund(officers),
  'GET /funds/:fundId/people/:memberId/name': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/name': fund(cardIssuers, 303),
  'GET /funds/:fundId/people/:memberId/goal': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/goal': fund(cardIssuers, 303),
  'POST /funds/:fundId/people/:memberId/asked': fund(cardIssuers, 303),
  'GET /funds/:fundId/people/:memberId/photo': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/photo': fund(cardIssuers, 303),
  'GET /funds/:fundId/people/:memberId/family': fund(cardIssuers),
  'GET /funds/:fundId/people/:memberId/nominees': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/nominees': fund(cardIssuers, 303),
  'GET /funds/:fundId/people/:memberId/kin': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/kin': fund(cardIssuers, 303),
  'GET /funds/:fundId/people/:memberId/kin/end': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/kin/end': fund(cardIssuers, 400),
  'GET /funds/:fundId/people/:memberId/reasons': fund(cardIssuers),
  'GET /funds/:fundId/people/:memberId/erase': fund(cardIssuers),
  'POST /funds/:fundId/people/:memberId/erase': fund(cardIssuers, 303),
  'GET /funds/:fundId/auditors': fund(['chair']),
  'POST /funds/:fundId/auditors': fund(['chair'], 303),
  'GET /funds/:fundId/rules/new': fund(['chair']),
  'POST /funds/:fundId/rules/new': fund(['chair'], 400),
  'POST /funds/:fundId/rules/new/vote': fund(['chair'], 400),
  'GET /funds/:fundId/today': fund(book),
  'GET /funds/:fundId/desk': fund(book, 303),
  ...recording('repayment', [200, 303]),
  ...recording('saving', [200, 303]),
  ...ofLending,
  ...recording('dispute', [200, 303], [...officers, 'auditor']),
  'GET /funds/:fundId/disputes': fund(book),
  ...ofMembers,
  'GET /funds/:fundId/members': fund(book),
  'GET /funds/:fundId/members/:memberId': fund(book),
  'GET /funds/:fundId/members/:memberId/passbook': fund(row),
  'GET /funds/:fundId/members/:memberId/month': fund(row),
  'GET /funds/:fundId/officers': fund(book),
  'GET /funds/:fundId/officers/sheet': fund(book),
  'GET /funds/:fundId/households': fund(book),
  'GET /funds/:fundId/old-book': fund(book),
  'GET /funds/:fundId/old-book/sheet': fund(['record-keeper']),
  'POST /funds/:fundId/old-book/sheet': fund(['record-keeper']),
  // What is sent without the seal of a question is asked about first.
  'POST /funds/:fundId/old-book/sheet/write': fund(['record-keeper'], 409),
  'GET /funds/:fundId/old-book/loans': fund(['record-keeper']),
  'POST /funds/:fundId/old-book/loans': fund(['record-keeper']),
  'POST /funds/:fundId/old-book/loans/write': fund(['record-keeper'], 409),
  'POST /funds/:fundId/record/request/price': fund(book),
  // No card is written, which the page says to whoever may go on.
  'POST /funds/:fundId/record/request/from-plan': fund(['record-keeper'], 400),
  'GET /funds/:fundId/entries/:seq': fund(book, 303),
  'GET /funds/:fundId/receipts/:entryId': fund(row),
  'GET /funds/:fundId/me': fund([...members, ...auditor], 200, { auditor: 404 }),
  'GET /funds/:fundId/me/looked': fund(members),
  // Nobody there has shares in a venture.
  'GET /funds/:fundId/me/ventures': fund([...members, ...auditor], 404),
  'GET /funds/:fundId/me/minutes': fund([...members, ...auditor], 200, { auditor: 404 }),
  'GET /funds/:fundId/me/not-right': fund([...members, ...auditor], 200, { auditor: 404 }),
  'POST /funds/:fundId/me/not-right': fund(members, 303),
  'GET /funds/:fundId/me/mine': fund(members),
  'GET /funds/:fundId/me/codes': fund(members),
  'GET /funds/:fundId/box': fund(book),
  'GET /funds/:fundId/letters': fund(officers),
  // Nobody has written.
  'GET /funds/:fundId/letters/:code': fund(officers, 404),
  'POST /funds/:fundId/letters/:code': fund(officers, 404),
  'POST /funds/:fundId/me/mine': fund(members, 400),
  'POST /funds/:fundId/me/codes': fund(members, 200, { 'household-card': 403 }),
  'GET /funds/:fundId/me/kept': fund(members),
  // The secret of all is nobody's six digits.
  'POST /funds/:fundId/me/kept': fund(members, 303, { 'household-card': 403 }),
  // Without the secret first there is no file.
  'GET /funds/:fundId/me/kept/file': fund(members, 303),
  'GET /funds/:fundId/statements': fund(book),
  'GET /funds/:fundId/statements/:name': fund(book),
  'GET /funds/:fundId/health': fund(book),
  'GET /funds/:fundId/health/:figure': fund(book),
  'GET /funds/:fundId/loans': fund(book),
  'GET /funds/:fundId/queue': fund(book),
  'GET /funds/:fundId/tasks': fund(book),
  'GET /funds/:fundId/loans/:loanId': fund(row),
  'GET /funds/:fundId/loans/:loanId/agreement': fund(row),
  'GET /funds/:fundId/quote': fund(row),
  'GET /funds/:fundId/quote/agreement': fund(row),
  'GET /funds/:fundId/rules': fund(row),
  'GET /funds/:fundId/buy-out': fund(row),
  'POST /funds/:fundId/buy-out': fund(row),
}

export const expectedRoutes: Readonly<Record<string, Expected>> = {
  // Before any way in by which a neighbour gets a card: codes are for whoever has none.
  'POST /v1/funds/:fundId/codes': fund(cardIssuers, 201),
  'POST /v1/funds/:fundId/codes/own': fund(members, 201, { 'household-card': 403 }),
  ...strangers,
  ...aboutCaller,
  ...ofFunds,
  ...ofSupport,
  ...ofSavings({ fund, book, row, members }),
  ...ofMeetings({ fund, book, cardIssuers, counters, members, askers }),
  ...ofMessages({ anybody, fund, officers, cardIssuers, members }),
  ...ofRemittances({ anybody, fund, cardIssuers, members }),
  ...ofRelief({ fund, book, officers, members }),
  ...ofNetworks,
  ...ofAuditing(fund, officers),
  ...ofCases,
}
