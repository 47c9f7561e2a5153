import type { FundBook } from '#domain/health/book.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { bookOf } from '#src/app/queries.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { pageText } from '#test/pages/page-text.ts'
import type { Book } from '#test/support/book-rows.ts'
import type { Practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'
import { bearing } from '#test/support/means.ts'

type Fields = Readonly<Record<string, string>>
type Line = Book['meeting_sheet'][number]

/** Notes of the riel, the largest first. */
const riel = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100]

/** A sum counted note by note. */
const counted = (sum: number): Fields => {
  let left = sum
  const fields: Record<string, string> = {}
  for (const note of riel) {
    const pieces = Math.floor(left / note)
    if (pieces > 0) fields[`n-${note}`] = String(pieces)
    left -= pieces * note
  }
  return left > 0 ? { sum: String(sum) } : fields
}

/** Whoever leads a meeting at the pages, as a browser without script sends them. */
export const leader = async (village: Practice, day: string) => {
  const token = await village.as('record-keeper')
  const { fundId, needs } = village
  const get = async (path: string): Promise<string> => {
    const answer = await village.ask(`/funds/${fundId}/${path}`, { token })
    // A step of a loan has its form on the loan's own page.
    const next = answer.headers.get('location')
    if (next !== null) return get(next.split(`/${fundId}/`)[1]!)
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
    return answer.text()
  }
  let forms = 0
  const formsSent = (): number => forms
  const post = async (
    path: string,
    fields: Fields,
    ...wanted: readonly number[]
  ): Promise<Response> => {
    forms += 1
    const body = new URLSearchParams(fields)
    const answer = await village.ask(`/funds/${fundId}/${path}`, { token, body })
    if (!wanted.includes(answer.status))
      throw new Error(
        `${path} was answered ${answer.status}: ${pageText(await answer.text()).slice(0, 900)}`,
      )
    return answer
  }
  const bookNow = async (): Promise<FundBook> => (await bookOf(needs.store, fundId))!
  /** A step of the meeting: the form, and a yes to its question where it has one. */
  const step = async (name: string, typed: Fields): Promise<void> => {
    const path = `meetings/${day}/${name}`
    const fields = { ...hiddenOf(await get(path)), ...typed }
    const asked = await post(path, fields, 200, 303)
    if (asked.status === 200) await post(path, { ...fields, sure: 'yes' }, 303)
  }
  const [year, month, ofMonth] = day.split('-') as [string, string, string]
  /** A task of the record-keeper: the form, the question where there is one, yes; answers with the id of the entry. */
  const task = async (path: string, typed: Fields, second: Fields = {}): Promise<string> => {
    const name = path.split('?')[0]!
    const hidden = hiddenOf(await get(`record/${path}`))
    const form: Fields = { ...hidden, day: ofMonth, month, year, ...typed }
    const question = await post(`record/${name}/confirm`, form, 200, 303)
    const carried = { ...hiddenOf(await question.text()), ...second }
    if (question.status === 200) await post(`record/${name}`, carried, 303)
    return form['id']!
  }
  /** A loan that was paid out without the vote that the rules ask for; by a program, since no page offers it. */
  const handedOut = async (
    { loan: number, principal, months, type }: Book['loans'][number],
    { loanId, borrower: memberId }: { readonly loanId: string; readonly borrower: string },
  ): Promise<void> => {
    const terms = { loanId, memberId, number, principal, months, product: type }
    const made = { id: needs.ids(), v: 1, type: 'RecordPayout', effectiveOn: day, ...terms }
    const asked = { token, json: { commands: [made] } }
    const said = await (await village.ask(`/v1/funds/${fundId}/commands`, asked)).text()
    if (!said.includes('"flagged"')) throw new Error(said)
  }
  return { get, bookNow, step, task, formsSent, handedOut }
}

export type Leader = Awaited<ReturnType<typeof leader>>

const linesOn = (year: Book, day: string): readonly Line[] =>
  year.meeting_sheet.filter(({ meeting_date }) => meeting_date === day)

const idOf = ({ members }: FundBook, card: string): string =>
  members.find((member) => member.card === card)!.memberId

const attendance = async ({ bookNow, step }: Leader, lines: readonly Line[]): Promise<void> => {
  const book = await bookNow()
  const here = lines.filter(({ present }) => present === 'y')
  await step(
    'attendance',
    Object.fromEntries(here.map(({ card }) => [`p-${idOf(book, card)}`, 'yes'])),
  )
}

/** Whoever lays something on the table: all the lines of a card in one turn. */
const pass = async (at: Leader, lines: readonly Line[], shareValue: number): Promise<void> => {
  for (const [card, own] of Map.groupBy(lines, (line) => line.card)) {
    const book = await at.bookNow()
    const place = `pass/${idOf(book, card)}`
    const page = await at.get(place.replace(/^/, `meetings/${own[0]!.meeting_date}/`))
    const sum = (of: (line: Line) => number): number => own.reduce((all, line) => all + of(line), 0)
    const typed: Record<string, string> = {
      shares: String(sum(({ shares }) => shares)),
      deposit: String(sum(({ savings_in, shares }) => savings_in - shares * shareValue)),
      social: String(sum(({ social_in }) => social_in)),
      fine: String(sum(({ fine_in }) => fine_in)),
      out: String(sum(({ savings_out }) => savings_out)),
    }
    for (const { loan, principal_paid, interest_paid } of own) {
      const paid = principal_paid + interest_paid
      if (paid === 0) continue
      const field = new RegExp(`<label for="(loan\\d+)">[^<]*\\b${loan}\\b`).exec(page)?.[1]
      if (field === undefined) throw new Error(`${card} is not asked for ${loan}`)
      typed[field] = String(paid)
    }
    const given = Object.entries(typed).filter(([, text]) => text !== '0')
    if (given.length > 0) await at.step(place, Object.fromEntries(given))
  }
}

