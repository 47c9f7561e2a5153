import { rolesInNetwork } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { operations } from '#domain/operations/all.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import type { Act } from '#src/desk/act.ts'
import { acts } from '#src/desk/acts.ts'
import { boxActs, peopleActs } from '#src/desk/fund/acts.ts'
import { ventureActs } from '#src/desk/ventures/acts.ts'
import { grantActs } from '#src/desk/grants/acts.ts'
import { loanActs } from '#src/desk/loans/acts.ts'
import { reliefActs } from '#src/desk/relief/acts.ts'
import { savingsActs } from '#src/desk/savings/acts.ts'
import { placeOf } from '#src/desk/places.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { House, PlaceName } from '#src/pages/layout.ts'
import { auditPath } from '#src/pages/audits/parts.ts'
import { acrossPath, portfolioPath } from '#src/pages/network/portfolio-parts.ts'

/** A fund that is open to whoever is signed in, with what the person is to it. */
export type HeldInFund = { readonly fundId: string; readonly held: readonly Role[] }

const pagesIn = (place: PlaceName, words: readonly string[]) =>
  words.map((word) => [word, place] as const)

const actsIn = (place: PlaceName, acts: readonly Act[]) =>
  pagesIn(
    place,
    acts.map(({ name }) => `record/${name}`),
  )

/** What the page of officers leads to, which stands under More. */
const officeActs = ['election', 'appointment', 'office-end', 'hand-over'].map(
  (name) => `record/${name}`,
)

/** In which place the pages of a fund stand, by what follows the fund in the address. */
const ofCommittee: ReadonlyMap<string, PlaceName> = new Map([
  ...pagesIn('meeting', ['meetings', 'disputes', 'away', 'messages', 'carried', 'meeting-text']),
  ...pagesIn('meeting', ['paper-comparisons', 'confirmations']),
  ...pagesIn('members', ['members', 'people', 'households', 'old-book']),
  ...pagesIn('loans', ['loans', 'queue', 'relief', 'tasks']),
  ...pagesIn('money', [
    'money',
    'savings',
    'share-out',
    'statements',
    'bank',
    'senders',
    'support',
    'ventures',
  ]),
  ...actsIn('members', peopleActs),
  ...pagesIn('more', officeActs),
  ...actsIn('loans', [...loanActs, ...reliefActs]),
  ...actsIn('money', [...savingsActs, ...grantActs, ...boxActs, ...ventureActs]),
  ...pagesIn('members', ['record/saving', 'record/dispute']),
])

const ofAuditor: ReadonlyMap<string, PlaceName> = new Map([
  ...pagesIn('findings', [
    'health',
    'loans',
    'queue',
    'relief',
    'statements',
    'entries',
    'receipts',
  ]),
  ...pagesIn('audits', ['audits', 'paper-comparisons', 'confirmations']),
  ...pagesIn('people', ['officers', 'members', 'households', 'old-book']),
])

/** Written down on the pages of a meeting. */
const ofMeeting: ReadonlySet<string> = new Set<Action>([
  'OpenMeeting',
  'RecordAttendance',
  'CloseMeeting',
  'RecordAwayCount',
  'RecordTalk',
  'ComparePaper',
  'AnswerDispute',
])

const hereIn = (path: string, places: ReadonlyMap<string, PlaceName>): PlaceName => {
  const [, , , word = '', task = ''] = path.split('/')
  return places.get(`${word}/${task}`) ?? places.get(word) ?? 'more'
}

const committeeHouse = (fundId: string, path: string): Omit<House, 'name'> => {
  const at = (place: PlaceName, page: string) => ({ place, href: `/funds/${fundId}/${page}` })
  return {
    places: [
      at('meeting', 'meetings'),
      at('members', 'members'),
      at('loans', 'loans'),
      at('money', 'money'),
      { place: 'more', href: '/more' },
    ],
    here:
      path === '/' || path === placeOf.today({ fundId }) ? undefined : hereIn(path, ofCommittee),
  }
}

/** What an NGO's people go to: of one village where the page is of one, else of all of theirs. */
const auditorHouse = (fundId: string | undefined, path: string): Omit<House, 'name'> => ({
  places: [
    { place: 'villages', href: portfolioPath },
    ...(fundId === undefined
      ? ([
          { place: 'findings', href: acrossPath.findings },
          { place: 'audits', href: auditPath.all },
          { place: 'people', href: acrossPath.people },
        ] as const)
      : ([
          { place: 'findings', href: `/funds/${fundId}/health` },
          { place: 'audits', href: auditPath.ofFund(fundId) },
          { place: 'people', href: `/funds/${fundId}/officers` },
        ] as const)),
    { place: 'more', href: '/more' },
  ],
  here:
    path === '/' || path === portfolioPath
      ? 'villages'
      : path.startsWith(auditPath.all)
        ? 'audits'
        : path === acrossPath.findings
          ? 'findings'
          : path === acrossPath.people
            ? 'people'
            : hereIn(path, ofAuditor),
})

const administratorHouse = (path: string): Omit<House, 'name'> => ({
  places: [
    { place: 'villages', href: '/' },
    { place: 'people', href: '/network' },
    { place: 'more', href: '/more' },
  ],
  here: path === '/' ? 'villages' : path.startsWith('/network') ? 'people' : 'more',
})

const placeOfEntry: ReadonlyMap<string, PlaceName> = new Map(
  operations.flatMap(({ entry, command }) => {
    const act = acts.find(({ rule }) => rule === command)
    const place = ofMeeting.has(command) ? 'meeting' : act && ofCommittee.get(`record/${act.name}`)
    return place ? [[entry, place] as const] : []
  }),
)

/** The house in which a line of the book stands where it was written: a repayment under loans, a list under the meeting. */
export const houseOfEntry = (house: House | undefined, entryType: string): House | undefined =>
  house?.places.some(({ place }) => place === 'meeting')
    ? { ...house, here: placeOfEntry.get(entryType) ?? 'more' }
    : house

/** The places of whoever is signed in, and in which of them the page stands; undefined for a stranger. */
export const houseOf = async (
  context: HttpContext,
  funds: readonly HeldInFund[],
): Promise<House | undefined> => {
  const caller = context.get('caller')
  if (!caller) return undefined
  const { path } = context.req
  const asked = context.req.param('fundId')
  // Where somebody asks for a fund that is not theirs, the page tells nothing of those that are.
  const own = asked === undefined && funds.length === 1 ? funds[0] : undefined
  const fund = funds.find(({ fundId }) => fundId === asked) ?? own
  const name = fund && (await fundNameIn(context, fund.fundId))
  const mayIn = ({ held }: HeldInFund, action: Action): boolean => scopeFor(action, held) === 'all'
  const isOfCommittee = fund && mayIn(fund, 'read-members') && !fund.held.includes('auditor')
  if (isOfCommittee)
    return { name, isTodayFirst: funds.length === 1, ...committeeHouse(fund.fundId, path) }
  if (fund ? mayIn(fund, 'read-reports') : funds.some((one) => mayIn(one, 'read-reports')))
    return { name, ...auditorHouse(fund?.fundId, path) }
  const ofNetwork = rolesInNetwork(caller.person, caller.person.networkId)
  return scopeFor('manage-users', ofNetwork) === 'all'
    ? { name, ...administratorHouse(path) }
    : { name, places: [] }
}
