import { createRoute, z } from '@hono/zod-openapi'
import { newApi, ofFund } from '#src/http/api.ts'
import { sheetShapes, sheetTaken } from '#src/http/imports/sheet-route.ts'
import { takeLoans } from '#src/http/imports/taking-sheets.ts'
import { id } from '#src/http/reads/query.ts'

const compared = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('same') }),
    z.object({
      verdict: z.literal('differs'),
      differences: z.array(
        z.object({
          figure: z.enum(['principal', 'interest', 'principal-late', 'interest-late']),
          told: z.int(),
          computed: z.int(),
        }),
      ),
    }),
    z.object({
      verdict: z.literal('not-computed'),
      reason: z.enum(['convention-unknown', 'not-of-that-system', 'no-plan-holds', 'nothing-told']),
    }),
  ])
  .openapi({ description: 'How what that system says stands to what its own convention gives' })

const takenSchema = z
  .object({
    fundId: id,
    isDryRun: z.boolean(),
    wasHere: z.boolean(),
    loans: z.int(),
    owed: z.int(),
    interestLeft: z.int().openapi({ description: 'Interest late there: told, not carried over' }),
    flagged: z.int(),
    same: z.int(),
    differing: z.int(),
    notComputed: z.int(),
    left: z.int().openapi({ description: 'What the older book does not explain, with this sheet' }),
    rows: z.array(
      z.object({
        row: z.int(),
        loan: z.string(),
        owed: z.int(),
        interestLeft: z.int(),
        isHere: z.boolean(),
        compared,
        flags: z.array(z.string()),
      }),
    ),
  })
  .openapi('LoansTaken')

const route = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/imports/loans',
  ...ofFund('TakeOverLoan'),
  tags: ['imports'],
  summary: "Take the loans of another system's book on the first day: all of them or nothing",
  description:
    'One part `sheet`: CSV or `.xlsx`, at most one megabyte, a row a loan. What that system says is owed is taken; what its own convention gives otherwise is told loan by loan and corrects nothing. The same sheet again changes nothing.',
  ...sheetShapes(takenSchema),
})

export const loansImportRoutes = () =>
  newApi().openapi(route, async (context) => {
    const answer = await sheetTaken(context, takeLoans, context.req.valid('query').dryRun ?? false)
    if (answer instanceof Response) return answer
    const { taken } = answer
    const rows = taken.rows.map((row) => ({
      ...row,
      flags: [...row.flags],
      compared:
        row.compared.verdict === 'differs'
          ? { ...row.compared, differences: [...row.compared.differences] }
          : row.compared,
    }))
    return context.json({ ...taken, rows }, 200)
  })
