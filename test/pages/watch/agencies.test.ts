import { expect, test } from 'vitest'
import { usualRules } from '#domain/network/watch/watch.ts'
import { watchedAgencyPage } from '#src/pages/watch/agency-page.ts'
import { watchPage } from '#src/pages/watch/watch-page.ts'
import { pageText } from '#test/pages/page-text.ts'

test('of two agencies that were told of each stands there with the way to what is known', async () => {
  const fact = { what: 'name', latin: 'Golden River' }
  const facts = [{ factId: 'f', enteredBy: 'one', enteredOn: '2026-01-01', fact }]
  const parties = ['p1', 'p2'].map((partyId) => [partyId, { partyId, kind: 'agency', facts }])
  const reports = ['p1', 'p2'].map((partyId, i) => [
    `r${i}`,
    { reportId: `r${i}`, partyId, duties: [], checkedOn: '2026-01-02' },
  ])
  const book = {
    networkId: 'a-network',
    parties: new Map(parties as never),
    reports: new Map(reports as never),
    decisions: new Map(),
    letters: new Map(),
    rules: [],
  } as never
  const page = String(
    await watchPage(
      { language: 'en', isPractice: false },
      {
        books: [book],
        today: '2026-03-01',
        by: 'ann',
        mayAct: false,
        maySetRules: false,
        isReviewer: false,
        done: undefined,
      },
    ),
  )
  expect([...page.matchAll(/watch\/of\/(p\d)/g)].map(([, partyId]) => partyId)).toEqual([
    'p1',
    'p2',
  ])
})

test('of two reports about an agency that were upheld each is told with its day and what it was about', async () => {
  const confirmed = (on: string) => ({ by: 'two', on, writtenOn: on, seq: 2 })
  const reports = [
    { kind: 'duty', month: '2025-10', household: 'h1' },
    { kind: 'money-lost', month: '2025-11', household: 'h2' },
  ].map((report, i) => ({ ...report, reportId: `r${i}`, partyId: 'p1', duties: [] }))
  const rulings = reports.map(({ reportId }, i) => ({
    what: 'ruling',
    decisionId: `d${i}`,
    reportId,
    found: 'upheld',
    confirmed: confirmed(`2026-01-1${i}`),
  }))
  const book = {
    networkId: 'a-network',
    parties: new Map(),
    reports: new Map(reports.map((one) => [one.reportId, one])),
    decisions: new Map(rulings.map((one) => [one.decisionId, one])),
    letters: new Map(),
    rules: usualRules,
  } as never
  const shown = {
    book,
    partyId: 'p1',
    mayAct: false,
    texts: new Map(),
    query: '',
    done: undefined,
  }
  const page = pageText(
    String(await watchedAgencyPage({ language: 'en', isPractice: false }, shown)),
  )
  for (const said of [
    '10 January 2026: A duty',
    '2025-10',
    '11 January 2026: Money lost',
    '2025-11',
  ])
    expect(page).toContain(said)
})
