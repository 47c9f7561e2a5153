import type { Door } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { desk } from '#test/http/desk/at-desk.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'

export type Fields = Readonly<Record<string, string>>

/** A day without a meeting, after all meetings of the practice fund. */
export const day = '2025-12-30'

/** The practice fund with somebody at the pages of a meeting that is held that day. */
export const meeting = async (door: Door = 'record-keeper') => {
  const at = await desk(door)
  const { get, post, needs, fundId } = at
  const place = (step: string): string => `meetings/${day}${step === '' ? '' : `/${step}`}`
  const page = async (step: string): Promise<string> => (await get(place(step))).text()
  /** What a form of a step is sent with: its hidden fields, and what is typed. */
  const filled = async (step: string, typed: Fields): Promise<Fields> => ({
    ...hiddenOf(await page(step)),
    ...typed,
  })
  const send = (step: string, fields: Fields) => post(place(step), fields)
  /** Fills in a step, answers its question with yes where it has one, and says how that was answered. */
  const done = async (step: string, typed: Fields): Promise<Response> => {
    const fields = await filled(step, typed)
    const asked = await send(step, fields)
    if (asked.status === 303) return asked
    if (asked.status !== 200) throw new Error(`${step} was answered ${asked.status}`)
    return send(step, { ...fields, sure: 'yes' })
  }
  const lastRow = async () => (await needs.store.read(fundId, 0, 10_000)).at(-1)!
  const bookNow = async () => (await bookOf(needs.store, fundId))!
  return { ...at, page, filled, send, done, lastRow, bookNow }
}

export type AtMeeting = Awaited<ReturnType<typeof meeting>>
