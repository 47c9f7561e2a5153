import { expect, test } from 'vitest'
import { type Fields, desk, repaymentOf, savingOf } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

test('a form that was used already for another amount is told so, and changes nothing', async () => {
  const at = await desk()
  const fields = await repaymentOf(at, '20000')
  await at.post('record/repayment', fields)
  const before = await at.length()
  for (const path of ['record/repayment', 'record/repayment/confirm']) {
    const answer = await at.post(path, { ...fields, amount: '30100' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(pageText(page)).toContain('What was recorded first stands.')
    expect(page).toContain(`/receipts/${fields['id']}`)
    expect(page).not.toMatch(/"30100"|30,100/)
  }
  expect(await at.length()).toBe(before)
})

test('Khmer digits are read in the amount and in the day', async () => {
  const at = await desk()
  const khmer = { day: '៣០', month: '12', year: '២០២៥' }
  const fields = { ...(await repaymentOf(at, '២០០០០')), ...khmer }
  const text = pageText(await (await at.post('record/repayment/confirm', fields)).text())
  expect(text).toContain('20,000\u202f៛')
  expect(text).toContain('30 December 2025 (yesterday)')
})

const badAmounts: Readonly<Record<string, string>> = {
  '': 'The amount is missing.',
  '   ': 'The amount is missing.',
  'twenty thousand': 'Write digits only, for example 212000',
  '20.000x': 'Write digits only, for example 212000',
  '20,000': 'Write digits only, for example 212000',
  '20.000': 'Write digits only, for example 212000',
  '-20000': 'Write digits only, for example 212000',
  '+20000': 'Write digits only, for example 212000',
  '2e4': 'Write digits only, for example 212000',
  '0x4e20': 'Write digits only, for example 212000',
  '20 000': 'Write digits only, for example 212000',
  '២០០០០ រៀល': 'Write digits only, for example 212000',
  '<b>20000</b>': 'Write digits only, for example 212000',
  '0': 'Zero cannot be recorded.',
  '០០០': 'Zero cannot be recorded.',
  '1000000000000': 'This is more than the book can hold.',
  '99999999999999999999': 'This is more than the book can hold.',
}

test('an amount that is not written in digits comes back with what to do, and is not repeated', async () => {
  const at = await desk()
  const before = await at.length()
  for (const [amount, said] of Object.entries(badAmounts)) {
    for (const path of ['record/repayment/confirm', 'record/repayment']) {
      const answer = await at.post(path, await repaymentOf(at, amount))
      const page = await answer.text()
      expect([amount, answer.status]).toEqual([amount, 400])
      expect(pageText(page)).toContain(said)
      expect(page).toMatch(/aria-describedby="amount-fault amount-hint"\s+aria-invalid="true"/)
      const number = /<input[^>]*id="amount"[^>]*>/.exec(page)![0]
      expect(number).toContain('value=""')
      if (amount.length > 3) expect(page.replaceAll('example 212000', '')).not.toContain(amount)
    }
  }
  expect(await at.length()).toBe(before)
})

test('a number of shares that is not written in digits comes back with what to do', async () => {
  const at = await desk()
  for (const [shares, said] of Object.entries({
    '': 'The number of shares is missing.',
    '2.5': 'Write digits only, for example 2',
    '0': 'Zero cannot be recorded.',
    '9999999': 'This is more than the book can hold.',
  })) {
    const answer = await at.post('record/saving/confirm', await savingOf(at, shares))
    expect(answer.status).toBe(400)
    expect(pageText(await answer.text())).toContain(said)
  }
})

test('a day that cannot be is marked at its field, and both it and the amount stay as they were typed', async () => {
  const at = await desk()
  const fields = await repaymentOf(at, '20000')
  for (const [date, said] of [
    [{ day: '31', month: '02', year: '2025' }, 'The calendar has no such day.'],
    [{ day: 'one', month: '12', year: '2025' }, 'The calendar has no such day.'],
    [{ day: '1', month: '1', year: '2026' }, 'The day that was written has not come yet.'],
    [
      { day: '1', month: '1', year: '1950' },
      'The fund’s book began after the day that was written.',
    ],
  ] as const) {
    const answer = await at.post('record/repayment/confirm', { ...fields, ...date })
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(pageText(page)).toContain(said)
    expect(/<input[^>]*id="amount"[^>]*>/.exec(page)![0]).toContain('value="20000"')
    const dayField = /<input[^>]*id="day"[^>]*>/.exec(page)![0]
    expect(dayField).toMatch(/aria-invalid="true" aria-describedby="day-fault"/)
    expect(dayField).toContain(`value="${date.day}"`)
  }
})

test('forms that no page of ours sends are answered with a page, and nothing is written', async () => {
  const at = await desk()
  const before = await at.length()
  const { ask, fundId, token } = at
  const good = await repaymentOf(at, '20000')
  const short = Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'amount'))
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`extra${i}`, '1']))
  const pair = `${new URLSearchParams(good).toString()}&amount=5`
  const odd: (Fields | string)[] = [
    short,
    {},
    { ...good, ...many },
    pair,
    { ...good, amount: '200\u000000' },
    { ...good, id: 'not-an-id' },
    { ...good, year: '9'.repeat(5000) },
  ]
  for (const path of ['record/repayment', 'record/repayment/confirm']) {
    for (const fields of odd) {
      const answer = await at.post(path, fields)
      expect(answer.status).toBe(400)
      expect(pageText(await answer.text())).toContain('Begin again and fill it in by hand.')
    }
    const asJson = await ask(`/funds/${fundId}/${path}`, { token, json: good })
    const data = new FormData()
    data.set('amount', '20000')
    const asData = await ask(`/funds/${fundId}/${path}`, { token, body: data })
    expect([asJson.status, asData.status]).toEqual([400, 400])
  }
  expect(await at.length()).toBe(before)
})

test('a loan or member that is not here is the page for what is not found', async () => {
  const at = await desk()
  const elsewhere = '0198f3a0-0000-7000-8000-000000000000'
  for (const id of [elsewhere, 'L25-01', '__proto__', at.loan.memberId]) {
    expect((await at.get(`record/repayment?loan=${encodeURIComponent(id)}`)).status).toBe(404)
    const fields = { ...(await repaymentOf(at, '20000')), loan: id }
    for (const path of ['record/repayment', 'record/repayment/confirm'])
      expect((await at.post(path, fields)).status).toBe(404)
  }
  expect((await at.get(`record/saving?member=${elsewhere}`)).status).toBe(404)
  const saving = { ...(await savingOf(at, '1')), member: elsewhere }
  expect((await at.post('record/saving', saving)).status).toBe(404)
  for (const id of [elsewhere, 'x', '%00'])
    expect((await at.get(`receipts/${id}`)).status).toBe(404)
  expect((await at.ask(`/funds/${elsewhere}/desk`, { token: at.token })).status).toBe(404)
})
