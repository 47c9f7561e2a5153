import { html } from 'hono/html'
import { expect, test } from 'vitest'
import type { SenderSent, SenderView } from '#src/app/remittances/sender-view.ts'
import { arrivedParts } from '#src/pages/remittances/on-the-list.ts'
import { fromAbroadPage } from '#src/pages/remittances/own-page.ts'
import { priceFacts, pricesPage } from '#src/pages/remittances/prices-page.ts'
import { senderPage } from '#src/pages/remittances/sender-page.ts'
import { remittanceWords, sendingWords } from '#src/words/remittance-words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { sentHome } from '#test/support/sent-home.ts'

/* What stands on the pages of whoever sends money home, of whoever gets it, and of the officer who books it. */

const words = remittanceWords.in('en')
const frame = { language: 'en', isPractice: true } as const
const at = { ...frame, fundId: 'a-fund', fundName: 'Village 1' }
const reference = 'RF18539007547034'
const textOf = (page: unknown): string => pageText(String(page)).replaceAll('\u202f', '')

const sent: SenderSent = {
  sent: sentHome,
  promised: 580_650,
  came: undefined,
  hasArrived: false,
  isOverdue: false,
}
const senderText = (more: Partial<SenderView>): string => {
  const view: SenderView = {
    reference,
    currency: 'KHR',
    rule: undefined,
    sent: [],
    arrivals: [],
    receiving: undefined,
    ...more,
  }
  return textOf(senderPage(frame, { view, lostAt: '/report' }))
}

test('whoever sends reads of each sending what arrived, that it has, or that it has not, and what was lost', () => {
  const said = (more: Partial<SenderSent>): readonly string[] => {
    const text = senderText({ sent: [{ ...sent, ...more }] })
    const { arrivedBelow, notYet, lostOnWay, cost, overdue } = words
    return Object.entries({ arrivedBelow, notYet, lostOnWay, cost, overdue }).flatMap(
      ([name, sentence]) => (text.includes(sentence) ? [name] : []),
    )
  }
  const came = { arrived: 575_650, lost: 5_000, cost: 426 } as SenderSent['came']
  const { cost: _, ...noCost } = came!
  expect(said({})).toEqual(['notYet'])
  expect(said({ isOverdue: true })).toEqual(['notYet', 'overdue'])
  expect(said({ hasArrived: true })).toEqual(['arrivedBelow'])
  expect(said({ hasArrived: true, came })).toEqual(['lostOnWay', 'cost'])
  expect(said({ hasArrived: true, came: { ...came!, lost: 0 } })).toEqual(['cost'])
  expect(said({ hasArrived: true, came: noCost as SenderSent['came'] })).toEqual(['lostOnWay'])
  expect(senderText({ sent: [{ ...sent, hasArrived: true, came }] })).toContain('575,650')
})

test('the rule of the split stands there with its parts, and where there is none that is said', () => {
  const none = senderText({})
  expect(none).toContain(words.ruleNone)
  const rule = {
    from: '2026-01-01',
    parts: [
      { use: 'school', reference, fixed: 50_000 },
      { use: 'home', reference, shares: 3 },
    ],
  } as const
  const text = senderText({ rule })
  expect(text).not.toContain(words.ruleNone)
  expect(text).toContain('50,000')
  expect(text).toContain(words.ruleShares(3))
})

test('a member reads that a reference was replaced once it was, and that a sum waits where one does', () => {
  const page = (more: object): string =>
    textOf(
      fromAbroadPage(at, {
        references: [{ of: { kind: 'member', key: 'm1' }, label: 'Savings', reference }],
        parts: [],
        waits: 0,
        currency: 'KHR',
        receiving: undefined,
        lostAt: '/report',
        isRenewed: false,
        isRenewing: false,
        form: html``,
        ...more,
      }),
    )
  expect(page({})).not.toContain(words.renewed)
  expect(page({ isRenewed: true })).toContain(words.renewed)
  expect(page({})).not.toContain(words.ownWaits)
  expect(page({ waits: 7_000 })).toContain(`${words.ownWaits}: 7,000`)
  expect(page({})).toContain(words.ownNone)
})

