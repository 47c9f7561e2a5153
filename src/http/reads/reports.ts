import { z } from '@hono/zod-openapi'
import { securities } from '#domain/loans/request/request-state.ts'
import { periodOf } from '#domain/health/book.ts'
import { taskKinds } from '#domain/health/tasks.ts'
import { findingCodes } from '#domain/health/finding.ts'
import { findingsInWords, healthFigures } from '#src/exchange/fund-reports.ts'
import {
  accountsReadFor,
  fundStatementNames,
  fundStatements,
} from '#src/exchange/statements/all.ts'
import type { Behind, FinanceRow, SplitBy } from '#domain/health/finance-split.ts'
import { bySexFor, financeSplitFor, isOfVillage } from '#src/app/health/by-sex.ts'
import { day, statementForQuery, sum, yesOrNo } from '#src/http/reads/query.ts'
import { healthSchema } from '#src/http/reads/health-schema.ts'
import { read } from '#src/http/reads/read.ts'
import { statementSchema } from '#src/http/reads/tables.ts'
import { taskInWords } from '#src/words/older-task-words.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { statementWithWords } from '#src/words/statement-words.ts'

const taskSchema = z.object({
  kind: z.enum(taskKinds),
  loan: z.string().openapi({ description: 'The number of the loan' }),
  card: z.string(),
  since: day,
  security: z.enum(securities).nullable(),
  notDemanded: sum.nullable(),
  message: z.string(),
})

const findingsSchema = z
  .object({
    asOf: day,
    tasks: z
      .array(taskSchema)
      .readonly()
      .openapi({ description: 'What the committee has still to do: give back, convert' }),
    findings: z
      .array(
        z.object({
          code: z.enum(findingCodes),
          on: day,
          subject: z.object({
            kind: z.enum([
              'loan',
              'member',
              'meeting',
              'window',
              'event',
              'fund',
              'dispute',
              'venture',
            ]),
            number: z.string(),
          }),
          seq: z.int().nullable(),
          column: z.string().nullable(),
          expected: sum.nullable(),
          found: sum.nullable(),
          message: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('Findings')

const counted = z.object({ women: z.int().nullable(), men: z.int().nullable() })

const bySexSchema = z
  .object({
    from: day,
    to: day,
    members: counted,
    presences: counted,
    possiblePresences: counted,
    votes: counted,
    borrowers: counted,
    loans: counted,
    lent: counted,
    seats: counted,
    keys: counted,
  })
  .openapi('WomenAndMen')

const bySex = read({
  path: '/reports/by-sex',
  may: 'read-reports',
  summary: 'Attendance, votes, loans and offices of women and men',
  description:
    'From the first of January, or the opening if later, to the day asked. Outside the village a figure is null where fewer than five women or men stand behind it.',
  answer: bySexSchema,
  said: 'Counts and sums; nobody is named',
  of: ({ book, asOf }, _, context) =>
    bySexFor(book, periodOf(book, asOf), isOfVillage(context.get('fund').held)),
})

const ofGroup = z.object({ people: z.int(), amount: sum })
const rowsOf = <Two extends z.ZodType>(two: Two) =>
  z.object({ saved: two, lent: two, owed: two, late: two })

const financeSplitSchema = z
  .object({
    from: day,
    to: day,
    sex: rowsOf(z.object({ women: ofGroup, men: ofGroup }).nullable()),
    poverty: rowsOf(z.object({ poor: ofGroup, others: ofGroup }).nullable()),
  })
  .openapi('FinanceSplit')

const financeSplit = read({
  path: '/reports/finance-split',
  may: 'read-reports',
  summary: 'Savings, loans, debts and what is late, by sex and by poverty',
  description:
    'From the first of January, or the opening if later, to the day asked; private savings are in none of it. `poor` are households with a card of IDPoor. Outside the village a line is null where fewer than five people of either group stand behind it.',
  answer: financeSplitSchema,
  said: 'Sums and how many people; nobody is named',
  of: ({ book, asOf }, _, context) => {
    const isInside = isOfVillage(context.get('fund').held)
    const { from, to, ...found } = financeSplitFor(book, periodOf(book, asOf), isInside)
    const rows = <Two>(by: SplitBy, said: (first: Behind, second: Behind) => Two) => {
      const row = (name: FinanceRow): Two | null => {
        const told = found[by][name]
        return told && said(...told)
      }
      return { saved: row('saved'), lent: row('lent'), owed: row('owed'), late: row('late') }
    }
    return {
      from,
      to,
      sex: rows('sex', (women, men) => ({ women, men })),
      poverty: rows('poverty', (poor, others) => ({ poor, others })),
    }
  },
})

const health = read({
  path: '/reports/health',
  may: 'read-reports',
  summary: 'Fund health on a day',
  description:
    'Percentages have two decimals, half up; null where there is nothing to compare with.',
  filters: {
    all: yesOrNo.optional().openapi({ description: 'With the rest of the figures and the grade' }),
  },
  answer: healthSchema,
  said: 'Figures by the keys of every export',
  of: ({ book, asOf }, { all = false }) => healthFigures(book, asOf, all),
})

const findings = read({
  path: '/reports/findings',
  may: 'read-reports',
  summary: 'Charter breaches and warning signs: things to look at, not verdicts',
  answer: findingsSchema,
  said: 'Findings with their words',
  of: ({ book, asOf }, _, context) => {
    const language = context.get('language')
    return findingsInWords(book, asOf, {
      say: (code) => findingInWords(code, language),
      sayTask: (task) => taskInWords(task, language),
    })
  },
})

const statement = read({
  path: '/reports/{name}',
  may: 'read-reports',
  summary: 'A statement of the books, for any day and as it was known at any instant',
  params: { name: z.enum(fundStatementNames, 'report-unknown') },
  answer: statementSchema,
  said: 'Rows by column',
  of: async (asked, { name }, context) => {
    const made = fundStatements[name](
      await statementForQuery(context, asked, accountsReadFor(name)),
    )
    return statementWithWords(made, context.get('language'))
  },
})

export const reportReads = [bySex, financeSplit, health, findings, statement] as const
