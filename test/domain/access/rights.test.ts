import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Person, rightTo, rolesInFund, rolesInNetwork } from '#domain/access/person.ts'
import { type Role, isStaffRole, roles, rolesOfMember, staffRoles } from '#domain/access/roles.ts'
import { type Action, actions, scopeFor, scopeOf } from '#domain/access/table.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'

const day = '2026-03-01'
const fundId = 'fund-a'
const networkId = 'network-a'

const member = (more: Partial<Member> = {}): Member => ({
  memberId: 'member-1',
  card: 'M01',
  sex: 'f',
  povertyLevel: undefined,
  zone: 'A',
  isFormer: false,
  admittedOn: '2025-01-01',
  offices: [],
  ...more,
})

const stranger: Person = {
  networkId,
  memberOf: [],
  staffRoles: [],
  assignedTo: [],
  isByCard: false,
}

const doorOf = (found: Member | undefined, isOpen = true) => ({
  fundId,
  auditors: isOpen ? [{ networkId, from: '2026-01-01', until: '2026-12-31' }] : [],
  member: found,
})

const own = [{ fundId, memberId: 'member-1' }]
const held = (office: Office, from = '2026-01-01') => ({ office, from })

describe('what somebody is to a fund', () => {
  test('a member is a household member, and holds each office from its day on', () => {
    const offices = [held('chair', '2026-03-01'), held('counter', '2026-03-02')]
    const person = { ...stranger, memberOf: own }
    const door = doorOf(member({ offices }))
    expect(rolesInFund(person, door, '2026-02-28')).toEqual(['household-member'])
    expect(rolesInFund(person, door, day)).toEqual(['household-member', 'chair'])
    expect(rolesInFund(person, door, '2026-03-02')).toContain('counter')
  })

  test('a former member sees what is owed, and holds no office any more', () => {
    const former = member({ isFormer: true, offices: [held('chair')] })
    expect(rolesOfMember(former, day)).toEqual(['household-member'])
  })

  test('a printed card makes nobody an officer', () => {
    const offices = (['chair', 'record-keeper', 'box-keeper', 'counter', 'committee'] as const).map(
      (office) => held(office),
    )
    const person = { ...stranger, memberOf: own, isByCard: true }
    expect(rolesInFund(person, doorOf(member({ offices })), day)).toEqual(['household-member'])
  })

  test('a card of a member whom the fund does not know, or of another member, opens nothing', () => {
    const person = { ...stranger, memberOf: own, isByCard: true }
    expect(rolesInFund(person, doorOf(undefined), day)).toEqual([])
    expect(rolesInFund(person, doorOf(member({ memberId: 'member-2' })), day)).toEqual([])
  })

  test('a member of another fund is nothing here, though the number is the same', () => {
    const elsewhere = { ...stranger, memberOf: [{ fundId: 'fund-b', memberId: 'member-1' }] }
    expect(rolesInFund(elsewhere, doorOf(member()), day)).toEqual([])
    const both = { ...elsewhere, memberOf: [...elsewhere.memberOf, ...own] }
    expect(rolesInFund(both, doorOf(member()), day)).toEqual(['household-member'])
  })

  test('each office is a role of its own', () => {
    const roleBy = {
      chair: 'chair',
      'record-keeper': 'record-keeper',
      'box-keeper': 'box-keeper',
      counter: 'counter',
      committee: 'committee-member',
      'key-holder': 'key-holder',
    } as const
    for (const [office, role] of Object.entries(roleBy))
      expect(rolesOfMember(member({ offices: [held(office as Office)] }), day)).toEqual([
        'household-member',
        role,
      ])
  })
})

describe('what an auditor and other staff are to a fund', () => {
  test('an auditor who lives in the village is both there, and by card a household member', () => {
    const both: Person = {
      ...stranger,
      memberOf: own,
      staffRoles: ['auditor'],
      assignedTo: [fundId],
    }
    const door = doorOf(member({ offices: [held('chair')] }))
    expect(rolesInFund(both, door, day)).toEqual(['household-member', 'chair', 'auditor'])
    expect(rolesInFund({ ...both, staffRoles: [] }, door, day)).not.toContain('auditor')
    expect(rolesInFund({ ...both, isByCard: true }, door, day)).not.toContain('chair')
  })

  test('the fund’s leave to an auditor begins on its first day and ends after its last', () => {
    const auditor: Person = { ...stranger, staffRoles: ['auditor'], assignedTo: [fundId] }
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01']
    expect(days.map((one) => rolesInFund(auditor, doorOf(undefined), one))).toEqual([
      [],
      ['auditor'],
      ['auditor'],
      [],
    ])
  })

  test('an auditor needs the post, the assignment and the fund’s own leave, each of them', () => {
    const auditor: Person = { ...stranger, staffRoles: ['auditor'], assignedTo: [fundId] }
    const door = doorOf(undefined)
    expect(rolesInFund(auditor, door, day)).toEqual(['auditor'])
    expect(rolesInFund({ ...auditor, staffRoles: ['administrator'] }, door, day)).toEqual([])
    expect(rolesInFund({ ...auditor, assignedTo: ['fund-b'] }, door, day)).toEqual([])
    expect(rolesInFund({ ...auditor, networkId: 'network-b' }, door, day)).toEqual([])
    expect(rolesInFund(auditor, doorOf(undefined, false), day)).toEqual([])
    expect(rolesInFund(auditor, door, '2027-01-01')).toEqual([])
  })

  test('staff of every other kind are nothing to a fund', () => {
    const person = { ...stranger, assignedTo: [fundId] }
    for (const role of staffRoles.filter((one) => one !== 'auditor'))
      expect(rolesInFund({ ...person, staffRoles: [role] }, doorOf(member()), day)).toEqual([])
  })
})

