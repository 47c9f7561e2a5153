import { expect, test } from 'vitest'
import { oneReportPage } from '#src/pages/watch/desk-pages.ts'
import { ownReportPage } from '#src/pages/watch/intake-pages.ts'
import { pageText } from '#test/pages/page-text.ts'

const report = {
  is: 'report',
  code: 'S-AAAA2222',
  seen: '',
  on: '2026-01-01',
  channel: 'page',
  kind: 'fee-above',
  about: 'An agency',
  text: 'They took my passport.',
  mayBeCounted: true,
  mayBeAsked: false,
  isFirst: true,
  hasReporter: false,
  evidence: [],
  custody: [
    { on: '2026-01-02', by: 'ann', did: 'read' },
    { on: '2026-01-03', by: 'bopha', did: 'answered' },
  ],
  answers: [
    { on: '2026-01-04', text: 'Keep your receipt.' },
    { on: '2026-01-05', text: 'Come on Monday.' },
  ],
} as const

const frame = { language: 'en', isPractice: false } as const

test('of two answers to a report each is read, by whoever spoke and by the team, with all who touched it', async () => {
  const sentWith = { hidden: {}, receipt: '' } as never
  const own = pageText(String(await ownReportPage(frame, report as never, sentWith)))
  const shown = {
    report: report as never,
    loginOf: (userId: string) => `login of ${userId}`,
    reach: undefined,
    grounds: undefined,
    feeAgency: '',
    done: undefined,
  }
  const team = pageText(String(await oneReportPage(frame, shown)))
  for (const text of [own, team])
    for (const said of ['4 January 2026', 'Keep your receipt.', 'Come on Monday.'])
      expect(text).toContain(said)
  for (const said of ['login of ann', 'login of bopha']) expect(team).toContain(said)
  expect(own).not.toContain('login of')
})