test('lines that name a reference stand apart: what can be booked, and what nobody can follow', () => {
  const line = (row: number, kind = 'unknown') => ({
    row,
    kind,
    on: '2026-01-02',
    amount: 9_000,
    words: 'transfer',
    reference: '',
    mark: 'a'.repeat(64),
  })
  const named = {
    kind: 'named',
    reference,
    of: { kind: 'member', key: 'm1' },
    parts: [{ use: 'savings', amount: 9_000, memberId: 'm1' }],
  }
  const shown = (arrivals: readonly (readonly [number, object])[], kinds: readonly string[]) =>
    textOf(
      arrivedParts({
        at,
        place: 'bank',
        currency: 'KHR',
        lines: kinds.map((kind, row) => line(row, kind)),
        arrivals: new Map(arrivals),
        whose: () => 'Card M1',
        bound: () => 'bound',
      } as never),
    )
  const both = shown(
    [
      [0, named],
      [1, { kind: 'old' }],
    ],
    ['unknown', 'unknown', 'unknown'],
  )
  expect(both).toContain(words.named('1'))
  expect(both).toContain('Card M1')
  expect(both).toContain(words.unclear('1'))
  expect(both).toContain(words.kind_old)
  const one = shown([[0, named]], ['unknown'])
  expect(one).not.toContain(words.unclear('0'))
  expect(shown([[0, { kind: 'twice' }]], ['unknown'])).not.toContain(words.named('0'))
  // What the book explains already is none that came in under a reference.
  expect(shown([[0, named]], ['booked']).trim()).toBe('')
})

test('where no price stands yet nothing is asked, and a fault stands at the sum that was typed', () => {
  const sending = sendingWords.in('en')
  const page = (more: object): string =>
    String(
      pricesPage(frame, {
        countries: ['TH'],
        country: 'TH',
        typed: '5000',
        fault: undefined,
        compared: [],
        isPractice: false,
        networkId: undefined,
        ...more,
      }),
    )
  expect(page({})).toContain('name="paid"')
  expect(pageText(page({}))).not.toContain(sending.noneYet)
  expect(page({})).not.toContain('aria-invalid')
  expect(page({ fault: 'Odd.' })).toContain('<p class="fault" id="paid-fault">Odd.</p>')
  const none = page({ countries: [], country: undefined })
  expect(pageText(none)).toContain(sending.noneYet)
  expect(none).not.toContain('name="paid"')
})

test('what is paid in two currencies is compared in each of them', () => {
  const row = {
    called: 'Bank of the river',
    channel: 'bank',
    currency: 'THB',
    fee: 100,
    rate: '118',
    payoutFee: 0,
    received: 580_000,
    hours: { least: 1, most: 2 },
    source: 'seen-by-us',
    seenOn: '2026-01-01',
    isStale: false,
  }
  const compared = [
    { currency: 'THB', paid: 500_000, rows: [row] },
    { currency: 'USD', paid: 20_000, rows: [{ ...row, currency: 'USD', called: 'Post' }] },
  ]
  const asked = { countries: ['TH'], country: 'TH', typed: '5000', fault: undefined }
  const more = { compared, isPractice: false, networkId: undefined }
  const text = textOf(pricesPage(frame, { ...asked, ...more } as never))
  for (const said of ['Bank of the river', 'Post']) expect(text).toContain(said)
})

test('a price names its paper where there is one', () => {
  const price = {
    currency: 'THB',
    fee: 100,
    feePercent: '0',
    rate: '118',
    payoutFee: 0,
    hours: { least: 1, most: 2 },
    source: 'seen-by-us',
    seenOn: '2026-01-01',
  }
  const facts = (more: object) => textOf(priceFacts('en', { ...price, ...more } as never))
  expect(facts({ document: 'Slip 7' })).toContain('Slip 7')
  expect(facts({})).not.toMatch(/undefined/)
})
