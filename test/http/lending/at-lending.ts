import { standingsOn } from '#domain/health/book.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Language } from '#src/words/catalogue.ts'
import { type Fields, desk, fieldsOf, today } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'
import { bearing } from '#test/support/means.ts'

/** The word of the practice chair, as the pages tell it. */
export const chairsWord: Fields = { login: practiceSecond.login, secret: practiceSecond.pin }

export type Lending = Awaited<ReturnType<typeof lending>>

/** The practice fund at the table, with what it takes to write down a loan's life by forms alone. */
export const lending = async (language: Language = 'en') => {
  const at = await desk()
  const bookNow = async () => (await bookOf(at.needs.store, at.fundId))!
  const asked = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
  const page = async (path: string) => {
    const answer = await at.get(asked(path))
    // A step of a loan has its form on the loan's own page.
    const next = answer.status === 303 ? answer.headers.get('location') : null
    const last = next === null ? answer : await at.get(asked(next.split(`/${at.fundId}/`)[1]!))
    return { status: last.status, html: await last.text() }
  }
  const post = async (path: string, fields: Fields) => {
    const answer = await at.post(asked(path), fields)
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  const officers = (await bookNow()).members.filter(({ offices }) => offices.length > 0)
  const holding = (office: string) =>
    officers.find(({ offices }) => offices.some((one) => one.office === office))!
  return {
    ...at,
    officers,
    chair: holding('chair'),
    keeper: holding('record-keeper'),
    bookNow,
    page,
    post,
  }
}

/** The form of a task as its page sends it, filled in. */
export const filled = async ({ page }: Lending, task: string, fields: Fields): Promise<Fields> => ({
  ...today,
  ...fieldsOf((await page(`record/${task}`)).html),
  ...fields,
})

const nameOf = (task: string): string => task.split('?')[0]!

/** Sends a filled form to be checked. */
export const check = async (at: Lending, task: string, fields: Fields) =>
  at.post(`record/${nameOf(task)}/confirm`, await filled(at, task, fields))

const isOfSecond = ([name]: readonly [string, string]): boolean =>
  name === 'login' || name === 'secret'

const recordedIn = async (at: Lending, entryId: string) => {
  const receipt = await at.page(`receipts/${entryId}`)
  if (receipt.status !== 200) throw new Error(`${entryId} has no receipt`)
  return { entryId, receipt: pageText(receipt.html) }
}

/** Form, check where it is unusual, record: answers with what the receipt says. The second's word is given on the check. */
export const written = async (
  at: Lending,
  task: string,
  fields: Fields = {},
): Promise<{ readonly entryId: string; readonly receipt: string }> => {
  const all = Object.entries(fields)
  const own = Object.fromEntries(all.filter((one) => !isOfSecond(one)))
  const form = await filled(at, task, own)
  const question = await at.post(`record/${nameOf(task)}/confirm`, form)
  if (question.status === 303) return recordedIn(at, form['id']!)
  if (question.status !== 200)
    throw new Error(`${task} was not asked: ${question.status} ${pageText(question.html)}`)
  const done = await at.post(`record/${nameOf(task)}`, {
    ...fieldsOf(question.html),
    ...Object.fromEntries(all.filter(isOfSecond)),
  })
  if (done.status !== 303)
    throw new Error(`${task} was not recorded: ${done.status} ${pageText(done.html)}`)
  return recordedIn(at, form['id']!)
}

/** Hands of a meeting that is well attended, confirmed by the chair. */
export const hands = ({ chair }: Lending, yes: number, no: number): Fields => ({
  by: 'meeting',
  present: '55',
  yes: String(yes),
  no: String(no),
  confirmedBy: chair.memberId,
})

/** Somebody who owes nothing and holds no office. */
export const somebodyFree = async ({ bookNow, officers }: Lending) => {
  const book = await bookNow()
  const owing = standingsOn(book, practiceDay).filter(({ owed }) => owed > 0)
  return book.members.find(
    ({ memberId, isFormer }) =>
      !isFormer &&
      !officers.some((officer) => officer.memberId === memberId) &&
      !owing.some(({ loan }) => loan.memberId === memberId),
  )!
}

export const askedFor: Fields = {
  principal: '400000',
  months: '8',
  product: 'normal',
  purpose: 'trade',
}

/** The price was put before the household. */
export const readAloud: Fields = { inLanguage: 'km' }

/** A request that was asked for and looked into, and whose price was told. */
export const lookedInto = async (at: Lending, fields: Fields = askedFor): Promise<string> => {
  const member = await somebodyFree(at)
  const { entryId: loanId } = await written(at, `request?member=${member.memberId}`, fields)
  await written(at, `appraisal?loan=${loanId}`, {
    appraisedBy: at.chair.memberId,
    finding: 'sound',
    ...bearing('up-to-33'),
  })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  return loanId
}
