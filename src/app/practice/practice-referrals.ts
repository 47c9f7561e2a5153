import { referralKinds } from '#domain/cases/operations/referrals.ts'
import { type ReferredPerson, referralTables } from '#domain/statistics/referral-tables.ts'

const sent = (people: number, asked: ReferredPerson['asked']): readonly ReferredPerson[] =>
  Array.from({ length: people }, (_, i) => ({ from: [`worker-${i % 3}`], asked }))

/** Whom three invented workers sent to others in a quarter. */
const practiceReferred: readonly ReferredPerson[] = [
  ...sent(27, { 'legal-aid': 'unanswered', 'police-desk': 'unanswered' }),
  ...sent(18, { 'legal-aid': 'answered' }),
  ...sent(24, { health: 'answered', counselling: 'answered' }),
  ...sent(18, { 'job-training': 'answered' }),
  ...sent(16, { 'job-training': 'unanswered' }),
  ...sent(4, { shelter: 'answered' }),
]

export const practiceReferrals = referralTables(practiceReferred, referralKinds)

const told: Readonly<Record<string, readonly (number | null)[]>> = {
  'legal-aid': [105, 45, 20, 25, 60],
  health: [105, 25, null, null, 85],
  'job-training': [105, 35, null, null, 75],
  counselling: [105, 25, null, null, 85],
  'police-desk': [105, 25, null, null, 80],
}

/** What may be told of them, cell by cell; of every other kind of help only of how many people it could have been. */
export const referralsTold = Object.fromEntries(
  referralKinds.map((kind) => [kind, told[kind] ?? [105]]),
)
