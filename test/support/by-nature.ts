/** What grows by its nature: whole lists for programs, statements of one member's whole account, and the log. */
const byNature: readonly RegExp[] = [
  /^\/v1\/funds\/:fundId\/(journal|meetings|exports\/|log|accounts$)/,
  /^\/v1\/funds\/:fundId\/reports\/findings$/,
  /^\/v1\/funds\/:fundId\/accounts\/:account\/postings$/,
  /^\/v1\/funds\/:fundId\/members\/:memberId\/statement$/,
  // Its first part is not full in a young fund.
  /^\/funds\/:fundId\/meetings$/,
  // The practice service's own front door, with everybody's doors.
  /^\/practice$/,
]

/** Whether an address is of a list that is longer in an older fund. */
export const isByNature = (path: string): boolean => byNature.some((one) => one.test(path))
