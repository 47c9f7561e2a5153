import { expect, test } from 'vitest'
import { isKnownToPot } from '#domain/network/taking-in-pot.ts'
import { potLines, potTrialBalance } from '#domain/grants/pot-report.ts'
import {
  ann,
  asked,
  begun,
  bopha,
  chan,
  checked,
  code,
  decided,
  idOf,
  on,
  windowId,
  worker,
} from '#test/support/pot.ts'

const donated = (amount: number) => ({ windowId, amount })

/** A pot with so much in it and a grant of 30,000 that was checked. */
const ready = (held = 50_000) => {
  const pot = begun()
  pot.give('RecordPotDonation', donated(held))
  pot.give('AskFromPot', asked())
  pot.give('TakePotStep', checked)
  return pot
}

test('a pot gives its last unit, and one that is missing is too much', () => {
  expect(ready(29_999).give('DecideFromPot', decided())).toBe('window-too-small')
  expect(ready(30_000).give('DecideFromPot', decided())).toBe('recorded')
  const { give, network } = ready(60_000)
  give('DecideFromPot', decided())
  give('RecordPotPart', { code, amount: 10_000 })
  const other = 'S-BBBB2222'
  give('AskFromPot', asked({ code: other, amount: 30_001 }))
  give('TakePotStep', { code: other, step: 'checked' })
  // Fifty thousand are there and twenty of them are promised.
  expect(give('DecideFromPot', decided({ code: other }))).toBe('window-too-small')
  const third = 'S-CCCC2222'
  give('AskFromPot', asked({ code: third, amount: 30_000 }))
  give('TakePotStep', { code: third, step: 'checked' })
  expect(give('DecideFromPot', decided({ code: third }))).toBe('recorded')
  expect(network.pot.supports.get(third)).toMatchObject({ state: 'approved', decidedOn: on })
})

test('whoever asked is neither of the two who decide', () => {
  const by = (askedBy: string, deciders: readonly string[]) => {
    const { give } = begun()
    give('RecordPotDonation', donated(90_000))
    give('AskFromPot', asked({ askedBy }))
    give('TakePotStep', checked)
    return give('DecideFromPot', decided({ deciders }))
  }
  expect(by(worker, [ann, bopha])).toBe('recorded')
  expect(by(ann, [ann, bopha])).toBe('asker-is-concerned')
  expect(by(ann, [bopha, ann])).toBe('asker-is-concerned')
  expect(by(worker, [chan, ann])).toBe('not-of-the-deciding-staff')
  expect(by(worker, [ann, worker])).toBe('not-of-the-deciding-staff')
})

test.each<[string, object, string]>([
  ['by nobody known', { deciders: ['ann', bopha] }, 'user-not-an-id'],
  ['by one and a stranger', { deciders: [ann, 'bopha'] }, 'user-not-an-id'],
  ['by one alone', { deciders: [ann, ann] }, 'decider-twice'],
  ['with a perhaps', { isApproved: 'yes' }, 'not-true-or-false'],
  ['on another code', { code: 'S-ZZZZ2222' }, 'support-unknown'],
])('a grant of the pot is not decided %s', (_, more, word) => {
  expect(ready().give('DecideFromPot', decided(more))).toBe(word)
})

test('what was turned down or ended is decided no more', () => {
  const after = (step: string, ...earlier: readonly string[]) => {
    const { give } = begun()
    give('RecordPotDonation', donated(50_000))
    give('AskFromPot', asked())
    for (const one of [...earlier, step]) give('TakePotStep', { code, step: one })
    return give('DecideFromPot', decided())
  }
  expect(after('turned-down')).toBe('already-decided')
  expect(after('closed', 'checked')).toBe('already-decided')
  const { give } = ready()
  expect(give('DecideFromPot', decided({ isApproved: false }))).toBe('recorded')
  expect(give('RecordPotPart', { code, amount: 1 })).toBe('recorded paid-without-decision')
})

test('what cannot be written of a pot is told', () => {
  const { give } = ready()
  expect(give('OpenPotWindow', { windowId: 'A Name', currency: 'USD' })).toBe('window-not-a-code')
  expect(give('OpenPotWindow', { windowId: 'new', currency: 'EUR' })).toBe('currency-unknown')
  const terms = { from: '2026-01-01', until: '2025-12-31', lines: [], unspent: 'given-back' }
  expect(give('OpenPotWindow', { windowId, currency: 'USD', terms })).toBe('ends-before-it-begins')
  expect(give('RecordPotDonation', donated(0))).toBe('amount-not-whole')
  expect(give('RecordPotDonation', { ...donated(1), to: 'mattress' })).toBe('place-unknown')
  expect(give('ReturnPotDonation', { windowId: 'none', amount: 1 })).toBe('window-unknown')
  expect(give('ReturnPotDonation', donated(0))).toBe('amount-not-whole')
  expect(give('RecordPotPart', { code: 'S-ZZZZ2222', amount: 1 })).toBe('support-unknown')
  expect(give('AskFromPot', asked({ askedBy: 'ann' }))).toBe('user-not-an-id')
  expect(give('AskFromPot', asked({ windowId: 'none' }))).toBe('window-unknown')
  expect(give('AskFromPot', asked())).toBe('support-code-used')
})

