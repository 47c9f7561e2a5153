import { expect, test } from 'vitest'
import { desk, someMember } from '#test/http/desk/at-desk.ts'

/*
 * What keeps pages short on a phone, seen in their mark-up: measured in a browser at 360x640, no first field of a form lies
 * below 400 px, and no list of sixty members is longer than four screens.
 */

test('the first field of a form stands before what is told about it', async () => {
  const at = await desk()
  const member = `?member=${someMember(at).memberId}`
  const fund = `?fund=${at.fundId}`
  const forms = [
    `repayment?loan=${at.loan.loanId}`,
    ...['take-out', 'ask-savings', 'deposit', 'private-savings'].map((name) => name + member),
    ...['savings-interest', 'expense', 'borrowing'].map((name) => name + fund),
  ]
  const chair = await desk('chair')
  const all = [
    ...forms.map((form) => [at, form] as const),
    [chair, `period-close?fund=${chair.fundId}`] as const,
  ]
  for (const [whose, form] of all) {
    const page = await (await whose.get(`record/${form}`)).text()
    const main = page.slice(page.indexOf('<main'))
    const field = main.search(/<(?:input(?![^>]*type="hidden")|select|textarea)/)
    expect(field, form).toBeGreaterThan(0)
    expect(main.slice(0, field), form).not.toMatch(/<dl class="facts|<table/)
  }
})

test('members, names and savings of sixty stand in folds, and each is still there', async () => {
  const at = await desk()
  for (const path of ['members', 'people', 'savings']) {
    const page = await (await at.get(path)).text()
    expect(page.match(/<details class="fold rows-fold">/g)!.length, path).toBeGreaterThan(2)
    for (const { card } of at.book.members.filter(({ isFormer }) => !isFormer))
      expect(page, path).toContain(card)
    const one = await (await at.get(`${path}?card=M07`)).text()
    expect(one, path).not.toContain('rows-fold')
  }
})

test('loans, and whoever is chosen for a form, stand in folds behind a search', async () => {
  const at = await desk()
  const records = ['repayment', 'saving', 'request', 'dispute'].map((form) => `record/${form}`)
  for (const path of ['loans?show=open', ...records]) {
    const page = await (await at.get(path)).text()
    expect(page.match(/<details class="fold rows-fold">/g)?.length, path).toBeGreaterThan(0)
    expect(page.indexOf('type="search"'), path).toBeLessThan(page.indexOf('rows-fold'))
  }
  const loans = await (await at.get('loans?show=open')).text()
  for (const { loanId } of at.loans) expect(loans).toContain(`/loans/${loanId}"`)
  const { number } = at.loans.find(({ card }) => card === at.loan.card)!
  const one = await (await at.get(`loans?name=${at.loan.card}`)).text()
  expect(one).toContain(number)
  expect(one.match(/data-due=/g)).toHaveLength(1)
})

test('other money of a meeting is one button with its six kinds', async () => {
  const at = await desk()
  const on = at.book.meetings.at(-1)!.heldOn
  const page = await (await at.get(`meetings/${on}`)).text()
  const [, kinds] = /<details class="fold other-money[^]*?<summary>([^]*?)<\/details>/.exec(page)!
  expect(kinds!.match(/\/record\//g)).toHaveLength(6)
})
