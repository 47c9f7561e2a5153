import { parseISO as known } from 'date-fns/parseISO'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseISO as own } from '#src/pwa/instants.ts'

/* Instants of the phone against those of the package, in every spelling that a book takes, from 1970 on. */

const two = (most: number) => fc.nat(most).map((n) => String(n).padStart(2, '0'))
const days = fc
  .tuple(fc.integer({ min: 1970, max: 2199 }), two(13), two(32))
  .map((parts) => parts.join('-'))
const seconds = fc.oneof(
  fc.constant(''),
  two(59).map((s) => `:${s}`),
  fc.tuple(two(59), fc.stringMatching(/^\d{1,9}$/)).map(([s, part]) => `:${s}.${part}`),
)
const instants = fc
  .tuple(days, two(23), two(59), seconds)
  .map(([day, hour, minute, rest]) => `${day}T${hour}:${minute}${rest}Z`)

test('an instant means the same on a phone, and one of a day that no calendar has is none', () => {
  expect(own('2026-02-30T10:00:00Z').getTime()).toBeNaN()
  expect(own('2026-02-28T10:00Z').toJSON()).toBe('2026-02-28T10:00:00.000Z')
  fc.assert(
    fc.property(instants, (instant) => {
      expect(own(instant).getTime()).toEqual(known(instant).getTime())
    }),
    { numRuns: 2_000 },
  )
})
