import { expect, test } from 'vitest'
import { fundNameOf } from '#src/app/network/fund-names.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { cardOf } from '#src/desk/desk.ts'
import { moneyInWords } from '#src/words/locale.ts'
import {
  type Fields,
  desk,
  fieldsOf,
  repaymentOf,
  riel,
  savingOf,
  someMember,
} from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

test('a repayment goes from the list of loans to its receipt', async () => {
  const at = await desk()
  const { get, post, loan, length, book } = at
  const today = await (await get('today')).text()
  expect(today).toContain(`href="/funds/${at.fundId}/record/repayment"`)
  const list = await (await get('record/repayment')).text()
  expect(list).toContain(`record/repayment?loan=${loan.loanId}`)
  expect(pageText(list)).toContain(riel(loan.amount))
  const before = await length()
  const check = await post('record/repayment/confirm', await repaymentOf(at, '20000'))
  const checkPage = await check.text()
  const checkText = pageText(checkPage)
  expect(check.status).toBe(200)
  for (const said of [
    riel(20_000),
    moneyInWords({ amount: 20_000, currency: 'KHR' }, 'en'),
    moneyInWords({ amount: 20_000, currency: 'KHR' }, 'km'),
    `Before ${riel(loan.owed)}`,
    'The member’s savings do not change.',
    'No, change it',
    'Yes, record it',
  ])
    expect(checkText).toContain(said)
  expect(checkText.indexOf('No, change it')).toBeLessThan(checkText.indexOf('Yes, record it'))
  expect(await length()).toBe(before)

  const done = await post('record/repayment', fieldsOf(checkPage))
  expect(done.status).toBe(303)
  expect(await length()).toBe(before + 1)
  const receipt = await at.ask(done.headers.get('location')!, { token: at.token })
  const receiptText = pageText(await receipt.text())
  expect(receipt.status).toBe(200)
  for (const said of [
    'Receipt for a repayment',
    await fundNameOf(at.needs.store, at.fundId),
    riel(20_000),
    `Card ${cardOf(book, loan.memberId)}`,
    `Loan ${loan.number}`,
    `Line of the book ${before + 1}`,
    '31 December 2025',
  ])
    expect(receiptText).toContain(said)
})

test('what is left after a repayment is on the receipt, as the confirm page said it', async () => {
  const at = await desk()
  const check = await (
    await at.post('record/repayment/confirm', await repaymentOf(at, '20000'))
  ).text()
  const after = / After ([\d,]+\u202f៛)/.exec(pageText(check))![1]
  const done = await at.post('record/repayment', fieldsOf(check))
  const receipt = await at.ask(done.headers.get('location')!, { token: at.token })
  expect(pageText(await receipt.text())).toContain(`Loan left now ${after}`)
})

test('a saving goes from the card to its receipt', async () => {
  const at = await desk()
  const { get, post, length } = at
  const member = someMember(at)
  expect(await (await get('record/saving')).text()).toContain(
    `record/saving?member=${member.memberId}`,
  )
  const form = pageText(await (await get(`record/saving?member=${member.memberId}`)).text())
  expect(form).toContain('One share costs 5,000\u202f៛')
  expect(form).toContain('At most 5 shares at one meeting.')
  const before = await length()
  const check = await (await post('record/saving/confirm', await savingOf(at, '២'))).text()
  const [was, becomes] = /Before ([\d,]+)\u202f៛ After ([\d,]+)\u202f៛/
    .exec(pageText(check))!
    .slice(1)
  const amount = (text = ''): number => Number(text.replaceAll(',', ''))
  expect(amount(becomes) - amount(was)).toBe(10_000)
  const done = await post('record/saving', fieldsOf(check))
  expect(await length()).toBe(before + 1)
  const receipt = pageText(
    await (await at.ask(done.headers.get('location')!, { token: at.token })).text(),
  )
  expect(receipt).toContain('Receipt for a saving')
  expect(receipt).toContain(`Savings now ${becomes}\u202f៛`)
  expect(receipt).toContain('2 shares of 5,000\u202f៛ each')
})

