import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { unsound } from '#domain/ledger/posting.ts'
import { windowStatement } from '#domain/grants/report.ts'
import type { PotBody } from '#domain/operations/network.ts'
import { potLines, potTrialBalance } from '#domain/grants/pot-report.ts'
import type { GrantAccount } from '#domain/grants/support.ts'
import { decideNetwork, emptyNetwork } from '#domain/network.ts'
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
} from '#test/support/pot.ts'

test('a donor’s money comes into the bank, is given in parts, and what is left goes back', () => {
  const { give, held, entries, moves } = begun()
  expect(give('RecordPotDonation', { windowId, amount: 50_000 })).toBe('recorded')
  expect(give('AskFromPot', asked())).toBe('recorded')
  expect(give('TakePotStep', checked)).toBe('recorded')
  expect(give('DecideFromPot', decided())).toBe('recorded')
  expect(give('RecordPotPart', { code, amount: 15_000 })).toBe('recorded')
  expect(give('TakePotStep', { code, step: 'conditions-met' })).toBe('recorded')
  expect(give('RecordPotPart', { code, amount: 15_000, from: 'box' })).toBe('recorded')
  expect(give('ReturnPotDonation', { windowId, amount: 20_000, approvedBy: bopha })).toBe(
    'recorded',
  )
  expect(held()).toBe(0)
  expect(entries.every(({ body }) => unsound(body.postings) === undefined)).toBe(true)
  expect(potTrialBalance(moves(), on)).toEqual([
    { account: 'asset:bank', currency: 'USD', amount: 15_000 },
    { account: 'asset:cash-box', currency: 'USD', amount: -15_000 },
  ])
})

test('two of the staff decide, neither of whom asked, and never of more than is there', () => {
  const { give } = begun()
  give('RecordPotDonation', { windowId, amount: 40_000 })
  expect(give('DecideFromPot', decided())).toBe('support-unknown')
  give('AskFromPot', asked())
  expect(give('DecideFromPot', decided())).toBe('not-checked')
  give('TakePotStep', checked)
  expect(give('DecideFromPot', decided({ deciders: [ann, ann] }))).toBe('decider-twice')
  expect(give('DecideFromPot', decided({ deciders: [ann, chan] }))).toBe(
    'not-of-the-deciding-staff',
  )
  expect(give('DecideFromPot', decided())).toBe('recorded')
  expect(give('DecideFromPot', decided())).toBe('already-decided')
  const other = 'S-BBBB2222'
  give('AskFromPot', asked({ code: other, askedBy: bopha }))
  give('TakePotStep', { code: other, step: 'checked' })
  expect(give('DecideFromPot', decided({ code: other }))).toBe('asker-is-concerned')
  const third = 'S-CCCC2222'
  give('AskFromPot', asked({ code: third }))
  give('TakePotStep', { code: third, step: 'checked' })
  // Forty thousand are there, and thirty of them are promised.
  expect(give('DecideFromPot', decided({ code: third }))).toBe('window-too-small')
  expect(give('DecideFromPot', decided({ code: third, isApproved: false }))).toBe('recorded')
})

test('money that moved is written down whatever rule it broke, and told', () => {
  const { give, held } = begun()
  give('RecordPotDonation', { windowId, amount: 10_000 })
  give('AskFromPot', asked())
  expect(give('RecordPotPart', { code, amount: 12_000 })).toBe(
    'recorded window-overspent paid-without-decision',
  )
  expect(held()).toBe(-2000)
  expect(give('ReturnPotDonation', { windowId, amount: 1 })).toBe(
    'recorded window-overspent returned-by-one',
  )
  expect(give('RecordPotDonation', { windowId: 'no-such', amount: 1 })).toBe('window-unknown')
  expect(give('OpenPotWindow', { windowId, currency: 'KHR' })).toBe('window-of-another-currency')
})

test('a window that is opened again keeps its money, and what its donor said until the donor says another thing', () => {
  const { give, held, network } = begun()
  const terms = (amount: number) => ({
    from: '2026-01-01',
    until: '2026-12-31',
    lines: [
      { kind: 'papers', amount },
      { kind: 'school', amount: 900 },
    ],
    unspent: 'given-back',
  })
  const again = { windowId, currency: 'USD' }
  const said = () => network.pot.windows.get(windowId)!.terms
  give('RecordPotDonation', { windowId, amount: 700 })
  expect(give('OpenPotWindow', { ...again, terms: terms(500) })).toBe('recorded')
  expect(give('OpenPotWindow', again)).toBe('recorded')
  expect([said(), held()]).toEqual([terms(500), 700])
  expect(give('OpenPotWindow', { ...again, terms: terms(300) })).toBe('recorded')
  expect([said(), held()]).toEqual([terms(300), 700])
})

