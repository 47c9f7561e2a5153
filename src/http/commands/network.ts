import { z } from '@hono/zod-openapi'
import { staffRoles } from '#domain/access/roles.ts'
import { trailDigits, trailMax } from '#domain/fund/witnessing.ts'
import { command, dayField, example, idField } from '#src/http/commands/fields.ts'

const userId = () => idField('user-not-an-id')
const fundId = () => idField('fund-not-an-id')
const role = () => z.enum(staffRoles, 'role-unknown')
const userExample = '0196f1a8-52b7-7d0c-8e15-3b64a9c7d2f0'
const otherExample = '0196f1a8-6c03-7a44-b2d8-90e1f5a3c617'
const approvedBy = () =>
  userId().optional().openapi({
    description:
      'Another administrator or case supervisor, who stands behind it with `approvals`. Needed where there is one, or was until a week ago',
  })
const fundExample = 'd41c6e90-83f2-8b57-b0a4-17e5c9d82f36'

export const foundNetwork = command('FoundNetwork', {}).openapi('FoundNetwork', {
  example: example('FoundNetwork'),
})

export const joinFund = command('JoinFund', { fundId: fundId() }).openapi('JoinFund', {
  example: { ...example('JoinFund'), fundId: fundExample },
})

const hashExample = '9f2d6b7a0c41e85d3f7be1a64c90d2857ab3f40e6d1c92b58e07a4f3d6c1b290'

export const witnessFund = command('WitnessFund', {
  fundId: fundId(),
  seq: z.int('number-not-whole'),
  entryId: idField('id-not-an-id'),
  hash: z.string('hash-unreadable').regex(/^[0-9a-f]{64}$/, 'hash-unreadable'),
  recordedAt: z.iso.datetime('not-an-instant'),
  signature: z.string('signature-unreadable').regex(/^[\w-]{86}$/, 'signature-unreadable'),
  from: z.int('number-not-whole'),
  trail: z
    .array(z.string().regex(/^[0-9a-f]{16}$/, 'trail-unreadable'), 'trail-unreadable')
    .min(1, 'trail-unreadable')
    .max(trailMax, 'trail-unreadable'),
}).openapi('WitnessFund', {
  description:
    'The service itself keeps where a book stood whenever a meeting closes; nobody may send it.',
  example: {
    ...example('WitnessFund'),
    fundId: fundExample,
    seq: 481,
    entryId: userExample,
    hash: hashExample,
    recordedAt: '2025-11-20T03:12:45.120Z',
    signature: 'q'.repeat(86),
    from: 481,
    trail: [hashExample.slice(0, trailDigits)],
  },
})

export const appointStaff = command('AppointStaff', {
  userId: userId(),
  role: role(),
  until: dayField(),
  approvedBy: approvedBy(),
}).openapi('AppointStaff', {
  example: {
    ...example('AppointStaff'),
    userId: userExample,
    role: 'auditor',
    until: '2026-10-31',
    approvedBy: otherExample,
  },
})

export const dismissStaff = command('DismissStaff', { userId: userId(), role: role() }).openapi(
  'DismissStaff',
  { example: { ...example('DismissStaff'), userId: userExample, role: 'auditor' } },
)

export const assignStaff = command('AssignStaff', {
  userId: userId(),
  fundId: fundId(),
  until: dayField(),
  approvedBy: approvedBy(),
}).openapi('AssignStaff', {
  example: {
    ...example('AssignStaff'),
    userId: userExample,
    fundId: fundExample,
    until: '2026-10-31',
    approvedBy: otherExample,
  },
})

export const endAssignment = command('EndAssignment', {
  userId: userId(),
  fundId: fundId(),
}).openapi('EndAssignment', {
  example: { ...example('EndAssignment'), userId: userExample, fundId: fundExample },
})
