import { z } from '@hono/zod-openapi'
import { outcomes, papersShown, supportWays } from '#domain/grants/files.ts'
import { conditions, partsMax, supportKinds } from '#domain/grants/kinds.ts'
import { supportSteps } from '#domain/grants/support.ts'
import {
  amountField,
  dateText,
  idField,
  memberIdField,
  wholeField,
} from '#src/http/commands/fields.ts'
import { windowIdField } from '#src/http/commands/charter.ts'

const reasonMax = 200
const nameMax = 80
const control = /\p{Cc}/u

/** A line that a person wrote: kept sealed, never echoed. */
const lineField = (max: number) =>
  z
    .string('text-not-clean')
    .max(max, 'text-too-long')
    .refine((text) => text.isWellFormed() && !control.test(text), 'text-not-clean')

const paper = z.strictObject({
  paper: z.enum(papersShown, 'word-unknown'),
  number: lineField(nameMax).min(1, 'text-too-short'),
})

const requestFields = {
  id: idField('id-not-an-id'),
  effectiveOn: dateText(),
  windowId: windowIdField(),
  amount: amountField(),
  parts: wholeField(1, partsMax, 'parts-not-few'),
  kind: z.enum(supportKinds, 'kind-unknown'),
  withChildren: z.boolean('not-true-or-false').optional(),
  isAdult: z.boolean('not-true-or-false').optional().openapi({
    description: 'Whoever leaves is eighteen or older: asked of what helps to leave, and not kept',
  }),
  reason: lineField(reasonMax).optional(),
  way: z.enum(supportWays, 'word-unknown'),
  supplier: lineField(nameMax).optional(),
  mentor: lineField(nameMax).optional(),
  agencyId: idField('party-not-an-id').optional().openapi({
    description:
      'Of what helps to leave by an agency: its id in the register, which is asked whether it may send people',
  }),
  papers: z.array(paper, 'list-missing').min(1, 'list-empty').max(3, 'list-too-long').openapi({
    description: 'What was shown. Only keyed hashes of it are kept, so that nobody is paid twice',
  }),
}

const example = {
  id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
  effectiveOn: '2025-11-20',
  windowId: 'transport',
  amount: 300_000,
  parts: 1,
  kind: 'safe-return' as const,
  way: 'cash' as const,
  papers: [{ paper: 'id-card' as const, number: '000 000 000' }],
}

/** Somebody of the village, asked for by an officer with a second one who looks at it. */
export const fundAsking = z
  .strictObject({ ...requestFields, memberId: memberIdField(), checkerId: memberIdField() })
  .openapi('SupportAsking', {
    example: {
      ...example,
      memberId: '3f0e7a52-6a1b-8c44-9d0f-2b7c1e5a9d10',
      checkerId: '5b2f9c14-1d7e-8a30-b6c2-94e8d0f7a311',
    },
  })

/** Somebody whom the team does not name to the fund. */
export const teamAsking = z
  .strictObject({
    ...requestFields,
    checkerId: idField('user-not-an-id').openapi({ description: 'A login of the team' }),
    isSurvivors: z.boolean('not-true-or-false').optional().openapi({
      description: 'Known to the team alone; everywhere else the grant is one of its kind',
    }),
  })
  .openapi('SupportBringing', {
    example: { ...example, checkerId: '5b2f9c14-1d7e-8a30-b6c2-94e8d0f7a311' },
  })

export const stepTaken = z
  .strictObject({
    id: idField('id-not-an-id'),
    effectiveOn: dateText(),
    step: z.enum(supportSteps, 'word-unknown'),
  })
  .openapi('SupportStep', {
    example: { id: example.id, effectiveOn: '2025-11-20', step: 'checked' as const },
  })

const approver = z.strictObject({ login: z.string().max(200), secret: z.string().max(200) })

export const awarding = z
  .strictObject({
    id: idField('id-not-an-id'),
    effectiveOn: dateText(),
    approver,
  })
  .openapi('SupportAtOnce')

export const erasingBody = z.strictObject({ approver }).openapi('SupportErasing')

const line = z.strictObject({
  on: dateText(),
  direction: z.enum(['in', 'out'], 'word-unknown'),
  amount: amountField(),
  what: lineField(30),
})

/** One thing that is written into a file. */
export const fileChange = z
  .discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('met'),
      what: z.enum(conditions, 'word-unknown'),
      on: dateText(),
    }),
    z.strictObject({
      is: z.literal('followed-up'),
      months: wholeField(1, 24, 'months-not-whole'),
      on: dateText(),
      outcome: z.enum(outcomes, 'word-unknown'),
    }),
    z.strictObject({ is: z.literal('line'), line }),
    z.strictObject({ is: z.literal('without-line'), place: wholeField(0, 999, 'line-unknown') }),
    z.strictObject({ is: z.literal('mentor'), mentor: lineField(nameMax) }),
    z.strictObject({ is: z.literal('stopped'), on: dateText() }),
  ])
  .openapi('SupportFileChange')

const day = z.string().openapi({ format: 'date' })

/** A file as one of the two who know it reads it. */
export const fileRead = z
  .object({
    code: z.string(),
    kind: z.enum(supportKinds),
    memberId: z.string().nullable(),
    withChildren: z.boolean(),
    reason: z.string(),
    way: z.enum(supportWays),
    supplier: z.string(),
    agencyId: z.string().nullable(),
    mentor: z.string(),
    conditions: z.array(z.object({ what: z.enum(conditions), metOn: day.nullable() })),
    followUps: z.array(
      z.object({
        months: z.int(),
        dueOn: day,
        doneOn: day.nullable(),
        outcome: z.enum(outcomes).nullable(),
      }),
    ),
    book: z.array(
      z.object({ on: day, direction: z.enum(['in', 'out']), amount: z.int(), what: z.string() }),
    ),
    stoppedOn: day.nullable(),
  })
  .openapi('SupportFile')
