import { expect, test } from 'vitest'
import { type Desk, type Fields, desk, today } from '#test/http/desk/at-desk.ts'

/* Whoever mistypes one thing finds every day again as it was typed, and never as programs write it. */

/** The form of a venture as somebody fills it in, with what is typed otherwise. */
const ventureOf = async (at: Desk, more: Fields): Promise<Fields> => ({
  ...(await at.form(`record/venture?fund=${at.fundId}`)),
  kind: 'rice-bank',
  sharePrice: '20000',
  sharesOffered: '200',
  sharesEach: '25',
  leavesFrom: '1-6-2027',
  leavingValue: 'book-value',
  endsOn: '៣១/១២/២០២៨',
  cashKeeper: 'M07',
  bookKeeper: 'M08',
  present: '55',
  yes: '50',
  no: '2',
  confirmedBy: at.book.members.find(({ card }) => card === 'M02')!.memberId,
  ...today,
  ...more,
})

const valueIn = (page: string, id: string): string | undefined =>
  new RegExp(`<input[^>]*id="${id}"[^>]*?value="([^"]*)"`).exec(page)?.[1]

test('a day that is right comes back as it was typed where another field is wrong', async () => {
  const at = await desk('chair')
  const answer = await at.post(
    'record/venture/confirm',
    await ventureOf(at, { bookKeeper: 'M07', day: '០៩', month: '12', year: '២០២៥' }),
  )
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(valueIn(page, 'leavesFrom')).toBe('1-6-2027')
  expect(valueIn(page, 'endsOn')).toBe('៣១/១២/២០២៨')
  expect([valueIn(page, 'day'), valueIn(page, 'year')]).toEqual(['០៩', '២០២៥'])
  expect(page).toMatch(/<option value="12"\s+selected/)
})

test('a day that cannot be read, or lies at the wrong end, comes back as it was typed', async () => {
  const at = await desk('chair')
  const wrong = { leavesFrom: '31/2/2027"><b>', endsOn: '1.6.2020', day: '31', month: '02' }
  const answer = await at.post('record/venture/confirm', await ventureOf(at, wrong))
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(valueIn(page, 'leavesFrom')).toBe('31/2/2027&quot;&gt;&lt;b&gt;')
  expect(page).not.toContain('<b>"')
  expect(valueIn(page, 'endsOn')).toBe('1.6.2020')
  expect(valueIn(page, 'day')).toBe('31')
  expect(page).toMatch(/<option value="02"\s+selected/)
})

test('signs that turn a line around do not come back', async () => {
  const at = await desk('chair')
  const turned = await ventureOf(at, { leavesFrom: '\u202e1/6/2027' })
  const page = await (await at.post('record/venture/confirm', turned)).text()
  expect(valueIn(page, 'leavesFrom')).toBe('')
})

test('whoever goes back from the question finds the days as they were typed', async () => {
  const at = await desk('chair')
  const asked = await (await at.post('record/venture/confirm', await ventureOf(at, {}))).text()
  expect(asked).toContain('1 June 2027')
  const carried = Object.fromEntries(
    [...asked.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  )
  const { [`votes`]: _none, ...rest } = carried
  const page = await (await at.post('record/venture/confirm', { ...rest, change: 'yes' })).text()
  expect(valueIn(page, 'leavesFrom')).toBe('1-6-2027')
  expect(valueIn(page, 'endsOn')).toBe('៣១/១២/២០២៨')
})

test('forms beside the book keep a day as it was typed too', async () => {
  const at = await desk('administrator')
  const path = '/network/found'
  const page = await (await at.ask(path, { token: at.token })).text()
  const id = /name="id"\s+value="([^"]*)"/.exec(page)![1]!
  const sent = {
    id,
    step: '',
    villageCode: 'x',
    currency: 'KHR',
    day: '០៧',
    month: '03',
    year: '2025',
  }
  const body = new URLSearchParams(sent)
  const again = await at.ask(path, { token: at.token, body })
  const shown = await again.text()
  expect(again.status).toBe(400)
  expect([valueIn(shown, 'day'), valueIn(shown, 'year')]).toEqual(['០៧', '2025'])
})
