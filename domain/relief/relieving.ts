import type { AfterShelf } from '#domain/relief/after.ts'
import type { LineShelf } from '#domain/relief/emergency-line.ts'

/** What decisions about relief look at, on the day of the command. */
export type Relieving = AfterShelf & LineShelf
