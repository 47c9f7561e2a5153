import type { CaseFile } from '#domain/cases/file.ts'
import type { CaseCommand } from '#domain/cases/operations/all.ts'
import type { intake } from '#domain/cases/operations/life.ts'
import type { Said } from '#domain/kernel/shape.ts'

/** Something that was done with an invented case, so many days ago. */
export type CaseStep = {
  readonly ago: number
  readonly command: CaseCommand
  readonly says: (file: CaseFile) => object
  /** Which of its list it is about; the last where nothing is said. */
  readonly item?: number | undefined
}

export type PracticeCase = {
  readonly ago: number
  readonly whose: 'worker' | 'supervisor'
  readonly first: Said<typeof intake>
  readonly steps: readonly CaseStep[]
}

type First = Said<typeof intake>

export const did = (
  ago: number,
  command: CaseCommand,
  says: object | ((file: CaseFile) => object) = {},
  item?: number,
): CaseStep => ({
  ago,
  command,
  says: typeof says === 'function' ? (says as (file: CaseFile) => object) : () => says,
  item,
})

export const talk = (said: Pick<First, 'kind' | 'stage'> & Partial<First>): First => ({
  isInDanger: false,
  ageBand: '25-34',
  sex: 'woman',
  language: 'khmer',
  way: 'visit',
  when: 'After the market, at the school',
  fromElsewhere: false,
  isAgreed: true,
  ...said,
})

export const one = (
  ago: number,
  first: First,
  steps: readonly CaseStep[],
  whose: PracticeCase['whose'] = 'worker',
): PracticeCase => ({ ago, first, steps, whose })

export const promise = {
  wage: 1_000_000,
  currency: 'THB',
  job: 'factory',
  place: 'Rayong',
  deductions: 50_000,
  contract: 'own-language',
} as const
export const journey = {
  country: 'TH',
  work: 'factory',
  channel: 'agency',
  currency: 'USD',
} as const
export const withWord = { way: 'call', when: 'Sunday evening', safeWord: 'lotus' } as const

const yes = (receiver: string, fields: readonly string[], ago: number): CaseStep =>
  did(ago, 'GiveConsent', { purpose: 'referral', receiver, fields, how: 'spoken' })

export const offered = (
  ago: number,
  { kind, receiver }: { readonly kind: string; readonly receiver: string },
): readonly CaseStep[] => [
  yes(receiver, ['code-name', 'language', 'needs', 'safe-contact'], ago),
  did(ago, 'OfferReferral', { kind, receiver, fields: ['code-name', 'language', 'needs'] }),
]
