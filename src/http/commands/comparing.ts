import { z } from '@hono/zod-openapi'
import { explainingReasons } from '#domain/fund/explaining.ts'
import { committeeOffices } from '#domain/fund/tenures.ts'
import { votes } from '#src/http/commands/charter.ts'
import {
  amountOrNoughtField,
  command,
  dayField,
  example,
  memberExample,
  memberIdField,
  namesMax,
} from '#src/http/commands/fields.ts'

const chairExample = 'a0c95e37-1f62-8d08-b1e4-7c3d90f2a65b'

const paperFigures = z.strictObject({
  memberId: memberIdField(),
  savings: amountOrNoughtField().optional().openapi({
    description:
      'What the paper says is saved, private savings left out; absent where it says nothing',
  }),
  loan: amountOrNoughtField().optional().openapi({
    description: 'What the paper says is left of all loans together; absent where it says nothing',
  }),
})

export const comparePaper = command('ComparePaper', {
  figures: z
    .array(paperFigures, 'list-missing')
    .min(1, 'figure-missing')
    .max(namesMax, 'list-too-long'),
  confirmedBy: memberIdField(),
}).openapi('ComparePaper', {
  example: {
    ...example('ComparePaper'),
    figures: [{ memberId: memberExample, savings: 120_000, loan: 0 }],
    confirmedBy: chairExample,
  },
})

export const assignUnexplained = command('AssignUnexplained', {
  office: z.enum(committeeOffices, 'office-unknown'),
  dueOn: dayField().openapi({ description: 'At most 90 days after the day of the choice' }),
  why: z.enum(explainingReasons, 'reason-unknown'),
  approvedBy: memberIdField(),
  votes: votes().optional(),
}).openapi('AssignUnexplained', {
  example: {
    ...example('AssignUnexplained'),
    office: 'box-keeper',
    dueOn: '2026-01-20',
    why: 'papers-sought',
    approvedBy: chairExample,
  },
})
