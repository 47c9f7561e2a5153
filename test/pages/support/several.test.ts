import { expect, test } from 'vitest'
import type { Support } from '#domain/grants/support.ts'
import { filePage } from '#src/pages/support/file-page.ts'
import { supportPage, villagePage } from '#src/pages/support/list-page.ts'
import { supportWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'

const at = { language: 'en', isPractice: false, fundId: 'a-fund', fundName: 'Village 1' } as const
const words = supportWords.in('en')
const textOf = (page: unknown): string => pageText(String(page))

const grant = (code: string, amount: number): Support => ({
  code,
  windowId: 'safe-ways',
  amount,
  parts: 1,
  broughtBy: 'fund',
  fileHash: 'a'.repeat(64),
  askedOn: '2026-01-02',
  state: 'asked',
  paid: [],
})

test('of two grants each stands on the list with its sum, and of two quarters each with its total', async () => {
  const may = { ask: false, open: false, vote: false, terms: false }
  const supports = [grant('S-AAAA2222', 100_000), grant('S-AAAA3333', 200_000)]
  const list = textOf(
    await supportPage(at, { windows: [], supports, currency: 'KHR', today: '2026-03-01', may }),
  )
  expect(list).toMatch(/S-AAAA2222.*100,000.*S-AAAA3333.*200,000/)
  const quarters = [
    { quarter: '2025-Q4', total: 300_000 },
    { quarter: '2025-Q3', total: 400_000 },
  ]
  expect(textOf(await villagePage(at, { quarters, currency: 'KHR' }))).toMatch(/300,000.*400,000/)
})

test('of two things that were agreed the one that is not seen yet is asked for, and the other has its day', async () => {
  const conditions = [{ what: 'receipt', metOn: '2026-01-05' }, { what: 'arrived' }]
  const file = { code: 'S-AAAA2222', kind: 'passport', way: 'supplier', conditions } as never
  const page = String(
    await filePage(at, {
      file: { ...(file as object), supplier: '', reason: '', mentor: '', followUps: [] } as never,
      support: grant('S-AAAA2222', 100_000),
      card: undefined,
      agencyName: '',
      currency: 'KHR',
      today: '2026-03-01',
      action: '/file',
      id: 'id',
      isChecker: false,
      mayAtOnce: false,
      mayErase: false,
    }),
  )
  expect(pageText(page)).toContain(words.metOn('5 January 2026'))
  expect([...page.matchAll(/name="what" value="([^"]*)"/g)].map(([, what]) => what)).toEqual([
    'arrived',
  ])
})
