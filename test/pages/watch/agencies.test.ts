import { expect, test } from 'vitest'
import { watchPage } from '#src/pages/watch/watch-page.ts'

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
