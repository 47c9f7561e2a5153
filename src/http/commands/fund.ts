import { z } from '@hono/zod-openapi'
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
}).openapi('DismissAuditors', {
  example: {
    ...example('DismissAuditors'),
    networkId: networkExample,
    votes: { present: 48, yes: 40, no: 5 },
  },
})

export const admitMember = command('AdmitMember', {
  memberId: memberIdField(),
  card: codeField('card-not-a-code'),
  sex: z.enum(['f', 'm'], 'sex-unknown'),
  povertyLevel: z
    .literal([1, 2], 'poverty-level-unknown')
    .optional()
    .openapi({ type: 'integer', enum: [1, 2] }),
  zone: codeField('zone-not-a-code'),
  isFormer: z.boolean('not-yes-or-no'),
}).openapi('AdmitMember', {
  example: {
    ...example('AdmitMember'),
    memberId: memberExample,
    card: 'M61',
    sex: 'f',
    povertyLevel: 2,
    zone: 'Z1',
    isFormer: false,
  },
})

export const appointOfficer = command('AppointOfficer', {
  memberId: memberIdField(),
  office: z.enum(
    ['chair', 'record-keeper', 'box-keeper', 'counter', 'committee'],
    'office-unknown',
  ),
}).openapi('AppointOfficer', {
  example: { ...example('AppointOfficer'), memberId: memberExample, office: 'record-keeper' },
})

const count = () =>
  z.strictObject(
    { amount: amountOrNoughtField(), isByNote: z.boolean('not-yes-or-no') },
    'count-missing',
  )
const countExample = { amount: 850_000, isByNote: true }

export const openMeeting = command('OpenMeeting', { count: count() }).openapi('OpenMeeting', {
  example: { ...example('OpenMeeting'), count: countExample },
})

const memberIds = () => z.array(memberIdField(), 'list-missing').max(namesMax, 'list-too-long')

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

export const closeMeeting = command('CloseMeeting', {
  count: count(),
  written: writtenTotals.optional(),
}).openapi('CloseMeeting', { example: { ...example('CloseMeeting'), count: countExample } })

export const recordExpense = command('RecordExpense', { amount: amountField() }).openapi(
  'RecordExpense',
  { example: { ...example('RecordExpense'), amount: 12_000 } },
)

export const closePeriod = command('ClosePeriod', {}).openapi('ClosePeriod', {
  example: example('ClosePeriod'),
})
