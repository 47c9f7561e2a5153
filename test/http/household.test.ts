import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import { earlyPaymentOf, nextPaymentOf } from '#domain/loans/early.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { app } from '#src/http/app.ts'
import { bookOf } from '#src/app/queries.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { type Door, doors } from '#src/app/practice/practice-people.ts'
import { moneyInFigures, moneyInWords } from '#src/words/locale.ts'
import { pageFiles } from '#src/pages/files.ts'
import { pageText } from '#test/pages/page-text.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Practice, ourHost, practice, practiceDay } from '#test/support/service.ts'

const khr = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })

let village: Practice
let book: FundBook
let own: { readonly memberId: string; readonly card: string }

beforeAll(async () => {
  village = await practice()
  book = (await bookOf(village.needs.store, village.fundId))!
  const [card] = await village.needs.store.cards(village.fundId)
  own = book.members.find(({ memberId }) => memberId === card!.memberId)!
})

const at = (path: string): string => `/funds/${village.fundId}${path}`

/** A session by a freshly printed card of that member. */
const byCardOf = async (memberId: string): Promise<string> => {
  const { needs, fundId, networkId } = village
  await issueCard(needs, { fundId, memberId })
  const card = (await needs.store.cards(fundId)).findLast((one) => one.memberId === memberId)!
  const whose = { card: { fundId, memberId } }
  return (await openSession(needs, { networkId, deviceId: card.cardId, whose })).token
}

