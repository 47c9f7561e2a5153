import { z } from '@hono/zod-openapi'
import { endingReasons, offices } from '#domain/fund/tenures.ts'
import { votes } from '#src/http/commands/charter.ts'
import {
  command,
  dayField,
  example,
  memberExample,
  memberIdField,
  patternField,
  wholeField,
} from '#src/http/commands/fields.ts'
import { count, countExample } from '#src/http/commands/fund.ts'

const office = () => z.enum(offices, 'office-unknown')
const hands = () => wholeField(0, 10_000, 'votes-not-whole')

const contest = z.strictObject({
  office: office(),
  seats: wholeField(1, 15, 'election-cannot-hold'),
  candidates: z
    .array(z.strictObject({ memberId: memberIdField(), votes: hands() }), 'list-missing')
    .min(1, 'election-cannot-hold')
    .max(50, 'list-too-long'),
})

export const electOfficers = command('ElectOfficers', {
  by: z.enum(['hands', 'slips'], 'vote-unknown'),
  electorate: z.enum(['all', 'women'], 'vote-unknown'),
  present: hands(),
  contests: z.array(contest, 'list-missing').min(1, 'election-cannot-hold').max(6, 'list-too-long'),
  until: dayField().optional(),
  exception: votes().optional().openapi({
    description: 'Hands by which the meeting agreed to fewer women than its charter wants',
  }),
  confirmedBy: memberIdField(),
}).openapi('ElectOfficers', {
  example: {
    ...example('ElectOfficers'),
    by: 'slips',
    electorate: 'all',
    present: 48,
    contests: [{ office: 'chair', seats: 1, candidates: [{ memberId: memberExample, votes: 40 }] }],
    confirmedBy: memberExample,
  },
})

export const endOffice = command('EndOffice', {
  memberId: memberIdField(),
  office: office(),
  why: z.enum(endingReasons, 'reason-unknown'),
  approvedBy: memberIdField(),
  votes: votes().optional(),
}).openapi('EndOffice', {
  example: {
    ...example('EndOffice'),
    memberId: memberExample,
    office: 'counter',
    why: 'resigned',
    approvedBy: 'a0c95e37-1f62-8d08-b1e4-7c3d90f2a65b',
  },
})

export const recordHandOver = command('RecordHandOver', {
  office: office(),
  from: memberIdField(),
  to: memberIdField(),
  witnesses: z.array(memberIdField(), 'list-missing').max(5, 'witnesses-cannot-hold'),
  count: count().optional(),
  balanceHash: patternField(/^[0-9a-f]{64}$/, 'hash-not-a-hash').optional(),
}).openapi('RecordHandOver', {
  example: {
    ...example('RecordHandOver'),
    office: 'box-keeper',
    from: 'a0c95e37-1f62-8d08-b1e4-7c3d90f2a65b',
    to: memberExample,
    witnesses: [],
    count: countExample,
  },
})
