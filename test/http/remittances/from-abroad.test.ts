import { beforeAll, expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { bareReference, grouped } from '#domain/remittances/reference.ts'
import { khqrFields } from '#domain/remittances/khqr.ts'
import { bookOf } from '#src/app/queries.ts'
import { referenceNow, renewReference } from '#src/app/remittances/references.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { browserAt, hiddenIn, listOf } from '#test/http/remittances/browser.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/* Somebody in Thailand sends money home: what arrives is what is booked, and each sees the own part alone. */

const words = remittanceWords.in('en')

let village: Practice
let own: string
let neighbour: string
let loanId: string
let card: string
let abroad: ReturnType<typeof browserAt>
let pin: string

const book = async () => (await bookOf(village.needs.store, village.fundId))!
const balance = async (account: Parameters<typeof balanceOf>[1]): Promise<number> =>
  balanceOf(postedOf((await book()).balances), account)
const at = (path: string): string => `/funds/${village.fundId}${path}`
const asKeeper = async (path: string, body?: BodyInit) =>
  village.ask(path, { token: await village.as('record-keeper'), ...(body ? { body } : {}) })
const formOf = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields)
const referenceOf = (kind: 'member' | 'loan', key: string) =>
  referenceNow(village.needs, village.fundId, { kind, key })

const lookedAt = async (lines: readonly string[]): Promise<string> => {
  const answer = await asKeeper(at('/bank'), listOf(lines))
  expect(answer.status).toBe(200)
  return answer.text()
}
beforeAll(async () => {
  village = await practice()
  const token = await village.as('household')
  const page = await (await village.ask(at('/me/from-abroad'), { token })).text()
  const shown = bareReference(/class="figure"[^>]*>([^<]+)</.exec(page)![1]!)
  const now = await book()
  for (const { memberId } of now.members)
    if ((await referenceOf('member', memberId)) === shown) own = memberId
  const open = standingsOn(now, practiceDay).filter(({ owed }) => owed > 300_000)
  const found = open.find(({ loan }) => loan.memberId !== own)!
  loanId = found.loan.loanId
  neighbour = found.loan.memberId
  const made = await asKeeper(at('/senders'), formOf({}))
  card = /data-code="([^"]+)"/.exec(await made.text())![1]!
  abroad = browserAt(village)
})

test('a card opens nothing until its digits are drawn, by whoever holds it and once', async () => {
  expect((await abroad('/sent')).status).toBe(404)
  const scanned = await abroad(`/sent?c=${card}`)
  expect([scanned.status, scanned.headers.get('location')]).toEqual([303, '/sent'])
  expect(pageText(await (await abroad('/sent')).text())).toContain(words.drawHeading)
  expect((await abroad('/sent/rule')).status).toBe(303)
  const drawn = await (await abroad('/sent', {})).text()
  pin = /class="figure pin">(\d{3}) (\d{3})</.exec(drawn)!.slice(1).join('')
  expect(pageText(await (await abroad('/sent')).text())).toContain(words.ruleNone)
  const other = browserAt(village)
  await other(`/sent?c=${card}`)
  expect(pageText(await (await other('/sent')).text())).toContain(words.pin)
  const wrong = pin === '000000' ? '000001' : '000000'
  expect((await other('/sent', { pin: wrong })).status).toBe(401)
  expect((await other('/sent', { pin })).status).toBe(303)
  expect(pageText(await (await other('/sent')).text())).toContain(words.sentHeading)
})

test('five wrong digits shut a card for a while, and another half of its code is none', async () => {
  const thief = browserAt(village)
  await thief(`/sent?c=${card}`)
  const wrong = pin === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n += 1) expect((await thief('/sent', { pin: wrong })).status).toBe(401)
  expect((await thief('/sent', { pin })).status).toBe(429)
  village.pass(24 * 3600_000)
  const half = card.slice(0, -1) + (card.endsWith('0') ? '1' : '0')
  expect((await browserAt(village)(`/sent?c=${half}`)).status).toBe(404)
  abroad = browserAt(village)
  await abroad(`/sent?c=${card}`)
  expect((await abroad('/sent', { pin })).status).toBe(303)
})

