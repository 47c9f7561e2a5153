import type { Role } from '#domain/access/roles.ts'
import { helpPath } from '#src/pages/help/guide-parts.ts'
import type { GuideName } from '#src/pages/help/guides.ts'

type Place = readonly [GuideName, string]

/**
 * Which section of which guide tells of a page: the longest beginning of its path that stands here. A page of a new room needs
 * a line, or `test/http/help/sections.test.ts` names it.
 */
export const helpSections: Readonly<Record<string, Place>> = {
  // For anybody.
  '/': ['committee', 'start'],
  '/practice': ['operator', 'ten-minutes'],
  '/glossary': ['household', 'own'],
  '/box': ['household', 'letters'],
  '/report': ['household', 'report'],
  '/reported': ['household', 'report'],
  '/complaint': ['household', 'report'],
  '/numbers': ['household', 'numbers'],
  '/warnings': ['household', 'leaving'],
  '/agencies': ['household', 'leaving'],
  '/roads': ['household', 'leaving'],
  '/talks': ['household', 'talks'],
  '/courses': ['household', 'talks'],
  '/figures': ['ngo', 'figures'],
  '/places': ['ngo', 'figures'],
  '/sending': ['household', 'sending'],
  '/sent': ['household', 'sending'],
  '/receipt': ['household', 'papers'],
  '/own': ['household', 'own'],
  '/card': ['household', 'own'],
  '/start': ['operator', 'ten-minutes'],
  '/sign-in': ['committee', 'start'],
  '/step-up': ['committee', 'start'],
  '/begin': ['committee', 'start'],
  '/enrol': ['committee', 'start'],
  '/me': ['committee', 'start'],
  '/more': ['committee', 'today'],
  // Of a fund.
  '/funds/:fundId/today': ['committee', 'today'],
  '/funds/:fundId/desk': ['committee', 'today'],
  '/funds/:fundId/money': ['committee', 'money'],
  '/funds/:fundId/bank': ['committee', 'money'],
  '/funds/:fundId/senders': ['committee', 'money'],
  '/funds/:fundId/ventures': ['committee', 'money'],
  '/funds/:fundId/statements': ['committee', 'money'],
  '/funds/:fundId/log': ['committee', 'log'],
  '/funds/:fundId/box': ['committee', 'letters'],
  '/funds/:fundId/letters': ['committee', 'letters'],
  '/funds/:fundId/cards': ['committee', 'people'],
  '/funds/:fundId/logins': ['committee', 'people'],
  '/funds/:fundId/devices': ['committee', 'people'],
  '/funds/:fundId/people': ['committee', 'people'],
  '/funds/:fundId/members': ['committee', 'people'],
  '/funds/:fundId/members/:memberId/passbook': ['household', 'papers'],
  '/funds/:fundId/members/:memberId/month': ['household', 'papers'],
  '/funds/:fundId/officers': ['committee', 'people'],
  '/funds/:fundId/households': ['committee', 'people'],
  '/funds/:fundId/messages': ['committee', 'people'],
  '/funds/:fundId/auditors': ['ngo', 'audits'],
  '/funds/:fundId/audits': ['ngo', 'audits'],
  '/funds/:fundId/confirmations': ['ngo', 'audits'],
  '/funds/:fundId/paper-comparisons': ['ngo', 'audits'],
  '/funds/:fundId/health': ['committee', 'health'],
  '/funds/:fundId/entries': ['committee', 'mistakes'],
  '/funds/:fundId/receipts': ['household', 'papers'],
  '/funds/:fundId/disputes': ['committee', 'mistakes'],
  '/funds/:fundId/take-along': ['committee', 'log'],
  '/funds/:fundId/check-code': ['committee', 'log'],
  '/funds/:fundId/quote': ['household', 'cost'],
  '/funds/:fundId/buy-out': ['household', 'agreement'],
  '/funds/:fundId/loans': ['committee', 'loan'],
  '/funds/:fundId/queue': ['committee', 'loan'],
  '/funds/:fundId/tasks': ['committee', 'loan'],
  '/funds/:fundId/savings': ['committee', 'saving'],
  '/funds/:fundId/share-out': ['committee', 'saving'],
  '/funds/:fundId/relief': ['committee', 'relief'],
  '/funds/:fundId/meetings': ['committee', 'meeting'],
  '/funds/:fundId/meeting-text': ['committee', 'meeting'],
  '/funds/:fundId/away': ['committee', 'meeting'],
  '/funds/:fundId/carried': ['committee', 'phone'],
  '/funds/:fundId/meetings/:day/paper': ['committee', 'paper'],
  '/funds/:fundId/meetings/:day/catch-up': ['committee', 'paper'],
  '/funds/:fundId/old-book': ['committee', 'paper'],
  '/funds/:fundId/rules': ['committee', 'rules'],
  '/funds/:fundId/support': ['ngo', 'support'],
  // What is written down in a fund.
  '/funds/:fundId/record': ['committee', 'two'],
  '/funds/:fundId/record/saving': ['committee', 'saving'],
  '/funds/:fundId/record/deposit': ['committee', 'saving'],
  '/funds/:fundId/record/ask-savings': ['committee', 'saving'],
  '/funds/:fundId/record/take-out': ['committee', 'saving'],
  '/funds/:fundId/record/private-savings': ['committee', 'saving'],
  '/funds/:fundId/record/share-out': ['committee', 'saving'],
  '/funds/:fundId/record/repayment': ['committee', 'repayment'],
  '/funds/:fundId/record/payment': ['committee', 'repayment'],
  '/funds/:fundId/record/from-savings': ['committee', 'repayment'],
  '/funds/:fundId/record/late-fine': ['committee', 'repayment'],
  '/funds/:fundId/record/request': ['committee', 'loan'],
  '/funds/:fundId/record/appraisal': ['committee', 'loan'],
  '/funds/:fundId/record/disclosure': ['committee', 'loan'],
  '/funds/:fundId/record/guarantee': ['committee', 'loan'],
  '/funds/:fundId/record/withdrawal': ['committee', 'loan'],
  '/funds/:fundId/record/decision': ['committee', 'loan'],
  '/funds/:fundId/record/appeal': ['committee', 'loan'],
  '/funds/:fundId/record/payout': ['committee', 'loan'],
  '/funds/:fundId/record/new-plan': ['committee', 'relief'],
  '/funds/:fundId/record/event': ['committee', 'relief'],
  '/funds/:fundId/record/relief': ['committee', 'relief'],
  '/funds/:fundId/record/emergency': ['committee', 'relief'],
  '/funds/:fundId/record/support': ['ngo', 'support'],
  '/funds/:fundId/record/bank': ['committee', 'money'],
  '/funds/:fundId/record/expense': ['committee', 'money'],
  '/funds/:fundId/record/donation': ['committee', 'money'],
  '/funds/:fundId/record/remittance': ['committee', 'money'],
  '/funds/:fundId/record/member-change': ['committee', 'people'],
  '/funds/:fundId/record/death': ['committee', 'people'],
  '/funds/:fundId/record/new-member': ['committee', 'people'],
  '/funds/:fundId/record/election': ['committee', 'people'],
  '/funds/:fundId/record/appointment': ['committee', 'people'],
  '/funds/:fundId/record/opening': ['committee', 'paper'],
  '/funds/:fundId/record/correction': ['committee', 'mistakes'],
  '/funds/:fundId/record/dispute': ['committee', 'mistakes'],
  // A household's own.
  '/funds/:fundId/me': ['household', 'own'],
  '/funds/:fundId/me/looked': ['household', 'looked'],
  '/funds/:fundId/me/not-right': ['household', 'not-right'],
  '/funds/:fundId/me/mine': ['household', 'sums'],
  '/funds/:fundId/me/kept': ['household', 'data'],
  '/funds/:fundId/me/private': ['household', 'private'],
  '/funds/:fundId/me/from-abroad': ['household', 'sending'],
  '/funds/:fundId/me/support': ['household', 'hard'],
  // Of a network.
  '/network': ['ngo', 'people'],
  '/network/box': ['ngo', 'people'],
  '/network/found': ['ngo', 'found'],
  '/network/book': ['ngo', 'found'],
  '/network/agreements': ['ngo', 'agreements'],
  '/network/pot': ['ngo', 'pot'],
  '/network/numbers': ['migration-team', 'numbers'],
  '/network/services': ['migration-team', 'numbers'],
  '/network/roads': ['migration-team', 'numbers'],
  '/network/agencies': ['migration-team', 'agencies'],
  '/network/warnings': ['migration-team', 'agencies'],
  '/network/talks': ['migration-team', 'talks'],
  '/network/courses': ['migration-team', 'talks'],
  '/network/coverage': ['migration-team', 'talks'],
  '/network/training': ['ngo', 'training'],
  '/network/figures': ['ngo', 'figures'],
  '/network/links': ['ngo', 'links'],
  '/audits': ['ngo', 'audits'],
  '/portfolio': ['ngo', 'villages'],
  '/reports': ['migration-team', 'reports'],
  '/watch': ['migration-team', 'reports'],
  // Of the migration team.
  '/team': ['migration-team', 'desk'],
  '/team/support': ['migration-team', 'support'],
  '/cases': ['migration-team', 'desk'],
  '/cases/new': ['migration-team', 'talk'],
  '/cases/of': ['migration-team', 'plan'],
  '/cases/unanswered': ['migration-team', 'refer'],
  '/cases/costs': ['migration-team', 'costs'],
  '/cases/support': ['migration-team', 'support'],
  '/cases/book': ['migration-team', 'support'],
  '/cases/my-phone': ['migration-team', 'phone'],
  '/cases/erase': ['migration-team', 'erase'],
  '/cases/first-key': ['migration-team', 'keys'],
  '/cases/new-key': ['migration-team', 'keys'],
  '/cases/renewal': ['migration-team', 'keys'],
  '/cases/holders': ['migration-team', 'keys'],
  '/cases/spare': ['migration-team', 'keys'],
  '/cases/half': ['migration-team', 'keys'],
  '/cases/ask-opening': ['migration-team', 'keys'],
}

