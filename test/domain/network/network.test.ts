import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Network,
  type NetworkCommand,
  decideNetwork,
  emptyNetwork,
  evolveNetwork,
  holdsOn,
  isAssignedOn,
  staffRolesOn,
} from '#domain/network.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { dayAfter } from '#domain/kernel/dates.ts'
import { staffRoles } from '#domain/access/roles.ts'
import { sha256 } from '#infra/system/system.ts'
import { witnessedOf } from '#test/support/witnessed.ts'

const idOf = (name: string): string => uuidOfHash(sha256(name))
const ann = idOf('ann')
const bopha = idOf('bopha')
const fund = idOf('fund')
const until = '2026-12-31'

const life = () => {
  const network: Network = emptyNetwork()
  let seq = 0
  const give = (type: NetworkCommand['type'], effectiveOn: string, more: object = {}): string => {
    seq += 1
    const command = { id: idOf(`command ${seq}`), v: 1, type, effectiveOn, ...more }
    const before = structuredClone(network)
    const decision = decideNetwork(network, command as NetworkCommand)
    expect(network).toEqual(before)
    if (decision.outcome !== 'recorded') return decision.code
    evolveNetwork(network, {
      id: command.id,
      seq,
      effectiveOn,
      recordedAt: `${effectiveOn}T02:00:00.000Z`,
      recordedBy: 'story',
      hash: '0'.repeat(64),
      body: decision.body,
    })
    return 'recorded'
  }
  return {
    network,
    give,
    roles: (who: string, on: string) => staffRolesOn(network.staff.get(who), on),
  }
}

const founded = () => {
  const its = life()
  its.give('FoundNetwork', '2026-01-01')
  its.give('JoinFund', '2026-01-01', { fundId: fund })
  its.give('AppointStaff', '2026-01-01', { userId: ann, role: 'administrator', until })
  return its
}

describe('a network', () => {
  test('it is founded once, and nothing is decided before', () => {
    const { give } = life()
    expect(give('JoinFund', '2026-01-01', { fundId: fund })).toBe('network-not-founded')
    expect(give('FoundNetwork', '2026-01-01')).toBe('recorded')
    expect(give('FoundNetwork', '2026-01-02')).toBe('network-already-founded')
    expect(give('JoinFund', '2025-12-31', { fundId: fund })).toBe('before-the-network-began')
  })

  test('a fund joins once', () => {
    const { give, network } = founded()
    expect(give('JoinFund', '2026-02-01', { fundId: fund })).toBe('fund-already-joined')
    expect([...network.funds.keys()]).toEqual([fund])
  })

  test.each([
    ['JoinFund', { fundId: 'M01' }, 'fund-not-an-id'],
    ['AppointStaff', { userId: 'Sok', role: 'auditor', until }, 'user-not-an-id'],
    ['AppointStaff', { userId: ann, role: 'chair', until }, 'role-unknown'],
    ['AppointStaff', { userId: ann, role: 'constructor', until }, 'role-unknown'],
    ['AppointStaff', { userId: ann, role: 'auditor', until: '2026-02-30' }, 'date-impossible'],
    [
      'AppointStaff',
      { userId: ann, role: 'auditor', until: '2026-01-31' },
      'ends-before-it-begins',
    ],
    ['AppointStaff', { userId: ann, role: 'auditor', until: '2027-02-03' }, 'longer-than-a-year'],
    ['DismissStaff', { userId: ann, role: 'household-member' }, 'role-unknown'],
    ['DismissStaff', { userId: ann, role: 'auditor' }, 'not-appointed'],
    ['DismissStaff', { userId: bopha, role: 'administrator' }, 'not-appointed'],
    ['AssignStaff', { userId: ann, fundId: fund, until }, 'not-an-auditor'],
    ['AssignStaff', { userId: ann, fundId: bopha, until }, 'fund-not-in-network'],
    ['EndAssignment', { userId: ann, fundId: fund }, 'not-assigned'],
    ['Abolish', {}, 'type-unknown'],
  ])('%s %j is not taken: %s', (type, more, code) => {
    const { give } = founded()
    expect(give(type as NetworkCommand['type'], '2026-02-01', more)).toBe(code)
  })

  test('a right of a year and a day is the longest', () => {
    const { give } = founded()
    const longest = { userId: bopha, role: 'auditor', until: '2027-02-02' }
    expect(give('AppointStaff', '2026-02-01', longest)).toBe('recorded')
  })
})

