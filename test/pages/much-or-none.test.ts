import { expect, test } from 'vitest'
import { serviceFacts } from '#src/pages/directory/directory-page.ts'
import { staffNumbersPage } from '#src/pages/numbers/staff-page.ts'
import { savingsPage } from '#src/pages/saving/savings-page.ts'
import { detailsPart } from '#src/pages/health/warnings.ts'
import { reportSentPage } from '#src/pages/watch/intake-pages.ts'
import { reportedPage } from '#src/pages/watch/public-pages.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const

test('of a service it is told how much room it has, where somebody has said so', () => {
  const service = {
    kind: 'health',
    name: 'Clinic',
    country: 'KH',
    does: 'Treats people',
    standards: [],
    languages: ['km'],
    phone: '012345678',
  } as const
  const room = /Room/
  expect(pageText(String(serviceFacts('en', { ...service, capacity: 'few-places' })))).toContain(
    'Few places',
  )
  expect(pageText(String(serviceFacts('en', service)))).not.toMatch(room)
})

test('where no number waits and none is shown, whoever keeps them is told so', () => {
  const kept = { numbers: [], goodForDays: 90, by: 'one', at: '/numbers', maySetDays: false }
  const text = pageText(
    String(staffNumbersPage(frame, { ...kept, suggested: [], done: undefined })),
  )
  expect(text).toContain('Nothing waits.')
  expect(text).toContain('No number is shown now.')
})

test('beside a card it is told how many meetings were missed, and nothing of who missed none', () => {
  const member = { memberId: 'm7', card: 'M07', saved: 50_000, shares: 10, inShares: 50_000 }
  const told = (missedTurns: number): string => {
    const members = [{ ...member, free: 0, missedTurns, waiting: 0 }]
    return pageText(
      String(
        savingsPage(
          { ...frame, fundId: 'fund' },
          {
            view: { members, queue: [] },
            saved: 50_000,
            currency: 'KHR',
            mayRecord: false,
            owedOutside: 0,
            isNarrowed: false,
            isByName: false,
          },
        ),
      ),
    )
  }
  expect(told(2)).toContain('Meetings without a share 2')
  expect(told(0)).not.toMatch(/Meetings without a share \d/)
})

test('a warning that rests on no line of the book ends with what was found', () => {
  const place = { ...frame, fundId: 'fund', fundName: 'Village 1', askedFor: undefined }
  const finding = {
    code: 'committee-share-high',
    on: '2025-12-31',
    subject: { kind: 'fund', number: '' },
    column: null,
    expected: null,
    found: 500_000,
  } as const
  const told = (seq: number | null): string =>
    pageText(
      String(detailsPart({ ...finding, seq }, { loanIds: new Map(), currency: 'KHR' }, place)),
    ).trim()
  expect(told(null)).toMatch(/500,000\D*$/)
  expect(told(null)).not.toMatch(/·$/)
  expect(told(7)).toMatch(/500,000.* · .*7/)
})

test('whoever reads what is reported of agencies can leave at once, and a receipt is shown once', () => {
  expect(String(reportedPage(frame, { agencies: [], duties: [] }))).toContain('class="quick-exit"')
  const receipt = { receipt: '12345678', digests: [], isReachLost: false }
  // Another language would ask for the page again, and it is not there any more.
  expect(String(reportSentPage(frame, receipt))).not.toContain('hreflang')
})
