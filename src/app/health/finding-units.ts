import type { FindingCode } from '#domain/health/finding.ts'

const ofPeople: ReadonlySet<string> = new Set<FindingCode>([
  'attendance-differs',
  'attendance-changed',
  'more-hands-than-people',
  'list-changed-around-a-vote',
  'too-few-for-a-vote',
  'vote-without-a-list',
  'vote-with-unseen-members',
  'sent-away-by-one-hand',
  'officers-lapsed',
])

/** Whether the numbers of a finding count people; else they are money. */
export const countsPeople = (code: FindingCode): boolean => ofPeople.has(code)
