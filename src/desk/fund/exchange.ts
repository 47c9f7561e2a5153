import { type Currency, currencyCodes, decimalsOf, latinDigits } from '#domain/kernel/money.ts'
import { boxOf } from '#domain/fund/exchange.ts'
import { recordExchange } from '#domain/fund/operations/outside.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { postedIn } from '#src/app/members/savings-view.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Filled, type Own, known } from '#src/desk/asking.ts'
import { facts, note } from '#src/desk/content.ts'
import { boxLine } from '#src/desk/box-line.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { type Field, choiceField, choicesOf, lineField, sumField } from '#src/desk/fields.ts'
import { rateSaid } from '#src/desk/entries/seldom.ts'
import { placeOf } from '#src/desk/places.ts'
import { ordinarySum } from '#src/desk/typed-sum.ts'
import { sumIn } from '#src/desk/typed.ts'
import { currencyName } from '#src/words/locale.ts'
import { lendingFormWords, memberFormWords, seldomWords } from '#src/words/words.ts'

const others = (own: Currency): readonly Currency[] => currencyCodes.filter((one) => one !== own)

/** How many whole units buy the same: the fewer, the dearer is one of them. */
const forTheSame = (currency: Currency): number =>
  ordinarySum(currency) / 10 ** decimalsOf(currency)

const ways = ['into', 'out-of'] as const

/** The one sum of foreign money that was filled in; undefined where none was, or more than one. */
const foreignIn = (own: Currency, { of }: Filled) => {
  const filled = others(own).filter((currency) => of(currency) !== '')
  const [currency, ...more] = filled
  return currency === undefined || more.length > 0
    ? undefined
    : { currency, amount: sumIn(of(currency), currency) }
}

const ends = (own: Currency, filled: Filled) => {
  const mine = { currency: own, amount: sumIn(filled.of('own'), own) }
  const foreign = foreignIn(own, filled) ?? { currency: others(own)[0]!, amount: 0 }
  const isInto = filled.of('way') === 'into'
  return { mine, foreign, from: isInto ? mine : foreign, to: isInto ? foreign : mine }
}

/** "1 dollar = 4,050 riel": one of the dearer in the other. */
const rateIn = (own: Currency, filled: Filled) => {
  const { currency } = ends(own, filled).foreign
  const isOwnDearer = forTheSame(own) < forTheSame(currency)
  const [dear, cheap] = isOwnDearer ? [own, currency] : [currency, own]
  return { of: dear, in: cheap, value: filled.of('rate') }
}

/** The foreign money that is usual here stands open, the rest in a fold. */
const foreignFields = (desk: Desk, own: Currency): readonly Field[] => {
  const words = seldomWords.in(desk.language)
  return others(own).map((currency) =>
    sumField(desk, {
      name: currency,
      label: words.howMuch(currencyName(currency, desk.language)),
      currency,
      usual: ordinarySum(currency),
      isOptional: true,
      ...(currency !== 'USD' && currency !== 'THB' && { fold: words.otherMoney }),
    }),
  )
}

const rateField = (desk: Desk): Field => {
  const words = seldomWords.in(desk.language)
  return lineField({
    name: 'rate',
    label: words.exchangeRate,
    hint: words.exchangeRateHint,
    fault: words.exchangeRateFault,
    inputmode: 'decimal',
    rule: (text) => {
      const read = latinDigits(text.trim()).replaceAll(',', '')
      return /^\d{1,9}(\.\d{1,9})?$/.test(read) && Number(read) > 0 ? read : undefined
    },
  })
}

type Sum = ReturnType<typeof ends>['from']

/** Both sums, of which the form says which way each went. */
const sumsOf = (desk: Desk, own: Currency): Own<Sum> => {
  const { language } = desk
  const words = seldomWords.in(language)
  const name = currencyName(own, language)
  return {
    fields: [
      choiceField({
        name: 'way',
        label: words.exchangeWay,
        choices: choicesOf(ways, (way) => words[`way_${way}`](name)),
        fault: lendingFormWords.in(language).chooseOne,
        as: 'radios',
      }),
      sumField(desk, { name: 'own', label: words.howMuch(name), currency: own }),
      ...foreignFields(desk, own),
    ],
    said: (filled) => ends(own, filled).from,
  }
}

const rateOf = (desk: Desk, own: Currency): Own<ReturnType<typeof rateIn>> => ({
  fields: [rateField(desk)],
  said: (filled) => rateIn(own, filled),
})

/** Cash of one currency was given for cash of another, as both were counted. */
export const exchange = atDesk(recordExchange, {
  name: 'exchange',
  about: { ...aboutFund, back: placeOf.money },
  shown: (desk) => {
    const { language } = desk
    const words = seldomWords.in(language)
    const own = currencyOf(desk)
    const posted = postedIn(desk.book)
    const held = (currency: Currency) => ({
      amount: balanceOf(posted, boxOf(currency, own), desk.today),
      currency,
    })
    const foreign = others(own).map(held)
    return {
      shown: 'box',
      readAloud: memberFormWords.in(desk.language).readToMeeting,
      told: [
        note(words.exchangeMeaning),
        facts(
          boxLine(desk),
          ...foreign.map(
            (money) =>
              money.amount > 0 && {
                label: words.heldIn(currencyName(money.currency, language)),
                money,
              },
          ),
        ),
      ],
      asks: {
        from: sumsOf(desk, own),
        to: known((filled) => ends(own, filled).to),
        rate: rateOf(desk, own),
      },
      check: (_, filled) =>
        foreignIn(own, filled) ? new Map() : new Map([[others(own)[0]!, words.oneForeign]]),
      effect: ({ from, to, rate }) => ({
        told: [
          facts(
            { label: words.given, tone: 'main', money: from },
            { label: words.got, tone: 'main', money: to },
            {
              label: words.exchangeRate,
              text: rateSaid(desk, rate),
            },
          ),
        ],
        flags: { 'more-than-held': words.moreThanHeld },
      }),
    }
  },
})
