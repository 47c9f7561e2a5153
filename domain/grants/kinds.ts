import { type SupportLimit, supportLimitsOf } from '#domain/fund/charter/support-rules.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'

/**
 * What a grant can be for. There is no kind of its own for survivors: a survivor's grant is one of these
 * like anybody's, and that it is one is known to the network's case team alone.
 */
export const supportKinds = [
  'passport',
  'papers',
  'training',
  'safe-return',
  'emergency-return',
  'reintegration',
  'school',
] as const satisfies readonly SupportLimit[]
export type SupportKind = (typeof supportKinds)[number]

/** Kinds that cannot wait for a meeting. */
export const urgentKinds: readonly SupportKind[] = ['emergency-return', 'safe-return']

const returning: readonly SupportKind[] = urgentKinds

const leaving: readonly SupportKind[] = ['passport', 'papers', 'training']
/** Whether it helps somebody to leave, which nobody under eighteen is helped to do: with a grant as little as with a loan. */
export const isForLeaving = (kind: SupportKind): boolean => leaving.includes(kind)

type Ruled = Pick<Charter, 'currency' | 'support'>

/** The most that one grant may give by the charter of its day, in smallest units of the fund's currency. */
export const supportMax = (
  charter: Ruled,
  { kind, withChildren }: { readonly kind: SupportKind; readonly withChildren: boolean },
): number => {
  const limits = supportLimitsOf(charter)
  return limits[kind] + (withChildren && returning.includes(kind) ? limits.children : 0)
}

/** The most that two officers award at once, before a meeting has heard of it. */
export const atOnceMax = (charter: Ruled): number =>
  supportMax(charter, { kind: 'emergency-return', withChildren: true })

/** The most parts a grant is paid in. */
export const partsMax = 3

/** Whoever has had a grant of a kind gets none of it again before so many months; a passport only once. */
export const monthsUntilAnother: Readonly<Record<SupportKind, number>> = {
  passport: 120,
  papers: 24,
  training: 12,
  'safe-return': 12,
  'emergency-return': 12,
  reintegration: 60,
  school: 12,
}

/** What must be seen before the last part is paid, of each kind. */
export const conditionsOf: Readonly<Record<SupportKind, readonly Condition[]>> = {
  passport: ['receipt'],
  papers: ['receipt'],
  training: ['attended'],
  'safe-return': ['arrived'],
  'emergency-return': ['arrived'],
  reintegration: ['plan', 'receipt'],
  school: ['enrolled', 'receipt'],
}

export const conditions = [
  'receipt',
  'attended',
  'arrived',
  'plan',
  'enrolled',
  'checklist',
] as const
export type Condition = (typeof conditions)[number]

/** Months after the award at which somebody asks how it goes, where the grant is for an enterprise. */
export const followUpMonths = [1, 3, 6, 12, 24] as const