const purposes = { normal: 'trade', seasonal: 'farm', emergency: 'health' } as const
export const wordOfChair: Fields = { login: practiceSecond.login, secret: practiceSecond.pin }
const wordOfDeputy: Fields = { login: 'deputy', secret: 'the box has three keys' }

/** An officer beside chair and record-keeper, who confirms a vote where the chair steps out. */
const deputyOf = async ({ needs, fundId, networkId }: Practice): Promise<string> => {
  const { members } = (await bookOf(needs.store, fundId))!
  const { memberId } = members.find(
    ({ offices }) => offices.length === 1 && offices[0]!.office === 'committee',
  )!
  const user = await addUser(needs, { networkId, login: wordOfDeputy['login']! })
  if ('code' in user) throw new Error(user.code)
  await setSecret(needs, user, wordOfDeputy['secret']!)
  await needs.store.keepMembership({ networkId, userId: user.userId, fundId, memberId })
  return memberId
}

type Voting = { readonly present: number; readonly deputy: string }

/** The vote of the meeting by raised hands, confirmed by the chair, or another where the chair steps out. */
const voteOf = (
  { members }: FundBook,
  { present, deputy, memberId }: Voting & { readonly memberId: string },
): readonly [Fields, Fields] => {
  const chair = members.find(({ offices }) => offices.some(({ office }) => office === 'chair'))!
  const isOwn = chair.memberId === memberId
  const confirmedBy = isOwn ? deputy : chair.memberId
  // Whoever lives with the borrower raises no hand.
  const yes = Math.ceil(present * 0.7)
  const hands = { by: 'meeting', yes: String(yes), no: '0' }
  return [{ ...hands, confirmedBy }, isOwn ? wordOfDeputy : wordOfChair]
}

/** What nobody expects back any more: given up by a vote, where the paper names no minute. */
const giveUp = async ({ task, bookNow }: Leader, number: string, voting: Voting): Promise<void> => {
  const book = await bookNow()
  const { loanId, memberId } = book.loans.find((loan) => loan.number === number)!
  await task(`giving-up?loan=${loanId}`, ...voteOf(book, { ...voting, memberId }))
}

/** The first whom a form offers: kin of the borrower are not among them. */
const firstOffered = (page: string, name: string): string => {
  const select = page.split(`name="${name}"`)[1]!.split('</select>')[0]!
  return /<option value="([^"]+)"/.exec(select)![1]!
}

/** A loan of that day: asked for, looked into, told of its price, voted on by raised hands, paid out. */
const lend = async (
  { get, task, bookNow, handedOut }: Leader,
  loan: Book['loans'][number],
  voting: Voting,
): Promise<void> => {
  const book = await bookNow()
  const borrower = idOf(book, loan.member)
  const loanId = await task(`request?member=${borrower}`, {
    principal: String(loan.principal),
    months: String(loan.months),
    product: loan.type,
    purpose: purposes[loan.type as keyof typeof purposes],
  })
  const about = `?loan=${loanId}`
  const appraisedBy = firstOffered(await get(`record/appraisal${about}`), 'appraisedBy')
  await task(`appraisal${about}`, { appraisedBy, finding: 'sound', ...bearing('up-to-33') })
  await task(`disclosure${about}`, { inLanguage: 'km' })
  const ballot = voteOf(book, { ...voting, memberId: borrower })
  const isVoted = await task(`decision${about}`, ...ballot).catch(isBeyondRules)
  if (isVoted) await task(`payout${about}`, { number: loan.loan })
  else await handedOut(loan, { loanId, borrower })
}

/** The book of old lent more than the rules of now let a meeting vote: what it handed out is a fact all the same. */
const isBeyondRules = (error: Error): false => {
  if (!/less to lend|more than a quarter/.test(error.message)) throw error
  return false
}

const ofBox = async ({ task }: Leader, fundId: string, line: Book['cash_book'][number]) => {
  const { social_out, expenses_out, donor_grant_in } = line
  const about = `?fund=${fundId}`
  if (donor_grant_in > 0)
    await task(`donation${about}`, { amount: String(donor_grant_in), window: 'migration' })
  if (social_out > 0) await task(`social-support${about}`, { amount: String(social_out) })
  if (expenses_out > 0) await task(`expense${about}`, { amount: String(expenses_out), ...ofCost })
}

/**
 * Holds a meeting of the paper book step by step: the box counted by note, who is here, one turn after another, the
 * loans of the day from request to pay-out, what else went in and out, and the box counted again.
 */
export const holdMeeting = async (village: Practice, year: Book, day: string): Promise<void> => {
  const at = await leader(village, day)
  const { fundId } = village
  const lines = linesOn(year, day)
  const line = year.cash_book.find(({ meeting_date }) => meeting_date === day)!
  await at.step('open', counted(line.opening_cash))
  await attendance(at, lines)
  await pass(at, lines, year.fund.share_value)
  const lent = year.loans.filter(
    ({ disbursed, opening_balance }) => disbursed === day && opening_balance === null,
  )
  const voting = { present: line.members_present, deputy: await deputyOf(village) }
  for (const loan of lent) await lend(at, loan, voting)
  for (const { loan, date } of year.write_offs) if (date === day) await giveUp(at, loan, voting)
  await ofBox(at, fundId, line)
  for (const { grant, amount } of year.grants.filter(({ date }) => date === day))
    await at.task(`support-payout?fund=${fundId}`, {
      window: 'migration',
      number: grant,
      amount: String(amount),
    })
  await at.step('close', counted(line.closing_cash))
}
