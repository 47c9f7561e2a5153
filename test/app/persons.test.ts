import { expect, test } from 'vitest'
import type { Entry, Village } from '#domain/village.ts'
import { firstLink, onlyNetwork } from '#src/app/identity/first-administrator.ts'
import { memberOf, networkOf, personOf, rolesIn } from '#src/app/identity/persons.ts'
import { brokenBy } from '#src/app/refold.ts'
import { rebuildNetworkViews, rebuildViews } from '#src/app/rebuild.ts'
import { committeeStory, requested } from '#test/support/committee.ts'
import { paidOut } from '#test/support/village.ts'
import { day, fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const withStaff = async () => {
  const its = await smallNetwork()
  const anne = await its.staff('anne', 'auditor', '2025-03-01')
  const session = await its.sessionOf(anne)
  const { userId } = anne
  await its.decided([
    { type: 'AssignStaff', effectiveOn: '2025-02-01', userId, fundId, until: '2025-03-01' },
  ])
  const person = (on: string) => personOf(its.store, session, on)
  const roles = async (on: string) =>
    rolesIn(its.store, { person: await person(on), fundId, day: on })
  return { ...its, anne, session, person, roles }
}

test('somebody of the staff is so from the first to the last day, and at a fund as long as it lets the network in', async () => {
  const { entered, person, roles } = await withStaff()
  expect(await person('2025-01-31')).toMatchObject({ staffRoles: ['auditor'], assignedTo: [] })
  expect(await person('2025-02-01')).toMatchObject({ assignedTo: [fundId], isByCard: false })
  expect(await person('2025-03-01')).toMatchObject({ staffRoles: ['auditor'] })
  expect(await person('2025-03-02')).toMatchObject({ staffRoles: [], assignedTo: [] })
  expect(await roles('2025-02-10')).toEqual([])
  await entered([
    { type: 'AdmitAuditors', effectiveOn: '2025-02-05', networkId, until: '2025-02-20' },
  ])
  expect(await roles('2025-02-04')).toEqual([])
  expect(await roles('2025-02-05')).toEqual(['auditor'])
  expect(await roles('2025-02-20')).toEqual(['auditor'])
  expect(await roles('2025-02-21')).toEqual([])
})

test('by a card somebody is a household, whatever offices the member holds; by a login the offices too', async () => {
  const its = await smallNetwork()
  const session = await its.sessionOf(await its.member('o1'))
  const byLogin = await personOf(its.store, session, day)
  expect(byLogin).toMatchObject({ memberOf: [{ fundId, memberId: 'o1' }], isByCard: false })
  expect(await rolesIn(its.store, { person: byLogin, fundId, day })).toEqual([
    'household-member',
    'chair',
  ])
  const card = { fundId, memberId: 'o1' }
  const byCard = await personOf(its.store, { ...session, userId: undefined, card }, day)
  expect(byCard).toEqual({
    networkId,
    memberOf: [card],
    staffRoles: [],
    assignedTo: [],
    isByCard: true,
  })
  expect(await rolesIn(its.store, { person: byCard, fundId, day })).toEqual(['household-member'])
  expect(await rolesIn(its.store, { person: byCard, fundId: networkId, day })).toEqual([])
  const nobody = await personOf(its.store, { ...session, userId: undefined }, day)
  expect(await rolesIn(its.store, { person: nobody, fundId, day })).toEqual([])
})

test('a fund is of the network that it joined, and a member is one of the fund', async () => {
  const { store } = await smallNetwork()
  expect(await networkOf(store, ['none', networkId], fundId)).toBe(networkId)
  expect(await networkOf(store, ['none'], fundId)).toBeUndefined()
  expect(await networkOf(store, [networkId], 'another')).toBeUndefined()
  expect((await memberOf(store, fundId, 'm1'))?.card).toBe('M1')
  expect(await memberOf(store, fundId, 'gone')).toBeUndefined()
})

const village = (): Village =>
  committeeStory([
    requested(),
    paidOut({ on: '2025-01-20', principal: 1000, months: 1, loanId: 'p1' }),
  ]).village
const broken = (body: object, of = village()) =>
  brokenBy(of, { body: { postings: [], ...body } } as unknown as Entry)

test.each([
  ['a second founding', { type: 'FundFounded' }],
  ['an unknown member', { type: 'FinePaid', memberId: 'gone' }],
  ['a member who was admitted before', { type: 'MemberAdmitted', memberId: 'm1' }],
  ['a change of nobody', { type: 'MemberChanged', memberId: 'gone' }],
  ['a repayment of no loan', { type: 'RepaymentRecorded', loanId: 'l1' }],
  ['an appraisal of what nobody asked for', { type: 'LoanAppraised', loanId: 'p1' }],
  [
    'one payment of which a loan is none',
    { type: 'PaymentSpread', parts: [{ loanId: 'p1' }, { loanId: 'x' }] },
  ],
  ['relief of no loan', { type: 'ReliefRecorded', touched: [{ loanId: 'p1' }, { loanId: 'x' }] }],
  ['a reversal of nothing', { type: 'EntryReversed', reverses: 'gone' }],
  ['a line of the bank about no entry', { type: 'BankLineMatched', entryIds: ['gone'] }],
  ['an answer to no dispute', { type: 'DisputeAnswered', disputeId: 'gone' }],
])('%s names what is not there', (_, body) => {
  expect(broken(body)).toEqual(['reference'])
})

test('what names what is there is sound, and before the founding nothing is', () => {
  for (const body of [
    { type: 'FinePaid', memberId: 'm1' },
    { type: 'MemberAdmitted', memberId: 'new' },
    { type: 'MemberChanged', memberId: 'm1' },
    { type: 'RepaymentRecorded', loanId: 'p1' },
    { type: 'LoanAppraised', loanId: 'l1' },
    { type: 'PaymentSpread', parts: [{ loanId: 'p1' }] },
    { type: 'ReliefRecorded', touched: [{ loanId: 'p1' }] },
    { type: 'ExpensePaid' },
  ])
    expect(broken(body)).toEqual([])
  const empty = { ...village(), fund: undefined }
  expect(broken({ type: 'ExpensePaid' }, empty)).toEqual(['reference'])
  expect(broken({ type: 'FundFounded' }, empty)).toEqual([])
})

test('what was taken back is not taken back again', () => {
  const of = village()
  const [id, kept] = [...of.kept][0]!
  expect(broken({ type: 'EntryReversed', reverses: id }, of)).toEqual([])
  of.kept.set(id, { ...kept, reversedBy: 'e9' } as never)
  expect(broken({ type: 'EntryReversed', reverses: id }, of)).toEqual(['reference'])
})

const posted = (on: string, sum = 0) => [
  { account: 'asset:cash-box', currency: 'KHR', on, amount: 5 },
  { account: 'income:fines', currency: 'KHR', on, amount: sum - 5 },
]

test('money of the last day of a closed period is late, of the day after it is not; sums that do not meet are told', () => {
  const of = village()
  const closed = { ...of, fund: { ...of.fund!, closedThrough: '2025-01-31' } } as Village
  const at = (on: string, sum = 0, inside = closed) =>
    broken({ type: 'FinePaid', memberId: 'm1', postings: posted(on, sum) }, inside)
  expect(at('2025-01-31')).toEqual(['period'])
  expect(at('2025-02-01')).toEqual([])
  expect(at('2025-01-31', 0, of)).toEqual([])
  expect(at('2025-02-01', 1)).toEqual(['sum-to-zero'])
})

test('views that are made anew are those that were there, and the entries are counted', async () => {
  const { kept } = await smallNetwork()
  const before = [await kept.subjects(fundId), await kept.balances(fundId)]
  await kept.replace(fundId, { postings: [], flags: [], subjects: [] })
  expect(await rebuildViews(kept, fundId)).toBe((await kept.read(fundId, 0, 100)).length)
  expect([await kept.subjects(fundId), await kept.balances(fundId)]).toEqual(before)
  const network = await kept.networkSubjects(networkId)
  await kept.replaceNetwork(networkId, [])
  expect(await rebuildNetworkViews(kept, networkId)).toBe(2)
  expect(await kept.networkSubjects(networkId)).toEqual(network)
})

test('a service tells its first link until somebody administers it who has a secret and is not shut out', async () => {
  const its = await smallNetwork()
  const needs = { ...its.needs, recordNetwork: its.recordNetwork, today: () => day }
  const by = { actor: 'program', device: 'program' }
  const told = async () =>
    (await firstLink(needs, { url: 'https://x', by })).includes('/begin?key=')
  expect(await told()).toBe(true)
  const anne = await its.staff('anne', 'administrator', day)
  expect(await told()).toBe(false)
  await its.store.keepUser({ ...anne, disabledAt: '2025-03-01T00:00:00.000Z' })
  expect(await told()).toBe(true)
  await its.store.keepUser({ ...anne, secret: undefined })
  expect(await told()).toBe(true)
  await its.store.keepUser(anne)
  expect(
    (await firstLink({ ...needs, today: () => '2025-03-02' }, { url: 'https://x', by })).includes(
      'key=',
    ),
  ).toBe(true)
  expect(await onlyNetwork(needs, by)).toBe(networkId)
})