/** Whom help is for; what somebody is decides which guide is theirs. */
export type Reader = Extract<
  GuideName,
  'committee' | 'household' | 'ngo' | 'migration-team' | 'operator'
>

const readerOfRole: Readonly<Record<Role, Reader>> = {
  'household-member': 'household',
  chair: 'committee',
  'record-keeper': 'committee',
  'box-keeper': 'committee',
  counter: 'committee',
  'committee-member': 'committee',
  'key-holder': 'committee',
  'migration-worker': 'migration-team',
  'case-supervisor': 'migration-team',
  auditor: 'ngo',
  administrator: 'ngo',
  'watchdog-reviewer': 'migration-team',
  operator: 'operator',
}

/** Whose guides are somebody's, by what they are. */
export const readersOf = (held: readonly Role[]): readonly Reader[] => [
  ...new Set(held.map((role) => readerOfRole[role])),
]

/**
 * Where a reader is told of a page in the own guide, while the table above names that of somebody else. What is in neither is
 * told in one guide for all; `test/http/help/sections.test.ts` lists what that is, and why.
 */
export const ownSections: Readonly<Record<Reader, Readonly<Record<string, string>>>> = {
  committee: {
    '/funds/:fundId/auditors': 'auditors',
    '/funds/:fundId/audits': 'auditors',
    '/funds/:fundId/confirmations': 'auditors',
    '/funds/:fundId/paper-comparisons': 'auditors',
    '/funds/:fundId/support': 'support',
    '/funds/:fundId/record/support': 'support',
    '/funds/:fundId/quote': 'loan',
    '/funds/:fundId/buy-out': 'loan',
  },
  household: {
    '/': 'own',
    '/more': 'own',
    '/funds/:fundId/loans': 'cost',
    '/funds/:fundId/rules': 'own',
    '/funds/:fundId/support': 'hard',
    '/funds/:fundId/check-code': 'papers',
  },
  ngo: {
    '/': 'villages',
    '/more': 'villages',
    '/me': 'people',
    '/funds/:fundId': 'audits',
    '/funds/:fundId/health': 'health',
    '/funds/:fundId/support': 'support',
  },
  'migration-team': { '/': 'desk', '/more': 'desk', '/network/pot': 'support' },
  operator: { '/': 'well', '/more': 'well' },
}

