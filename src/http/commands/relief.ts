import { z } from '@hono/zod-openapi'
import { eventKinds } from '#domain/relief/relief.ts'
import {
  codeField,
  command,
  dayField,
  example,
  loanExample,
  loanIdField,
  namesMax,
} from '#src/http/commands/fields.ts'

export const recordRelief = command('RecordRelief', {
  eventId: codeField('event-not-a-code'),
  kind: z.enum(eventKinds, 'event-kind-unknown'),
  touched: z
    .array(
      z.strictObject({ loanId: loanIdField(), from: dayField(), to: dayField() }),
      'no-loan-touched',
    )
    .min(1, 'no-loan-touched')
    .max(namesMax, 'list-too-long'),
}).openapi('RecordRelief', {
  example: {
    ...example('RecordRelief'),
    eventId: 'E2025-1',
    kind: 'flood',
    touched: [{ loanId: loanExample, from: '2025-11-20', to: '2026-02-19' }],
  },
})
