import { expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { askedFor, lending, lookedInto, written } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

/** The page of a request by somebody who is late on a loan of the same sort. */
const askedWhileLate = async () => {
  const at = await lending()
  const late = standingsOn(await at.bookNow(), practiceDay).find(
    ({ loan, daysPastDue, owed }) => daysPastDue > 0 && owed > 0 && loan.terms.product === 'normal',
  )!
  const { entryId: loanId } = await written(at, `request?member=${late.loan.memberId}`, askedFor)
  const { html } = await at.page(`loans/${loanId}`)
  return { at, late, loanId, html, text: pageText(html) }
}

const refusal = 'The household has a loan of the same sort already'

test('a no of the rules stands once, under the name and before every gate', async () => {
  const { html, text } = await askedWhileLate()
  expect(text.split(refusal)).toHaveLength(2)
  expect(html.indexOf('class="rulings"')).toBeGreaterThan(html.indexOf('<h1'))
  expect(html.indexOf('class="rulings"')).toBeLessThan(html.indexOf('class="gates"'))
  expect(text).not.toContain('No rule stands against it.')
})

test('under the name stands what she owes already, and for how many days it is late', async () => {
  const { text, late } = await askedWhileLate()
  const gates = text.indexOf('Look into it')
  const told = text.indexOf(`Loan ${late.loan.number}`)
  expect(told).toBeGreaterThan(0)
  expect(told).toBeLessThan(gates)
  expect(text.slice(told, gates)).toContain(`${late.daysPastDue} days`)
})

test('where the rules say no, no green box says that the price is allowed', async () => {
  const { html, text } = await askedWhileLate()
  expect(html).not.toContain('class="verdict good"')
  expect(text).toContain('The price keeps to the cap.')
  expect(text).not.toContain('Whether the loan is given, the meeting decides.')
})

test('where the rules say no, the form of the next step is opened by hand; where they do not, it stands open', async () => {
  const { html } = await askedWhileLate()
  const fold = html.indexOf('<summary>Go on all the same</summary>')
  expect(fold).toBeGreaterThan(html.indexOf('class="rulings"'))
  expect(fold).toBeLessThan(html.indexOf('name="finding"'))
  const at = await lending()
  const { html: open } = await at.page(`loans/${await lookedInto(at)}`)
  expect(open).not.toContain('Go on all the same')
})

test('beside the gates stand three figures first: handed out, brought first, paid back in all', async () => {
  const at = await lending()
  const { html, text } = await at.page(`loans/${await lookedInto(at)}`).then((page) => ({
    ...page,
    text: pageText(page.html),
  }))
  const figures = /<dl class="three-figures">[^]*?<\/dl>/.exec(html)![0]
  expect(pageText(figures)).toMatch(
    /Handed out 400,000\u202f៛ The first payment [\d,]+\u202f៛ Paid back in all [\d,]+\u202f៛/,
  )
  expect(html.indexOf('three-figures')).toBeLessThan(html.indexOf('class="quote"'))
  expect(text).toContain('The cap of 18 % is about this one.')
})

test('what officers may lend by themselves is their vote until a meeting has written its list', async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  const { html } = await at.page(`record/decision?loan=${loanId}`)
  expect(html.replaceAll(/\s+/g, ' ')).toMatch(/name="by" value="officers"[^>]* checked/)
  expect(html.indexOf(`name="vote-${at.chair.memberId}"`)).toBeLessThan(
    html.indexOf('<details class="fold"', html.indexOf('name="by"')),
  )
})
