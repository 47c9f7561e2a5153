import { expect, test } from 'vitest'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { committeeAfter } from '#test/support/committee.ts'
import { type StoryCommand, answerTo, bodyOf } from '#test/support/village.ts'
import { sha256 } from '#infra/system/system.ts'

const on = '2025-02-01'
const networkId = uuidOfHash(sha256('network'))
const votes = { present: 10, yes: 10, no: 0 }
const letIn: StoryCommand = {
  type: 'AdmitAuditors',
  effectiveOn: on,
  networkId,
  until: '2025-12-31',
}
const after = () => committeeAfter([letIn])

const charter = after().fund!.charters[0]!.charter
const acts: readonly StoryCommand[] = [
  { type: 'AmendCharter', effectiveOn: on, charter, votes },
  { type: 'DismissAuditors', effectiveOn: on, networkId, votes },
  { type: 'DecideFuture', effectiveOn: on, future: 'rest', votes },
  {
    type: 'SetReceivingAccount',
    effectiveOn: on,
    place: 'bank',
    account: 'village_fund@bank',
    called: 'Village Fund',
    city: 'Battambang',
  },
  { type: 'AppointOfficer', effectiveOn: on, memberId: 'm1', office: 'counter' },
]
const by = (act: StoryCommand, confirmedBy: string): StoryCommand =>
  ({ ...act, confirmedBy }) as StoryCommand

test.each(acts)(
  '$type names the officer who stands behind it, and the entry keeps the name',
  (act) => {
    expect(bodyOf(answerTo(after(), by(act, 'o2')))).toMatchObject({ confirmedBy: 'o2' })
    // A book that is brought in whole, and every journal that was written before, names nobody.
    expect(bodyOf(answerTo(after(), act))).not.toHaveProperty('confirmedBy')
  },
)

test.each(acts)('nobody stands behind $type but an officer who is at home', (act) => {
  expect(answerTo(after(), by(act, 'm2'))).toMatchObject({ code: 'approver-not-an-officer' })
  expect(answerTo(after(), by(act, 'nobody'))).toMatchObject({ at: '/confirmedBy' })
  const away: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: on,
    memberId: 'o2',
    change: 'away',
    proxy: 'm2',
  }
  const while_ = committeeAfter([letIn, away])
  expect(answerTo(while_, by(act, 'o2'))).toMatchObject({ code: 'approver-not-an-officer' })
})

test('nobody stands behind the own appointment', () => {
  const own: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: on,
    memberId: 'o2',
    office: 'counter',
  }
  expect(answerTo(after(), by(own, 'o2'))).toMatchObject({ code: 'approver-not-an-officer' })
})
