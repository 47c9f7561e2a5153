import { expect, test } from 'vitest'
import { passListPage } from '#src/pages/meeting/pass.ts'
import { pageText } from '#test/pages/page-text.ts'

test('of who has been at the table it is told what was brought and taken, and of who took nothing no sum', () => {
  const at = { language: 'en', isPractice: false, fundId: 'fund' } as const
  const one = { memberId: 'm7', card: 'M07', brought: 12_000, took: 0, due: 0, is: 'been' } as const
  const told = (more: { readonly took?: number; readonly brought?: number }): string => {
    const members = [{ ...one, ...more }]
    const list = { on: '2026-01-31', currency: 'KHR', members, now: undefined } as const
    return pageText(String(passListPage(at, list)))
  }
  expect(told({ took: 5_000 })).toMatch(/brought \S*12,000.* took \S*5,000/)
  expect(told({})).not.toMatch(/took \S*\d/)
  expect(told({ brought: 0 })).toContain('nothing')
})