describe('staff', () => {
  test('a right holds from its first day through its last', () => {
    const { give, roles } = founded()
    const post = { userId: bopha, role: 'auditor', until: '2026-03-31' }
    give('AppointStaff', '2026-02-01', post)
    expect(roles(bopha, '2026-01-31')).toEqual([])
    expect(roles(bopha, '2026-02-01')).toEqual(['auditor'])
    expect(roles(bopha, '2026-03-31')).toEqual(['auditor'])
    expect(roles(bopha, '2026-04-01')).toEqual([])
  })

  test('whoever is dismissed is nothing from that day on, in that role alone', () => {
    const { give, roles } = founded()
    give('AppointStaff', '2026-02-01', { userId: bopha, role: 'auditor', until })
    give('AppointStaff', '2026-02-01', { userId: bopha, role: 'migration-worker', until })
    expect(give('DismissStaff', '2026-03-01', { userId: bopha, role: 'auditor' })).toBe('recorded')
    expect(roles(bopha, '2026-02-28')).toEqual(['auditor', 'migration-worker'])
    expect(roles(bopha, '2026-03-01')).toEqual(['migration-worker'])
  })

  test('a dismissal for today counts though one for later was decided before', () => {
    const { give, roles } = founded()
    give('AppointStaff', '2026-02-01', { userId: bopha, role: 'auditor', until })
    give('DismissStaff', '2026-11-01', { userId: bopha, role: 'auditor' })
    expect(give('DismissStaff', '2026-03-01', { userId: bopha, role: 'auditor' })).toBe('recorded')
    expect(roles(bopha, '2026-03-01')).toEqual([])
    expect(roles(bopha, '2026-10-31')).toEqual([])
  })

  test('a dismissal ends what was to begin later, and touches nothing that was over', () => {
    const { give, roles, network } = founded()
    give('AppointStaff', '2026-01-01', { userId: bopha, role: 'auditor', until: '2026-01-31' })
    give('AppointStaff', '2026-02-10', { userId: bopha, role: 'auditor', until })
    give('AppointStaff', '2026-06-01', { userId: bopha, role: 'auditor', until })
    give('DismissStaff', '2026-03-01', { userId: bopha, role: 'auditor' })
    expect(roles(bopha, '2026-07-01')).toEqual([])
    expect(roles(bopha, '2026-01-15')).toEqual(['auditor'])
    expect(network.staff.get(bopha)?.appointments[0]?.endedOn).toBeUndefined()
  })
})

describe('administrators and auditors', () => {
  test('the last administrator stays', () => {
    const { give } = founded()
    const dismissAnn = { userId: ann, role: 'administrator' }
    expect(give('DismissStaff', '2026-02-01', dismissAnn)).toBe('last-administrator')
    give('AppointStaff', '2026-02-01', { userId: bopha, role: 'auditor', until })
    expect(give('DismissStaff', '2026-02-01', dismissAnn)).toBe('last-administrator')
    give('AppointStaff', '2026-02-01', { userId: bopha, role: 'administrator', until })
    expect(give('DismissStaff', '2026-02-01', dismissAnn)).toBe('recorded')
  })

  test('an administrator who is to go later does not count as one who stays', () => {
    const { give, roles } = founded()
    give('AppointStaff', '2026-01-02', { userId: bopha, role: 'administrator', until })
    expect(give('DismissStaff', '2026-06-01', { userId: ann, role: 'administrator' })).toBe(
      'recorded',
    )
    expect(give('DismissStaff', '2026-02-01', { userId: bopha, role: 'administrator' })).toBe(
      'last-administrator',
    )
    expect(roles(bopha, '2026-06-02')).toEqual(['administrator'])
  })

  test('an auditor works on a fund while assigned to it', () => {
    const { give, network } = founded()
    give('AppointStaff', '2026-01-01', { userId: bopha, role: 'auditor', until })
    const work = { userId: bopha, fundId: fund }
    expect(give('AssignStaff', '2026-02-01', { ...work, until: '2026-06-30' })).toBe('recorded')
    const isAssigned = (on: string) => isAssignedOn(network.staff.get(bopha), fund, on)
    expect([isAssigned('2026-01-31'), isAssigned('2026-02-01')]).toEqual([false, true])
    expect([isAssigned('2026-06-30'), isAssigned('2026-07-01')]).toEqual([true, false])
    expect(give('EndAssignment', '2026-03-01', work)).toBe('recorded')
    expect([isAssigned('2026-02-28'), isAssigned('2026-03-01')]).toEqual([true, false])
    expect(give('EndAssignment', '2026-03-02', work)).toBe('not-assigned')
    expect(isAssignedOn(network.staff.get(ann), fund, '2026-02-15')).toBe(false)
  })
})

