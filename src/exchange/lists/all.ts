import { cyclesList } from '#src/exchange/lists/cycles-list.ts'
import type { List } from '#src/exchange/lists/column.ts'
import { entriesList, factsList, postingsList } from '#src/exchange/lists/journal-lists.ts'
import { loansList, meetingsList, membersList } from '#src/exchange/lists/village-lists.ts'

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
