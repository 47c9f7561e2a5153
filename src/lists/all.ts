import type { List } from '#src/lists/column.ts'
import { cyclesList } from '#src/lists/cycles.ts'
import { entriesList, factsList, postingsList } from '#src/lists/journal.ts'
import { loansList } from '#src/lists/loans.ts'
import { meetingsList } from '#src/lists/meetings.ts'
import { membersList } from '#src/lists/members.ts'

/** What can be taken along as rows, by the name that files, sheets and the API give it. */
export const lists = {
  members: membersList,
  loans: loansList,
  meetings: meetingsList,
  cycles: cyclesList,
  postings: postingsList,
  entries: entriesList,
  'entry-facts': factsList,
} as const satisfies Readonly<Record<string, List>>

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as [ListName, ...ListName[]]
