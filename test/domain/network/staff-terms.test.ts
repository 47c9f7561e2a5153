import { describe, expect, test } from 'vitest'
import {
  type NetworkBody,
  type NetworkCommand,
  type NetworkEntry,
  decideNetwork,
  emptyNetwork,
  evolveNetwork,
  isKnownToNetwork,
  isOfDecidingStaff,
  staffRolesOn,
} from '#domain/network.ts'
import { idOf } from '#test/support/village.ts'

const [ann, bopha, fund, other] = [1, 2, 3, 4].map((n) => idOf(n)) as [
  string,
  string,
  string,
  string,
]
const until = '2026-12-31'

const entryOf = (body: NetworkBody, effectiveOn: string, seq = 1): NetworkEntry => ({
  id: idOf(100 + seq),
  seq,
  effectiveOn,
  recordedAt: `${effectiveOn}T02:00:00.000Z`,
  recordedBy: 'story',
  hash: '0'.repeat(64),
  body,
})

const life = () => {
  const network = emptyNetwork()
  let seq = 0
  const decide = (type: NetworkCommand['type'], effectiveOn: string, more: object = {}) => {
    seq += 1
    const command = { id: idOf(100 + seq), v: 1, type, effectiveOn, ...more } as NetworkCommand
    const decision = decideNetwork(network, command)
    if (decision.outcome === 'recorded')
      evolveNetwork(network, entryOf(decision.body, effectiveOn, seq))
    return decision
  }
  const give = (...told: Parameters<typeof decide>): string => {
    const decision = decide(...told)
    return decision.outcome === 'recorded' ? 'recorded' : decision.code
  }
  give('FoundNetwork', '2026-01-01')
  give('JoinFund', '2026-01-05', { fundId: fund })
  give('AppointStaff', '2026-01-01', { userId: ann, role: 'administrator', until })
  const roles = (who: string, day: string) => staffRolesOn(network.staff.get(who), day)
  return { network, decide, give, roles }
}

describe('a right of the staff', () => {
  const auditor = { userId: bopha, role: 'auditor' }

  test('may last one day, and on its last day it can still be ended', () => {
    const { give, roles } = life()
    expect(give('AppointStaff', '2026-02-01', { ...auditor, until: '2026-01-31' })).toBe(
      'ends-before-it-begins',
    )
    expect(give('AppointStaff', '2026-02-01', { ...auditor, until: '2026-02-01' })).toBe('recorded')
    expect(roles(bopha, '2026-02-01')).toEqual(['auditor'])
    expect(give('DismissStaff', '2026-02-01', auditor)).toBe('recorded')
    expect(roles(bopha, '2026-02-01')).toEqual([])
    expect(give('DismissStaff', '2026-02-01', auditor)).toBe('not-appointed')
    expect(give('AppointStaff', '2026-02-30', { ...auditor, until })).toBe('date-impossible')
  })

  test('that was ended is not ended again by a later word', () => {
    const { give, network } = life()
    give('AppointStaff', '2026-02-01', { ...auditor, until })
    give('DismissStaff', '2026-03-01', auditor)
    give('AppointStaff', '2026-03-05', { ...auditor, until })
    give('DismissStaff', '2026-04-01', auditor)
    const ends = network.staff.get(bopha)!.appointments.map(({ endedOn }) => endedOn)
    expect(ends).toEqual(['2026-03-01', '2026-04-01'])
  })

  test('of the last administrator to something else ends like any other', () => {
    const { give, roles } = life()
    give('AppointStaff', '2026-02-01', { userId: ann, role: 'auditor', until })
    expect(give('DismissStaff', '2026-03-01', { userId: ann, role: 'auditor' })).toBe('recorded')
    expect(roles(ann, '2026-03-01')).toEqual(['administrator'])
  })

  test('names who stood behind it, and nobody where nobody did', () => {
    const { decide } = life()
    const bodyOf = (more: object) => {
      const decision = decide('AppointStaff', '2026-02-01', { ...auditor, until, ...more })
      return decision.outcome === 'recorded' ? decision.body : undefined
    }
    expect(bodyOf({ approvedBy: ann })).toMatchObject({ approvedBy: ann, role: 'auditor', until })
    expect(bodyOf({})).not.toHaveProperty('approvedBy')
  })

  test('to decide is an administrator’s and a case supervisor’s, while they are', () => {
    const { give, network } = life()
    give('AppointStaff', '2026-02-01', { userId: bopha, role: 'case-supervisor', until })
    const decides = (who: string, day: string) => isOfDecidingStaff(network.staff.get(who), day)
    expect([decides(ann, until), decides(ann, '2027-01-01')]).toEqual([true, false])
    expect([decides(bopha, '2026-01-31'), decides(bopha, '2026-02-01')]).toEqual([false, true])
    give('AppointStaff', '2026-02-01', { userId: other, role: 'auditor', until })
    expect(decides(other, '2026-02-01')).toBe(false)
    expect(isOfDecidingStaff(undefined, '2026-02-01')).toBe(false)
  })
})

test('work on one fund ends, and on another one goes on', () => {
  const { give, network } = life()
  give('JoinFund', '2026-01-05', { fundId: other })
  give('AppointStaff', '2026-02-01', { userId: bopha, role: 'auditor', until })
  for (const fundId of [fund, other])
    expect(give('AssignStaff', '2026-02-01', { userId: bopha, fundId, until })).toBe('recorded')
  expect(give('EndAssignment', '2026-03-01', { userId: bopha, fundId: fund })).toBe('recorded')
  expect(network.staff.get(bopha)!.assignments).toEqual([
    { fundId: fund, from: '2026-02-01', until, endedOn: '2026-03-01' },
    { fundId: other, from: '2026-02-01', until },
  ])
  expect(network.funds.get(fund)).toEqual({ fundId: fund, joinedOn: '2026-01-05' })
})

test('a network begins on its day and not before', () => {
  const { give } = life()
  expect(give('JoinFund', '2025-12-31', { fundId: other })).toBe('before-the-network-began')
  expect(give('JoinFund', '2026-01-01', { fundId: other })).toBe('recorded')
})

describe('what an entry of a network names came before it', () => {
  const plain = { v: 1, flags: [], postings: [] } as const
  const founding = { ...plain, type: 'NetworkFounded' } as const
  const joined = { ...plain, type: 'FundJoined', fundId: other } as const
  const assigned = { ...plain, type: 'StaffAssigned', userId: bopha, until } as const
  const known = (network: ReturnType<typeof emptyNetwork>, body: NetworkBody) =>
    isKnownToNetwork(network, entryOf(body, '2026-02-01'))

  test('a founding comes first and once, and nothing before it', () => {
    expect(known(emptyNetwork(), founding)).toBe(true)
    expect(known(emptyNetwork(), joined)).toBe(false)
    expect(known(life().network, founding)).toBe(false)
    expect(known(life().network, joined)).toBe(true)
  })

  test('work and a checkpoint are of a fund that has joined', () => {
    const { network } = life()
    const witnessed = (fundId: string) =>
      ({ ...plain, type: 'FundWitnessed', fundId }) as unknown as NetworkBody
    expect(known(network, { ...assigned, fundId: fund })).toBe(true)
    expect(known(network, { ...assigned, fundId: other })).toBe(false)
    expect(known(network, witnessed(fund))).toBe(true)
    expect(known(network, witnessed(other))).toBe(false)
    const ended = { ...plain, type: 'AssignmentEnded', userId: bopha, fundId: other } as const
    expect(known(network, ended)).toBe(true)
  })
})
