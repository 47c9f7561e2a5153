import { createRoute, z } from '@hono/zod-openapi'
import { newApi, ofFund } from '#src/http/api.ts'
import { denial } from '#src/http/guard.ts'
import { sheetShapes, sheetTaken } from '#src/http/imports/sheet-route.ts'
import { mayTakeMembers, takeMembers } from '#src/http/imports/taking-sheets.ts'
import { type NoAnswer, id } from '#src/http/reads/query.ts'

const takenSchema = z
  .object({
    fundId: id,
    isDryRun: z.boolean(),
    wasHere: z.boolean(),
    members: z.int(),
    savings: z.int(),
    loans: z.int(),
    loansOwed: z.int(),
    flagged: z.int(),
    left: z.int().openapi({ description: 'What the older book does not explain, with this sheet' }),
    rows: z.array(
      z.object({
        row: z.int(),
        isNewMember: z.boolean(),
        savings: z.int(),
        loanOwed: z.int(),
      }),
    ),
  })
  .openapi('MembersTaken')

const route = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/imports/members',
  ...ofFund('TakeOverSavings'),
  tags: ['imports'],
  summary: 'Take members and what they had on the first day from one sheet: all of it or nothing',
  description:
    'One part `sheet`: CSV or `.xlsx`, at most one megabyte. Names are not read. The same sheet again changes nothing; another sum for the same card is a fault.',
  ...sheetShapes(takenSchema),
})

export const membersImportRoutes = () =>
  newApi().openapi(route, async (context) => {
    if (!mayTakeMembers(context)) return denial('not-allowed') as NoAnswer
    const dryRun = context.req.valid('query').dryRun ?? false
    const answer = await sheetTaken(context, takeMembers, dryRun)
    if (answer instanceof Response) return answer
    const { taken } = answer
    return context.json({ ...taken, rows: [...taken.rows] }, 200)
  })
