import { expect, test } from 'vitest'
import { ownPrivatePage } from '#src/pages/saving/own-private-page.ts'
import { savingsPage } from '#src/pages/saving/savings-page.ts'
import { disputeWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'

const at = { language: 'en', isPractice: false, fundId: 'a-fund', fundName: 'Village 1' } as const

const line = (entryId: string, seq: number, amount: number) => ({
  entryId,
  seq,
  amount,
  mark: '',
  on: '2026-01-02',
  receipt: `R${seq}`,
  isTakenBack: false,
  isMoreThanOwn: false,
})

const dispute = (disputeId: string, entryId: string) => ({
  disputeId,
  raisedOn: '2026-01-03',
  about: { kind: 'entry', entryId },
  reason: 'other',
  answers: [],
})

test('of two private lines each is shown, with each of two disputes under its own', async () => {
  const shown = {
    own: { saved: 30_000, lines: [line('one', 7, 10_000), line('two', 8, 20_000)] },
    currency: 'KHR',
    disputes: [dispute('first', 'two'), dispute('second', 'two')],
  } as never
  const page = String(await ownPrivatePage(at, shown))
  const [before, after] = page.split('R7')
  expect(pageText(page)).toMatch(/10,000.*20,000/)
  const { ownWaits } = disputeWords.in('en')
  expect(pageText(before!)).not.toContain(ownWaits)
  expect(pageText(after!).split(ownWaits)).toHaveLength(3)
})

test('whoever waits for savings stands there, one after the other', async () => {
  const waiting = (n: number) => ({
    card: `M0${n}`,
    memberId: `m${n}`,
    left: 1_000 * n,
    askedOn: '2026-01-02',
    expectedOn: undefined,
    why: undefined,
  })
  const view = { members: [], queue: [waiting(1), waiting(2)] } as never
  const more = { isNarrowed: false, isByName: false, saved: 0, owedOutside: 0 }
  const shown = { view, currency: 'KHR', mayRecord: true, ...more } as const
  const page = String(await savingsPage(at, shown))
  expect(pageText(page)).toMatch(/M01.*1,000.*M02.*2,000/)
  for (const member of ['m1', 'm2']) expect(page).toContain(`member=${member}`)
})
