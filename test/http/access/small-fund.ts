import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import { supportCodeFrom } from '#domain/grants/support.ts'
import type { Command } from '#domain/village.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'

/** Everybody of a small fund who holds something in it, and two who hold nothing but a membership. */
export const memberNames = [
  'household-card',
  'household-login',
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
  'neighbour',
  'second-officer',
  'key-holder',
] as const
export type MemberName = (typeof memberNames)[number]

/** What a test needs to ask for of a fund. Each loan has been paid back in part. */
export type SmallFund = {
  readonly fundId: string
  readonly networkId: string
  /** A word that stands in every text of this fund, and in no other's. */
  readonly canary: string
  /** What the logins of its members begin with; the network's word, since logins are the network's. */
  readonly logins: string
  readonly memberIds: Readonly<Record<MemberName, string>>
  readonly loanIds: Readonly<Record<MemberName, string>>
  /** The repayment of each loan. */
  readonly entryIds: Readonly<Record<MemberName, string>>
  /** What was said not to be right of the neighbour's savings. */
  readonly disputeId: string
  /** A hundred that was taken to the bank. */
  readonly toBankId: string
  /** A grant that was looked at and waits for the vote. */
  readonly supportCode: string
}

type Making = {
  readonly record: Recorder
  readonly ids: () => string
  readonly networkId: string
  readonly canary: string
  readonly logins: string
  readonly villageCode: string
}

export const opened = '2025-01-20'
const lent = '2025-06-20'
const paid = '2025-09-20'

const officeOf: Partial<Readonly<Record<MemberName, Office>>> = {
  chair: 'chair',
  'record-keeper': 'record-keeper',
  'box-keeper': 'box-keeper',
  counter: 'counter',
  'committee-member': 'committee',
  'second-officer': 'committee',
  'key-holder': 'key-holder',
}

const on = (id: string, effectiveOn: string) => ({ id, v: 1 as const, effectiveOn })

const founding = ({ ids, villageCode, canary: windowId }: Making): Command => ({
  ...on(ids(), opened),
  type: 'FoundFund',
  villageCode,
  charter: defaultCharter,
  opening: {
    cash: 6_000_000,
    provision: 0,
    social: 0,
    reserve: 5_500_000,
    windows: [{ windowId, amount: 500_000 }],
  },
})

/** A member's admission, office, shares, loan and repayment. */
const lifeOfMember = (fund: SmallFund, name: MemberName, { ids }: Making): Command[] => {
  const i = memberNames.indexOf(name)
  const { canary } = fund
  const memberId = fund.memberIds[name]
  const loanId = fund.loanIds[name]
  const office = officeOf[name]
  const admitted = { memberId, card: `${canary}-M${i}`, zone: `${canary}-Z`, isFormer: false }
  const terms = { product: 'normal' as const, principal: 100_000 + i * 1000, months: 10 }
  const appointed = office && {
    ...on(ids(), opened),
    type: 'AppointOfficer' as const,
    memberId,
    office,
  }
  return [
    { ...on(ids(), opened), type: 'AdmitMember', sex: i % 2 === 0 ? 'f' : 'm', ...admitted },
    ...(appointed ? [appointed] : []),
    { ...on(ids(), opened), type: 'BuyShares', memberId, shares: 5 },
    // Paid out before anybody had decided, so that the request still waits.
    { ...on(ids(), lent), type: 'RequestLoan', loanId, memberId, ...terms, purpose: 'farm' },
    {
      ...on(ids(), lent),
      type: 'RecordPayout',
      loanId,
      number: `${canary}-L${i}`,
      memberId,
      ...terms,
    },
    { ...on(fund.entryIds[name], paid), type: 'RecordRepayment', loanId, amount: 20_000 },
  ]
}

/** Something of everything that a village writes down, so that every page of it has a row to show. */
const lifeOf = (fund: SmallFund, making: Making): Command[] => {
  const { ids, canary } = making
  const windowId = canary
  const loanId = fund.loanIds.neighbour
  const grantNumber = `${canary}-G1`
  return [
    founding(making),
    ...memberNames.flatMap((name) => lifeOfMember(fund, name, making)),
    { ...on(ids(), paid), type: 'OpenMeeting', count: { amount: 5_000_000, isByNote: false } },
    { ...on(ids(), paid), type: 'CloseMeeting', count: { amount: 5_000_000, isByNote: true } },
    {
      ...on(ids(), paid),
      type: 'RecordWriteOff',
      loanId,
      amount: 1000,
      minute: `${canary}-minute`,
    },
    {
      ...on(fund.disputeId, paid),
      type: 'RaiseDispute',
      about: { kind: 'savings', memberId: fund.memberIds.neighbour },
      reason: 'other',
    },
    {
      ...on(fund.toBankId, paid),
      type: 'RecordTransfer',
      amount: 100,
      from: 'box',
      to: 'bank',
      names: [fund.memberIds.neighbour, fund.memberIds.chair],
    },
    { ...on(ids(), paid), type: 'RecordDonation', windowId, amount: 10_000 },
    { ...on(ids(), paid), type: 'RecordGrantPayout', windowId, grantNumber, amount: 5000 },
    {
      ...on(ids(), paid),
      type: 'AskForSupport',
      code: fund.supportCode,
      windowId,
      amount: 4000,
      parts: 1,
      broughtBy: 'fund',
      fileHash: 'b'.repeat(64),
    },
    { ...on(ids(), paid), type: 'TakeSupportStep', code: fund.supportCode, step: 'checked' },
    {
      ...on(ids(), '2025-10-20'),
      type: 'RecordRelief',
      eventId: `${canary}-flood`,
      kind: 'flood',
      touched: [{ loanId, from: '2025-10-20', to: '2026-01-20' }],
    },
  ]
}

const byName = (of: () => string): Record<MemberName, string> =>
  Object.fromEntries(memberNames.map((name) => [name, of()])) as Record<MemberName, string>

export const assertAccepted = (answers: readonly Answer[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed) throw new Error(`the fixture cannot be made: ${JSON.stringify(failed)}`)
}

/** Founds a fund with ten members, each with shares, a loan and a repayment. */
export const makeFund = async (making: Making): Promise<SmallFund> => {
  const { ids, record, networkId, canary, logins } = making
  const fund: SmallFund = {
    fundId: ids(),
    networkId,
    canary,
    logins,
    memberIds: byName(ids),
    loanIds: byName(ids),
    entryIds: byName(ids),
    disputeId: ids(),
    toBankId: ids(),
    supportCode: supportCodeFrom(sha256(ids())),
  }
  assertAccepted(await record(fund.fundId, lifeOf(fund, making), { actor: canary, device: canary }))
  return fund
}