const daysOfYear = Array.from({ length: 60 }, () => '').reduce<string[]>(
  (days) => [...days, days.length === 0 ? '2026-01-02' : dayAfter(days.at(-1)!)],
  [],
)

test('whatever comes in whatever order: nobody holds a role that was not given through that day', () => {
  const anyDay = fc.constantFrom(...daysOfYear)
  const who = fc.constantFrom(ann, bopha)
  const role = fc.constantFrom(...staffRoles)
  const command = fc.oneof(
    fc.record({
      type: fc.constant('AppointStaff' as const),
      on: anyDay,
      userId: who,
      role,
      until: anyDay,
    }),
    fc.record({ type: fc.constant('DismissStaff' as const), on: anyDay, userId: who, role }),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const { give, network, roles } = founded()
      const given: { on: string; until: string; userId: string; role: string }[] = []
      for (const { type, on, ...more } of commands) {
        const before = new Map(daysOfYear.map((day) => [day, roles(more.userId, day)]))
        const told = give(type, on, more)
        for (const day of daysOfYear) {
          const now = roles(more.userId, day)
          if (told !== 'recorded') expect(now).toEqual(before.get(day))
          else if (type === 'DismissStaff')
            expect(now.includes(more.role)).toBe(day < on && before.get(day)!.includes(more.role))
        }
        if (told === 'recorded' && 'until' in more) given.push({ on, ...more })
      }
      for (const { userId, appointments } of network.staff.values())
        for (const day of daysOfYear)
          for (const term of appointments)
            if (holdsOn(term, day) && !(userId === ann && term.role === 'administrator'))
              expect(
                given.some(
                  (one) =>
                    one.userId === userId &&
                    one.role === term.role &&
                    one.on <= day &&
                    day <= one.until,
                ),
              ).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('whoever stands behind a task is of the staff who decide, and the entry keeps who it was', () => {
  const { give, network } = founded()
  const task = { userId: bopha, role: 'auditor', until }
  expect(give('AppointStaff', '2026-02-01', { ...task, approvedBy: bopha })).toBe(
    'not-of-the-deciding-staff',
  )
  expect(give('AppointStaff', '2026-02-01', { ...task, approvedBy: ann })).toBe('recorded')
  const work = { userId: bopha, fundId: fund, until }
  expect(give('AssignStaff', '2026-02-01', { ...work, approvedBy: bopha })).toBe(
    'not-of-the-deciding-staff',
  )
  expect(give('AssignStaff', '2026-02-01', { ...work, approvedBy: ann })).toBe('recorded')
  expect(network.staff.get(bopha)!.assignments).toHaveLength(1)
})

describe('what a network keeps of the books of its funds', () => {
  test('where the book of a fund stood is kept, of its own funds alone, and also where it has become shorter', () => {
    const { give, network } = founded()
    const kept = witnessedOf(fund)
    expect(give('WitnessFund', '2026-02-01', kept)).toBe('recorded')
    expect(give('WitnessFund', '2026-02-02', { ...kept, seq: 3, from: 3 })).toBe('recorded')
    expect(network.funds.get(fund)?.witnessed).toMatchObject({ seq: 3, on: '2026-02-02' })
    expect(give('WitnessFund', '2026-02-01', witnessedOf(bopha))).toBe('fund-not-in-network')
  })

  test.each([
    [{ seq: 0 }, 'number-not-whole'],
    [{ entryId: 'M01' }, 'id-not-an-id'],
    [{ hash: 'ab' }, 'hash-unreadable'],
    [{ signature: '' }, 'signature-unreadable'],
    [{ from: 6 }, 'trail-unreadable'],
    [{ trail: ['0'.repeat(16)] }, 'trail-unreadable'],
    [{ trail: ['abc'] }, 'trail-unreadable'],
  ])('what is no checkpoint is not kept: %j', (more, code) => {
    expect(founded().give('WitnessFund', '2026-02-01', { ...witnessedOf(fund), ...more })).toBe(
      code,
    )
  })
})
