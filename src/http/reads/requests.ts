import { z } from '@hono/zod-openapi'
import { products } from '#domain/fund/charter/charter.ts'
import {
  type LoanRequest,
  purposes,
  refusalReasons,
  stoodFor,
} from '#domain/loans/request/request-state.ts'
import type { FundBook } from '#domain/health/book.ts'
import { nextStepOf } from '#src/app/lending/loan-register.ts'
import { countedIn } from '#src/app/lending/loan-view.ts'
import { day, id, isOpenTo, sum } from '#src/http/reads/query.ts'
import { read, readList } from '#src/http/reads/read.ts'

const states = [
  'requested',
  'appraised',
  'approved',
  'refused',
  'appealed',
  'withdrawn',
  'paid-out',
] as const

/** What was decided, as it is told: how many voted how. Who is nobody's business but the officers'. */
export const voteShape = z
  .object({
    on: day,
    outcome: z.enum(['approved', 'refused']),
    reason: z.enum(refusalReasons).nullable(),
    by: z.enum(['officers', 'meeting']),
    yes: z.int(),
    no: z.int(),
    recused: z.int(),
    present: z.int().nullable().openapi({ description: 'Of a meeting, before anyone stepped out' }),
    confirmedBy: id.nullable().openapi({ description: 'null to a household' }),
  })
  .openapi('LoanDecision')

export const guarantees = z
  .array(z.object({ memberId: id, upTo: sum, now: sum }))
  .nullable()
  .openapi({ description: 'Who stands for it and for how much now; null to a household' })

const request = z
  .object({
    loanId: id,
    memberId: id,
    card: z.string(),
    product: z.enum(products),
    principal: sum,
    months: z.int(),
    firstDueOn: day.nullable(),
    purpose: z.enum(purposes),
    state: z.enum(states),
    next: z.enum(['appraisal', 'disclosure', 'decision', 'payout', 'appeal']).nullable(),
    requestedOn: day,
    appraisal: z
      .object({ on: day, finding: z.enum(['sound', 'doubtful']), appraisedBy: id.nullable() })
      .nullable(),
    decision: voteShape.nullable(),
    appealedOn: day.nullable(),
    guarantees,
    guarantors: z.int(),
    isGroupGuarantee: z.boolean(),
  })
  .openapi('LoanRequest')

export const decisionOf = (
  { decision: decided }: LoanRequest,
  isOwn: boolean,
): z.infer<typeof voteShape> | null => {
  if (!decided) return null
  const { on, outcome, reason = null, ballot } = decided
  const { by, yes, no, recused, present = null } = countedIn(ballot)
  const confirmedBy = isOwn ? null : ballot.confirmedBy
  return { on, outcome, reason, by, yes, no, recused, present, confirmedBy }
}

export const guaranteesOf = (
  one: LoanRequest,
  { owed, isOwn }: { readonly owed: number; readonly isOwn: boolean },
): z.infer<typeof guarantees> =>
  isOwn
    ? null
    : one.guarantees.map((guarantee) => ({ ...guarantee, now: stoodFor(guarantee, owed) }))

const requestRow = (
  book: FundBook,
  one: LoanRequest,
  { asOf, isOwn }: { readonly asOf: string; readonly isOwn: boolean },
): z.infer<typeof request> => {
  const { asked, appraisal, appealedOn = null } = one
  const { loanId, memberId, product, principal, months, firstDueOn = null, purpose } = asked
  return {
    loanId,
    memberId,
    card: book.members.find((member) => member.memberId === memberId)?.card ?? '',
    product,
    principal,
    months,
    firstDueOn,
    purpose,
    state: one.state,
    next: nextStepOf(one, asOf) ?? null,
    requestedOn: one.requestedOn,
    appraisal: appraisal
      ? {
          on: appraisal.on,
          finding: appraisal.finding,
          appraisedBy: isOwn ? null : appraisal.appraisedBy,
        }
      : null,
    decision: decisionOf(one, isOwn),
    appealedOn,
    guarantees: guaranteesOf(one, { owed: principal, isOwn }),
    guarantors: one.guarantees.length,
    isGroupGuarantee: one.isGroupGuarantee,
  }
}

const requests = readList({
  path: '/requests',
  may: 'read-loans',
  summary: 'Loans that were asked for, with the step that each waits for',
  filters: { state: z.enum(states, 'state-unknown').optional() },
  list: 'requests',
  item: request,
  said: 'Requests by the day on which each was made',
  rows: ({ book, asOf }, { state }) =>
    book.requests.filter(
      (one) => one.requestedOn <= asOf && (state === undefined || one.state === state),
    ),
  key: ({ requestedOn, loanId }) => `${requestedOn} ${loanId}`,
  items:
    ({ book, asOf }) =>
    (one) =>
      requestRow(book, one, { asOf, isOwn: false }),
})

const oneRequest = read({
  path: '/requests/{loanId}',
  may: 'read-loan',
  summary: 'One request; a household sees its own alone, and nobody else’s card',
  params: { loanId: id },
  answer: request,
  said: 'The request and what became of it',
  of: ({ book, asOf }, { loanId }, context) => {
    const found = book.requests.find((one) => one.loanId === loanId && one.requestedOn <= asOf)
    if (!found || !isOpenTo(context, found.asked.memberId)) return undefined
    return requestRow(book, found, { asOf, isOwn: context.get('fund').scope !== 'all' })
  },
})

export const requestReads = [requests, oneRequest] as const
