import { expect, test } from 'vitest'
import { beforePart } from '#src/pages/meeting/turn.ts'
import { notesPart } from '#src/pages/meeting/count.ts'
import { pageText } from '#test/pages/page-text.ts'

const at = { language: 'en', isPractice: false, fundId: 'fund' } as const

test('what was written down just before is told with its way back, and nothing where nothing was', () => {
  expect(beforePart(at, '2026-01-31', undefined)).toBe('')
  const before = { memberId: 'm7', card: 'M07', amount: 12_000, currency: 'KHR' } as const
  const shown = String(beforePart(at, '2026-01-31', before))
  expect(pageText(shown)).toContain('12,000')
  expect(shown).toMatch(/href="[^"]*m7\/back"/)
})

test('a box that was counted by its notes tells each of them and what they come to, and else no empty list', () => {
  const counted = { amount: 30_000, isByNote: true } as const
  const notes = [{ note: 10_000, pieces: 3 }]
  expect(pageText(String(notesPart({ ...counted, notes }, 'KHR')))).toContain('30,000')
  expect(String(notesPart({ ...counted, notes: [] }, 'KHR'))).toBe('')
})
