import { z } from '@hono/zod-openapi'
import { householdChanges } from '#domain/fund/households.ts'
import { lifeChanges } from '#domain/fund/life.ts'
import { offices } from '#domain/fund/tenures.ts'
import {
  codeField,
  command,
  dayField,
  example,
  idField,
  memberExample,
  memberIdField,
  namesMax,
  secondField,
} from '#src/http/commands/fields.ts'

const sex = () => z.enum(['f', 'm'], 'sex-unknown')
const povertyLevels = { type: 'integer' as const, enum: [1, 2] }
const povertyLevel = () => z.literal([1, 2], 'poverty-level-unknown')

export const admitMember = command('AdmitMember', {
  memberId: memberIdField(),
  card: codeField('card-not-a-code'),
  sex: sex(),
  povertyLevel: povertyLevel().optional().openapi(povertyLevels),
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

const otherExample = 'a0c95e37-1f62-8d08-b1e4-7c3d90f2a65b'

export const recordMemberChange = command('RecordMemberChange', {
  memberId: memberIdField(),
  change: z.enum(lifeChanges, 'change-unknown'),
  proxy: memberIdField().optional(),
}).openapi('RecordMemberChange', {
  example: {
    ...example('RecordMemberChange'),
    memberId: memberExample,
    change: 'away',
    proxy: otherExample,
  },
})

export const recordDeath = command('RecordDeath', { memberId: memberIdField() }).openapi(
  'RecordDeath',
  { example: { ...example('RecordDeath'), memberId: memberExample } },
)

export const correctMember = command('CorrectMember', {
  memberId: memberIdField(),
  sex: sex().optional(),
  zone: codeField('zone-not-a-code').optional(),
  povertyLevel: povertyLevel()
    .nullable()
    .optional()
    .openapi({ ...povertyLevels, description: 'Null for a household without one' }),
}).openapi('CorrectMember', {
  example: { ...example('CorrectMember'), memberId: memberExample, zone: 'Z2' },
})

const householdIdField = () => idField('household-not-an-id')
const householdExample = 'c4d1b7e0-52a9-8f16-93d8-0b6e7a2f4c81'

export const recordHousehold = command('RecordHousehold', {
  householdId: householdIdField(),
  change: z.enum(householdChanges, 'change-unknown'),
  memberIds: z
    .array(memberIdField(), 'list-missing')
    .min(1, 'household-cannot-hold')
    .max(namesMax, 'list-too-long'),
  leftId: householdIdField().optional(),
}).openapi('RecordHousehold', {
  example: {
    ...example('RecordHousehold'),
    householdId: householdExample,
    change: 'formed',
    memberIds: [memberExample],
  },
})

export const appointOfficer = command('AppointOfficer', {
  memberId: memberIdField(),
  office: z.enum(offices, 'office-unknown'),
  until: dayField().optional(),
  replaces: memberIdField().optional(),
  confirmedBy: secondField(),
}).openapi('AppointOfficer', {
  example: {
    ...example('AppointOfficer'),
    memberId: memberExample,
    office: 'record-keeper',
    until: '2026-11-19',
    confirmedBy: otherExample,
  },
})