test('a window of the pot is asked of within its donor’s days', () => {
  const terms = {
    from: '2026-02-01',
    until: '2026-03-31',
    lines: [
      { kind: 'papers', amount: 500 },
      { kind: 'school', amount: 500 },
    ],
    unspent: 'given-back',
  }
  const word = (effectiveOn: string) => {
    const { give } = begun()
    give('OpenPotWindow', { windowId, currency: 'USD', terms })
    return give('AskFromPot', asked({ effectiveOn }))
  }
  expect(['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map(word)).toEqual([
    'window-not-open',
    'recorded',
    'recorded',
    'window-not-open',
  ])
})

test('money comes to and goes from the bank where nothing else is said', () => {
  const { give, moves } = ready()
  give('RecordPotDonation', { ...donated(7), to: 'wallet' })
  give('ReturnPotDonation', donated(5))
  give('ReturnPotDonation', { ...donated(2), from: 'wallet' })
  give('RecordPotPart', { code, amount: 3 })
  give('RecordPotPart', { code, amount: 4, from: 'box' })
  const sum = (account: string) =>
    potTrialBalance(moves(), on).find((one) => one.account === account)?.amount
  expect(['asset:bank', 'asset:wallet', 'asset:cash-box'].map(sum)).toEqual([49_992, 5, -4])
})

test('a line that is taken back needs its reason and the second of the staff, and is flagged where money is gone', () => {
  const { give, held } = ready()
  const came = idOf('came')
  give('RecordPotDonation', { id: came, ...donated(10_000) })
  const back = { reverses: came, reason: 'wrong-day', approvedBy: bopha }
  expect(give('ReversePotEntry', { ...back, reason: 'changed-my-mind' })).toBe('reason-unknown')
  expect(give('ReversePotEntry', { ...back, approvedBy: 'bopha' })).toBe('user-not-an-id')
  give('ReturnPotDonation', donated(50_000))
  // Ten thousand are there, and ten thousand are taken back.
  expect(give('ReversePotEntry', back)).toBe('recorded')
  expect(held()).toBe(0)
  const again = idOf('again')
  give('RecordPotDonation', { id: again, ...donated(10_000) })
  give('ReturnPotDonation', donated(1))
  expect(give('ReversePotEntry', { ...back, reverses: again })).toBe('recorded window-overspent')
  expect(held()).toBe(-1)
})

test('what went out and is taken back is flagged nowhere, since it fills the window', () => {
  const { give, held } = begun()
  const went = idOf('went')
  give('ReturnPotDonation', { id: went, ...donated(10_000) })
  expect(
    give('ReversePotEntry', { reverses: went, reason: 'entered-twice', approvedBy: ann }),
  ).toBe('recorded')
  expect(held()).toBe(0)
})

test('the balances of a pot are those of a day, each account with its currency, empty ones left out', () => {
  const { give, moves } = ready(1_000)
  give('OpenPotWindow', { windowId: 'riel', currency: 'KHR' })
  give('RecordPotDonation', { windowId: 'riel', amount: 5, effectiveOn: '2026-02-02' })
  give('ReturnPotDonation', { ...donated(1_000), effectiveOn: '2026-02-03' })
  const told = (day: string) =>
    potTrialBalance(moves(), day).map(({ currency, account, amount }) =>
      [currency, account, amount].join(' '),
    )
  const usd = ['USD asset:bank 1000', 'USD liability:grant-window:safe-ways -1000']
  const khr = ['KHR asset:bank 5', 'KHR liability:grant-window:riel -5']
  expect(told('2026-01-31')).toEqual([])
  expect(told('2026-02-01')).toEqual(usd)
  expect(told('2026-02-02')).toEqual([...khr, ...usd])
  expect(told('2026-02-03')).toEqual(khr)
  expect(potLines(moves(), 'riel')).toEqual([
    { on: '2026-02-02', amount: -5, entryType: 'DonationReceived' },
  ])
})

test('an entry is of the pot where what it names came before it', () => {
  const { network, entries, give } = ready()
  const went = idOf('went')
  give('RecordPotPart', { id: went, code, amount: 1 })
  give('ReversePotEntry', { reverses: went, reason: 'entered-twice', approvedBy: ann })
  const of = (type: string) => entries.find(({ body }) => body.type === type)!.body
  const known = (type: string, more: object = {}) =>
    isKnownToPot(network.pot, { ...of(type), ...more } as Parameters<typeof isKnownToPot>[1])
  const [nowhere, nobody] = [{ windowId: 'none' }, { code: 'S-ZZZZ2222' }]
  expect([known('PotWindowOpened'), known('PotWindowOpened', nowhere)]).toEqual([true, true])
  expect([known('DonationReceived'), known('DonationReceived', nowhere)]).toEqual([true, false])
  expect([known('SupportAsked'), known('SupportAsked', nowhere)]).toEqual([true, false])
  expect([known('SupportStepTaken'), known('SupportStepTaken', nobody)]).toEqual([true, false])
  expect([
    known('SupportPartPaid'),
    known('SupportPartPaid', nowhere),
    known('SupportPartPaid', nobody),
  ]).toEqual([true, false, false])
  expect(known('PotEntryReversed')).toBe(false)
  expect(known('PotEntryReversed', { reverses: idOf('none') })).toBe(false)
  const [first] = [...network.pot.moves.keys()]
  expect(known('PotEntryReversed', { reverses: first })).toBe(true)
})

test('a donor’s money that no book holds is refused', () => {
  const { give, network } = begun()
  const most = 999_999_999_999
  network.pot.windows.set(windowId, {
    ...network.pot.windows.get(windowId)!,
    held: 1000 * most - 5,
  })
  expect(give('RecordPotDonation', donated(5))).toBe('recorded')
  expect(give('RecordPotDonation', donated(1))).toBe('more-than-books-hold')
})
