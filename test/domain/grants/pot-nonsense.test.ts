import { expect, test } from 'vitest'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { type NetworkCommand, decideNetwork, emptyNetwork, evolveNetwork } from '#domain/network.ts'
import { sha256 } from '#infra/system/system.ts'

const idOf = (name: string): string => uuidOfHash(sha256(name))
const [ann, bopha, worker] = ['ann', 'bopha', 'worker'].map(idOf) as [string, string, string]
const on = '2026-02-01'
const windowId = 'safe-ways'
const code = 'S-AAAA2222'

/** A network with two who decide, 1,000 in a window of its pot, and a grant of 600 that was looked into. */
const begun = (held = 1000, amount = 600) => {
  const network = emptyNetwork()
  let made = 0
  const answerTo = (type: NetworkCommand['type'], more: object) => {
    made += 1
    const command = { id: idOf(`entry ${made}`), v: 1, type, effectiveOn: on, ...more }
    return { command, decision: decideNetwork(network, command as NetworkCommand) }
  }
  const give = (type: NetworkCommand['type'], more: object = {}): string => {
    const { command, decision } = answerTo(type, more)
    if (decision.outcome === 'invalid') return `${decision.code} ${decision.at}`
    if (decision.outcome === 'refused') return decision.code
    evolveNetwork(network, {
      id: command.id,
      seq: made,
      effectiveOn: command.effectiveOn,
      recordedAt: '2026-02-01T02:00:00.000Z',
      recordedBy: 'story',
      hash: '0'.repeat(64),
      body: decision.body,
    })
    return ['recorded', ...decision.body.flags].join(' ')
  }
  const until = '2026-12-31'
  give('FoundNetwork', { effectiveOn: '2026-01-01' })
  give('AppointStaff', { userId: ann, role: 'administrator', until })
  give('AppointStaff', { userId: bopha, role: 'case-supervisor', until })
  give('OpenPotWindow', { windowId, currency: 'KHR' })
  if (held > 0) give('RecordPotDonation', { id: idOf('gift'), windowId, amount: held })
  give('AskFromPot', asked({ amount }))
  give('TakePotStep', { code, step: 'checked' })
  return give
}

const asked = (more: object = {}) => ({
  code,
  windowId,
  amount: 600,
  parts: 2,
  fileHash: 'a'.repeat(64),
  askedBy: worker,
  ...more,
})
const decided = (more: object = {}) => ({ code, isApproved: true, deciders: [ann, bopha], ...more })
const gift = idOf('gift')

test.each<[NetworkCommand['type'], object, string]>([
  ['OpenPotWindow', { windowId: 'A window', currency: 'KHR' }, 'window-not-a-code /windowId'],
  ['OpenPotWindow', { windowId: 'other', currency: 'EUR' }, 'currency-unknown /currency'],
  ['RecordPotDonation', { windowId, amount: 0 }, 'amount-not-whole /amount'],
  ['RecordPotDonation', { windowId, amount: 1.5 }, 'amount-not-whole /amount'],
  ['RecordPotDonation', { windowId, amount: 1, to: 'pocket' }, 'place-unknown /to'],
  ['RecordPotDonation', { windowId: 'other', amount: 1 }, 'window-unknown /windowId'],
  ['ReturnPotDonation', { windowId: 'other', amount: 1 }, 'window-unknown /windowId'],
  ['RecordPotPart', { code: 'S-BBBB3333', amount: 1 }, 'support-unknown /code'],
  ['AskFromPot', asked({ code: 'S-BBBB3333', askedBy: 'ann' }), 'user-not-an-id /askedBy'],
  ['AskFromPot', asked({ code: 'S-BBBB3333', windowId: 'other' }), 'window-unknown /windowId'],
  ['DecideFromPot', decided({ deciders: [ann, 'bopha'] }), 'user-not-an-id /deciders/1'],
  ['DecideFromPot', decided({ deciders: [ann, ann] }), 'decider-twice /deciders'],
  ['DecideFromPot', decided({ isApproved: 'yes' }), 'not-true-or-false /isApproved'],
  ['DecideFromPot', decided({ code: 'S-BBBB3333' }), 'support-unknown'],
  [
    'ReversePotEntry',
    { reverses: gift, reason: 'because', approvedBy: bopha },
    'reason-unknown /reason',
  ],
  [
    'ReversePotEntry',
    { reverses: gift, reason: 'entered-twice', approvedBy: 'bopha' },
    'user-not-an-id /approvedBy',
  ],
  [
    'ReversePotEntry',
    { reverses: idOf('nothing'), reason: 'entered-twice', approvedBy: bopha },
    'entry-unknown /reverses',
  ],
])('%s with %o is answered by its place: %s', (type, command, answer) => {
  expect(begun()(type, command)).toBe(answer)
})

test('terms that a donor cannot have set are told by their place within the window', () => {
  const terms = { from: '2026-02-01', until: '2026-01-31', lines: [], unspent: 'back' }
  expect(begun()('OpenPotWindow', { windowId: 'other', currency: 'KHR', terms })).toMatch(
    / \/terms\//,
  )
})

test('a window of one currency is never opened in another, and again in its own', () => {
  const give = begun()
  expect(give('OpenPotWindow', { windowId, currency: 'USD' })).toBe('window-of-another-currency')
  expect(give('OpenPotWindow', { windowId, currency: 'KHR' })).toBe('recorded')
})

test('what is given is at most what the window holds, less what is promised from it', () => {
  expect(begun(599)('DecideFromPot', decided())).toBe('window-too-small')
  expect(begun(600)('DecideFromPot', decided())).toBe('recorded')
  expect(begun(599)('DecideFromPot', decided({ isApproved: false }))).toBe('recorded')
  const give = begun(1000, 600)
  give('DecideFromPot', decided())
  for (const [other, amount, answer] of [
    ['S-CCCC2222', 401, 'window-too-small'],
    ['S-DDDD2222', 400, 'recorded'],
  ] as const) {
    give('AskFromPot', asked({ code: other, amount }))
    give('TakePotStep', { code: other, step: 'checked' })
    expect(give('DecideFromPot', decided({ code: other }))).toBe(answer)
  }
})

test('a gift that was entered twice is taken back, and it is told where it was spent already', () => {
  const back = { reverses: gift, reason: 'entered-twice', approvedBy: bopha }
  expect(begun()('ReversePotEntry', back)).toBe('recorded')
  const give = begun()
  give('DecideFromPot', decided())
  give('RecordPotPart', { code, amount: 300 })
  expect(give('ReversePotEntry', back)).toBe('recorded window-overspent')
  expect(give('ReversePotEntry', back)).toBe('already-reversed')
})