describe('what somebody is to a network', () => {
  test('staff are what they were appointed, in their own network alone, and never by card', () => {
    const person: Person = { ...stranger, staffRoles: ['administrator'] }
    expect(rolesInNetwork(person, networkId)).toEqual(['administrator'])
    expect(rolesInNetwork(person, 'network-b')).toEqual([])
    expect(rolesInNetwork({ ...person, isByCard: true }, networkId)).toEqual([])
  })
})

describe('what a right comes to', () => {
  test('whoever is somebody is told how far an action goes', () => {
    expect(rightTo('read-loans', ['chair'])).toBe('all')
    expect(rightTo('read-loan', ['household-member'])).toBe('own')
    expect(rightTo('read-loan', ['household-member', 'auditor'])).toBe('all')
    expect(rightTo('read-loans', ['household-member'])).toBe('no')
  })

  test('staff are six kinds of people, and whoever serves a fund is none of them', () => {
    const staff = [
      'migration-worker',
      'case-supervisor',
      'auditor',
      'administrator',
      'watchdog-reviewer',
      'operator',
    ]
    expect(roles.filter(isStaffRole)).toEqual(staff)
  })
})

/** Asks members, writes down what one says is not, audits, and links the own sign-in. */
const writesOfAuditor = [
  'BeginConfirmation',
  'RecordConfirmationAnswer',
  'RaiseDispute',
  'PlanAudit',
  'MoveAudit',
  'CancelAudit',
  'RecordAuditTest',
  'RaiseAuditFinding',
  'CloseAuditFinding',
  'FollowUpAuditFinding',
  'GiveAuditOpinion',
  'LinkSignIn',
]

describe('the table', () => {
  const anyRole = fc.constantFrom(...roles)
  const anyAction = fc.constantFrom(...actions)

  test('where somebody is nobody, everything looks as if it were not there', () => {
    for (const action of actions) expect(rightTo(action, [])).toBe('not-found')
  })

  test('more roles never take a right away, and their order does not matter', () => {
    const width = { no: 0, own: 1, all: 2 }
    fc.assert(
      fc.property(
        anyAction,
        fc.uniqueArray(anyRole, { minLength: 1 }),
        anyRole,
        (action, has, more) => {
          const before = width[scopeFor(action, has)]
          expect(width[scopeFor(action, [...has, more])]).toBeGreaterThanOrEqual(before)
          expect(scopeFor(action, has.toReversed())).toBe(scopeFor(action, has))
          expect(before).toBe(Math.max(...has.map((role) => width[scopeOf(action, role)])))
        },
      ),
    )
  })

  test('a household member writes no command, and reads and disputes own lines alone', () => {
    for (const action of actions) {
      const scope = scopeOf(action, 'household-member')
      expect(scope).not.toBe('all')
      if (/^[A-Z]/.test(action)) expect(scope).toBe('no')
    }
  })

  test('an auditor asks members whether their balance is right, writes down what one says is not, audits, and nothing else', () => {
    const writes = actions.filter((action) => /^([A-Z]|manage|import)/.test(action))
    expect(writes.length).toBeGreaterThan(30)
    const allowed = writes.filter((action) => scopeOf(action, 'auditor') !== 'no')
    expect(allowed).toEqual(writesOfAuditor)
  })

  test('who administers a network sees no fund by it', () => {
    const ofFund = actions.slice(0, actions.indexOf('see-network'))
    expect(ofFund).toContain('read-loans')
    for (const action of ofFund)
      for (const role of staffRoles.filter((one) => one !== 'auditor'))
        expect(scopeOf(action, role)).toBe('no')
  })

  test('names that the table does not hold get nothing, not even those that every object has', () => {
    const names = ['', 'ReadAll', 'constructor', '__proto__', 'toString', 'hasOwnProperty']
    const others = [...names, 'length', 'name', 'root']
    for (const action of [...names, 'see-fund'])
      for (const role of others) expect(scopeOf(action as Action, role as Role)).toBe('no')
    for (const name of others) expect(isStaffRole(name)).toBe(false)
  })
})
