import type { Subject } from '#domain/operations/subject.ts'

/** An event, and loans that an entry about it puts off or lets go on, each once. */
export const eventAndLoans = (
  eventId: string,
  loanIds: readonly string[] = [],
): readonly Subject[] => [
  { kind: 'event', key: eventId },
  ...[...new Set(loanIds)].map((key) => ({ kind: 'loan' as const, key })),
]
