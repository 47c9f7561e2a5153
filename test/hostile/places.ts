import type { Door } from '#src/app/practice/practice-people.ts'

/** Whose pages are opened: one member, her loan, another loan and an entry of it. */
export type At = {
  readonly fundId: string
  readonly memberId: string
  readonly entryId: string
  readonly loanIds: { readonly own: string; readonly other: string }
}
type Inside = At & { readonly fund: string }

const loanTasks = [
  'late-fine',
  'payout-part',
  'new-plan',
  'conversion',
  'giving-back',
  'payout-word',
  'giving-up',
  'recovery',
  'from-savings',
]
const memberTasks = [
  'request',
  'payment',
  'waiting-money',
  'deposit',
  'take-out',
  'ask-savings',
  'private-savings',
  'leave-saved',
  'death-settled',
  'heirs',
]

const lendingPlaces = ({ fund, fundId, memberId, entryId, loanIds }: Inside): readonly string[] => [
  `${fund}/loans`,
  `${fund}/tasks`,
  `${fund}/loans/${loanIds.other}`,
  ...loanTasks.map((task) => `${fund}/record/${task}?loan=${loanIds.other}`),
  ...memberTasks.map((task) => `${fund}/record/${task}?member=${memberId}`),
  `${fund}/savings`,
  `${fund}/money`,
  ...['exchange', 'borrowing', 'borrowing-payment', 'savings-interest'].map(
    (task) => `${fund}/record/${task}?fund=${fundId}`,
  ),
  `${fund}/support`,
  `${fund}/support/ask`,
  `${fund}/share-out`,
  `${fund}/ventures`,
  ...['venture-shares', 'venture-leave'].map((task) => `${fund}/record/${task}?member=${memberId}`),
  `${fund}/record/venture-line?fund=${fundId}`,
  `${fund}/record/venture-count?fund=${fundId}`,
  ...['relief', 'relief/lines', 'relief/ahead', 'relief/alerts'].map((path) => `${fund}/${path}`),
  ...['event', 'emergency-promise', 'emergency-open'].map(
    (task) => `${fund}/record/${task}?fund=${fundId}`,
  ),
  `${fund}/record/correction?entry=${entryId}`,
]

/** The step-by-step pages of a meeting, and what comes of it. */
const meetingPlaces = ({ fund, fundId, memberId }: Inside): readonly string[] => [
  `${fund}/meetings`,
  `${fund}/meetings?on=yesterday`,
  `${fund}/meetings/2025-12-20`,
  `${fund}/meetings/2025-12-30/pass/${memberId}`,
  `${fund}/disputes`,
  ...['expense', 'social-support', 'donation', 'support-payout', 'bank', 'statement'].map(
    (task) => `${fund}/record/${task}?fund=${fundId}`,
  ),
  `${fund}/record/dispute`,
  `${fund}/record/dispute?member=${memberId}`,
  `${fund}/record/dispute-answer`,
  ...['away', 'messages', 'paper-comparisons', 'meetings/2025-12-30/paper'].map(
    (path) => `${fund}/${path}`,
  ),
  ...[
    'open',
    'attendance',
    'pass',
    'loans',
    'close',
    'catch-up',
    'away',
    'minutes',
    'wall',
    'sheet',
  ].map((step) => `${fund}/meetings/2025-12-30/${step}`),
  `${fund}/carried`,
  `${fund}/take-along`,
  `${fund}/check-code`,
  `${fund}/meeting-text`,
  `${fund}/meetings/2025-12-20/text`,
]

const membersPlaces = ({ fund, fundId, memberId }: Inside): readonly string[] => [
  ...[
    'members',
    `members/${memberId}`,
    'officers',
    'officers/sheet',
    'households',
    'old-book',
    'old-book/sheet',
    'old-book/loans',
    'bank',
  ].map((path) => `${fund}/${path}`),
  ...[
    'member-change',
    'death',
    'card-correction',
    'household',
    'office-end',
    'opening-savings',
  ].map((task) => `${fund}/record/${task}?member=${memberId}`),
  `${fund}/record/opening-loan?member=${memberId}`,
  ...['new-member', 'election', 'hand-over', 'explaining'].map(
    (task) => `${fund}/record/${task}?fund=${fundId}`,
  ),
]

const peoplePlaces = (inside: Inside): readonly string[] => [
  ...membersPlaces(inside),
  ...meetingPlaces(inside),
  `${inside.fund}/people`,
  `${inside.fund}/people/alike`,
  ...['', '/name', '/goal', '/family', '/nominees', '/kin', '/kin/end', '/erase'].map(
    (act) => `${inside.fund}/people/${inside.memberId}${act}`,
  ),
]

const chairsPlaces = ({ fund, fundId, memberId }: Inside): readonly string[] =>
  [
    'rules/new',
    'auditors',
    'auditors?longer=1',
    'cards/stop',
    `record/appointment?member=${memberId}`,
    `record/settlement?fund=${fundId}`,
    `record/period-close?fund=${fundId}`,
    `record/auditors-end?fund=${fundId}`,
  ].map((path) => `${fund}/${path}`)

const potPlaces = ['', '/open', '/received', '/returned', '/pay/S-PRACT222', '/decide/S-PRACT333']
const networkPlaces = [
  '',
  '/add/staff',
  '/add/member',
  '/found',
  '/book',
  '/devices',
  ...potPlaces.map((path) => `/pot${path}`),
].map((path) => `/network${path}`)

const strangersPaths = '/ /sign-in /card /receipt /begin /enrol /start /me /nothing /%3Cscript%3E'
const ofAnybody = strangersPaths.split(' ')

/** Every page that somebody is asked something on or shown something of, by who opens it. */
export const placesIn = (at: At): readonly (readonly [Door | undefined, readonly string[]])[] => {
  const { fundId, memberId, loanIds } = at
  const fund = `/funds/${fundId}`
  const inside: Inside = { ...at, fund }
  const record = `${fund}/record/repayment`
  return [
    [undefined, ofAnybody],
    [
      'household',
      [
        `${fund}/me`,
        `${fund}/me/looked`,
        `${fund}/me/messages`,
        `${fund}/me/not-right`,
        `${fund}/me/mine`,
        `${fund}/me/codes`,
        `${fund}/me/kept`,
        `${fund}/quote`,
        `${fund}/rules`,
        `${fund}/buy-out`,
        '/me',
        `${fund}/loans/${loanIds.own}`,
      ],
    ],
    [
      'record-keeper',
      [
        `${fund}/desk`,
        `${fund}/quote?amount=500000&count=10&paidOutOn=2026-01-20`,
        `${fund}/quote/agreement?amount=500000&count=10&paidOutOn=2026-01-20`,
        record,
        `${record}?loan=${loanIds.other}`,
        `${fund}/record/saving`,
        `${fund}/record/saving?member=${memberId}`,
        ...lendingPlaces(inside),
        ...peoplePlaces(inside),
        `${fund}/cards`,
        `${fund}/logins`,
        `${fund}/logins/new`,
        `${fund}/log`,
        '/step-up',
        '/me',
      ],
    ],
    [
      'auditor',
      [
        `${fund}/health`,
        `${fund}/health/par30`,
        `${fund}/log`,
        `${fund}/loans/${loanIds.other}`,
        '/team',
        '/',
      ],
    ],
    ['migration-worker', ['/team', '/me', '/']],
    ['chair', chairsPlaces(inside)],
    ['administrator', networkPlaces],
  ]
}
