import { z } from '@hono/zod-openapi'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { products } from '#domain/fund/charter/charter.ts'
import { type LoanStanding, unpaidDues } from '#domain/loans/standing.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { claimOf } from '#domain/loans/books.ts'
import type { FundBook } from '#domain/health/book.ts'
import { anId, day, id, isOpenTo, sum } from '#src/http/reads/query.ts'
import { answerFieldsOf } from '#src/http/reads/listed.ts'
import { olderOf, olderSchema } from '#src/http/reads/older.ts'
import { read, readList } from '#src/http/reads/read.ts'
import { chosen, rowBy } from '#src/lists/column.ts'
import { type LoanRow, loanColumns, loanRowsOf } from '#src/lists/loans.ts'
import { decisionOf, guarantees, guaranteesOf, voteShape } from '#src/http/reads/requests.ts'

const columns = chosen(
  loanColumns,
  'loanId number memberId card product principal paidOutOn status owed interestDue overdue daysPastDue nextDue isUnderRelief',
)

const loanFields = answerFieldsOf(columns, {
  interestDue: sum.openapi({ description: 'Interest counted and not yet paid' }),
  nextDue: z.object({ on: day, principal: sum }).nullable(),
})

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

const isIn = {
  open: ({ status }: LoanStanding) => status === 'open',
  late: ({ status, daysPastDue }: LoanStanding) => status === 'open' && daysPastDue > 0,
  closed: ({ status }: LoanStanding) => status !== 'open',
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

/** What was agreed, without what the plan is kept by. */
const termsOf = ({ loan }: LoanStanding): z.infer<typeof terms> => {
  const { convention, conventionVersion, product, currency, principal, months } = loan.terms
  const { rateMonthlyPercent, interestStep, instalmentStep, firstDueOn, dueDay } = loan.terms
  const { charterVersion } = loan.terms
  return {
    convention,
    conventionVersion,
    product,
    currency,
    principal,
    months,
    rateMonthlyPercent,
    interestStep,
    instalmentStep,
    firstDueOn,
    dueDay,
    charterVersion,
  }
}

const inFull = (book: FundBook, standing: LoanRow, looking: Looking) => {
  const { loan: of, splits, principalPaid, interestPaid, writeOffs } = standing
  return {
    ...rowBy(columns, standing),
    terms: termsOf(standing),
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

const askedFor = inBlocks(
  (
    rows: readonly LoanRow[],
    status: keyof typeof isIn | undefined,
    memberId: string | undefined,
    product: string | undefined,
  ) =>
    rows.filter(
      (row) =>
        (status === undefined || isIn[status](row)) &&
        (memberId === undefined || row.loan.memberId === memberId) &&
        (product === undefined || row.loan.terms.product === product),
    ),
)

const loans = readList({
  path: '/loans',
  may: 'read-loans',
  summary: 'Loans by number, with where each stands',
  filters: {
    status: z.enum(['open', 'closed', 'late'], 'status-unknown').optional().openapi({
      description:
        'open: something is owed; late: and an instalment is past due; closed: nothing is owed',
    }),
    memberId: anId.optional(),
    product: z.enum(products, 'product-unknown').optional(),
  },
  list: 'loans',
  item: loan,
  said: 'Loans by number',
  rows: ({ book, asOf }, { status, memberId, product }) =>
    askedFor(loanRowsOf(book, asOf), status, memberId, product),
  key: (row) => row.loan.number,
  items: () => (row) => rowBy(columns, row),
})

const oneLoan = read({
  path: '/loans/{loanId}',
  may: 'read-loan',
  summary: 'One loan in full; a household sees its own alone',
  params: { loanId: id },
  answer: loanInFull,
  said: 'The loan on that day',
  of: ({ book, asOf }, { loanId }, context) => {
    const found = loanRowsOf(book, asOf).find((row) => row.loan.loanId === loanId)
    return found && isOpenTo(context, found.loan.memberId)
      ? inFull(book, found, { isOwn: context.get('fund').scope !== 'all', asOf })
      : undefined
  },
})

export const loanReads = [loans, oneLoan] as const
