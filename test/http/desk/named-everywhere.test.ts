import { beforeAll, expect, test } from 'vitest'
import { acts } from '#src/desk/acts.ts'
import { cardOf } from '#src/desk/desk.ts'
import { type Desk, desk, someMember } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

let at: Desk
let nameOf: (memberId: string) => string
beforeAll(async () => {
  at = await desk()
  const kept = await at.needs.store.names(at.fundId)
  nameOf = (memberId) => kept.find((one) => one.memberId === memberId)!.khmer!
})

/** The page on which an act about somebody, a loan or the fund is filled in; undefined where there is nothing to fill in. */
const formOf = async (name: string, query: string): Promise<string | undefined> => {
  const first = await at.get(`record/${name}?${query}&lang=en`)
  const next = first.status === 303 ? first.headers.get('location')! : undefined
  const answer = next === undefined ? first : await at.ask(`${next}?lang=en`, { token: at.token })
  const page = answer.status === 200 ? await answer.text() : ''
  return page.includes('class="record') || page.includes('class="gates"') ? page : undefined
}

test('whoever writes something down about a member or a loan reads the name before the card', async () => {
  const member = someMember(at)
  const loan = at.book.loans.find(({ loanId }) => loanId === at.loan.loanId)!
  const about = {
    member: { query: `member=${member.memberId}`, memberId: member.memberId },
    loan: { query: `loan=${loan.loanId}`, memberId: loan.memberId },
  }
  const seen: string[] = []
  for (const { name, subject } of acts) {
    if (subject !== 'member' && subject !== 'loan') continue
    const { query, memberId } = about[subject]
    const page = await formOf(name, query)
    if (page === undefined) continue
    const main = page.slice(page.indexOf('<main'))
    const named = main.indexOf(nameOf(memberId))
    expect(named, name).toBeGreaterThan(0)
    expect(named, name).toBeLessThan(main.indexOf(cardOf(at.book, memberId)))
    seen.push(name)
  }
  expect(seen.length).toBeGreaterThan(15)
})

test('no form asks for the number of a card where it asks for a person', async () => {
  const seen: string[] = []
  for (const { name, subject } of acts) {
    const query = { fund: `fund=${at.fundId}`, member: `member=${someMember(at).memberId}` }
    if (subject !== 'fund' && subject !== 'member') continue
    const page = await formOf(name, query[subject])
    if (page === undefined) continue
    expect(pageText(page), name).not.toMatch(/Card of (?:who|witness|member|somebody|key)/)
    seen.push(name)
  }
  expect(seen.length).toBeGreaterThan(20)
})
