import { fineReasons } from '#domain/savings/operations/money.ts'
import type { LoanAtTable } from '#src/app/meeting/pass.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { type Field, choiceField, choicesOf, countField, sumField } from '#src/desk/fields.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import type { Turn } from '#src/pages/meeting/turn.ts'
import { moneyInFigures } from '#src/words/locale.ts'

/** Whose turn it is, and where. */
type Laying = { readonly at: At; readonly turn: Turn }

export const loanField = (place: number): string => `loan${place}`

const loanHint = ({ at, turn: { currency } }: Laying, loan: LoanAtTable): string => {
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { due, owed, settlement, isPostponed } = loan
  const asked =
    due.total > 0
      ? words.dueOn(money(due.total), money(due.interest), money(owed))
      : words.nothingDueOn(money(owed), money(settlement))
  return isPostponed ? `${words.postponedOn}; ${asked}` : asked
}

/** Everything that can be laid on the table, each in a field of its own; an empty one is nothing. */
export const turnFields = (seat: Laying): readonly Field[] => {
  const { at, turn } = seat
  const { member, currency } = turn
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { fault_digits: digits, fault_large: large } = words
  const faults = { missing: digits, 'not-digits': digits, zero: digits, 'too-large': large }
  // What is usual is laid down with one button: the fields are for what is not.
  const fold = turn.cash > 0 ? { fold: words.anotherSum } : {}
  const may = { ...fold, faults, isLarge: true, isOptional: true, mayBeZero: true }
  const usual = member.shareValue * member.sharesMax
  const sum = (name: string, label: string, hint: string, most = usual): Field =>
    sumField(at, { ...may, name, label, hint, currency, usual: most })
  const shareHint = words.sharesCost(money(member.shareValue), String(member.sharesMax))
  const fineHint = member.fineAsked > 0 ? words.fineAsked(money(member.fineAsked)) : words.fineNone
  const saved = `${words.savedSoFar} ${money(member.saved)}`
  return [
    countField({ ...may, name: 'shares', label: words.shares, hint: shareHint }),
    ...member.loans.map((loan, place) =>
      sum(
        loanField(place),
        words.paidOn(loan.number),
        loanHint(seat, loan),
        Math.max(usual, loan.settlement),
      ),
    ),
    sum('social', words.socialIn, words.socialAsked(money(member.socialAsked))),
    sum('fine', words.finesIn, fineHint),
    choiceField({
      ...fold,
      name: 'fineFor',
      label: words.fineFor,
      isOptional: true,
      fault: words.fineForOdd,
      choices: [
        { value: '', label: words.fineForNothing },
        ...choicesOf(fineReasons, (reason) => words[`fine_${reason}`]),
      ],
    }),
    sum('deposit', words.freeSavings, saved),
    sum('out', words.savingsOut, saved),
  ]
}

/** The usual sums, as they would be typed. */
export const prefilledOf = ({
  turn: { usual, currency },
}: Laying): Readonly<Record<string, string>> => {
  const typed = (amount: number): string => (amount === 0 ? '' : amountTyped(amount, currency))
  const { shares, social, fine, fineFor, repaid } = usual
  return {
    shares: shares === 0 ? '' : String(shares),
    social: typed(social),
    fine: typed(fine),
    fineFor: fineFor ?? '',
    ...Object.fromEntries(repaid.map(({ amount }, place) => [loanField(place), typed(amount)])),
  }
}
