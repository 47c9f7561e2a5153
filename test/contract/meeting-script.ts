import type { Command } from '#domain/village.ts'
import type { Recorder } from '#src/app/record.ts'
import {
  type Everything,
  admission,
  founding,
  idOf,
  memberId,
  officer,
} from '#test/contract/village-life.ts'

export const scriptFund = 'fund-a'

/** One thing that an officer does; done again it is the same thing. */
export type Operation = (store: Everything, record: Recorder) => Promise<unknown>

const said = (n: number, facts: Readonly<Record<string, unknown>>): Command =>
  ({ id: idOf(n), v: 1, effectiveOn: '2026-02-20', ...facts }) as unknown as Command

const recorded =
  (commands: readonly Command[]): Operation =>
  (_, record) =>
    record(scriptFund, commands, officer)

/** What the officers of a meeting write down, by kinds of entry and sizes of batch in turn. */
const acts: readonly ((n: number, at: string) => Operation)[] = [
  (n, who) => recorded([said(n, { type: 'BuyShares', memberId: who, shares: 2 })]),
  (n, who) => recorded([said(n, { type: 'RecordWithdrawal', memberId: who, amount: 900_000 })]),
  (n, who) =>
    recorded([
      said(n, { type: 'RecordFine', memberId: who, amount: 1_000 }),
      said(n + 1, { type: 'RecordSocialContribution', memberId: who, amount: 500 }),
      said(n + 2, { type: 'BuyShares', memberId: who, shares: 9 }),
    ]),
  (n, who) =>
    recorded([
      said(n, {
        type: 'RecordPayout',
        loanId: `loan-${n}`,
        number: `L26-${n}`,
        memberId: who,
        product: 'normal',
        principal: 300_000,
        months: 6,
      }),
      said(n + 1, { type: 'RecordRepayment', loanId: `loan-${n}`, amount: 400_000 }),
    ]),
  (n) => recorded([said(n, { type: 'RecordExpense', amount: 2_500 })]),
  (n) => recorded([said(n, { type: 'OpenMeeting', count: { amount: 100 * n, isByNote: true } })]),
  (n) => (store) => store.keep(scriptFund, [{ subject: `loan:loan-${n}`, text: `ក្របី ${n}` }]),
]

/** `count` operations of a fund, from its founding on. */
export const meetingScript = (count: number): Operation[] => {
  const admitted = [0, 1, 2].map((member) => admission(2 + member, member))
  const begun = [recorded([founding(1)]), recorded(admitted)]
  const others = Array.from({ length: count - begun.length }, (_, i) =>
    acts[i % acts.length]!(100 + 10 * i, memberId(i % 3)),
  )
  return [...begun, ...others]
}
