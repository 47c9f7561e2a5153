import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oneHandFile, oneHandPage } from '#test/support/one-hand-page.ts'

test('what one person may do alone is printed as the operations say it', () => {
  expect(readFileSync(oneHandFile, 'utf8')).toBe(oneHandPage())
})
