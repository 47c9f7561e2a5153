import { expect, test } from 'vitest'
import type { SessionRow, User } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { type Approval, approvalRefusal, ofTwoPeople } from '#src/app/approvals.ts'
import { helpsItself, needsHelp, whoseMatter } from '#src/app/identity/fund-logins.ts'
import { personOf } from '#src/app/identity/persons.ts'
import { powerRefusal } from '#src/app/powers.ts'
import { setDisabled } from '#src/app/identity/users.ts'
import { vouch } from '#src/app/identity/vouching.ts'
import { byOfficers } from '#test/support/committee.ts'
import { day, fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const commandId = '00000000-0000-7000-c000-000000000001'
const reversal = (approvedBy: string): Command => ({
  id: commandId,
  v: 1,
  type: 'ReverseEntry',
  effectiveOn: day,
  reverses: commandId,
  reason: 'wrong-amount',
  approvedBy,
})

/** o1 writes at the desk, o2 sits beside. */
const atDesk = async () => {
  const its = await smallNetwork()
  const [writer, beside] = [await its.member('o1'), await its.member('o2')]
  const session = await its.sessionOf(writer)
  const asked = async (
    command: Command,
    {
      approval,
      dryRun = false,
      taken = false,
      as = session,
    }: { approval?: Approval; dryRun?: boolean; taken?: boolean; as?: SessionRow } = {},
  ) =>
    approvalRefusal(its.needs, {
      fundId,
      caller: { session: as, person: await personOf(its.store, as, day) },
      day,
      dryRun,
      approvalOf: (id) => (id === commandId ? approval : undefined),
      isTaken: async () => taken,
    })(command)
  const word = (login: string, secret = `secret of ${login}`): Approval => ({ login, secret })
  return { ...its, writer, beside, session, asked, word }
}

test('what takes two people is taken with the word of the one who is named, and of nobody else', async () => {
  const { asked, word, member } = await atDesk()
  await member('o3')
  expect(await asked(reversal('o2'), { approval: word('o2') })).toBeUndefined()
  expect(await asked(reversal('o2'))).toBe('approval-needed')
  expect(await asked(reversal('o2'), { approval: word('o3') })).toBe('approval-of-another')
  expect(await asked(reversal('o2'), { approval: word('o2', 'not it') })).toBe('sign-in-failed')
  expect(await asked(reversal('o1'), { approval: word('o1') })).toBe('approver-not-another')
})

test('a dry run and what was taken already ask for no secret, but never let somebody approve alone', async () => {
  const { asked } = await atDesk()
  expect(await asked(reversal('o2'), { dryRun: true })).toBeUndefined()
  expect(await asked(reversal('o2'), { taken: true })).toBeUndefined()
  expect(await asked(reversal('o1'), { dryRun: true })).toBe('approver-not-another')
  expect(await asked(reversal('o1'), { taken: true })).toBe('approver-not-another')
})

test('where nobody is named, what takes two is not taken, and what one may do is', async () => {
  const { asked, entered } = await atDesk()
  const unnamed = { ...reversal('o2'), approvedBy: undefined } as unknown as Command
  expect(await asked(unnamed)).toBe('approval-needed')
  const appoint = (memberId: string) =>
    ({
      id: commandId,
      v: 1,
      type: 'AppointOfficer',
      effectiveOn: day,
      memberId,
      office: 'counter',
    }) as const
  expect(await asked(appoint('m1'))).toBe('approval-needed')
  const fine = { id: commandId, v: 1, type: 'RecordFine', effectiveOn: day } as const
  expect(await asked({ ...fine, memberId: 'm1', amount: 500 })).toBeUndefined()
  await entered(
    ['o2', 'o3', 'o4', 'o5'].map((memberId) => ({
      type: 'RecordMemberChange' as const,
      effectiveOn: '2025-02-01',
      memberId,
      change: 'left' as const,
      confirmedBy: 'o1',
    })),
  )
  expect(await asked(appoint('m1'))).toBeUndefined()
  expect(await asked(unnamed)).toBe('approval-needed')
})

const ballot = byOfficers(['o1', 'o2', 'o3', 'o4'], [], { confirmedBy: 'o2' })
const of = (type: string, more: object): Command =>
  ({ id: commandId, v: 1, effectiveOn: day, type, ...more }) as unknown as Command

test.each([
  ...['ReverseEntry', 'AnswerDispute', 'EndOffice', 'AssignUnexplained', 'UndoRelief'].map(
    (type) => [type, { approvedBy: 'o2' }] as const,
  ),
  ['OpenEmergencyLine', { witnessId: 'o2' }] as const,
  ...[
    'AmendCharter',
    'AdmitAuditors',
    'ClosePeriod',
    'SetWindowTerms',
    'SettleTakeOver',
    'DismissAuditors',
    'DecideFuture',
    'SetReceivingAccount',
    'AppointOfficer',
    'ElectOfficers',
    'ComparePaper',
    'FoundVenture',
    'RecordVentureMove',
    'CountVenture',
    'ShareVentureProfit',
    'CloseVenture',
  ].map((type) => [type, { confirmedBy: 'o2' }] as const),
  ...[
    'ActivateRelief',
    'RatifyRelief',
    'RenewRelief',
    'PromiseEmergencyLines',
    'DecideLoan',
    'RescheduleLoan',
    'ConvertLoan',
    'WriteOffLoan',
    'ShareOut',
    'PayInterestOnSavings',
    'SettleDeath',
    'DecideSupport',
  ].map((type) => [type, { ballot }] as const),
])('%s waits for the word of the one whom it names', async (type, names) => {
  const { asked, word } = await atDesk()
  expect(ofTwoPeople).toContain(type)
  expect(await asked(of(type, names))).toBe('approval-needed')
  expect(await asked(of(type, names), { approval: word('o2') })).toBeUndefined()
})

const vouched = async (
  its: Awaited<ReturnType<typeof atDesk>>,
  login: string,
  about?: { readonly userId: string | undefined },
  caller: SessionRow = its.session,
) => {
  const approver = { login, secret: `secret of ${login}` }
  const told = await vouch(its.needs, {
    fundId,
    caller,
    approver,
    day,
    ...(about ? { about } : {}),
  })
  return 'code' in told ? told.code : told.memberId
}

test('an officer vouches, and no member without an office, nor one whose office is over', async () => {
  const its = await atDesk()
  await its.member('m1')
  expect(await vouched(its, 'o2')).toBe('o2')
  expect(await vouched(its, 'm1')).toBe('approver-not-an-officer')
  expect(await vouched(its, 'o1')).toBe('approver-not-another')
  await its.entered([
    {
      type: 'EndOffice',
      effectiveOn: day,
      memberId: 'o2',
      office: 'record-keeper',
      why: 'resigned',
      approvedBy: 'o1',
    },
  ])
  expect(await vouched(its, 'o2')).toBe('approver-not-an-officer')
})

test('two logins of one member are one person, by whichever the member came', async () => {
  const its = await atDesk()
  const second = await its.person('o1 again')
  await its.store.keepMembership({
    networkId,
    userId: second.userId,
    fundId,
    memberId: 'o1',
  })
  expect(await vouched(its, 'o1 again')).toBe('approver-not-another')
  const byCard = { ...its.session, userId: undefined, card: { fundId, memberId: 'o2' } }
  expect(await vouched(its, 'o2', undefined, byCard)).toBe('approver-not-another')
})

test('an administrator vouches about a login where no officer is left who could, and about nothing else', async () => {
  const its = await atDesk()
  await its.staff('anne', 'administrator')
  await its.staff('ben', 'auditor')
  const about = { userId: undefined }
  expect(await vouched(its, 'anne', about)).toBe('approver-not-an-officer')
  await its.store.keepUser({ ...its.beside, secret: undefined })
  expect(await vouched(its, 'anne', about)).toBeUndefined()
  expect(await vouched(its, 'anne')).toBe('approver-not-an-officer')
  expect(await vouched(its, 'ben', about)).toBe('approver-not-an-officer')
  // Whose login it is does not count as the one who could have vouched.
  await its.store.keepUser(its.beside)
  expect(await vouched(its, 'anne', { userId: its.beside.userId })).toBeUndefined()
})

test('a fund helps itself while somebody who may give logins has a secret, shut out or not', async () => {
  const its = await atDesk()
  const asked = { networkId, fundId, day }
  expect(await helpsItself(its.store, asked)).toBe(true)
  const without = async (user: User) => its.store.keepUser({ ...user, secret: undefined })
  await without(its.beside)
  expect(await helpsItself(its.store, asked)).toBe(true)
  expect(await helpsItself(its.store, { ...asked, except: [its.writer.userId] })).toBe(false)
  await setDisabled(its.needs, its.writer, true)
  expect(await helpsItself(its.store, asked)).toBe(true)
  await without(its.writer)
  expect(await helpsItself(its.store, asked)).toBe(false)
})

test('a counter is an officer who could vouch, and gives no logins; a key-holder is neither', async () => {
  const its = await smallNetwork([
    {
      type: 'AppointOfficer',
      effectiveOn: '2025-01-02',
      memberId: 'm1',
      office: 'key-holder',
      confirmedBy: 'o1',
    },
  ])
  const asked = { networkId, fundId, day, caller: undefined, about: undefined }
  await its.member('m1')
  expect(await needsHelp(its.store, asked)).toBe(true)
  const counter = await its.member('o4')
  expect(await needsHelp(its.store, asked)).toBe(false)
  expect(await helpsItself(its.store, asked)).toBe(false)
  expect(await needsHelp(its.store, { ...asked, about: counter.userId })).toBe(true)
})

test('offices that somebody takes out of the views for a moment are still those of the journal', async () => {
  const its = await atDesk()
  const planted = { ...its.store, subject: async () => undefined, subjects: async () => [] }
  const asked = { networkId, fundId, day }
  expect(await helpsItself(planted, asked)).toBe(true)
  expect(await needsHelp(planted, { ...asked, caller: its.writer.userId, about: undefined })).toBe(
    false,
  )
})

test('a login is the matter of a fund that helps itself without it', async () => {
  const its = await smallNetwork()
  const chair = await its.member('o1')
  const member = await its.member('m1')
  const staff = await its.person('anne')
  const asked = ({ userId }: User) => whoseMatter(its.needs, { networkId, userId, day })
  expect(await asked(member)).toBe('officers')
  expect(await asked(chair)).toBe('anybody')
  expect(await asked(staff)).toBe('anybody')
})

test('power asks for the secret again after five minutes, and nobody gives it to the own self', async () => {
  const its = await atDesk()
  const person = await personOf(its.store, its.session, day)
  const refusal = (command: object) =>
    powerRefusal(its.needs, { session: its.session, person }, fundId)(command as Command)
  const appoint = (memberId: string) => ({ type: 'AppointOfficer', memberId })
  const staff = await its.person('anne')
  expect(await refusal(appoint('o3'))).toBeUndefined()
  expect(await refusal(appoint('o1'))).toBe('not-oneself')
  for (const type of ['AppointStaff', 'AssignStaff'])
    expect(await refusal({ type, userId: its.writer.userId })).toBe('not-oneself')
  expect(await refusal({ type: 'AppointStaff', userId: its.beside.userId })).toBe(
    'member-of-a-fund',
  )
  expect(await refusal({ type: 'AssignStaff', userId: its.beside.userId })).toBeUndefined()
  expect(await refusal({ type: 'AppointStaff', userId: staff.userId })).toBeUndefined()
  its.pass(299_999)
  expect(await refusal(appoint('o3'))).toBeUndefined()
  its.pass(1)
  expect(await refusal(appoint('o3'))).toBe('step-up-needed')
  expect(await refusal({ type: 'RecordFine', memberId: 'o1' })).toBeUndefined()
})

test('to another fund nobody is oneself', async () => {
  const its = await atDesk()
  const person = await personOf(its.store, its.session, day)
  const refusal = powerRefusal(its.needs, { session: its.session, person }, 'another fund')
  expect(await refusal({ type: 'AppointOfficer', memberId: 'o1' } as Command)).toBeUndefined()
})

test('whose secret is taken away gives no word for it', async () => {
  const { needs, beside, session: caller, word } = await atDesk()
  const asked = { fundId, caller, approver: word('o2'), day, about: { userId: beside.userId } }
  expect(await vouch(needs, asked)).toEqual({ code: 'approver-not-another' })
})
