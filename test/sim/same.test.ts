import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSame } from '#test/support/same.ts'

const key = fc.constantFrom('a', 'b', 'c')
const { state } = fc.letrec<{ state: unknown }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(0, -0, Number.NaN, 1, '', 'a', null, undefined, true),
    fc.array(tie('state'), { maxLength: 3 }),
    fc.dictionary(key, tie('state'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(fc.tuple(key, tie('state')), { maxLength: 3 }).map((all) => new Map(all)),
    fc.array(key, { maxLength: 3 }).map((all) => new Set(all)),
  ),
}))

test('two states are the same to the laws where they are to Node, and no others', () => {
  fc.assert(
    fc.property(state, state, (a, b) => {
      expect(isSame(a, b)).toBe(isDeepStrictEqual(a, b))
      expect(isSame(a, structuredClone(a))).toBe(true)
      const put = (one: unknown) => new Map([['x', [{ one }]]])
      expect(isSame(put(a), put(b))).toBe(isDeepStrictEqual(a, b))
    }),
    { numRuns: 2_000 },
  )
})
