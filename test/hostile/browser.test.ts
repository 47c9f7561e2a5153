import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from '#src/app/practice-people.ts'
import { settle } from '#test/browser/window.ts'
import { attempts, hostileText } from '#test/hostile/hostile-words.ts'
import {
  type Seen,
  everyQuery,
  formPolicy,
  livePartsOf,
  ownScript,
  speakingPolicy,
  speakingScript,
  spoiltVillage,
  strictPolicy,
  visitorAs,
  watchedWindow,
} from '#test/hostile/watching.ts'

/** With little time one page of four is opened, with all that is odd in its address, and another is typed into. */
const isLong = process.env['TEST_BUDGET'] === 'ci'
const partOf = (paths: readonly string[], rest: 0 | 1): readonly string[] =>
  isLong ? paths : paths.filter((_, place) => place % 4 === 2 * rest)

let seen: Seen
let memberId = ''
let entryId = ''
let loanIds: { own: string; other: string }
beforeAll(async () => {
  seen = await spoiltVillage()
  const { needs, fundId } = seen.village
  memberId = (await needs.store.cards(fundId))[0]!.memberId
  const loans = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'loan')
  const isOwn = ({ data }: { data: string }) => data.includes(memberId)
  const lines = await needs.store.read(fundId, 0, 10_000)
  entryId = lines.find(({ type }) => type === 'RepaymentRecorded')!.id
  loanIds = { own: loans.find(isOwn)!.key, other: loans.find((loan) => !isOwn(loan))!.key }
})

afterAll(() => seen?.stop())

const loanTasks = [
  'late-fine',
  'payout-part',
  'new-plan',
  'conversion',
  'giving-back',
  'giving-up',
  'recovery',
]
const memberTasks = [
  'request',
  'payment',
  'waiting-money',
  'deposit',
  'take-out',
  'ask-savings',
  'private-savings',
]

const lendingPlaces = (fund: string): readonly string[] => [
  `${fund}/loans`,
  `${fund}/tasks`,
  `${fund}/loans/${loanIds.other}`,
  ...loanTasks.map((task) => `${fund}/record/${task}?loan=${loanIds.other}`),
  ...memberTasks.map((task) => `${fund}/record/${task}?member=${memberId}`),
  `${fund}/savings`,
  `${fund}/support`,
  `${fund}/support/ask`,
  `${fund}/share-out`,
  ...['relief', 'relief/lines', 'relief/ahead', 'relief/alerts'].map((path) => `${fund}/${path}`),
  ...['event', 'emergency-promise', 'emergency-open'].map(
    (task) => `${fund}/record/${task}?fund=${seen.village.fundId}`,
  ),
  `${fund}/record/correction?entry=${entryId}`,
]

/** The step-by-step pages of a meeting, and what comes of it. */
const meetingPlaces = (fund: string): readonly string[] => [
  `${fund}/meetings`,
  `${fund}/meetings?on=yesterday`,
  `${fund}/meetings/2025-12-20`,
  `${fund}/meetings/2025-12-30/pass/${memberId}`,
  `${fund}/disputes`,
  ...['expense', 'social-support', 'donation', 'support-payout', 'bank', 'statement'].map(
    (task) => `${fund}/record/${task}?fund=${seen.village.fundId}`,
  ),
  `${fund}/record/dispute`,
  `${fund}/record/dispute?member=${memberId}`,
  `${fund}/record/dispute-answer`,
  ...['away', 'messages', 'paper-comparisons', 'meetings/2025-12-30/paper'].map(
    (path) => `${fund}/${path}`,
  ),
  ...['open', 'attendance', 'pass', 'close', 'catch-up', 'away', 'minutes', 'wall', 'sheet'].map(
    (step) => `${fund}/meetings/2025-12-30/${step}`,
  ),
]

const membersPlaces = (fund: string): readonly string[] => [
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
    (task) => `${fund}/record/${task}?fund=${seen.village.fundId}`,
  ),
]

const peoplePlaces = (fund: string): readonly string[] => [
  ...membersPlaces(fund),
  ...meetingPlaces(fund),
  `${fund}/people`,
  `${fund}/people/alike`,
  ...['', '/name', '/goal', '/family', '/nominees', '/kin', '/kin/end', '/erase'].map(
    (act) => `${fund}/people/${memberId}${act}`,
  ),
]

