import type { Body, Command, Village } from '#domain/village.ts'
import { officersOn } from '#test/sim/ballot-laws.ts'
import { law } from '#test/sim/law.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'
import { daysPosted } from '#test/support/posted.ts'

const postedThrough = ({ posted }: Village, account: string, on: string): number =>
  [...(daysPosted(posted).get(account as 'asset:bank') ?? [])].reduce(
    (sum, [day, amount]) => (day <= on ? sum + amount : sum),
    0,
  )

const owedBy = (village: Village, memberId: string, on: string): number =>
  [...village.loans.values()]
    .filter((loan) => loan.memberId === memberId)
    .reduce((sum, { loanId }) => sum + postedThrough(village, `asset:loan:${loanId}`, on), 0)

/** What a comparison says of the books, counted again from what was posted; and what somebody answers for. */
export const comparingLaws = (village: Village, command: Command, body: Body): void => {
  const { effectiveOn: on } = command
  if (body.type === 'UnexplainedAssigned') {
    const given = dayOf(body.dueOn) - dayOf(on)
    law('nobody gets more than a quarter to explain', given > 0 && given <= 90, () => body)
    law('an officer stands behind who explains', officersOn(village, on).includes(body.approvedBy))
    const left = 0 - postedThrough(village, 'equity:unexplained', on)
    law('only what is unexplained is explained', left === body.left && left !== 0, () => body)
  }
  if (body.type !== 'PaperCompared') return
  law('an officer stands behind a comparison', officersOn(village, on).includes(body.confirmedBy))
  // What came after its period was closed is posted on a later day than it is compared by.
  if (village.fund!.closedThrough !== undefined) return
  for (const { memberId, savings, loan } of body.rows) {
    const saved = 0 - postedThrough(village, `liability:savings:${memberId}`, on)
    law('savings compared are those posted', !savings || savings.system === saved, () => body)
    const owed = owedBy(village, memberId, on)
    law('loans compared are those posted', !loan || loan.system === owed, () => body)
  }
}
