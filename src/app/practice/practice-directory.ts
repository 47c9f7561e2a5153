import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { DirectoryCommand } from '#domain/operations/network.ts'

type Proposed<Type extends string> = Omit<
  Extract<DirectoryCommand, { readonly type: Type }>,
  'id' | 'v' | 'type' | 'effectiveOn' | 'numberId' | 'serviceId'
>

/** Numbers that are kept for inventions (555-01xx): nobody answers them anywhere, and no page lets them be dialled. */
const numbers: readonly Proposed<'ProposeNumber'>[] = [
  { country: 'KH', kind: 'police', number: '555-0101', languages: ['km'], hours: '00:00-24:00' },
  {
    country: 'KH',
    kind: 'anti-trafficking',
    number: '555-0102',
    isFree: true,
    languages: ['km', 'en'],
  },
  {
    country: 'TH',
    kind: 'labour',
    number: '555-0103',
    name: 'Invented line in Khmer',
    isFree: true,
    hours: '08:00-17:00',
    languages: ['th', 'km'],
  },
  { country: 'MY', kind: 'consular', number: '+1 555-0104', languages: ['km'] },
]

/** One that nobody has checked yet, so that it can be tried. */
const waiting: Proposed<'ProposeNumber'> = {
  country: 'KR',
  kind: 'hotline',
  number: '555-0105',
  languages: ['ko', 'km'],
}

const helping: readonly Proposed<'ProposeService'>[] = [
  {
    kind: 'legal-aid',
    name: 'Lawyers of the river (invented)',
    country: 'KH',
    does: 'Advice, and help before court',
    standards: ['confidential', 'no-fee'],
    registration: { status: 'registered', on: '2024-02-01' },
    capacity: 'open',
    languages: ['km', 'en'],
    phone: '555-0111',
    address: 'Invented Street 1',
  },
  {
    kind: 'shelter',
    name: 'Desk for a safe night (invented)',
    country: 'KH',
    does: 'Finds a bed, meals and somebody to talk to',
    standards: ['survivor-care', 'child-safe', 'confidential'],
    registration: { status: 'applied', on: '2025-01-15' },
    capacity: 'few-places',
    languages: ['km'],
    phone: '555-0112',
  },
  {
    kind: 'partner-abroad',
    name: 'Friends at the harbour (invented)',
    country: 'TH',
    does: 'Goes with workers to the labour office',
    standards: ['no-fee'],
    languages: ['th', 'km'],
    phone: '555-0113',
  },
]

type Entered = {
  readonly entered: readonly NetworkCommand[]
  readonly checked: readonly NetworkCommand[]
}

/** What a practice network's team has entered, and what its supervisor has checked of that. */
export const practiceDirectory = (ids: () => string, today: LocalDate): Entered => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const numbered = [...numbers, waiting].map((said) => ({ numberId: ids(), ...said }))
  const serving = helping.map((said) => ({ serviceId: ids(), ...said }))
  return {
    entered: [
      ...numbered.map((said) => ({ ...envelope(), type: 'ProposeNumber' as const, ...said })),
      ...serving.map((said) => ({ ...envelope(), type: 'ProposeService' as const, ...said })),
    ],
    checked: [
      ...numbered.slice(0, numbers.length).map(({ numberId }) => ({
        ...envelope(),
        type: 'CheckNumber' as const,
        numberId,
        how: 'called' as const,
      })),
      ...serving.map(({ serviceId }) => ({
        ...envelope(),
        type: 'CheckService' as const,
        serviceId,
        how: 'visited' as const,
      })),
    ],
  }
}
