import { beforeAll, expect, test } from 'vitest'
import { bareReference } from '#domain/remittances/reference.ts'
import { bookOf } from '#src/app/queries.ts'
import { referenceNow } from '#src/app/remittances/references.ts'
import { senderCodeIn, senderOf } from '#src/app/remittances/senders.ts'
import { app } from '#src/http/app.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { browserAt } from '#test/http/remittances/browser.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay, requestOf } from '#test/support/service.ts'

/* Forms of whoever sends money home, each with a card of its own, and those of whoever gets it. */

const words = remittanceWords.in('en')
let village: Practice
beforeAll(async () => {
  village = await practice()
})
const at = (path: string): string => `/funds/${village.fundId}${path}`

/** A browser with a card that was never opened, and one in which its digits were drawn. */
const scanned = async () => {
  const token = await village.as('record-keeper')
  const made = await village.ask(at('/senders'), { token, body: new URLSearchParams() })
  const card = /data-code="([^"]+)"/.exec(await made.text())![1]!
  const abroad = browserAt(village)
  await abroad(`/sent?c=${card}`)
  return { card, abroad }
}
const opened = async () => {
  const { card, abroad } = await scanned()
  expect((await abroad('/sent', {})).status).toBe(200)
  const kept = async () => {
    const { store, sealing } = village.needs
    return (await senderOf({ store, sealing: sealing! }, senderCodeIn(card)!))!
  }
  return { abroad, kept }
}
type Browser = Awaited<ReturnType<typeof opened>>['abroad']
const textAt = async (abroad: Browser, path = '/sent') =>
  pageText(await (await abroad(path)).text())

test('a card that is scanned for the first time says what is drawn, and where nothing is sealed there are no cards', async () => {
  const { card, abroad } = await scanned()
  expect(await textAt(abroad)).toContain(words.drawLead)
  await abroad('/sent', {})
  expect(await textAt(abroad)).not.toContain(words.drawLead)
  const { sealing: _, ...bare } = village.needs
  const without = await app(bare).request(`/sent?c=${card}`, requestOf({}))
  expect(without.status).toBe(404)
  expect((await app(bare).request('/sent', requestOf({}))).status).toBe(404)
})

test('what was just done is said once, and by the address of it alone', async () => {
  const { abroad } = await opened()
  const said = { rule: words.ruleKept, renewed: words.renewed }
  const told = async (path: string) => {
    const text = await textAt(abroad, path)
    return Object.entries(said).flatMap(([name, sentence]) =>
      text.includes(sentence) ? [name] : [],
    )
  }
  expect(await told('/sent')).toEqual([])
  expect(await told('/sent?said=rule')).toEqual(['rule'])
  expect(await told('/sent?said=renewed')).toEqual(['renewed'])
  expect(await told('/sent?said=lost')).toEqual([])
})

const sending = {
  on: '31/12/2025',
  channel: 'money-transfer',
  currency: 'THB',
  paid: '5000.00',
  fee: '100.00',
  rate: '118.5',
  quotedAt: '',
  midRate: '120.25',
}

test('a sending is of today or earlier, its hour is one of a day, and what is wrong stays as it was typed', async () => {
  const { abroad, kept } = await opened()
  const sent = (more: Partial<typeof sending>) =>
    abroad('/sent/more', { ...sending, id: village.needs.ids(), ...more })
  for (const [name, typed, fault] of [
    ['on', '1/1/2026', words.dayFault],
    ['quotedAt', '24:00', words.quotedAtFault],
    ['quotedAt', '9.30', words.quotedAtFault],
  ] as const) {
    const odd = await sent({ [name]: typed })
    expect(odd.status, typed).toBe(400)
    const page = await odd.text()
    expect(pageText(page)).toContain(fault)
    expect(page).toMatch(new RegExp(`name="${name}"[^>]*?value="${typed}"`))
  }
  const eaten = await sent({ fee: sending.paid })
  expect(pageText(await eaten.text())).toContain(words.feeAbovePaid)
  expect((await kept()).sent).toEqual([])
  expect((await sent({})).status).toBe(303)
  expect((await sent({ quotedAt: '23:59' })).status).toBe(303)
  const [first, second] = (await kept()).sent
  expect(first).toMatchObject({ on: practiceDay, paid: 500_000, midRate: '120.25' })
  expect(first).not.toHaveProperty('quotedAt')
  expect(second).toMatchObject({ quotedAt: '23:59' })
})

