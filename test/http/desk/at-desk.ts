import type { Door } from '#src/app/practice/practice-people.ts'
import { deskDayOf } from '#src/app/desk-day.ts'
import { bookOf } from '#src/app/queries.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { practice, practiceDay } from '#test/support/service.ts'

export type Fields = Readonly<Record<string, string>>

export const riel = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })

/** The hidden fields of a page's form, and what its other fields hold. */
export const fieldsOf = (page: string): Fields =>
  Object.fromEntries(
    [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)![1],
      /value="([^"]*)"/.exec(input)![1],
    ]),
  )

export const today: Fields = { day: '31', month: '12', year: '2025' }

/** The practice fund with the record-keeper at the table, and the first loan that asks for money. */
export const desk = async (door: Door = 'record-keeper') => {
  const village = await practice()
  const { ask, as, fundId, needs } = village
  const token = await as(door)
  const book = (await bookOf(needs.store, fundId))!
  const { dueByMeeting: due, dueLater } = deskDayOf(book, practiceDay)
  const loan = due.at(-1)!
  const get = async (path: string) => ask(`/funds/${fundId}/${path}`, { token })
  const post = async (path: string, fields: Fields | string) =>
    ask(`/funds/${fundId}/${path}`, { token, body: new URLSearchParams(fields) })
  const length = async (): Promise<number> => (await needs.store.read(fundId, 0, 10_000)).length
  const form = async (task: string): Promise<Fields> => fieldsOf(await (await get(task)).text())
  return {
    ...village,
    token,
    book,
    loan,
    due,
    loans: [...due, ...dueLater],
    get,
    post,
    length,
    form,
  }
}

export type Desk = Awaited<ReturnType<typeof desk>>

export const repaymentOf = async ({ form, loan }: Desk, amount: string): Promise<Fields> => ({
  ...(await form(`record/repayment?loan=${loan.loanId}`)),
  amount,
  ...today,
})

export const someMember = ({ book }: Desk) => book.members.find(({ card }) => card === 'M09')!

export const savingOf = async (at: Desk, shares: string): Promise<Fields> => ({
  ...(await at.form(`record/saving?member=${someMember(at).memberId}`)),
  shares,
  ...today,
})