const part = (n: number, more: Readonly<Record<string, string>> = {}) => ({
  [`use-${n}`]: '',
  [`reference-${n}`]: '',
  [`fixed-${n}`]: '',
  [`shares-${n}`]: '',
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${name}-${n}`, value])),
})

const ruleOf = async () => ({
  ...part(1, { use: 'school', reference: await referenceOf('member', own), fixed: '50000' }),
  ...part(2, { use: 'loan', reference: grouped(await referenceOf('loan', loanId)), shares: '3' }),
  ...part(3, { use: 'home', reference: await referenceOf('member', own), shares: '2' }),
  ...part(4, { use: 'savings', reference: await referenceOf('member', neighbour), shares: '2' }),
})

test('whoever sends says how it is split, and a reference that leads nowhere is told', async () => {
  const rule = await ruleOf()
  const wrong = async (more: Readonly<Record<string, string>>) => {
    const answer = await abroad('/sent/rule', { ...rule, ...more })
    expect(answer.status).toBe(400)
    return pageText(await answer.text())
  }
  expect(await wrong({ 'reference-1': `${rule['reference-1']!.slice(0, -1)}x` })).toContain(
    words['reference-wrong'],
  )
  expect(await wrong({ 'reference-2': rule['reference-1']! })).toContain(
    words['reference-unlike-use'],
  )
  expect(await wrong({ 'reference-1': 'RF18539007547034' })).toContain(words['reference-not-here'])
  expect(await wrong({ 'shares-1': '1' })).toContain(words['part-fixed-or-shares'])
  expect((await abroad('/sent/rule', rule)).status).toBe(303)
  const page = pageText(await (await abroad('/sent')).text())
  expect(page).toContain(words.ruleShares(3))
  // Of the members whose references these are it says nothing.
  const { members } = await book()
  const { card: number } = members.find(({ memberId }) => memberId === neighbour)!
  expect(page).not.toContain(words.card(number))
})

const today = '2026-01-01'
const sent = {
  on: '1/1/2026',
  channel: 'money-transfer',
  currency: 'THB',
  paid: '5000.00',
  fee: '100.00',
  rate: '118.5',
  quotedAt: '14:30',
  midRate: '120.25',
}

test('fee, rate and time of the quote are written down apart', async () => {
  const form = await (await abroad('/sent/more')).text()
  const id = /name="id"\s+value="([^"]+)"/.exec(form)![1]!
  const odd = await abroad('/sent/more', { ...sent, id, fee: '5000.00' })
  expect(pageText(await odd.text())).toContain(words.feeAbovePaid)
  const kept = await abroad('/sent/more', { ...sent, id })
  expect(kept.status).toBe(303)
  const page = pageText(await (await abroad('/sent')).text())
  expect(page).toContain('580,650')
  expect(page).toContain('14:30')
  expect(page).toContain(words.notYet)
})

const line = async (reference: string, amount: number, no = 'B1'): Promise<string> =>
  `${today},${no},"transfer ${reference.toLowerCase()} thank you",,${amount}`
const ownReference = async (): Promise<string> => {
  const page = await (await abroad('/sent')).text()
  return bareReference(/class="figure"[^>]*>([^<]+)</.exec(page)![1]!)
}

test('one line is proposed by its reference, a person presses, and what arrived is what is booked', async () => {
  const reference = await ownReference()
  const html = await lookedAt([await line(grouped(reference), 575_650), `${today},B2,rice,,700`])
  expect(pageText(html)).toContain(words.named('1'))
  const hidden = hiddenIn(html)
  const before = { bank: await balance('asset:bank'), box: await balance('asset:cash-box') }
  const entries = async () => (await village.needs.store.read(village.fundId, 0, 100_000)).length
  const count = await entries()
  const question = await asKeeper(at('/bank/arrival'), formOf(hidden))
  const asked = await question.text()
  expect(question.status).toBe(200)
  for (const sum of ['575,650', '50,000', '225,278', '150,186'])
    expect(pageText(asked)).toContain(sum)
  expect(await entries()).toBe(count)
  const seen = /name="seen"\s+value="([^"]+)"/.exec(asked)![1]!
  // Who presses without having looked, or has looked at something else, is asked again.
  const unseen = await asKeeper(at('/bank/arrival'), formOf({ ...hidden, sure: 'yes' }))
  expect(unseen.status).toBe(200)
  expect(await entries()).toBe(count)
  const done = await asKeeper(at('/bank/arrival'), formOf({ ...hidden, seen, sure: 'yes' }))
  expect(done.status).toBe(303)
  expect(await balance('asset:bank')).toBe(before.bank + 575_650)
  expect(await balance('asset:cash-box')).toBe(before.box)
  expect(await entries()).toBe(count + 5)
  const again = await asKeeper(at('/bank/arrival'), formOf({ ...hidden, seen, sure: 'yes' }))
  expect(again.status).toBe(409)
  expect(await entries()).toBe(count + 5)
  expect(0 - (await balance(`liability:suspense:${own}`))).toBe(200_186)
})

test('each recipient sees the own part, and nothing of the others nor of all of it', async () => {
  const token = await village.as('household')
  const page = pageText(await (await village.ask(at('/me/from-abroad'), { token })).text())
  for (const sum of ['50,000', '150,186', '200,186']) expect(page).toContain(sum)
  for (const sum of ['575,650', '225,278', '525,650', '580,650']) expect(page).not.toContain(sum)
  const rows = (await village.needs.store.read(village.fundId, 0, 100_000)).slice(-5)
  const status = async (id: string): Promise<number> =>
    (await village.ask(at(`/receipts/${id}`), { token })).status
  // School, the neighbour's loan, home, the neighbour's savings, and the line of the bank that names them all.
  const answers = await Promise.all(rows.map(({ id }) => status(id)))
  expect(answers).toEqual([200, 404, 200, 404, 404])
  const mine = await (await village.ask(at(`/receipts/${rows[0]!.id}`), { token })).text()
  for (const sum of ['575,650', '225,278', '150,186']) expect(mine).not.toContain(sum)
})

test('whoever sent it sees what arrived, how it was split, and what was lost on the way', async () => {
  const page = pageText(await (await abroad('/sent')).text())
  for (const said of ['575,650', '225,278', '5,000', '4.26']) expect(page).toContain(said)
  expect(page).not.toContain(words.unlikeRule)
  expect(page).not.toContain(words.notYet)
})

test('money of a reference that was replaced, that is wrong, that is twice or that names two is told and not booked', async () => {
  const before = await ownReference()
  const mine = await referenceOf('member', own)
  await renewReference(village.needs, village.fundId, { kind: 'member', key: own })
  const html = await lookedAt([
    await line(mine, 1000),
    await line('RF18539007547034', 1000, 'B3'),
    await line(`${before} ${await referenceOf('loan', loanId)}`, 1000, 'B4'),
    // A part of what she sends leads to a reference that is not good any more.
    await line(before, 9000, 'B5'),
    await line(await referenceOf('loan', loanId), 1500, 'B6'),
    await line(await referenceOf('loan', loanId), 1500, 'B7'),
  ])
  const told = pageText(html)
  for (const kind of ['old', 'wrong', 'several', 'part-reference-old', 'twice'] as const)
    expect(told).toContain(words[`kind_${kind}`])
  expect(told).not.toContain(words.named('1'))
  const sentAnyhow = await asKeeper(
    at('/bank/arrival'),
    formOf({
      place: 'bank',
      on: today,
      amount: '1000',
      mark: 'a'.repeat(64),
      reference: mine,
      seen: '',
      sure: 'yes',
    }),
  )
  expect(sentAnyhow.status).toBe(409)
})

test('where money is paid in two officers say, and each reference has a payment code that holds it', async () => {
  const token = await village.as('household')
  const codes = async () => {
    const html = await (await village.ask(at('/me/from-abroad'), { token })).text()
    return [...html.matchAll(/data-khqr="([^"]+)"/g)].map(([, text]) => text!)
  }
  expect(await codes()).toEqual([])
  const command = {
    id: village.needs.ids(),
    v: 1,
    type: 'SetReceivingAccount',
    effectiveOn: today,
    place: 'bank',
    account: 'village_fund@bank',
    called: 'Village Fund',
    city: 'Battambang',
  }
  const chair = await village.as('chair')
  const [alone] = await send(village, commandsPath(village), { token: chair, commands: [command] })
  expect(alone).toMatchObject({ outcome: 'refused', code: 'approval-needed' })
  await village.needs.record(village.fundId, [command as never], { actor: 'test', device: 'test' })
  const [first] = await codes()
  const fields = khqrFields(first!)!
  expect(fields.get('29')).toContain('village_fund@bank')
  expect(fields.get('59')).toBe('Village Fund')
  expect(fields.get('62')).toContain(await referenceOf('member', own))
  expect(fields.get('53')).toBe('116')
})

test('the database and an archive of the fund say nothing of who sends, how it is split, or any reference', async () => {
  const { needs, fundId } = village
  const notes = [...(await needs.store.of(fundId))]
  const about = notes.filter(([subject]) => /^(sender|reference):/.test(subject))
  expect(about.length).toBeGreaterThan(1)
  const kept = JSON.stringify(notes) + JSON.stringify(await needs.store.read(fundId, 0, 100_000))
  const archive = await exportArchive(needs as never, fundId)
  expect(archive).toBeDefined()
  const secrets = [
    await ownReference(),
    await referenceOf('member', own),
    await referenceOf('loan', loanId),
    card.split('.')[2]!,
    '118.5',
    'money-transfer',
  ]
  for (const secret of secrets) expect(kept).not.toContain(secret)
})