test('what was written wrongly is taken back once, by two, and was never there', () => {
  const { give, held, network, moves } = begun()
  const [came, went] = [idOf('came'), idOf('went')]
  give('RecordPotDonation', { id: came, windowId, amount: 40_000 })
  give('AskFromPot', asked())
  give('RecordPotPart', { id: went, code, amount: 5000 })
  const back = { reverses: went, reason: 'wrong-amount', approvedBy: bopha }
  expect(give('ReversePotEntry', { ...back, approvedBy: chan })).toBe('not-of-the-deciding-staff')
  expect(give('ReversePotEntry', { ...back, reverses: idOf('none') })).toBe('entry-unknown')
  expect(give('ReversePotEntry', back)).toBe('recorded')
  expect(give('ReversePotEntry', back)).toBe('already-reversed')
  expect(held()).toBe(40_000)
  expect(network.pot.supports.get(code)!.paid).toEqual([])
  const year = { from: '2026-01-01', to: '2026-12-31' }
  expect(windowStatement(potLines(moves(), windowId), year)).toMatchObject({ spent: 0 })
  give('ReturnPotDonation', { windowId, amount: 35_000 })
  const wrong = { reverses: came, reason: 'did-not-happen', approvedBy: bopha }
  expect(give('ReversePotEntry', wrong)).toBe('recorded window-overspent')
})

test('nobody but the network itself has a pot, and before it is founded there is none', () => {
  const network = emptyNetwork()
  const opening = { id: idOf('early'), v: 1, effectiveOn: on, windowId, currency: 'KHR' } as const
  expect(decideNetwork(network, { ...opening, type: 'OpenPotWindow' })).toMatchObject({
    code: 'network-not-founded',
  })
})

const sum = fc.integer({ min: 1, max: 90_000 })
const act = fc.oneof(
  fc.record({ is: fc.constant('in' as const), amount: sum }),
  fc.record({ is: fc.constant('back' as const), amount: sum }),
  // Any sum, or all that the pot holds and one more.
  fc.record({
    is: fc.constant('ask' as const),
    amount: sum,
    beyond: fc.constantFrom(undefined, 0, 1),
  }),
  fc.record({ is: fc.constant('decide' as const), which: fc.nat(9) }),
  fc.record({
    is: fc.constant('pay' as const),
    which: fc.nat(9),
    amount: sum,
  }),
  fc.record({ is: fc.constant('undo' as const), which: fc.nat(30) }),
)

test('whatever happens to a pot, what was spent and what was not is what came, to the last unit', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { give, held, network, entries, moves } = begun()
      const codes: string[] = []
      for (const one of acts) {
        if (one.is === 'in') give('RecordPotDonation', { windowId, amount: one.amount })
        if (one.is === 'back') give('ReturnPotDonation', { windowId, amount: one.amount })
        if (one.is === 'ask') {
          const next = `S-AAAA${'ABCDEFGHJK'[codes.length % 10]}${'ABCDEFGHJK'[Math.floor(codes.length / 10)]}22`
          const amount = one.beyond === undefined ? one.amount : Math.max(held() + one.beyond, 1)
          if (give('AskFromPot', asked({ code: next, amount })) === 'recorded') codes.push(next)
        }
        const which = 'which' in one ? one.which : 0
        const chosen = codes[which % Math.max(1, codes.length)]
        if (one.is === 'decide' && chosen !== undefined) {
          give('TakePotStep', { code: chosen, step: 'checked' })
          const before = held()
          if (give('DecideFromPot', decided({ code: chosen })) === 'recorded')
            expect(network.pot.supports.get(chosen)!.amount).toBeLessThanOrEqual(before)
        }
        if (one.is === 'pay' && chosen !== undefined)
          expect(give('RecordPotPart', { code: chosen, amount: one.amount })).toContain('recorded')
        const moved = [...network.pot.moves.keys()]
        if (one.is === 'undo' && moved.length > 0)
          give('ReversePotEntry', {
            reverses: moved[which % moved.length],
            reason: 'entered-twice',
            approvedBy: bopha,
          })
      }
      const lines = potLines(moves(), windowId)
      const { received, spent, returned, closing } = windowStatement(lines, {
        from: '2026-01-01',
        to: '2026-12-31',
      })
      expect(spent + returned + closing).toBe(received)
      expect(closing).toBe(held())
      const paid = [...network.pot.supports.values()].flatMap((support) => support.paid)
      expect(paid.reduce((sum, { amount }) => sum + amount, 0)).toBe(spent)
      const all = potTrialBalance(moves(), on)
      expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
      for (const { body } of entries)
        for (const { account } of body.postings)
          expect(account).toMatch(/^(asset:(bank|cash-box|wallet)|liability:grant-window:)/)
    }),
    { numRuns: 150 },
  )
})

test('no entry of a pot has an account of a loan by its type', () => {
  type Posted = Extract<PotBody, { readonly postings: readonly { readonly account: string }[] }>
  type Accounts = Posted['postings'][number]['account']
  expectTypeOf<Accounts>().toExtend<GrantAccount>()
  expectTypeOf<`asset:loan:${string}`>().not.toExtend<Accounts>()
})