/** The first page is itself alone; a beginning ends where a word of the path does, or with a hyphen in it. */
const begins = (path: string, beginning: string): boolean =>
  path === beginning ||
  (beginning !== '/' && (path.startsWith(`${beginning}/`) || path.startsWith(`${beginning}-`)))

const byLength = <To>(table: Readonly<Record<string, To>>): readonly (readonly [string, To])[] =>
  Object.entries(table).toSorted(([a], [b]) => b.length - a.length)

const longestFirst = byLength(helpSections)
const ownLongestFirst = new Map(
  Object.entries(ownSections).map(([reader, table]) => [reader, byLength(table)] as const),
)

/** The line of the table that a page has. */
export const beginningOf = (path: string): string | undefined =>
  longestFirst.find(([beginning]) => begins(path, beginning))?.[0]

/** Where the guides tell of a page to whoever reads it, in the own guide first; of help itself they tell nothing. */
export const helpAt = (
  path: string | undefined,
  readers: readonly Reader[] = [],
): string | undefined => {
  const beginning = path === undefined ? undefined : beginningOf(path)
  if (path === undefined || beginning === undefined) return undefined
  const [guide, section] = helpSections[beginning]!
  const isOwn = readers.some((reader) => reader === guide)
  for (const reader of isOwn ? [] : readers) {
    const own = ownLongestFirst.get(reader)?.find(([one]) => begins(path, one))
    if (own) return helpPath.guide(reader, own[1])
  }
  return helpPath.guide(guide, section)
}
