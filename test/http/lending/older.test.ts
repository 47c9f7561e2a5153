import { beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { olderWords } from '#src/words/report-words.ts'
import { chairsWord, check, hands, lending, written } from '#test/http/lending/at-lending.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import { uglyBookFolder } from '#test/support/books-in.ts'
import { type Practice, practice } from '#test/support/service.ts'

const riel = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })
const loanId = '0f000000-0000-8000-8000-000000000001'

/** The practice fund with a loan in it as an older book would lend it: flat, dear, with a fee and two papers. */
const withOlder = async (language: Language = 'en') => {
  const at = await lending(language)
  const { members } = await at.bookNow()
  // She has a card of her own, so that she can look at it.
  const [card] = await at.needs.store.cards(at.fundId)
  const borrower = members.find(({ memberId }) => memberId === card!.memberId)!
  const [first, second] = members.filter(
    ({ memberId, offices, isFormer }) =>
      offices.length === 0 && !isFormer && memberId !== borrower.memberId,
  )
  const [answer] = await at.needs.record(
    at.fundId,
    [
      {
        type: 'RecordPayout',
        id: '0f000000-0000-7000-8000-000000000001',
        v: 1,
        effectiveOn: '2025-09-20',
        loanId,
        number: 'OLD-1',
        memberId: borrower.memberId,
        product: 'normal',
        principal: 1_000_000,
        months: 10,
        asWritten: { method: 'flat', rateMonthlyPercent: '3', fee: 20_000 },
        securities: ['land-title', 'family-book'],
      },
    ],
    { actor: 'test', device: 'test' },
  )
  expect(answer).toMatchObject({ outcome: 'flagged' })
  return { at, witnesses: [first!, second!] }
}

test.each(languages)(
  'what an older book left is shown, given back and converted by forms alone, in %s',
  async (language) => {
    const { at, witnesses } = await withOlder(language)
    const words = olderWords.in(language)
    /** How many of them today's page says are waiting. */
    const waiting = async () =>
      /href="[^"]*\/tasks"\s*>[^]*?<b>(\d+)<\/b>/.exec((await at.page('today')).html)?.[1]
    const openTasks = async () => pageText((await at.page('tasks')).html)
    const loan = async () => pageText((await at.page(`loans/${loanId}`)).html)

    expect(await waiting()).toBe('3')
    const before = await openTasks()
    for (const said of [words['security_land-title'], words['security_family-book'], 'OLD-1'])
      expect(before).toContain(said)
    // 30,000 a month by the older terms, 15,000 by the fund's, for three months.
    const open = await loan()
    expect(open).toContain(words.method_flat)
    expect(open).toContain(`${words.notDemanded} ${riel(45_000)}`)
    expect(open).toContain(`${words.fundCounts} ${riel(45_000)}`)
    expect(open).toContain(`${words.equivalent} 5.45 %`)
    expect(open).toContain(`${words.yearly} 65.5 %`)
    // 130,000 on each of ten days for 980,000 in hand.
    expect(open).toMatch(new RegExp(`${words.effective} (7|8|9)\\d\\.\\d\\d %`))
    expect(open).not.toContain('5.454545')
    const register = pageText((await at.page('loans?show=open')).html)
    expect(register).toContain(`${words.notDemanded} ${riel(45_000)}`)
    expect(register).toContain(words.papersHeld('2'))

    const { receipt } = await written(at, `giving-back?loan=${loanId}`, {
      security: 'land-title',
      witness1: witnesses[0]!.card,
      witness2: witnesses[1]!.card,
    })
    expect(receipt).toContain(words['security_land-title'])
    expect(await openTasks()).not.toContain(words['security_land-title'])

    const vote = `conversion?loan=${loanId}`
    const question = await check(at, vote, hands(at, 50, 1))
    expect(pageText(question.html)).toContain(`${words.givenUp} ${riel(45_000)}`)
    const { receipt: voted } = await written(at, vote, { ...hands(at, 50, 1), ...chairsWord })
    expect(voted).toContain(riel(45_000))
    expect(voted).toContain('50')
    const converted = await loan()
    expect(converted).toContain(words.fact_converted)
    expect(converted).not.toContain(words.notDemandedMeaning)
    expect(await waiting()).toBe('1')
  },
)

test('only the meeting is asked, and the chair’s word is needed', async () => {
  const { at } = await withOlder()
  const form = await at.page(`record/conversion?loan=${loanId}`)
  expect(form.html).not.toContain('value="officers"')
  const question = await check(at, `conversion?loan=${loanId}`, hands(at, 50, 1))
  const without = await at.post('record/conversion', fieldsOf(question.html))
  expect(without.status).toBe(403)
  expect(pageText(without.html)).toContain('name and PIN are missing')
  const lost = await check(at, `conversion?loan=${loanId}`, hands(at, 20, 30))
  expect([lost.status, pageText(lost.html).includes('The vote said no')]).toEqual([409, true])
})

