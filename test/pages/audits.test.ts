import { expect, test } from 'vitest'
import type { Audit, AuditFinding } from '#domain/network/audits/audit.ts'
import { allAuditsPage, fundAuditsPage } from '#src/pages/audits/list-pages.ts'
import { type AuditShown, auditPage } from '#src/pages/audits/one-page.ts'
import { reportFile } from '#src/pages/audits/report-page.ts'
import { reasonSaid, rowSaid } from '#src/pages/audits/parts.ts'
import { pageText } from '#test/pages/page-text.ts'

test('why a visit is wanted and what a row is about is said in words of its own, or by what was found', () => {
  expect(reasonSaid('written-late', 'en')).toBe('Its lines are written down late')
  expect(rowSaid({ of: 'box', what: 'cash' }, 'en')).toBe('In the box')
  expect(reasonSaid('cash-above-box-limit', 'en')).toBe(
    'More cash stayed in the box overnight than the rules allow.',
  )
})

test('where no visit is planned and none was made, no heading stands over nothing', () => {
  const text = pageText(
    String(allAuditsPage({ language: 'en', isPractice: false }, { audits: [], wanted: [] })),
  )
  expect(text).toContain('Audits')
  for (const heading of ['Planned visits', 'Most in need', 'Done'])
    expect(text).not.toContain(heading)
})

const frame = { language: 'en', isPractice: false } as const
const head = { seq: 40, hash: 'a'.repeat(64) }

const finding = (findingId: string, of: string): AuditFinding => ({
  findingId,
  of,
  kind: 'passbook-differs',
  weight: 'serious',
  replyBy: '2026-04-01',
  raisedOn: '2026-03-10',
  by: 'ann',
})

/** An audit with two of everything, and a test that was made anew. */
const audit: Audit = {
  auditId: 'an-audit',
  fundId: 'a-fund',
  by: 'ann',
  plannedOn: '2026-03-01',
  writtenOn: '2026-03-01',
  from: '2026-01-01',
  visitOn: '2026-03-10',
  moved: 0,
  why: ['silence', 'written-late'],
  head,
  seed: 'f'.repeat(64),
  tests: [10, 20].map((seen, i) => ({
    test: 'box-count',
    head,
    rows: [
      { of: 'box', what: 'cash', book: 20, seen },
      { of: 'rule', what: 'count', book: 7, seen: 7 },
    ],
    on: `2026-03-1${i}`,
    by: 'ann',
  })),
  findings: [finding('first', 'M01'), finding('second', 'M02')],
}

const shown: AuditShown = {
  audit,
  fundName: 'Village 1',
  currency: 'KHR',
  isAuditor: true,
  sample: { cards: ['M03', 'M04'], entries: [11, 12] },
  planHead: 'in-book',
  opinionHead: undefined,
  marks: [
    { code: 'planned-before', count: 3 },
    { code: 'book-unlike', count: 4 },
  ],
  notes: new Map(),
  isSigning: false,
  done: undefined,
}

test('an audit and its report tell two reasons, findings, marks and rows, and of a test that was made twice the second', async () => {
  const page = pageText(String(await auditPage(frame, shown)))
  const report = pageText(reportFile('en', shown))
  for (const text of [page, report]) {
    for (const said of ['M01', 'M02', 'M03', 'M04', '11', '12', 'Its lines are written down late'])
      expect(text).toContain(said)
    expect(text).toMatch(/that the book does not say[^.]*\.? 4/)
    expect(text).toContain('11 March 2026')
    expect(text).toContain('rule 7 7')
    expect(text).toContain('In the box 20 20')
    expect(text).not.toContain('20 10')
  }
})

test('the list of a fund counts the findings that are open, and not those that are closed', async () => {
  const closed = { how: 'mended', on: '2026-03-20', by: 'ann' } as const
  const findings = [...audit.findings, { ...finding('third', 'M05'), closed }]
  const of = { fundId: 'a-fund', fundName: 'Village 1', isAuditor: true }
  const page = await fundAuditsPage(frame, { ...of, audits: [{ ...audit, findings }] })
  expect(pageText(String(page))).toContain('2 findings open')
})

test('planned visits stand by their day, and of those that are over the twenty newest', async () => {
  const cancelled = { why: 'mistake', on: '2026-03-02', by: 'ann' } as const
  const planned = ['2026-05-01', '2026-04-01'].map((visitOn) => ({
    audit: { ...audit, visitOn },
    name: `of ${visitOn}`,
  }))
  const over = Array.from({ length: 21 }, (_, i) => ({
    audit: { ...audit, cancelled },
    name: `past ${21 - i}.`,
  }))
  const audits = [...planned, ...over]
  const text = pageText(String(await allAuditsPage(frame, { audits, wanted: [] })))
  expect(text.indexOf('of 2026-04-01')).toBeLessThan(text.indexOf('of 2026-05-01'))
  expect([text.includes('past 21.'), text.includes('past 2.'), text.includes('past 1.')]).toEqual([
    true,
    true,
    false,
  ])
})
