import { z } from '@hono/zod-openapi'
import { amountMax } from '#domain/kernel/money.ts'
import { piecesMax } from '#domain/fund/banknotes.ts'
import { votes } from '#src/http/commands/charter.ts'
import {
  amountField,
  amountOrNoughtField,
  codeField,
  command,
  dayField,
  example,
  idField,
  memberExample,
  memberIdField,
  namesMax,
  patternField,
  secondField,
  wholeField,
} from '#src/http/commands/fields.ts'

const networkExample = '7c2a9b14-0d5e-7f36-8a41-c9e2d7b05f68'
const networkId = () => idField('network-not-an-id')

export const admitAuditors = command('AdmitAuditors', {
  networkId: networkId(),
  until: dayField(),
}).openapi('AdmitAuditors', {
  example: { ...example('AdmitAuditors'), networkId: networkExample, until: '2026-10-31' },
})

export const dismissAuditors = command('DismissAuditors', {
  networkId: networkId(),
  votes: votes(),
  confirmedBy: secondField(),
}).openapi('DismissAuditors', {
  example: {
    ...example('DismissAuditors'),
    networkId: networkExample,
    votes: { present: 48, yes: 40, no: 5 },
    confirmedBy: memberExample,
  },
})

const pieces = z.strictObject({
  note: wholeField(1, amountMax, 'note-unknown'),
  pieces: wholeField(1, piecesMax, 'pieces-not-whole'),
})

/** The cash at a point of a meeting, or where a fund is founded. */
export const count = () =>
  z.strictObject(
    {
      amount: amountOrNoughtField(),
      isByNote: z.boolean('not-yes-or-no'),
      notes: z.array(pieces, 'list-missing').max(20, 'list-too-long').optional().openapi({
        description: 'How many of each note and coin, in smallest units; they come to the amount',
      }),
    },
    'count-missing',
  )
const countExample = {
  amount: 850_000,
  isByNote: true,
  notes: [
    { note: 100_000, pieces: 8 },
    { note: 10_000, pieces: 5 },
  ],
}

const memberIds = () => z.array(memberIdField(), 'list-missing').max(namesMax, 'list-too-long')

export const openMeeting = command('OpenMeeting', {
  count: count(),
  place: codeField('place-not-a-code').optional(),
  keyHolders: memberIds().optional(),
  among: z.literal('women', 'word-unknown').optional().openapi({
    description: 'A meeting of women alone',
  }),
}).openapi('OpenMeeting', {
  example: { ...example('OpenMeeting'), count: countExample, keyHolders: [memberExample] },
})

export const recordAttendance = command('RecordAttendance', {
  present: memberIds(),
  absent: memberIds(),
}).openapi('RecordAttendance', {
  example: { ...example('RecordAttendance'), present: [memberExample], absent: [] },
})

const writtenTotals = z.strictObject({
  membersPresent: wholeField(0, 10_000, 'amount-not-whole'),
  savingsIn: amountOrNoughtField(),
  socialIn: amountOrNoughtField(),
  finesIn: amountOrNoughtField(),
  loanPrincipalIn: amountOrNoughtField(),
  interestIn: amountOrNoughtField(),
  donorGrantIn: amountOrNoughtField(),
  loansOut: amountOrNoughtField(),
  savingsOut: amountOrNoughtField(),
  socialOut: amountOrNoughtField(),
  migrationGrantsOut: amountOrNoughtField(),
  expensesOut: amountOrNoughtField(),
})

const meetingCode = z
  .strictObject({
    digits: patternField(/^\d{8}$/, 'code-not-8-digits'),
    head: patternField(/^([0-9a-f]{64})?$/, 'head-not-a-hash'),
  })
  .openapi({
    description:
      'Eight digits that are read aloud: of the last head that was synced before the meeting, and of the meeting’s commands in their order',
  })

export const closeMeeting = command('CloseMeeting', {
  count: count(),
  written: writtenTotals.optional(),
  code: meetingCode.optional(),
}).openapi('CloseMeeting', { example: { ...example('CloseMeeting'), count: countExample } })

export const recordExpense = command('RecordExpense', { amount: amountField() }).openapi(
  'RecordExpense',
  { example: { ...example('RecordExpense'), amount: 12_000 } },
)

export const closePeriod = command('ClosePeriod', {}).openapi('ClosePeriod', {
  example: example('ClosePeriod'),
})
