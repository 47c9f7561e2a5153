import type { AfterState } from '#domain/relief/after.ts'
import type { LineState } from '#domain/relief/emergency-line.ts'

/** What decisions about relief look at, on the day of the command. */
export type Relieving = AfterState & LineState
