import type { money as en } from '#src/words/en/money.ts'

const same = (name: string) => ({ one: name, many: name })

export const money: typeof en = {
  units: {
    KHR: same('រៀល'),
    USD: same('ដុល្លារ'),
    THB: same('បាត'),
    VND: same('ដុង'),
    LAK: same('គីប'),
    MMK: same('ចាត'),
  },
  parts: { USD: same('សេន'), THB: same('សាតាំង') },
  minus: 'ដក ',
  and: ' ',
}
