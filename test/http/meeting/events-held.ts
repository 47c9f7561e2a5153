import { type Leader, wordOfChair } from '#test/http/meeting/held.ts'
import type { Book } from '#test/support/book-rows.ts'

type Fields = Readonly<Record<string, string>>

/** The two events of the invented year, as its officers would say them at the form. */
const said: Readonly<Record<string, (cards: readonly string[]) => Fields>> = {
  // Those who came home from the border are named by card.
  E1: (cards) => ({ kind: 'conflict-or-mass-return', card: cards.join(', ') }),
  E2: () => ({ kind: 'flood', places: 'river' }),
}

const dayFields = (date: string): Fields => {
  const [year, month, day] = date.split('-') as [string, string, string]
  return { year, month, day }
}

/** What declaring an event and giving relief on it took: how many forms, and how much was typed or chosen. */
type Taken = { readonly forms: number; readonly fields: number }

/** Events of the paper book that are decided about in the month before a meeting. */
export const eventsBefore = (year: Book, day: string): readonly string[] => {
  const month = day.slice(0, 7)
  const own = year.relief.filter(({ first_month }) => first_month === month)
  return [...new Set(own.map(({ event }) => event))]
}

/** Whom the list of an event has, beside those whom the paper puts off. */
const leftOut = async (
  { get, bookNow }: Pick<Leader, 'get' | 'bookNow'>,
  eventId: string,
  borrowers: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const list = await get(`relief/events/${eventId}`)
  const { members } = await bookNow()
  return members
    .map(({ card }) => card)
    .filter((card) => list.includes(`<bdi>${card}</bdi>`) && !borrowers.has(card))
}

/**
 * Declares an event of the paper book on the pages and puts off what it touches, three officers for the village, on
 * the first day of the month in which the paper begins; the name that the service gave it.
 */
export const holdEvent = async (
  { get, task, bookNow, formsSent }: Leader,
  { year, event, fundId }: { readonly year: Book; readonly event: string; readonly fundId: string },
): Promise<{ readonly eventId: string; readonly declaring: Taken; readonly giving: Taken }> => {
  const start = formsSent()
  const lines = year.relief.filter((line) => line.event === event)
  const from = `${lines[0]!.first_month}-01`
  const borrowers = lines.map(({ loan }) => year.loans.find((one) => one.loan === loan)!.member)
  const typed = {
    ...said[event]!([...new Set(borrowers)]),
    from,
    proof: 'commune-note',
    mark: 'note 12',
  }
  await task(`event?fund=${fundId}`, { ...typed, ...dayFields(from) })
  const declared = formsSent()
  const before = await bookNow()
  const { eventId } = before.events.find(({ told }) => told?.given.length === 0)!
  // By the river some went on paying, and the paper leaves them out: here they say that they want no relief.
  const paying = await leftOut({ get, bookNow }, eventId, new Set(borrowers))
  for (const card of paying)
    await task(`relief-decline?event=${eventId}`, { card, ...dayFields(from) })
  const ready = formsSent()
  const page = await get(`record/relief?event=${eventId}`)
  const votes = [...page.matchAll(/name="(vote-[^"]+)"[^>]*value="yes"/g)].map(([, name]) => name!)
  const chair = before.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  const given = {
    read: /name="read"[^>]*value="([^"]+)"/.exec(page)![1]!,
    by: 'officers',
    ...Object.fromEntries(votes.slice(0, 3).map((name) => [name, 'yes'])),
    confirmedBy: chair.memberId,
  }
  await task(`relief?event=${eventId}`, { ...given, ...dayFields(from) }, wordOfChair)
  return {
    eventId,
    declaring: { forms: declared - start, fields: Object.keys(typed).length },
    giving: {
      forms: formsSent() - ready,
      fields: Object.keys(given).length + Object.keys(wordOfChair).length,
    },
  }
}
