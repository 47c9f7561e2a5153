/** What views keep of a fund, part by part. */
export type FundSubjectKind =
  | 'fund'
  | 'hand'
  | 'count-change'
  | 'member'
  | 'loan'
  | 'request'
  | 'meeting'
  | 'event'
  | 'window'
  | 'support'
  | 'dispute'
  | 'bank-line'
  | 'withdrawal'
  | 'private-savings'
  | 'share-out'
  | 'borrowing'
  | 'venture'
  | 'savings-interest'
  | 'season'
  | 'summary'

/** What views keep of a network, part by part. */
export type NetworkSubjectKind =
  | 'network'
  | 'fund'
  | 'staff'
  | 'pot-window'
  | 'pot-grant'
  | 'pot-move'
  | 'number'
  | 'service'
  | 'link'
  | 'checking'
  | 'audit'
  | 'agreement'
  | 'watch'
  | 'watch-report'
  | 'watch-decision'
  | 'watch-letter'
  | 'party'
  | 'route'
  | TrainingKind
  | 'warning'
  | 'release'
  | 'transfer-price'

/** All that a network's own pot is made of. */
export const potKinds = [
  'pot-grant',
  'pot-move',
  'pot-window',
] as const satisfies readonly NetworkSubjectKind[]

/** What grows with every visit, and is asked for by itself: rights are not looked up in it. */
export const auditKind = 'audit' satisfies NetworkSubjectKind

/** What was checked, ruled and sent about agencies. */
export const watchKinds = [
  'watch',
  'watch-report',
  'watch-decision',
  'watch-letter',
] as const satisfies readonly NetworkSubjectKind[]
export type WatchKind = (typeof watchKinds)[number]

/** What is taught, to how many, and what the network's own people have learnt. */
export const trainingKinds = [
  'talk',
  'reached',
  'training',
  'training-rule',
  'duty',
  'course',
  'jobs-seen',
  'graduates',
  'team-cover',
] as const
export type TrainingKind = (typeof trainingKinds)[number]

/** What the network knows of agencies and of the roads abroad, and what it has told outside: it grows with every list of a ministry, and no right is looked up in it. */
export const registerKinds = [
  'party',
  'route',
  'warning',
  'release',
  'transfer-price',
  ...watchKinds,
  ...trainingKinds,
] as const satisfies readonly NetworkSubjectKind[]

/** What is asked for by itself, and is no part of what rights are looked up in. */
export const besideRights: readonly NetworkSubjectKind[] = [
  ...potKinds,
  auditKind,
  ...registerKinds,
]

/** A part of a fund or network that views keep, by its kind and key. */
export type Subject<Kind extends string = FundSubjectKind> = {
  readonly kind: Kind
  readonly key: string
}

/** What lists of funds tell of this one. */
export const summarySubject = { kind: 'summary', key: 'fund' } as const satisfies Subject

/** The fund itself, of which there is one. */
export const fundSubject = { kind: 'fund', key: 'fund' } as const satisfies Subject
