import type { Task } from '#src/http/desk/record.ts'
import { appeal, appraisal, guarantee, withdrawal } from '#src/http/lending/asking.ts'
import { correction } from '#src/http/lending/correcting.ts'
import { disclosure } from '#src/http/lending/disclosing.ts'
import { decision, givingUp, newPlan } from '#src/http/lending/deciding.ts'
import { lateFine, payment, recovery, waitingMoney } from '#src/http/lending/paying.ts'
import { payout, payoutPart } from '#src/http/lending/paying-out.ts'
import { conversion, givingBack } from '#src/http/lending/older.ts'
import { request } from '#src/http/lending/requesting.ts'

/** Everything of a loan's life that the record-keeper writes down beside repayments. */
export const lendingTasks: readonly Task[] = [
  request,
  appraisal,
  disclosure,
  guarantee,
  withdrawal,
  decision,
  appeal,
  payout,
  payoutPart,
  payment,
  lateFine,
  newPlan,
  conversion,
  givingBack,
  givingUp,
  recovery,
  waitingMoney,
  correction,
]
