import type { Currency } from '#domain/kernel/money.ts'

type UnitNames = { readonly one: string; readonly many: string }

const same = (name: string): UnitNames => ({ one: name, many: name })

/** What the units of a currency are called, and the hundredths of those that have them. */
export const money = {
  units: {
    KHR: same('riel'),
    USD: { one: 'dollar', many: 'dollars' },
    THB: same('baht'),
    VND: same('dong'),
    LAK: same('kip'),
    MMK: same('kyat'),
  } satisfies Readonly<Record<Currency, UnitNames>>,
  parts: { USD: { one: 'cent', many: 'cents' }, THB: same('satang') },
  minus: 'minus',
  and: 'and',
}
