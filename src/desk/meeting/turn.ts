import type { Currency } from '#domain/kernel/money.ts'
import { fineReasons } from '#domain/savings/operations/money.ts'
import type { AtTable, LoanAtTable, PassLine } from '#src/app/meeting/pass.ts'
import type { SheetLine } from '#src/app/meeting/sheet.ts'
import { amountIn, amountTyped } from '#src/desk/entered.ts'
import {
  type Field,
  type In,
  choiceField,
  choicesOf,
  countField,
  sumField,
} from '#src/desk/fields.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { sheetWords } from '#src/words/words.ts'

/** What somebody at the table is expected to lay down, and what that comes to. */
type Expected = {
  readonly currency: Currency
  readonly member: AtTable
  readonly usual: PassLine
  readonly cash: number
}

/** Whose turn it is, and in which language. */
type Laying = { readonly at: In; readonly turn: Expected }

const loanField = (place: number): string => `loan${place}`

const loanHint = ({ at, turn: { currency } }: Laying, loan: LoanAtTable): string => {
  const words = sheetWords.in(at.language)
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
  const words = sheetWords.in(at.language)
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

/** What was typed into the fields of a turn. */
export const lineTyped = (
  { member: { memberId, loans }, currency }: Pick<Expected, 'member' | 'currency'>,
  of: (name: string) => string,
): PassLine => {
  const sum = (name: string): number => {
    const read = amountIn(of(name), currency)
    return typeof read === 'number' ? read : 0
  }
  return {
    memberId,
    shares: Number(of('shares')),
    deposit: sum('deposit'),
    social: sum('social'),
    fine: sum('fine'),
    fineFor: sum('fine') > 0 ? fineReasons.find((one) => one === of('fineFor')) : undefined,
    out: sum('out'),
    repaid: loans.map(({ loanId }, place) => ({ loanId, amount: sum(loanField(place)) })),
  }
}

/** A turn as lines of a sheet, so that its sums are doubted like those of a sheet. */
export const asSheetLines = ({ memberId, shares, repaid }: PassLine): readonly SheetLine[] => {
  const nothing = { savingsIn: 0, socialIn: 0, fineIn: 0, interest: 0, savingsOut: 0 }
  const line = { ...nothing, row: 0, memberId, isFirst: true, isPresent: true }
  return [
    { ...line, shares, loanId: undefined, principal: 0 },
    ...repaid.map(({ loanId, amount }) => ({ ...line, shares: 0, loanId, principal: amount })),
  ]
}

/** What a line comes to, sum by sum. */
export const itemsOfLine = (
  { at, turn: { member } }: { readonly at: In; readonly turn: Pick<Expected, 'member'> },
  line: PassLine,
): readonly { readonly label: string; readonly amount: number }[] => {
  const words = sheetWords.in(at.language)
  return [
    { label: words.shares, amount: line.shares * member.shareValue },
    ...member.loans.map(({ number }, place) => ({
      label: words.paidOn(number),
      amount: line.repaid[place]!.amount,
    })),
    { label: words.socialIn, amount: line.social },
    { label: words.finesIn, amount: line.fine },
    { label: words.freeSavings, amount: line.deposit },
    { label: words.savingsOut, amount: line.out },
  ].filter(({ amount }) => amount > 0)
}
