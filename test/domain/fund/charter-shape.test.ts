import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charter, charterFault } from '#domain/fund/charter/charter-shape.ts'
import { defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import { type ValueOf, faultIn } from '#domain/kernel/shape.ts'

/** Neither compiles where the type as it is written and the one that the shape gives are not one. */
const asWritten = (asked: ValueOf<typeof charter>): Charter => asked
const asAsked = (written: Charter): ValueOf<typeof charter> => written

test('what a new fund is offered fits the shape of a charter in every currency', () => {
  for (const currency of currencyCodes) {
    const offered = asWritten(asAsked(defaultCharterIn(currency)))
    expect(faultIn(charter.of, offered)).toBeUndefined()
    expect(charterFault(offered)).toBeUndefined()
  }
})
