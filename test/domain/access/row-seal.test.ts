import { expect, test } from 'vitest'
import { isSealedByAnother, sealedByAnotherSaid } from '#domain/access/row-seal.ts'

test('that names were sealed by another PEPPER is known by its words, and nothing else is taken for it', () => {
  expect(isSealedByAnother(new Error(sealedByAnotherSaid))).toBe(true)
  expect(isSealedByAnother(new Error('the store is too busy'))).toBe(false)
  for (const said of [undefined, null, sealedByAnotherSaid, { message: sealedByAnotherSaid }])
    expect(isSealedByAnother(said)).toBe(false)
})
