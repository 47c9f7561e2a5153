import type { BurdenBand, LoanRequest } from '#domain/loans/request/request-state.ts'
import { type Means, type MeansBand, meansDebtsMax } from '#domain/fairness/means.ts'
import { bandIn, dropMeans, keepMeans } from '#src/app/lending/means.ts'
import { type Filled, type Own, known } from '#src/desk/asking.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { type Field, sumField, tickField } from '#src/desk/fields.ts'
import { sumIn } from '#src/desk/typed.ts'
import { lendingFormWords } from '#src/words/words.ts'

const places = Array.from({ length: meansDebtsMax }, (_, i) => String(i + 1))
const usualPlaces = 1
/** Few owe more than two: what is asked of others waits in a fold of its own. */
const ordinaryPlaces = 2

/** What a household earns and owes elsewhere, as it is told; a debt is told by what it takes a month. */
const meansFields = (desk: Desk, { asked }: LoanRequest): Field[] => {
  const words = lendingFormWords.in(desk.language)
  const sum = { currency: currencyOf(desk), isOptional: true }
  const fold = words.moreOfMeans
  return [
    sumField(desk, {
      ...sum,
      name: 'incomeLeast',
      label: words.incomeLeast,
      hint: words.incomeHint,
    }),
    sumField(desk, { ...sum, name: 'incomeMost', label: words.incomeMost, fold }),
    ...places.flatMap((place, i) => {
      const beyond = i < ordinaryPlaces ? fold : words.moreDebts
      const more = i < usualPlaces ? {} : { fold: beyond }
      const field = (name: string, label: string, isOpen = true) =>
        sumField(desk, {
          ...sum,
          ...(isOpen ? more : { fold: beyond }),
          name: `${name}${place}`,
          label,
        })
      return [
        field('debtMonthly', words.debtMonthly(place)),
        field('debtOwed', words.debtOwed(place), false),
        ...(asked.purpose === 'buy-out'
          ? [
              tickField({
                ...more,
                name: `debtEnds${place}`,
                label: words.debtEnds(place),
                said: words.yes,
              }),
            ]
          : []),
      ]
    }),
  ]
}

/** What was typed of income and debts; nothing where nobody knows the income. */
const meansIn = (desk: Desk, { of }: Filled): Means | undefined => {
  const sum = (name: string): number => sumIn(of(name), currencyOf(desk))
  const least = sum('incomeLeast')
  if (least === 0) return undefined
  const debts = places.flatMap((place) => {
    const [owed, monthly] = [sum(`debtOwed${place}`), sum(`debtMonthly${place}`)]
    const ends = of(`debtEnds${place}`) === 'yes'
    return owed === 0 && monthly === 0 ? [] : [{ owed, monthly, ends }]
  })
  return { income: { least, most: Math.max(least, sum('incomeMost')) }, debts }
}

const unknownBand: MeansBand = { burden: 'unknown', lightens: false }

/** Where nothing can be kept sealed, nothing is kept, and nobody knows. */
const bandOf = (desk: Desk, { asked }: LoanRequest, filled: Filled): MeansBand => {
  const means = desk.needs.sealing && meansIn(desk, filled)
  return means ? bandIn(desk.book, asked, { means, on: filled.day }) : unknownBand
}

/** What a household can bear, counted from what it earns and owes; the figures stand beside the book, sealed. */
export const meansAsked = (desk: Desk, request: LoanRequest) => {
  const { needs, fundId } = desk
  const of = ({ id: entryId }: Filled) => ({ fundId, loanId: request.loanId, entryId })
  // What an entry vouches for is neither overwritten nor taken away by the same form sent once more.
  const isKept = request.appraisal !== undefined
  const burden: Own<BurdenBand> = {
    // What could not be kept sealed is not asked.
    fields: needs.sealing ? meansFields(desk, request) : [],
    said: (filled) => bandOf(desk, request, filled).burden,
  }
  return {
    burden,
    lightens: known((filled) => (bandOf(desk, request, filled).lightens ? true : undefined)),
    beside: {
      keep: async (filled: Filled) => {
        const means = meansIn(desk, filled)
        if (means && !isKept) await keepMeans(needs, of(filled), means)
      },
      drop: async (filled: Filled) => {
        if (!isKept) await dropMeans(needs.store, of(filled))
      },
    },
  }
}
