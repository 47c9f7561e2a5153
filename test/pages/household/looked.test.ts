import { expect, test } from 'vitest'
import type { Look } from '#src/app/identity/own-looks.ts'
import { lookedPage } from '#src/pages/household/asking.ts'
import { pageText } from '#test/pages/page-text.ts'

/* Who looked at a record: two days, two offices, and what was only tried. */

const place = {
  language: 'en',
  isPractice: true,
  fundId: 'a-fund',
  fundName: 'Village 1',
} as const

const textOf = async (looks: readonly Look[]): Promise<string> =>
  pageText(String(await lookedPage({ doors: [], looks, older: undefined, isNewest: true }, place)))

const at = '2025-02-21T01:00:00Z'
const look = { at, action: 'read-member', loan: undefined, outcome: 'read' } as const
const byOffice = (role: 'auditor' | 'chair') => ({ kind: 'others', roles: [role] }) as const

test('what one office looked at on two days stands under each of them', async () => {
  const who = byOffice('auditor')
  const text = await textOf([
    { ...look, who },
    { ...look, who, at: '2025-02-20T01:00:00Z' },
  ])
  for (const day of ['21 February 2025', '20 February 2025']) expect(text).toContain(day)
  expect(text).not.toContain('×')
})

test('what two offices did on one day stands under each, and what was only tried is told as that', async () => {
  const tried = { ...look, action: 'RecordRepayment', outcome: 'tried' } as const
  const text = await textOf([
    { ...tried, who: byOffice('auditor') },
    { ...tried, who: byOffice('chair') },
  ])
  expect(text).toMatch(/auditor 21 February 2025 .*Chair 21 February 2025 /)
  expect(text.match(/\(was tried\)/g)).toHaveLength(2)
})