const chairsPlaces = (fund: string): readonly string[] =>
  [
    'rules/new',
    'auditors',
    'auditors?longer=1',
    'cards/stop',
    `record/appointment?member=${memberId}`,
    `record/settlement?fund=${seen.village.fundId}`,
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

const places = (): readonly (readonly [Door | undefined, readonly string[]])[] => {
  const fund = `/funds/${seen.village.fundId}`
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
        ...lendingPlaces(fund),
        ...peoplePlaces(fund),
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
    ['chair', chairsPlaces(fund)],
    ['administrator', networkPlaces],
  ]
}

/** The form of a request and a household's own page have one script each, this house's own; no other page has any. */
const isRequestForm = (path: string): boolean => path.includes('/record/request?member=')
const isOwnPage = (path: string): boolean => /^\/funds\/[^/]+\/me$/.test(path)
const scriptsOf = (path: string): readonly string[] => {
  if (isRequestForm(path)) return [ownScript]
  return isOwnPage(path) ? [speakingScript] : []
}
const policyFor = (path: string): string => {
  if (isRequestForm(path)) return formPolicy
  return isOwnPage(path) ? speakingPolicy : strictPolicy
}

const policyOf = async (page: Page, path: string): Promise<string | undefined> =>
  (await page.goto(`${seen.url}${path}`))?.headers()['content-security-policy']

/** Lifts every limit of a form and types attempts into it: all of them, or by turns where an address has to carry them. */
const fillWithAttempts = async (page: Page, fields: Locator): Promise<void> => {
  await settle(page)
  await fields.evaluateAll(
    (all, { text, each }) => {
      for (const [i, field] of (all as HTMLInputElement[]).entries()) {
        for (const limit of ['maxlength', 'pattern', 'required']) field.removeAttribute(limit)
        if (['hidden', 'radio', 'checkbox', 'submit'].includes(field.type)) continue
        field.type = 'text'
        const isInAddress = field.form?.method === 'get' && all.length > each.length
        field.value = isInAddress ? each[i % each.length]! : text
      }
    },
    { text: hostileText, each: attempts },
  )
}

describe('words that want to be a script', () => {
  test('run on no page, whoever wrote them wherever, and break no policy', async () => {
    for (const [door, paths] of places()) {
      const visitor = await visitorAs(seen, door)
      for (const path of partOf(paths, 0)) {
        const { page, ran, broken } = await watchedWindow(seen, visitor)
        const odd = `${path}${path.includes('?') ? '&' : '?'}${everyQuery()}`
        expect(await policyOf(page, odd), path).toBe(policyFor(path))
        expect(await livePartsOf(page), path).toEqual(scriptsOf(path))
        expect([...ran, ...broken()], path).toEqual([])
        await page.close()
      }
      await visitor.close()
    }
  }, 480_000)

  test('are there on the pages, as text that everybody can read', async () => {
    const visitor = await visitorAs(seen, 'record-keeper')
    const page = await visitor.newPage()
    await page.goto(`${seen.url}/funds/${seen.village.fundId}/desk`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await page.goto(`${seen.url}/me`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await visitor.close()
  })

  test('typed into every field of every form come back as text or not at all', async () => {
    for (const [door, paths] of places()) {
      const visitor = await visitorAs(seen, door)
      for (const path of partOf(paths, 1)) {
        const { page, ran, broken } = await watchedWindow(seen, visitor)
        await page.goto(`${seen.url}${path}`)
        const fields = page.locator('main form input, main form textarea')
        if ((await fields.count()) > 0) {
          await fillWithAttempts(page, fields)
          await page.locator('main form button').last().click()
          await page.waitForLoadState()
          // The form comes back with its script, or another page without any.
          const others = (await livePartsOf(page)).filter((one) => !scriptsOf(path).includes(one))
          expect(others, path).toEqual([])
        }
        expect([...ran, ...broken()], path).toEqual([])
        await page.close()
      }
      await visitor.close()
    }
  }, 480_000)
})
