import { z } from '@hono/zod-openapi'
import { figureNames } from '#domain/fund/meeting/comparing.ts'
import { comparisonsSummary } from '#src/app/health/comparisons.ts'
import { day, id, sum } from '#src/http/reads/query.ts'
import { read } from '#src/http/reads/read.ts'

const figure = z.enum(figureNames)
const whose = { memberId: id, card: z.string() }

const comparison = z
  .object({
    entryId: id,
    on: day,
    confirmedBy: z.string().openapi({ description: 'Card of the second officer' }),
    members: z.int(),
    figures: z.int(),
    differences: z
      .array(
        z.object({
          ...whose,
          figure,
          paper: sum,
          system: sum,
          difference: sum.openapi({ description: 'Paper less system' }),
        }),
      )
      .readonly()
      .openapi({ description: 'As they were signed; a later correction does not change them' }),
    notCompared: z.array(z.object({ ...whose, figures: z.array(figure).readonly() })).readonly(),
    savingsDiffer: sum,
    loansDiffer: sum,
  })
  .openapi('PaperComparison')

const comparisons = z
  .object({
    asOf: day,
    cleanDays: z.int().openapi({
      description:
        'Days of comparing in a row, back from the last, without a difference and with nobody left out',
    }),
    cleanDaysNeeded: z.int(),
    comparisons: z.array(comparison).readonly(),
  })
  .openapi('PaperComparisons')

const ofThePaperBook = read({
  path: '/paper-comparisons',
  may: 'read-reports',
  summary: 'The paper book beside the software, the newest comparison first',
  description: 'Private savings are in no figure of it.',
  answer: comparisons,
  said: 'What was compared and signed',
  of: ({ book, asOf }) => comparisonsSummary(book, asOf),
})

/** Comparisons with the paper book. */
export const comparisonReads = [ofThePaperBook] as const
