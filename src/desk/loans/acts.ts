import type { Act } from '#src/desk/act.ts'
import { appeal, appraisal, guarantee, withdrawal } from '#src/desk/loans/asking.ts'
import { decision, givingUp, newPlan } from '#src/desk/loans/deciding.ts'
import { disclosure } from '#src/desk/loans/disclosure.ts'
import { conversion, givingBack } from '#src/desk/loans/older.ts'
import { fromSavings } from '#src/desk/loans/from-savings.ts'
import { payout, payoutPart } from '#src/desk/loans/paying-out.ts'
import { payoutWord } from '#src/desk/loans/payout-word.ts'
import { lateFine, payment, recovery, waitingMoney } from '#src/desk/loans/paying.ts'
import { repayment } from '#src/desk/loans/repayment.ts'
import { request } from '#src/desk/loans/request.ts'

/** Everything of a loan's life that the record-keeper writes down. */
export const loanActs: readonly Act[] = [
  repayment,
  request,
  appraisal,
  disclosure,
  guarantee,
  withdrawal,
  decision,
  appeal,
  payout,
  payoutPart,
  payoutWord,
  payment,
  fromSavings,
  lateFine,
  newPlan,
  conversion,
  givingBack,
  givingUp,
  recovery,
  waitingMoney,
]
