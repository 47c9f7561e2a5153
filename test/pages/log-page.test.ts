import { expect, test } from 'vitest'
import { type LogLine, logPage } from '#src/pages/entrance/log-page.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const

const line = (more: Partial<LogLine> = {}): LogLine => ({
  day: '20 March 2026',
  time: '15:10',
  who: 'Chair, member M01',
  what: 'Read a loan',
  subject: '',
  device: 'fund phone',
  outcome: 'read',
  ...more,
})

const shown = async (...lines: readonly LogLine[]) =>
  String(await logPage(frame, { fundId: 'f', lines }))

test('all looks of a day lie in one fold, those that say the same in one line', async () => {
  const done = line({ outcome: 'done', what: 'Wrote down a repayment' })
  const page = await shown(line(), done, line(), line({ what: 'Read this log' }))
  expect(page.match(/<details/g)).toHaveLength(1)
  expect(pageText(page)).toContain('3 looks Chair, member M01')
  expect(pageText(page)).toContain('15:10 Read a loan × 2')
})

test('what was done, tried or refused stands open, each line of its own, under its day', async () => {
  const done = line({ outcome: 'done', what: 'Wrote down a repayment', time: '15:11' })
  const refused = line({ outcome: 'refused', what: 'Form: Repayment', day: '19 March 2026' })
  const page = await shown(done, done, line(), refused)
  const open = pageText(page.replaceAll(/<details[^]*?<\/details>/g, ''))
  expect(open.match(/15:11 Done Wrote down a repayment/g)).toHaveLength(2)
  expect(open).toContain('19 March 2026 Chair, member M01 · Device: fund phone 15:10 Refused')
  expect(page.match(/<h2>/g)).toHaveLength(2)
})

test('nobody is told what an older version called a look', async () => {
  for (const language of ['en', 'km'] as const)
    expect(String(await logPage({ ...frame, language }, { fundId: 'f', lines: [] }))).not.toContain(
      '0.2.0',
    )
})

test('the log leads to its older part and back to the newest, where there are such', async () => {
  const ways = async (more: { readonly older?: string; readonly newest?: string }) =>
    [
      ...String(await logPage(frame, { fundId: 'f', lines: [], ...more })).matchAll(
        /class="button" href="([^"]*)"/g,
      ),
    ].map(([, href]) => href)
  const none = await ways({})
  expect(none).not.toContain('')
  expect(await ways({ older: '/older', newest: '/newest' })).toEqual(
    expect.arrayContaining(['/older', '/newest']),
  )
})
