/** What somebody does to an invented fund, which whoever audits it should find. */
export const fraudKinds = [
  'ghosts',
  'one-hand',
  'short-box',
  'evergreen',
  'no-count',
  'no-vote',
  'not-as-saved',
] as const
export type FraudKind = (typeof fraudKinds)[number]

/** For so many of the last meetings it goes on. */
export const fraudMonths = 8
