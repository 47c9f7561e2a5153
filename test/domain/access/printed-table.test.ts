import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accessMatrix, accessPage } from '#test/support/access-matrix.ts'

test('the page that says who may do what is the table that decides it', () => {
  expect(readFileSync(accessPage, 'utf8')).toBe(accessMatrix())
})