const empty = Object.fromEntries(
  ['1', '2', '3', '4'].flatMap((place) =>
    ['use', 'reference', 'fixed', 'shares'].map((name) => [`${name}-${place}`, '']),
  ),
)

test('a part is never for whoever sends, and a form in which nothing was said asks for a part', async () => {
  const { abroad, kept } = await opened()
  const own = /class="figure"[^>]*>([^<]+)</.exec(await (await abroad('/sent')).text())![1]!
  // Nor is it for a reference that nobody was ever given.
  for (const reference of [bareReference(own), 'RF18539007547034']) {
    const part = { 'use-1': 'savings', 'reference-1': reference, 'shares-1': '1' }
    const answer = await abroad('/sent/rule', { ...empty, ...part })
    expect(answer.status).toBe(400)
    expect(pageText(await answer.text())).toContain(words['reference-not-here'])
  }
  const form = await textAt(abroad, '/sent/rule')
  expect(form).not.toContain(words.part('1'))
  for (const place of ['2', '3', '4']) expect(form).toContain(words.part(place))
  const nothing = await abroad('/sent/rule', empty)
  expect(pageText(await nothing.text())).toContain(words['parts-missing'])
  expect((await kept()).rules).toEqual([])
})

const ownPage = async (path = '') => {
  const token = await village.as('household')
  return (await village.ask(at(`/me/from-abroad${path}`), { token })).text()
}
const references = (page: string): readonly string[] =>
  [...page.matchAll(/class="figure"[^>]*>([^<]+)</g)].map(([, text]) => bareReference(text!))

/** Whose page the household's is. */
const own = async (): Promise<string> => {
  const [first] = references(await ownPage())
  const { members } = (await bookOf(village.needs.store, village.fundId))!
  for (const { memberId: key } of members)
    if ((await referenceNow(village.needs, village.fundId, { kind: 'member', key })) === first)
      return key
  throw new Error('nobody’s page')
}
const written = async (said: object): Promise<void> => {
  const { needs, fundId } = village
  const command = { id: needs.ids(), v: 1, effectiveOn: practiceDay, ...said } as never
  const [answer] = await needs.record(fundId, [command], { actor: 'test', device: 'test' })
  expect(['recorded', 'flagged']).toContain(answer!.outcome)
}

test('a loan has a reference as long as something is owed on it', async () => {
  const memberId = await own()
  const before = references(await ownPage())
  const loanId = village.needs.ids()
  const lent = { memberId, product: 'normal', principal: 15_000, months: 4 }
  const number = `L${loanId.slice(-6)}`
  await written({ type: 'RecordPayout', effectiveOn: '2025-12-02', loanId, number, ...lent })
  expect(references(await ownPage())).toHaveLength(before.length + 1)
  await written({ type: 'RecordRepayment', loanId, amount: 20_000 })
  expect(references(await ownPage())).toEqual(before)
})

test('a member replaces the reference that is chosen, and no other', async () => {
  const before = references(await ownPage())
  const form = await ownPage()
  expect(form).not.toMatch(/<details class="fold desk"\s+open/)
  expect(pageText(form)).not.toContain(words.renewed)
  const token = await village.as('household')
  const renewed = (which: string) =>
    village.ask(at('/me/from-abroad'), { token, body: new URLSearchParams({ which, secret: '' }) })
  const none = await renewed('')
  expect(none.status).toBe(400)
  expect(await none.text()).toMatch(/<details class="fold desk"\s+open/)
  expect(references(await ownPage())).toEqual(before)
  const done = await renewed('0')
  expect(done.headers.get('location')).toContain('?said=renewed')
  expect(pageText(await ownPage('?said=renewed'))).toContain(words.renewed)
  const after = references(await ownPage())
  expect(after[0]).not.toBe(before[0])
  expect(after.slice(1)).toEqual(before.slice(1))
})
