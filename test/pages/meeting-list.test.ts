import { expect, test } from 'vitest'
import { meetingListPage } from '#src/pages/meeting/list.ts'
import { pageText } from '#test/pages/page-text.ts'

const at = { language: 'en', isPractice: false, fundId: 'a-fund' } as const

const meeting = (month: number, isByNote = false) => ({
  heldOn: `2025-${String(month).padStart(2, '0')}-20`,
  present: ['a', 'b'],
  members: 3,
  closing: { amount: 1_000 * month, isByNote },
})

const shown = async (meetings: readonly object[]): Promise<string> =>
  String(
    await meetingListPage(at, {
      today: '2025-12-31',
      currency: 'KHR',
      meetings: meetings as Parameters<typeof meetingListPage>[1]['meetings'],
      mayLead: false,
      isAwayDue: false,
      disputesOpen: 0,
      isDayWrong: false,
      part: { part: 1, parts: 1 },
    }),
  )

const year = Array.from({ length: 12 }, (_, i) => meeting(12 - i, i === 2))

test('what all meetings have in common is said once, and a line says only what differs', async () => {
  const text = pageText(await shown(year))
  expect(text).toContain('Unless said otherwise: 2 of 3 present, closed, not counted by note.')
  expect(text.match(/2 of 3 present/g)).toHaveLength(1)
  expect(text.match(/not counted by note/g)).toHaveLength(1)
  expect(text).toContain('20 October 2025 ✓ closed, counted by note in the box 10,000')
})

test('each meeting is one link with its day and its labelled sum', async () => {
  const rows = [...(await shown(year)).matchAll(/<a href="[^"]*meetings\/2025[^]*?<\/a>/g)]
  expect(rows).toHaveLength(12)
  for (const [row] of rows) expect(pageText(row)).toMatch(/20 \w+ 2025.*in the box [\d,]+/)
})

test('a fold of older meetings is named from its first day to its last', async () => {
  const page = await shown(year)
  expect(/<summary><bdi>(.*?)<\/bdi>/.exec(page)![1]).toBe('20 January 2025 – 20 June 2025')
})
