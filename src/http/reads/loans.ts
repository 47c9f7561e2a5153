import { createRoute, z } from '@hono/zod-openapi'
import { products } from '#domain/fund/charter.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { type LoanStanding, unpaidDues } from '#domain/loans/standing.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { claimOf } from '#domain/loans/books.ts'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import {
  anId,
  askedBook,
  day,
  id,
  none,
  paged,
  pageOf,
  pagingOf,
  sum,
  times,
} from '#src/http/reads/asked.ts'
import { olderOf, olderSchema } from '#src/http/reads/older.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { decisionOf, guarantees, guaranteesOf, voteShape } from '#src/http/reads/requests.ts'

const tags = ['loans']
const list = 'loans'

const due = z.object({ on: day, principal: sum })

const loanFields = {
  loanId: id,
  number: z.string(),
  memberId: id,
  card: z.string(),
  product: z.enum(products),
  principal: sum,
  paidOutOn: day,
  status: z.enum(['open', 'closed', 'written-off']),
  owed: sum,
  interestDue: sum.openapi({ description: 'Interest counted and not yet paid' }),
  overdue: sum,
  daysPastDue: z.int(),
  nextDue: due.nullable(),
  isUnderRelief: z.boolean(),
}

const loan = z.object(loanFields).openapi('Loan')

const terms = z.object({
  convention: z.string(),
  conventionVersion: z.int(),
  product: z.enum(products),
  currency: z.string(),
  principal: sum,
  months: z.int(),
  rateMonthlyPercent: z.string(),
  interestStep: sum,
  instalmentStep: sum,
  firstDueOn: day,
  dueDay: z.int(),
  charterVersion: z.int(),
})

const loanInFull = z
  .object({
    ...loanFields,
    terms,
    takenOver: z.object({ on: day, owed: sum }).nullable(),
    schedule: z
      .array(z.object({ on: day, principal: sum, principalPaid: sum }))
      .openapi({ description: 'Principal parts and what is paid of each, oldest first' }),
    repayments: z.array(
      z.object({ on: day, amount: sum, principal: sum, interest: sum, excess: sum }),
    ),
    principalPaid: sum,
    interestPaid: sum,
    writeOffs: z.array(z.object({ on: day, amount: sum })),
    relief: z.array(z.object({ eventId: z.string(), from: day, to: day })),
    parts: z
      .array(z.object({ on: day, amount: sum }))
      .openapi({ description: 'What was paid out after the first part' }),
    planChanges: z.array(z.object({ on: day, instalments: z.int(), firstDueOn: day })),
    fines: z.array(z.object({ on: day, amount: sum, allowed: sum, dueOn: day })),
    recoveries: z.array(z.object({ on: day, amount: sum })),
    claim: sum.openapi({ description: 'What could still be asked for after it was given up' }),
    decision: voteShape.nullable().openapi({ description: 'null where nobody voted on it' }),
    guarantees,
    guarantors: z.int(),
    older: olderSchema.nullable().openapi({ description: 'null where no older book tells of it' }),
  })
  .openapi('LoanInFull')

const loanPath = fundPath.extend({ loanId: id })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/loans',
  ...ofFund('read-loans'),
  tags,
  summary: 'Loans by number, with where each stands',
  request: {
    params: fundPath,
    query: z.strictObject({
      status: z.enum(['open', 'closed', 'late'], 'status-unknown').optional().openapi({
        description:
          'open: something is owed; late: and an instalment is past due; closed: nothing is owed',
      }),
      memberId: anId.optional(),
      product: z.enum(products, 'product-unknown').optional(),
      ...times,
      ...pagingOf(list),
    }),
  },
  responses: { 200: json(pageOf(loan), 'Loans by number'), ...problems },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/loans/{loanId}',
  ...ofFund('read-loan'),
  tags,
  summary: 'One loan in full; a household sees its own alone',
  request: { params: loanPath, query: z.strictObject(times) },
  responses: { 200: json(loanInFull, 'The loan on that day'), ...problems },
})

const isIn = {
  open: ({ status }: LoanStanding) => status === 'open',
  late: ({ status, daysPastDue }: LoanStanding) => status === 'open' && daysPastDue > 0,
  closed: ({ status }: LoanStanding) => status !== 'open',
}

