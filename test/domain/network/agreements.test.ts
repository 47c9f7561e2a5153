import { expect, test } from 'vitest'
import { type NetworkBody, isKnownToNetwork } from '#domain/network.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const [fundId, auditor, other] = ['fund', 'auditor', 'other'].map(idOf) as [string, string, string]
const agreementId = idOf('agreement')
const said = { agreementId, userIds: [auditor], until: '2026-06-30' }

/** A network with one fund and two auditors. */
const life = () => {
  const its = networkLife()
  its.give('program', 'JoinFund', '2026-01-01', { fundId })
  for (const userId of [auditor, other])
    its.give('program', 'AppointStaff', '2026-01-01', {
      userId,
      role: 'auditor',
      until: '2026-12-31',
    })
  return { ...its, agreed: () => its.network.agreements.get(agreementId) }
}

test('an agreement is kept with its funds, its people and its term, and asked for once', () => {
  const { give, agreed } = life()
  const offer = { ...said, fundIds: [fundId] }
  expect(give('ann', 'OfferAgreement', '2026-02-01', offer)).toBe('recorded')
  expect(agreed()).toEqual({
    agreementId,
    fundIds: [fundId],
    userIds: [auditor],
    terms: [{ from: '2026-02-01', until: '2026-06-30' }],
  })
  expect(give('ann', 'OfferAgreement', '2026-02-01', offer)).toBe('agreement-already-there')
})

test('it is renewed while it runs, for longer than it did, and with whoever is named besides', () => {
  const { give, agreed } = life()
  const renew = (on: string, more: object = {}) =>
    give('ann', 'RenewAgreement', on, { ...said, userIds: [other], until: '2026-09-30', ...more })
  expect(renew('2026-03-01')).toBe('agreement-unknown /agreementId')
  give('ann', 'OfferAgreement', '2026-02-01', { ...said, fundIds: [fundId] })
  expect(renew('2026-03-01', { until: '2026-06-30' })).toBe('agreed-longer')
  // On its last day it still runs, on the next it is over.
  expect(renew('2026-07-01')).toBe('agreement-over')
  expect(renew('2026-06-30')).toBe('recorded')
  expect(agreed()).toMatchObject({
    userIds: [auditor, other],
    terms: [{ until: '2026-06-30' }, { from: '2026-06-30', until: '2026-09-30' }],
  })
})

test('it ends for all who were ever of it, and is not renewed after that', () => {
  const { give } = life()
  give('ann', 'OfferAgreement', '2026-02-01', { ...said, fundIds: [fundId] })
  give('ann', 'RenewAgreement', '2026-03-01', { ...said, userIds: [other], until: '2026-09-30' })
  const end = (userIds: readonly string[]) =>
    give('ann', 'EndAgreement', '2026-04-01', { agreementId, userIds })
  expect(end([auditor])).toBe('auditors-missing')
  expect(end([auditor, other])).toBe('recorded')
  expect(end([auditor, other])).toBe('agreement-over')
  expect(give('ann', 'RenewAgreement', '2026-04-02', { ...said, until: '2026-12-01' })).toBe(
    'agreement-over',
  )
})

test('the audit of a network’s book knows what an entry could name, and what nobody wrote down before it', () => {
  const { network, give } = life()
  const isKnown = (body: object) =>
    isKnownToNetwork(network, {
      id: idOf('entry'),
      seq: 9,
      effectiveOn: '2026-03-01',
      recordedAt: '2026-03-01T02:00:00.000Z',
      recordedBy: 'ann',
      hash: '0'.repeat(64),
      body: body as NetworkBody,
    })
  const renewed = { type: 'AgreementRenewed', ...said }
  expect(isKnown(renewed)).toBe(false)
  expect(isKnown({ type: 'AgreementOffered', ...said, fundIds: [fundId] })).toBe(true)
  give('ann', 'OfferAgreement', '2026-02-01', { ...said, fundIds: [fundId] })
  expect(isKnown(renewed)).toBe(true)
  // An agency comes first, and then what is said of it.
  const partyId = idOf('Golden River')
  expect(isKnown({ type: 'PartyRegistered', partyId })).toBe(true)
  expect(isKnown({ type: 'PartyFactsRecorded', partyId })).toBe(false)
  const factId = idOf('name')
  expect(isKnown({ type: 'PartyFactWithdrawn', partyId, factId })).toBe(false)
  // A link that nobody set cannot end, and one that is there is not set again.
  const linkId = idOf('link')
  expect(isKnown({ type: 'LinkEnded', linkId })).toBe(false)
  expect(isKnown({ type: 'LinkSet', linkId })).toBe(true)
})
