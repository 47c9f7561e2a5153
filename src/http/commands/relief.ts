import { z } from '@hono/zod-openapi'
import { eventKinds } from '#domain/relief/relief.ts'
import {
  amountField,
  codeField,
  command,
  dayField,
  example,
  loanExample,
  loanIdField,
  memberExample,
  memberIdField,
  namesMax,
  patternField,
  wholeField,
} from '#src/http/commands/fields.ts'
import { ballot, ballotExample } from '#src/http/commands/lending.ts'

const eventId = () => codeField('event-not-a-code')
const kind = () => z.enum(eventKinds, 'event-kind-unknown')

const touched = () =>
  z
    .array(
      z.strictObject({ loanId: loanIdField(), from: dayField(), to: dayField() }),
      'no-loan-touched',
    )
    .min(1, 'no-loan-touched')
    .max(namesMax, 'list-too-long')

const touchedExample = [{ loanId: loanExample, from: '2025-11-20', to: '2026-02-19' }]

export const recordRelief = command('RecordRelief', {
  eventId: eventId(),
  kind: kind(),
  touched: touched(),
}).openapi('RecordRelief', {
  example: {
    ...example('RecordRelief'),
    eventId: 'E2025-1',
    kind: 'flood',
    touched: touchedExample,
  },
})

const hash = () => patternField(/^[0-9a-f]{64}$/, 'evidence-cannot-hold')
const station = () => codeField('evidence-cannot-hold')
const levelCm = () => wholeField(0, 20_000, 'evidence-cannot-hold')

const evidence = z
  .discriminatedUnion(
    'is',
    [
      z.strictObject({ is: z.literal('cap-alert'), hash: hash() }),
      z.strictObject({ is: z.literal('gauge'), station: station(), levelCm: levelCm() }),
      z.strictObject({ is: z.literal('commune-note'), hash: hash() }),
      z.strictObject({
        is: z.literal('photo'),
        hash: hash(),
        witnesses: z
          .array(memberIdField(), 'evidence-cannot-hold')
          .min(2, 'evidence-cannot-hold')
          .max(20, 'list-too-long'),
      }),
      z.strictObject({ is: z.literal('reason'), hash: hash() }),
    ],
    'evidence-cannot-hold',
  )
  .openapi('Evidence', {
    description:
      'What shows an event. Papers, photos and reasons stand outside the journal: `hash` is the SHA-256 of each with a salt that is kept beside it. `reason` is for the kind `personal` alone.',
  })

const gaugeExample = { is: 'gauge' as const, station: 'KRATIE', levelCm: 2310 }

const placesMax = 200

export const declareEvent = command('DeclareEvent', {
  eventId: eventId(),
  kind: kind(),
  places: z
    .array(codeField('place-not-a-code'), 'scope-cannot-hold')
    .min(1, 'scope-cannot-hold')
    .max(placesMax, 'list-too-long')
    .optional(),
  memberIds: z
    .array(memberIdField(), 'scope-cannot-hold')
    .min(1, 'scope-cannot-hold')
    .max(placesMax, 'list-too-long')
    .optional(),
  from: dayField(),
  to: dayField().optional(),
  evidence,
}).openapi('DeclareEvent', {
  example: {
    ...example('DeclareEvent'),
    eventId: 'E2025-1',
    kind: 'flood',
    places: ['99999901'],
    from: '2025-11-18',
    evidence: gaugeExample,
  },
})

const giving = { eventId: eventId(), touched: touched(), ballot }
const givingExample = { eventId: 'E2025-1', touched: touchedExample, ballot: ballotExample }

export const activateRelief = command('ActivateRelief', giving).openapi('ActivateRelief', {
  description:
    'All loans that the event touches, in one act. `touched` is the list that `GET /v1/funds/{fundId}/relief/events/{eventId}` shows for the day; another list is refused as `list-has-changed`. By the meeting, or by three officers whom the meeting ratifies within 30 days.',
  example: { ...example('ActivateRelief'), ...givingExample },
})

export const renewRelief = command('RenewRelief', giving).openapi('RenewRelief', {
  description: 'Once an event: the second windows, from the day after each loan’s first one.',
  example: { ...example('RenewRelief'), ...givingExample },
})

export const declineRelief = command('DeclineRelief', {
  eventId: eventId(),
  memberId: memberIdField(),
}).openapi('DeclineRelief', {
  example: { ...example('DeclineRelief'), eventId: 'E2025-1', memberId: memberExample },
})

export const ratifyRelief = command('RatifyRelief', { eventId: eventId(), ballot }).openapi(
  'RatifyRelief',
  {
    description:
      'The meeting’s word on what officers gave. A no ends coming deferrals, never past ones.',
    example: {
      ...example('RatifyRelief'),
      eventId: 'E2025-1',
      ballot: {
        by: 'meeting' as const,
        hands: { present: 48, yes: 40, no: 5 },
        recused: [],
        confirmedBy: memberExample,
      },
    },
  },
)

export const lapseRelief = command('LapseRelief', { eventId: eventId() }).openapi('LapseRelief', {
  description: 'No meeting spoke, though one could have: what officers gave ends.',
  example: { ...example('LapseRelief'), eventId: 'E2025-1' },
})

export const undoRelief = command('UndoRelief', {
  eventId: eventId(),
  approvedBy: memberIdField(),
}).openapi('UndoRelief', {
  description: 'While nothing has been written on its loans since: every schedule is as it was.',
  example: { ...example('UndoRelief'), eventId: 'E2025-1', approvedBy: memberExample },
})

const seasonId = () => codeField('season-cannot-hold')

export const promiseEmergencyLines = command('PromiseEmergencyLines', {
  seasonId: seasonId(),
  from: dayField(),
  to: dayField(),
  trigger: z
    .strictObject({ station: station(), levelCm: levelCm() }, 'season-cannot-hold')
    .optional(),
  lines: z
    .array(
      z.strictObject({ memberId: memberIdField(), amount: amountField() }),
      'season-cannot-hold',
    )
    .min(1, 'season-cannot-hold')
    .max(namesMax, 'list-too-long'),
  ballot,
}).openapi('PromiseEmergencyLines', {
  description:
    'Before the season the meeting promises emergency loans: up to half of each member’s last loan, within the emergency ceiling, at 0 %.',
  example: {
    ...example('PromiseEmergencyLines'),
    seasonId: 'rains-2026',
    from: '2026-07-01',
    to: '2026-12-31',
    trigger: { station: 'KRATIE', levelCm: 2300 },
    lines: [{ memberId: memberExample, amount: 200_000 }],
    ballot: {
      by: 'meeting' as const,
      hands: { present: 48, yes: 40, no: 5 },
      recused: [],
      confirmedBy: memberExample,
    },
  },
})

export const openEmergencyLine = command('OpenEmergencyLine', {
  seasonId: seasonId(),
  eventId: eventId(),
  measure: evidence,
  witnessId: memberIdField(),
}).openapi('OpenEmergencyLine', {
  description:
    'Two keys: a gauge at the promised level or an alert, and a witness who gives a secret of their own in `approvals`.',
  example: {
    ...example('OpenEmergencyLine'),
    seasonId: 'rains-2026',
    eventId: 'E2026-1',
    measure: gaugeExample,
    witnessId: memberExample,
  },
})
