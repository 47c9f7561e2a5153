import { countVenture } from '#domain/ventures/operations/counting.ts'
import { ventureStanding } from '#domain/ventures/venture.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { atDesk } from '#src/desk/act.ts'
import { facts, note } from '#src/desk/content.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { secondOf } from '#src/desk/fund/power.ts'
import { aboutVentures, nothingOpen, onlyOf, openIn, whichOf } from '#src/desk/ventures/parts.ts'
import { currencyName } from '#src/words/locale.ts'
import { ventureWords } from '#src/words/venture-words.ts'

/** Two people count what a venture has. What its book says is told only when they have said what they found. */
export const ventureCount = atDesk(countVenture, {
  name: 'venture-count',
  about: aboutVentures,
  shown: (desk) => {
    const words = ventureWords.in(desk.language)
    const currency = currencyOf(desk)
    const called = currencyName(currency, desk.language)
    const open = openIn(desk)
    const find = (ventureId: string) => open.find((one) => one.ventureId === ventureId)
    // All that its shares bring: what it has by its book is not told before it is counted.
    // Where no venture is open there is nothing to choose either.
    const usual = Math.max(1, ...open.map((one) => one.sharePrice * one.sharesOffered))
    const counted = { isLarge: true, mayBeZero: true, usual } as const
    return {
      shown: 'box',
      readAloud: words.countRead,
      ...(open.length === 0 && { nothing: nothingOpen(desk) }),
      told: [note(words.countRule)],
      prefilled: onlyOf(open),
      asks: {
        ventureId: whichOf(desk, open),
        cash: { ...counted, label: words.countedCash(called) },
        goods: { ...counted, label: words.countedGoods(called), hint: words.countedGoodsHint },
        countedWith: {
          label: words.countedWith,
          members: desk.book.members.filter((one) => isMemberOn(one, desk.today)),
        },
        confirmedBy: { ...secondOf(desk), label: words.countedBySecond },
      },
      check: ({ ventureId, countedWith, confirmedBy }) => {
        const { cashKeeper, bookKeeper } = find(ventureId) ?? {}
        const isOne = [cashKeeper, bookKeeper, confirmedBy].includes(countedWith)
        const isKeeper = confirmedBy === cashKeeper || confirmedBy === bookKeeper
        return new Map([
          ...(isOne ? [['countedWith', words.countedWithFault] as const] : []),
          ...(isKeeper ? [['confirmedBy', words.countRule] as const] : []),
        ])
      },
      effect: ({ ventureId, cash, goods, effectiveOn }) => {
        const one = find(ventureId)
        if (!one) return {}
        const book = ventureStanding(one, effectiveOn)
        const money = (amount: number) => ({ amount, currency })
        const agrees = book.cash === cash && book.goods === goods
        return {
          told: [
            facts(
              { label: words.countCash, money: money(cash), tone: 'main' },
              { label: words.bookSaid, money: money(book.cash) },
              { label: words.countGoods, money: money(goods), tone: 'main' },
              { label: words.bookSaid, money: money(book.goods) },
            ),
            note(agrees ? words.countAgrees : words.countDiffers),
          ],
          isUnusual: true,
        }
      },
    }
  },
})
