import { expect, test } from 'vitest'
import type { At, PublishedTable } from '#domain/statistics/tables.ts'
import type { Told } from '#src/app/figures/book.ts'
import { practiceFigures } from '#src/app/practice/practice-figures.ts'
import { lineSaid, releaseTable } from '#src/pages/figures/parts.ts'
import { figuresPage } from '#src/pages/figures/public-page.ts'
import { referralsTable } from '#src/pages/figures/referrals-part.ts'
import { pageText } from '#test/pages/page-text.ts'

const table = (
  id: string,
  people: Readonly<Record<string, number | null>>,
  all: number | null,
): PublishedTable => ({
  id,
  dimensions: [{ id, categories: Object.keys(people).map((one) => ({ id: one })) }],
  cells: [
    { at: {} as At, people: all },
    ...Object.entries(people).map(([line, some]) => ({ at: { [id]: line }, people: some })),
  ],
})

test('a place of a table is said by its province, a district with it, and a receiver by name', () => {
  expect(lineSaid('place', '01', 'en')).toBe('Banteay Meanchey')
  expect(lineSaid('place', '0102', 'en')).toMatch(/., Banteay Meanchey$/)
  expect(lineSaid('receiver', 'embassy', 'en')).toBe('Embassy or consulate')
  expect(lineSaid('receiver', 'embassy', 'km')).not.toMatch(/[a-z]/i)
})

test('the largest group has the longest bar, and all of them together have none', () => {
  const shown = String(
    releaseTable(table('corridor', { thailand: 20, malaysia: 10 }, 30), {
      language: 'en',
      heading: 'Where they went',
    }),
  )
  const widths = [...shown.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => width)
  expect(widths).toEqual(['100.0', '50.0'])
})

test('of each kind of help it is told how many were sent and how many were answered', () => {
  const asked = table('shelter', { sent: 24, answered: 13, unanswered: 11 }, 40)
  const release = { kind: 'referrals', period: '2026-Q1', tables: [asked] } as const
  const text = pageText(String(referralsTable(release, 'en')))
  for (const said of ['24', '13', '11', '40']) expect(text).toContain(said)
  const few = { ...release, tables: [table('shelter', { sent: null }, null)] }
  expect(pageText(String(referralsTable(few, 'en')))).toContain('Too few people')
})

test('of two networks that told their figures each is read whole, and taken along by itself', async () => {
  const [half, quarter] = practiceFigures('2026-01-01')
  const told = ['one', 'other'].map((networkId, i) => {
    const of = (figures: Told['figures'], digest: string) =>
      ({
        release: { digest },
        figures: { ...figures, villages: { all: 20, counted: 11 + i } },
      }) as Told
    return {
      networkId,
      counted: of(half!, `counted by ${networkId}`),
      asked: of(quarter!, `asked by ${networkId}`),
    }
  })
  const page = String(await figuresPage({ language: 'en', isPractice: false }, told))
  const said = pageText(page)
  for (const villages of ['11 of 20 villages counted', '12 of 20 villages counted'])
    expect(said).toContain(villages)
  for (const { networkId } of told) {
    expect(said).toContain(`counted by ${networkId}`)
    for (const paper of ['csv', 'sheet', 'brief'])
      expect(page).toContain(`/figures/${paper}?n=${networkId}`)
  }
  expect(said.split('Who answered, and who did not')).toHaveLength(3)
})