test('the same form sent twice counts once and shows the same receipt', async () => {
  const at = await desk()
  for (const task of ['repayment', 'saving'] as const) {
    const fields = task === 'repayment' ? await repaymentOf(at, '20000') : await savingOf(at, '1')
    const before = await at.length()
    const answers = await Promise.all([1, 2].map(() => at.post(`record/${task}`, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await at.length()).toBe(before + 1)
    // Whoever goes back in the browser and checks once more is shown what is in the book.
    const again = await at.post(`record/${task}/confirm`, fields)
    expect(again.headers.get('location')).toBe(answers[0]!.headers.get('location'))
  }
})

test('no, change it shows the form again as it was filled in', async () => {
  const at = await desk()
  const fields: Fields = { ...(await repaymentOf(at, '20000')), day: '30' }
  const check = await (await at.post('record/repayment/confirm', fields)).text()
  const change = { ...fieldsOf(check), change: 'yes' }
  const form = await (await at.post('record/repayment/confirm', change)).text()
  expect(/<input[^>]*id="amount"[^>]*>/.exec(form)![0]).toContain('value="20000"')
  expect(/<input[^>]*id="day"[^>]*>/.exec(form)![0]).toContain('value="30"')
  expect(fieldsOf(form)['id']).toBe(fields['id'])
})

test('an amount with a zero too many is asked about again and can still be recorded', async () => {
  const all = await desk()
  const paying = all.book.loans.filter(({ repayments }) => repayments.length > 0)
  const loan = all.due.find(
    (due) => due.daysLate === 0 && paying.some(({ loanId }) => loanId === due.loanId),
  )!
  const at = { ...all, loan }
  const page = await (
    await at.post('record/repayment/confirm', await repaymentOf(at, String(at.loan.amount * 10)))
  ).text()
  const text = pageText(page)
  expect(text).toContain('Stop and count again')
  expect(text).toContain('Is there a zero too many?')
  expect(text).toContain(`I counted again: record ${riel(at.loan.amount * 10)}`)
  expect(text).not.toContain('Yes, record it')
  expect((await at.post('record/repayment', fieldsOf(page))).status).toBe(303)
})

test('more than the loan needs is told before it is recorded, with where the rest goes', async () => {
  const at = await desk()
  const much = String(at.loan.owed * 2)
  const check = await (
    await at.post('record/repayment/confirm', await repaymentOf(at, much))
  ).text()
  expect(pageText(check)).toContain('more than the loan needs. The rest is kept for the member')
  expect(pageText(check)).toContain('With this the loan is paid off.')
})

test('more shares than a meeting allows, and shares of the same day, are told before they are recorded', async () => {
  const at = await desk()
  const many = await (await at.post('record/saving/confirm', await savingOf(at, '6'))).text()
  expect(pageText(many)).toContain('One meeting allows 5 shares.')
  expect(pageText(many)).not.toContain('Stop and count again')
  await at.post('record/saving', fieldsOf(many))
  const again = await (await at.post('record/saving/confirm', await savingOf(at, '1'))).text()
  expect(pageText(again)).toContain('30,000\u202f៛ is in the book already for this day.')
})

test('only the record-keeper has the pages that record; a stranger has none at all', async () => {
  const keeper = await desk()
  const { ask, as, fundId, loan } = keeper
  const fields = await repaymentOf(keeper, '20000')
  const statuses = async (token: string | undefined): Promise<number[]> =>
    Promise.all(
      [
        ask(`/funds/${fundId}/today`, { token }),
        ask(`/funds/${fundId}/record/repayment?loan=${loan.loanId}`, { token }),
        ask(`/funds/${fundId}/record/saving`, { token }),
        ask(`/funds/${fundId}/record/repayment/confirm`, {
          token,
          body: new URLSearchParams(fields),
        }),
        ask(`/funds/${fundId}/record/repayment`, { token, body: new URLSearchParams(fields) }),
      ].map(async (answer) => (await answer).status),
    )
  const before = await keeper.length()
  expect(await statuses(undefined)).toEqual([401, 401, 401, 401, 401])
  expect(await statuses(await as('household'))).toEqual([403, 403, 403, 403, 403])
  expect(await statuses(await as('auditor'))).toEqual([200, 403, 403, 403, 403])
  expect(await statuses(await as('chair'))).toEqual([200, 403, 403, 403, 403])
  expect(await statuses(await as('migration-worker'))).toEqual([404, 404, 404, 404, 404])
  expect(await keeper.length()).toBe(before)
})

test('who may not record reads what waits and is led to no form', async () => {
  const { get } = await desk('auditor')
  const page = await (await get('today')).text()
  expect(pageText(page)).toMatch(/What waits \d+ payment/)
  expect(page).not.toContain('/record/')
})

test('the desk of before leads to today’s page', async () => {
  const { get, fundId } = await desk()
  const answer = await get('desk')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/funds/${fundId}/today`])
})

test('a card is found by its number in either script, and what was looked for is not repeated', async () => {
  const { get, loan, book } = await desk()
  const card = cardOf(book, loan.memberId)
  const digits = String(Number(card.replaceAll(/\D/g, '')))
  const khmer = digits.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
  for (const asked of [card, card.toLowerCase(), digits, khmer]) {
    const page = await (await get(`record/repayment?card=${encodeURIComponent(asked)}`)).text()
    expect(page).toContain(`loan=${loan.loanId}`)
    expect([...page.matchAll(/class="row/g)].length).toBeLessThan(4)
  }
  const none = await (await get('record/repayment?card=Zzq-Xx')).text()
  expect(pageText(none)).toContain('Nobody of that name or card has anything to show here.')
  expect(none).not.toContain('Zzq-Xx')
})

test('when the store cannot be written, the filled form is kept and counts once when sent again', async () => {
  const at = await desk()
  const { store } = at.needs
  const append = store.append
  const fields = await repaymentOf(at, '20000')
  const before = await at.length()
  store.append = async () => {
    throw new StorageUnavailable('no room on the disk')
  }
  const busy = await at.post('record/repayment', fields)
  store.append = append
  const page = await busy.text()
  expect(busy.status).toBe(503)
  expect(pageText(page)).toContain('Nothing is lost, and pressing twice counts once.')
  expect(fieldsOf(page)).toEqual({ ...fieldsOf(page), id: fields['id'], amount: '20000' })
  for (let presses = 0; presses < 2; presses += 1)
    expect((await at.post('record/repayment', fieldsOf(page))).status).toBe(303)
  expect(await at.length()).toBe(before + 1)
})

test('a language chosen on the page that asks leads back to the form of the same loan', async () => {
  const at = await desk()
  const check = await (
    await at.post('record/repayment/confirm', await repaymentOf(at, '20000'))
  ).text()
  const place = `/funds/${at.fundId}/record/repayment`
  expect(check).toContain(`href="${place}?loan=${at.loan.loanId}&amp;lang=km"`)
  const back = await at.get(`record/repayment/confirm?loan=${at.loan.loanId}`)
  expect(back.headers.get('location')).toBe(`${place}?loan=${at.loan.loanId}`)
})
