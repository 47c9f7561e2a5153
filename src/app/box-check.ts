import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, total } from '#domain/health/book.ts'

/** The newest closing of the box, and what the books say that it held then. */
export type BoxCheck = {
  readonly on: LocalDate
  readonly booked: number
  readonly found: number
  /** Counted by note; otherwise the committee only wrote a total. */
  readonly isByNote: boolean
}

/** What the box held when it was last closed, against the book; undefined before any closing. */
export const boxCheckOf = (book: FundBook, asOf: LocalDate): BoxCheck | undefined => {
  const last = book.meetings
    .filter(({ heldOn, closing }) => heldOn <= asOf && closing !== undefined)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0]
  if (!last?.closing) return undefined
  const booked = book.cashPostings.filter(({ on }) => on <= last.heldOn)
  return {
    on: last.heldOn,
    booked: total(booked.map(({ amount }) => amount)),
    found: last.closing.amount,
    isByNote: last.closing.isByNote,
  }
}