const read = async (path: string, token: string | undefined): Promise<string> => {
  const answer = await village.ask(path, { token })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('a household reads its savings and what is left of its loan, in figures and in words', async () => {
  const loan = book.loans.find(({ memberId }) => memberId === own.memberId)!
  const early = earlyPaymentOf(loan, practiceDay)!
  const next = nextPaymentOf(loan, { asOf: practiceDay, meetingOn: '2026-01-20' })!
  const token = await village.as('household')
  const text = pageText(await read(at('/me'), token))
  for (const amount of [385_000, early.principal, next.amount, early.saved]) {
    expect(text).toContain(khr(amount))
    expect(text).toContain(moneyInWords({ amount, currency: 'KHR' }, 'en'))
  }
  expect(text).toContain(khr(early.principal + early.interestNow))
  expect(text).toContain('20 April 2026')
  expect(text).toContain('in 110 days')
  expect(text).toContain('Payments put off: flood')
  expect(text).toContain('The last 10 of 13 lines.')
  const khmer = pageText(await read(at('/me?lang=km'), token))
  expect(khmer).toContain(moneyInWords({ amount: 385_000, currency: 'KHR' }, 'km'))
})

test('a household reads who it is, two figures, the next payment, three buttons and its lines, in that order', async () => {
  const page = await read(at('/me'), await village.as('household'))
  const main = page.slice(page.indexOf('<main'))
  const order = ['<h1>', 'three-figures two', 'due-next', 'three-ways', 'own-lines'].map((part) =>
    main.indexOf(part),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order[0]).toBeGreaterThan(0)
  const two = /<dl class="three-figures two">([\s\S]*?)<\/dl>/.exec(main)![1]!
  expect(two.match(/<dt>/g)).toHaveLength(2)
  const ways = /<div class="three-ways[^]*?<details/.exec(main)![0]
  expect(ways.match(/class="button"/g)).toHaveLength(2)
})

test('the own page calls its reader by name; its head names neither her nor the fund', async () => {
  const token = await village.as('household')
  const [, name] = /<h1[^>]*>(.*?)<\/h1>/s.exec(await read(at('/me?lang=km'), token))!
  const kept = (await village.needs.store.names(village.fundId)).find(
    ({ memberId }) => memberId === own.memberId,
  )!
  expect(pageText(name!).trim()).toBe(kept.khmer)
  const page = await read(at('/me?lang=en'), token)
  const head = pageText(/<header[^]*?<\/header>/.exec(page)![0])
  expect(head).toContain('My passbook')
  expect(head).toContain('Leave now')
  expect(head).not.toContain('Practice village')
})

test('a household page names no other card, no other loan and no sum of the fund', async () => {
  const pages = await Promise.all(
    ['/me', '/me/looked', '/me/minutes', '/me/not-right'].map(async (path) =>
      pageText(await read(at(path), await village.as('household'))),
    ),
  )
  const others = book.members.filter(({ memberId }) => memberId !== own.memberId)
  const loans = book.loans.filter(({ memberId }) => memberId !== own.memberId)
  for (const text of pages) {
    for (const { card } of others) expect(text).not.toContain(card)
    for (const { number } of loans) expect(text).not.toContain(number)
    expect(text).not.toContain(khr(13_237_800))
    expect(text).not.toContain(khr(19_640_000))
  }
})

test('a household reads what a meeting decided, with what came in, and no name', async () => {
  const token = await village.as('household')
  const text = pageText(await read(at('/me/minutes'), token))
  expect(text).toContain('Running costs 70,000')
  expect(text).toContain('What came in')
  expect(text).toContain('Other meetings')
  const older = pageText(await read(at('/me/minutes?day=2025-10-20'), token))
  expect(older).toContain('20 October 2025')
})

test('every member of the paper book has a page with the savings that the book says', async () => {
  const expected = await readFile(join(paperBookFolder, 'expected.json'), 'utf8')
  const { savings } = JSON.parse(expected) as { savings: Record<string, number> }
  for (const { memberId, card } of book.members.filter((_, i) => i % 7 === 0)) {
    const text = pageText(await read(at('/me'), await byCardOf(memberId)))
    expect(text).toContain(`Card ${card}`)
    expect(text).toContain(khr(savings[card] ?? 0))
  }
})

test('a former member sees what is still open, and who has nothing is told so kindly', async () => {
  const former = book.members.find(({ isFormer }) => isFormer)!
  const text = pageText(await read(at('/me'), await byCardOf(former.memberId)))
  expect(text).toContain('You have left the fund.')
  expect(text).toContain('Nothing saved yet.')
  expect(text).toContain('You owe the fund nothing.')
  expect(text).not.toContain('Next payment')
  expect(text).not.toContain('If you paid everything today')
})

test('an officer who is a member has an own page too, and an auditor has none', async () => {
  const token = await village.as('record-keeper')
  expect(pageText(await read(at('/me'), token))).toContain('My passbook')
  const answer = await village.ask(at('/me'), { token: await village.as('auditor') })
  expect(answer.status).toBe(404)
})

test('strangers are asked to sign in, and other roles find nothing or may not', async () => {
  const status: Record<string, number> = {}
  for (const door of [...doors, undefined] as (Door | undefined)[]) {
    const token = door === undefined ? undefined : await village.as(door)
    for (const path of ['/me', '/me/looked', '/me/not-right'])
      status[`${door} ${path}`] = (await village.ask(at(path), { token })).status
  }
  expect(status).toEqual({
    'record-keeper /me': 200,
    'record-keeper /me/looked': 200,
    'record-keeper /me/not-right': 200,
    'household /me': 200,
    'household /me/looked': 200,
    'household /me/not-right': 200,
    'auditor /me': 404,
    'auditor /me/looked': 403,
    'auditor /me/not-right': 404,
    'migration-worker /me': 404,
    'migration-worker /me/looked': 404,
    'migration-worker /me/not-right': 404,
    'chair /me': 200,
    'chair /me/looked': 200,
    'chair /me/not-right': 200,
    'administrator /me': 404,
    'administrator /me/looked': 404,
    'administrator /me/not-right': 404,
    'undefined /me': 401,
    'undefined /me/looked': 401,
    'undefined /me/not-right': 401,
  })
})

test('another fund and no fund are one answer, letter by letter', async () => {
  const token = await village.as('household')
  const none = await village.ask('/funds/00000000-0000-7000-8000-000000000001/me', { token })
  const nonsense = await village.ask('/funds/canary/me', { token })
  expect([none.status, nonsense.status]).toEqual([404, 404])
  const body = await none.text()
  expect(await nonsense.text()).toBe(body)
  expect(body).not.toContain('canary')
})

test('a member reads who looked: by office, by card, and never by login', async () => {
  const fresh = await practice()
  const [card] = await fresh.needs.store.cards(fresh.fundId)
  const kept = (await bookOf(fresh.needs.store, fresh.fundId))!
  const loan = kept.loans.find(({ memberId }) => memberId === card!.memberId)!
  const path = `/funds/${fresh.fundId}`
  await fresh.ask(`${path}/loans/${loan.loanId}`, { token: await fresh.as('auditor') })
  await fresh.ask(`${path}/loans/${loan.loanId}`, { token: await fresh.as('chair') })
  const token = await fresh.as('household')
  await fresh.ask(`${path}/me`, { token })
  await fresh.ask(`${path}/me`, { token })
  const text = pageText(await (await fresh.ask(`${path}/me/looked`, { token })).text())
  expect(text).toMatch(
    new RegExp(String.raw`NGO auditor 31 December 2025 \d\d:\d\d Opened loan ${loan.number}`),
  )
  expect(text).toMatch(/Chair 31 December 2025 \d\d:\d\d Opened loan/)
  expect(text).toMatch(
    /By your card 31 December 2025 \d\d:\d\d Opened this list \d\d:\d\d Opened your record ×&nbsp;2/,
  )
  expect(text).not.toContain('practice')
  const users = await fresh.needs.store.users(fresh.networkId)
  for (const { userId, login } of users) {
    expect(text).not.toContain(userId)
    expect(text).not.toContain(login)
  }
})

test('who finds something wrong reads by when it is answered, and sends nothing by reading', async () => {
  const before = (await village.needs.store.read(village.fundId, 0, 10_000)).length
  const page = await read(at('/me/not-right'), await village.as('household'))
  const text = pageText(page)
  expect(text).toContain('20 January 2026 (in 20 days)')
  expect(text).toContain('must answer by the next meeting')
  expect((await village.needs.store.read(village.fundId, 0, 10_000)).length).toBe(before)
})

test('the way out ends the session, empties the browser and goes to a page about nothing', async () => {
  const token = await village.as('household')
  const page = await read(at('/me'), token)
  expect(page.indexOf('/quick-exit')).toBeLessThan(page.indexOf('<h1'))
  const answer = await village.ask('/quick-exit', { token, method: 'POST' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
  expect(answer.headers.get('set-cookie')).toContain('__Host-session=;')
  const away = await answer.text()
  expect(away).toContain('http-equiv="refresh" content="0; url=https://www.wikipedia.org/"')
  expect(away).not.toMatch(/fund|passbook|village/i)
  expect((await village.ask(at('/me'), { token })).status).toBe(401)
})

test('staff who leave at once keep the enrolment of their device', async () => {
  const headers = { cookie: '__Host-device=something' }
  const token = await village.as('record-keeper')
  const answer = await village.ask('/quick-exit', { token, method: 'POST', headers })
  expect(answer.headers.get('clear-site-data')).toBe('"cache"')
  expect((await village.ask(at('/me'), { token })).status).toBe(401)
})

test('a stranger who presses the way out goes the same way, and another site cannot press it', async () => {
  expect((await village.ask('/quick-exit', { method: 'POST' })).status).toBe(200)
  const token = await village.as('household')
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect((await village.ask('/quick-exit', { token, method: 'POST', headers })).status).toBe(403)
  expect((await village.ask(at('/me'), { token })).status).toBe(200)
})

test('the way out is open also while the store cannot write', async () => {
  const fresh = await practice()
  const token = await fresh.as('household')
  const keepSession = () => Promise.reject(new StorageUnavailable())
  const service = app({ ...fresh.needs, store: { ...fresh.needs.store, keepSession } })
  const answer = await service.request('/quick-exit', {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${token}` },
  })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('https://www.wikipedia.org/')
})

test('a hostile name of the fund is shown as text, and the title tells nothing', async () => {
  const fresh = await practice()
  await fresh.needs.store.keep(fresh.fundId, [
    { subject: 'fund', text: '<script>alert("canary")</script>' },
  ])
  const token = await fresh.as('household')
  for (const path of ['/me', '/me/looked', '/me/not-right']) {
    const answer = await fresh.ask(`/funds/${fresh.fundId}${path}`, { token })
    const page = await answer.text()
    expect(page.replace(`<script src="${pageFiles.speak.path}" defer></script>`, '')).not.toContain(
      '<script',
    )
    expect(page).toContain('<title>Village book</title>')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('a household prints its own leaf and month, and a neighbour’s are as if there were none', async () => {
  const token = await village.as('household')
  const neighbour = book.members.find(({ memberId }) => memberId !== own.memberId)!
  for (const paper of ['passbook', 'month']) {
    const page = await read(at(`/members/${own.memberId}/${paper}`), token)
    expect(pageText(page)).toContain(own.card)
    expect(page).not.toContain('class="called"')
    const other = await village.ask(at(`/members/${neighbour.memberId}/${paper}`), { token })
    expect(other.status, paper).toBe(404)
  }
  const wrong = await village.ask(at(`/members/${own.memberId}/month?month=1999-13`), { token })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).not.toContain('1999-13')
})
