import type { LocalDate } from '#domain/kernel/dates.ts'

/*
 * How much of something a network takes a day. It is counted in memory and written down nowhere: a number on disk would tell
 * whoever steals the database on which day how many spoke (ADR 174). Each process and each isolate of Workers counts for
 * itself, and forgets when it ends or the day does.
 */

/** A room of a day, what is put into it, and the most that it holds. */
export type Room = { readonly name: string; readonly most: number; readonly by?: number }

type Day = { readonly day: LocalDate; readonly counts: Map<string, number> }

// By network and not by store: on Workers each request has a store of its own.
const days = new Map<string, Day>()

const dayOf = (networkId: string, day: LocalDate): Day => {
  const known = days.get(networkId)
  if (known?.day === day) return known
  const now = { day, counts: new Map<string, number>() }
  days.set(networkId, now)
  return now
}

/** Takes place in all of some rooms, or in none; tells the first that is full. */
export const takeRooms = (
  { networkId, today }: { readonly networkId: string; readonly today: LocalDate },
  rooms: readonly Room[],
): Room | undefined => {
  const { counts } = dayOf(networkId, today)
  const after = ({ name, by = 1 }: Room): number => (counts.get(name) ?? 0) + by
  const full = rooms.find((room) => after(room) > room.most)
  if (!full) for (const room of rooms) counts.set(room.name, after(room))
  return full
}
