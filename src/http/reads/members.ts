import { createRoute, z } from '@hono/zod-openapi'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/members.ts'
import { trialBalance } from '#domain/ledger/statements.ts'
import { type FundBook, standingsOn, total } from '#domain/health/book.ts'
import { memberStatementOf } from '#src/exchange/statements/people.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  askedBook,
  askedStatement,
  day,
  id,
  none,
  paged,
  pageOf,
  pagingOf,
  sum,
  times,
  yesOrNo,
} from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { statementSchema } from '#src/http/reads/tables.ts'
import { statementWithWords } from '#src/words/statement-words.ts'

const tags = ['members']
const list = 'members'

const nextDue = z
  .object({ loanId: id, number: z.string(), on: day, principal: sum })
  .openapi({ description: 'What is left of the next instalment' })

const standing = z.object({
  savings: sum,
  owed: sum,
  overdue: sum.openapi({ description: 'Principal that has fallen due and is not paid' }),
  nextDue: nextDue.nullable(),
})

const member = z
  .object({
    memberId: id,
    card: z.string(),
    sex: z.enum(['f', 'm']),
    povertyLevel: z.union([z.literal(1), z.literal(2)]).nullable(),
    zone: z.string(),
    isFormer: z.boolean(),
    admittedOn: day,
    offices: z.array(z.object({ office: z.string(), from: day })),
    standing,
  })
  .openapi('Member')

export const memberPath = fundPath.extend({ memberId: id })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/members',
  ...ofFund('read-members'),
  tags,
  summary: 'Members by card, with where each stands',
  description: 'Cards, never names: names are not in the books.',
  request: {
    params: fundPath,
    query: z.strictObject({
      zone: z.string().min(1, 'zone-empty').max(40, 'zone-too-long').optional(),
      isFormer: yesOrNo.optional(),
      ...times,
      ...pagingOf(list),
    }),
  },
  responses: { 200: json(pageOf(member), 'Members by card'), ...problems },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/members/{memberId}',
  ...ofFund('read-member'),
  tags,
  summary: 'One member; a household sees its own alone',
  request: { params: memberPath, query: z.strictObject(times) },
  responses: { 200: json(member, 'The member on that day'), ...problems },
})

const statementRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/members/{memberId}/statement',
  ...ofFund('read-member'),
  tags,
  summary: "A member's savings and loans, line by line",
  request: { params: memberPath, query: z.strictObject(times) },
  responses: { 200: json(statementSchema, 'The statement to that day'), ...problems },
})

const admittedBy = (book: FundBook, asOf: LocalDate): readonly Member[] =>
  book.members.filter(({ admittedOn }) => admittedOn <= asOf)

/** The member of the path, unless there is none or it is another's than the caller's own. */
const askedMember = (context: HttpContext, book: FundBook, asOf: LocalDate): Member | undefined => {
  const { scope, ownMemberId } = context.get('fund')
  const memberId = context.req.param('memberId')
  return scope === 'own' && memberId !== ownMemberId
    ? undefined
    : admittedBy(book, asOf).find((found) => found.memberId === memberId)
}

/** Tells where members stand on a day, from what is read once for all of them. */
const tellingOn = (book: FundBook, asOf: LocalDate) => {
  const standings = standingsOn(book, asOf)
  const balances = trialBalance(book.balances, asOf)
  return ({ povertyLevel, offices, ...known }: Member): z.infer<typeof member> => {
    const own = standings.filter(({ loan }) => loan.memberId === known.memberId)
    const saved = balances.filter(
      ({ account }) => account === `liability:savings:${known.memberId}`,
    )
    const next = own
      .flatMap(({ loan, nextDue: due }) => (due ? [{ loan, due }] : []))
      .toSorted((a, b) => (a.due.on < b.due.on ? -1 : 1))[0]
    return {
      ...known,
      povertyLevel: povertyLevel ?? null,
      offices: offices.filter(({ from }) => from <= asOf),
      standing: {
        savings: total(saved.map(({ debit, credit }) => credit - debit)),
        owed: total(own.map(({ owed }) => owed)),
        overdue: total(own.map(({ overdue }) => overdue)),
        nextDue: next ? { loanId: next.loan.loanId, number: next.loan.number, ...next.due } : null,
      },
    }
  }
}

export const memberReads = () =>
  newApi()
    .openapi(listRoute, async (context) => {
      const { zone, isFormer, limit, cursor, ...when } = context.req.valid('query')
      const asked = await askedBook(context, when)
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const found = admittedBy(book, asOf).filter(
        (known) =>
          (zone === undefined || known.zone === zone) &&
          (isFormer === undefined || known.isFormer === isFormer),
      )
      const page = paged(found, { list, limit, cursor, key: ({ card }) => card })
      return context.json({ ...page, items: page.items.map(tellingOn(book, asOf)) }, 200)
    })
    .openapi(oneRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const found = askedMember(context, book, asOf)
      return found ? context.json(tellingOn(book, asOf)(found), 200) : none()
    })
    .openapi(statementRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const found = askedMember(context, asked.book, asked.asOf)
      if (!found) return none()
      const made = memberStatementOf(await askedStatement(context, asked), found)
      return context.json(statementWithWords(made, context.get('language')), 200)
    })
