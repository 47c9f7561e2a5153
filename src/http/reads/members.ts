import { z } from '@hono/zod-openapi'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import { goingOnOf } from '#domain/health/lively.ts'
import { accountsAbout, memberStatementOf } from '#src/exchange/statements/people.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  type QueriedBook,
  day,
  id,
  isOpenTo,
  statementForQuery,
  sum,
  yesOrNo,
} from '#src/http/reads/query.ts'
import { read, readList } from '#src/http/reads/read.ts'
import { answerFieldsOf } from '#src/http/reads/listed.ts'
import { statementSchema } from '#src/http/reads/tables.ts'
import { chosen, rowBy } from '#src/lists/column.ts'
import { admittedBy, memberColumns, savingsOn } from '#src/lists/members.ts'
import { statementWithWords } from '#src/words/statement-words.ts'

const nextDue = z
  .object({ loanId: id, number: z.string(), on: day, principal: sum })
  .openapi({ description: 'What is left of the next instalment' })

const standing = z.object({
  savings: sum,
  owed: sum,
  overdue: sum.openapi({ description: 'Principal that has fallen due and is not paid' }),
  nextDue: nextDue.nullable(),
})

const columns = chosen(
  memberColumns,
  'memberId card sex povertyLevel zone isFormer admittedOn offices',
)

const member = z
  .object({
    ...answerFieldsOf(columns, {
      povertyLevel: z.union([z.literal(1), z.literal(2)]).nullable(),
      offices: z.array(z.object({ office: z.string(), from: day })),
    }),
    standing,
  })
  .openapi('Member')

/** The member of the path, unless there is none or it is another's than the caller's own. */
const memberOf = ({ book, asOf }: QueriedBook, memberId: string, context: HttpContext) =>
  isOpenTo(context, memberId)
    ? admittedBy(book, asOf).find((found) => found.memberId === memberId)
    : undefined

/** Tells where members stand on a day, from what is read once for all of them. */
const tellingOn = (book: FundBook, asOf: LocalDate) => {
  const savings = savingsOn(book, asOf)
  return (one: Member): z.infer<typeof member> => {
    const own = goingOnOf(book, asOf, one.memberId)
    const next = own
      .flatMap(({ loan, nextDue: due }) => (due ? [{ loan, due }] : []))
      .toSorted((a, b) => (a.due.on < b.due.on ? -1 : 1))[0]
    return {
      ...rowBy(columns, { member: one, asOf }),
      standing: {
        savings: savings(one.memberId),
        owed: total(own.map(({ owed }) => owed)),
        overdue: total(own.map(({ overdue }) => overdue)),
        nextDue: next ? { loanId: next.loan.loanId, number: next.loan.number, ...next.due } : null,
      },
    }
  }
}

const members = readList({
  isOfBook: true,
  path: '/members',
  may: 'read-members',
  summary: 'Members by card, with where each stands',
  description: 'Cards, never names: names are not in the books.',
  filters: {
    zone: z.string().min(1, 'zone-empty').max(40, 'zone-too-long').optional(),
    isFormer: yesOrNo.optional(),
  },
  list: 'members',
  item: member,
  said: 'Members by card',
  rows: ({ book, asOf }, { zone, isFormer }) =>
    admittedBy(book, asOf).filter(
      (known) =>
        (zone === undefined || known.zone === zone) &&
        (isFormer === undefined || known.isFormer === isFormer),
    ),
  key: ({ card }) => card,
  items: ({ book, asOf }) => tellingOn(book, asOf),
})

const ofOne = { may: 'read-member' as const, params: { memberId: id } }

const oneMember = read({
  isOfBook: true,
  path: '/members/{memberId}',
  ...ofOne,
  summary: 'One member; a household sees its own alone',
  answer: member,
  said: 'The member on that day',
  of: (asked, { memberId }, context) => {
    const found = memberOf(asked, memberId, context)
    return found && tellingOn(asked.book, asked.asOf)(found)
  },
})

const memberStatement = read({
  path: '/members/{memberId}/statement',
  ...ofOne,
  summary: "A member's savings and loans, line by line",
  answer: statementSchema,
  said: 'The statement to that day',
  of: async (asked, { memberId }, context) => {
    const found = memberOf(asked, memberId, context)
    if (!found) return undefined
    const accounts = accountsAbout(asked.book, memberId)
    const made = memberStatementOf(await statementForQuery(context, asked, accounts), found)
    return statementWithWords(made, context.get('language'))
  },
})

export const memberReads = [members, oneMember, memberStatement] as const