const shortOf = (book: FundBook, standing: LoanStanding): z.infer<typeof loan> => {
  const { loan: of, status, owed, interestDue, overdue, daysPastDue, isUnderRelief } = standing
  return {
    loanId: of.loanId,
    number: of.number,
    memberId: of.memberId,
    card: book.members.find(({ memberId }) => memberId === of.memberId)?.card ?? '',
    product: of.terms.product,
    principal: of.terms.principal,
    paidOutOn: paidOutOn(of),
    status,
    owed,
    interestDue: owed > 0 ? Math.max(interestDue, 0) : 0,
    overdue,
    daysPastDue,
    nextDue: standing.nextDue ?? null,
    isUnderRelief,
  }
}

/** The instalments with what is paid of each: a day stands once, so what is left is found by it. */
const scheduleOf = ({ settled, dues }: LoanStanding) => {
  const left = new Map(unpaidDues(dues, settled).map(({ on, principal }) => [on, principal]))
  return dues.map(({ on, principal }) => ({
    on,
    principal,
    principalPaid: principal - (left.get(on) ?? 0),
  }))
}

/** On which day, and whether a household looks at its own. */
type Looking = { readonly isOwn: boolean; readonly asOf: string }

/** What of a loan's life only some loans have. */
const lifeOf = (book: FundBook, standing: LoanStanding, { isOwn, asOf }: Looking) => {
  const { loan: of, owed } = standing
  const request = book.requests.find(({ loanId }) => loanId === of.loanId)
  const { draws = [], planChanges = [], recoveries = [] } = of
  return {
    parts: draws.map(({ on, amount }) => ({ on, amount })),
    planChanges: planChanges.map(({ on, instalments, firstDueOn }) => ({
      on,
      instalments,
      firstDueOn,
    })),
    fines: finesOf(of).map(({ on, amount, allowed, dueOn }) => ({ on, amount, allowed, dueOn })),
    recoveries: recoveries.map(({ on, amount }) => ({ on, amount })),
    claim: claimOf(of),
    decision: request ? decisionOf(request, isOwn) : null,
    guarantees: request ? guaranteesOf(request, { owed, isOwn }) : isOwn ? null : [],
    guarantors: request?.guarantees.length ?? 0,
    older: olderOf(standing, asOf),
  }
}

const inFull = (
  book: FundBook,
  standing: LoanStanding,
  looking: Looking,
): z.infer<typeof loanInFull> => {
  const { loan: of, splits, principalPaid, interestPaid, writeOffs } = standing
  return {
    ...shortOf(book, standing),
    terms: of.terms,
    takenOver: of.origin.kind === 'taken-over' ? { on: of.origin.on, owed: of.origin.owed } : null,
    schedule: scheduleOf(standing),
    repayments: splits.map(({ on, amount, principal, interest, excess }) => ({
      on,
      amount,
      principal,
      interest,
      excess,
    })),
    principalPaid,
    interestPaid,
    writeOffs: writeOffs.map(({ on, amount }) => ({ on, amount })),
    relief: of.deferrals.map(({ eventId, from, to }) => ({ eventId, from, to })),
    ...lifeOf(book, standing, looking),
  }
}

export const loanReads = () =>
  newApi()
    .openapi(listRoute, async (context) => {
      const { status, memberId, product, limit, cursor, ...when } = context.req.valid('query')
      const asked = await askedBook(context, when)
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const found = standingsOn(book, asOf).filter(
        (standing) =>
          (status === undefined || isIn[status](standing)) &&
          (memberId === undefined || standing.loan.memberId === memberId) &&
          (product === undefined || standing.loan.terms.product === product),
      )
      const page = paged(found, { list, limit, cursor, key: ({ loan: { number } }) => number })
      return context.json({ ...page, items: page.items.map((each) => shortOf(book, each)) }, 200)
    })
    .openapi(oneRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const { scope, ownMemberId } = context.get('fund')
      const loanId = context.req.param('loanId')
      const found = standingsOn(book, asOf).find((standing) => standing.loan.loanId === loanId)
      return found && (scope === 'all' || found.loan.memberId === ownMemberId)
        ? context.json(inFull(book, found, { isOwn: scope !== 'all', asOf }), 200)
        : none()
    })