test('a loan of the fund’s own has no such ways on, and a form without a paper is asked again', async () => {
  const { at } = await withOlder()
  const own = (await at.bookNow()).loans.find(({ number }) => number !== 'OLD-1')!
  const page = (await at.page(`loans/${own.loanId}`)).html
  expect(page).not.toContain('record/conversion')
  expect(page).not.toContain('record/giving-back')
  const refused = await check(at, `conversion?loan=${own.loanId}`, hands(at, 50, 1))
  expect(refused.status).toBe(409)
  expect((await check(at, `giving-back?loan=${loanId}`, {})).status).toBe(400)
})

test('a household reads on its own page that nothing beyond is demanded, and that its papers are held', async () => {
  const { at } = await withOlder()
  const token = await at.as('household')
  const answer = await at.ask(`/funds/${at.fundId}/loans/${loanId}?lang=en`, { token })
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(pageText(html)).toContain(olderWords.in('en').notDemandedMeaning)
  expect(pageText(html)).toContain('land title ▲ held since 20 September 2025')
  expect(html).not.toContain('/record/')
})

test('the auditor sees how much is still to do, and the list of it with no way to write', async () => {
  const { at } = await withOlder()
  const token = await at.as('auditor')
  const get = async (path: string) => {
    const answer = await at.ask(`/funds/${at.fundId}/${path}`, { token })
    return { status: answer.status, text: pageText(await answer.text()) }
  }
  const health = await get('health?lang=en')
  expect(health.text).toContain('Papers to give back 2')
  expect(health.text).toContain('Loans to convert 1')
  expect(health.text).toContain('The older terms would ask this much interest beyond')
  const tasks = await get('tasks?lang=en')
  expect(tasks.status).toBe(200)
  expect(tasks.text).toContain('OLD-1')
  expect(tasks.text).not.toContain('Write down the vote')
})

let ugly: Practice
beforeAll(async () => {
  ugly = await practice({}, uglyBookFolder)
})

const formOf = (change: (text: string) => string): FormData => {
  const form = new FormData()
  for (const name of [fundFile, ...fileNames]) {
    const text = readFileSync(join(uglyBookFolder, name), 'utf8')
    form.append(name, new Blob([name === 'loans.csv' ? change(text) : text]), name)
  }
  return form
}

test('the whole ugly book comes in over HTTP, and the API tells its findings and its tasks', async () => {
  const token = await ugly.as('auditor')
  const path = `/v1/funds/${ugly.fundId}/reports/findings?asOf=2025-06-30`
  const told = (await (await ugly.ask(path, { token })).json()) as {
    readonly findings: readonly { readonly code: string; readonly message: string }[]
    readonly tasks: readonly { readonly kind: string; readonly message: string }[]
  }
  expect(told.tasks).toHaveLength(10)
  expect(told.findings.map(({ code }) => code)).toContain('old-interest-beyond-half')
  const khmer = (await (
    await ugly.ask(path, { token, headers: { 'accept-language': 'km' } })
  ).json()) as typeof told
  expect(khmer.tasks[0]!.message).toMatch(/[\u1780-\u17d3]/)
  const again = await ugly.ask('/v1/imports/paper-book', {
    token: await ugly.as('administrator'),
    body: formOf((text) => text),
  })
  expect(await again.json()).toMatchObject({ wasHere: true, villageCode: '99999903' })
})

test('a loan in full tells how it was written, what is not demanded and what is held', async () => {
  const token = await ugly.as('auditor')
  const list = (await (
    await ugly.ask(`/v1/funds/${ugly.fundId}/loans?limit=20`, { token })
  ).json()) as { readonly items: readonly { readonly loanId: string; readonly number: string }[] }
  const older = async (number: string) => {
    const { loanId: id } = list.items.find((one) => one.number === number)!
    const path = `/v1/funds/${ugly.fundId}/loans/${id}?asOf=2025-06-30`
    return ((await (await ugly.ask(path, { token })).json()) as { readonly older: unknown }).older
  }
  expect(await older('U25-2')).toBeNull()
  expect(await older('U24-1')).toMatchObject({
    asWritten: { method: 'flat', rateMonthlyPercent: '3' },
    equivalentMonthlyPercent: '5.454545',
    notDemanded: { open: 90_000, asked: 150_000, counted: 27_000, paid: 60_000, beyondHalf: 0 },
    convertedOn: null,
    held: ['land-title'],
    givenBack: [],
  })
})

test.each(languages)('what is wrong with such a book is told in %s', async (language) => {
  const answer = await ugly.ask('/v1/imports/paper-book', {
    token: await ugly.as('administrator'),
    body: formOf((text) => text.replace('flat,3,', ',3,').replace('4,,,', 'four,,,')),
    headers: { 'accept-language': language },
  })
  const { errors } = (await answer.json()) as {
    readonly errors: readonly { readonly field: string; readonly code: string; message: string }[]
  }
  expect([answer.status, errors.map(({ field, code }) => `${field} ${code}`)]).toEqual([
    422,
    ['rate_monthly_percent rate-not-a-number', 'method method-missing'],
  ])
  for (const { message } of errors) expect(/[\u1780-\u17d3]/.test(message)).toBe(language === 'km')
})
