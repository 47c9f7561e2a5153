import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { RoadCommand } from '#domain/operations/network.ts'
import type { FactSaid, LicenceStep } from '#domain/network/register/parties.ts'

/*
 * Forty invented agencies with ten years of licences, and invented roads. Every name says that it is invented: a page of the
 * practice service may be photographed and carried about.
 */

const kinds = [
  ['Golden', 'មាស'],
  ['Silver', 'ប្រាក់'],
  ['Green', 'បៃតង'],
  ['Blue', 'ខៀវ'],
  ['New', 'ថ្មី'],
  ['Bright', 'ភ្លឺ'],
  ['High', 'ខ្ពស់'],
  ['Quiet', 'ស្ងប់'],
] as const
const things = [
  ['River', 'ទន្លេ'],
  ['Mountain', 'ភ្នំ'],
  ['Lotus', 'ឈូក'],
  ['Bridge', 'ស្ពាន'],
  ['Star', 'ផ្កាយ'],
] as const

/** What they are called, in both scripts: the one is no spelling of the other. */
export const practiceAgencies = things.flatMap(([thing, of]) =>
  kinds.map(([kind, is]) => ({
    latin: `${kind} ${thing} (invented)`,
    km: `${of}${is} (ប្រឌិត)`,
  })),
)

const places = [['TH', 'MY'], ['TH'], ['JP', 'KR'], ['MY', 'SG', 'HK'], ['TH', 'JP']] as const

const year = 365
const years = 10

type Dated = readonly [became: LicenceStep, daysAgo: number]

/** What became of the licence of the so-manieth agency, by how long ago; each is renewed every second year. */
const lifeOf = (n: number): readonly Dated[] => {
  const begun = years * year - n * 31
  const granted = Array.from({ length: Math.ceil(begun / (2 * year)) }, (_, i): Dated => [
    'granted',
    begun - i * 2 * year,
  ])
  // One in thirteen has not asked for another licence.
  const held = n % 13 === 12 ? granted.slice(0, 2) : granted
  const troubles: readonly Dated[] =
    n % 10 === 7
      ? [
          ['warned', 900],
          ['warned', 500],
          ['removed', 120 + n],
        ]
      : n % 8 === 5
        ? [
            ['suspended', 700 + n],
            ['restored', 520 + n],
          ]
        : n % 9 === 4
          ? [['suspended', 40 + n]]
          : n % 6 === 3
            ? [['warned', 200 + n]]
            : []
  return [...held, ...troubles]
}

const licenceFacts = (n: number, today: LocalDate): readonly FactSaid[] =>
  lifeOf(n).map(([became, ago]) => {
    const from = daysAfter(today, -ago)
    const isTerm = became === 'granted'
    return {
      what: 'licence',
      became,
      from,
      ...(isTerm
        ? { number: `${String(n + 1).padStart(3, '0')}/0`, until: daysAfter(from, 2 * year) }
        : {}),
    }
  })

type Road = Omit<
  Extract<RoadCommand, { readonly type: 'ProposeRoute' }>,
  'id' | 'v' | 'type' | 'effectiveOn' | 'routeId' | 'since' | 'seenOn'
>

const invented = { document: 'Invented for practice' } as const
const riel = { currency: 'KHR' } as const

const legalSteps = [
  'ask-the-team',
  'look-up-the-agency',
  'passport',
  'medical-check',
  'contract',
  'contract-approved',
  'training',
  'visa',
  'worker-card',
  'travel',
  'tell-the-family',
] as const

const roads: readonly Road[] = [
  {
    country: 'TH',
    way: 'agency',
    state: 'restricted',
    steps: legalSteps,
    papers: ['id-card', 'passport', 'visa', 'contract', 'worker-card', 'work-permit'],
    ...riel,
    costs: [
      { item: 'passport', amount: 400_000 },
      { item: 'medical', amount: 120_000 },
      { item: 'visa', amount: 80_000 },
      { item: 'permit', amount: 240_000 },
      { item: 'insurance', amount: 160_000 },
      { item: 'travel-abroad', amount: 200_000 },
    ],
    weeks: { least: 6, most: 16 },
    wage: 1_500_000,
    living: 1_100_000,
    risks: ['fee-higher-than-said'],
    source: 'ministry-letter',
    ...invented,
  },
  {
    country: 'TH',
    way: 'irregular',
    state: 'unknown',
    steps: [],
    papers: [],
    ...riel,
    costs: [
      { item: 'broker-fee', amount: 320_000 },
      { item: 'travel-abroad', amount: 60_000 },
      { item: 'unofficial-payment', amount: 220_000 },
    ],
    weeks: { least: 1, most: 2 },
    wage: 1_100_000,
    living: 950_000,
    risks: ['no-contract', 'wage-not-paid', 'arrest', 'sent-back', 'held-for-debt', 'no-doctor'],
    source: 'study',
    ...invented,
  },
  {
    country: 'MY',
    way: 'agency',
    state: 'open',
    steps: legalSteps,
    papers: ['passport', 'visa', 'contract', 'medical-certificate', 'insurance-paper'],
    ...riel,
    costs: [
      { item: 'passport', amount: 400_000 },
      { item: 'medical', amount: 200_000 },
      { item: 'training', amount: 100_000 },
      { item: 'visa', amount: 300_000 },
    ],
    weeks: { least: 8, most: 20 },
    wage: 1_600_000,
    living: 600_000,
    risks: ['papers-taken'],
    source: 'ministry-letter',
    ...invented,
  },
  {
    country: 'KR',
    way: 'state-programme',
    state: 'open',
    steps: [
      'language-test',
      'passport',
      'medical-check',
      'job-offer',
      'contract',
      'training',
      'visa',
      'travel',
      'tell-the-family',
    ],
    papers: ['passport', 'visa', 'contract', 'training-certificate'],
    ...riel,
    costs: [
      { item: 'training', amount: 100_000 },
      { item: 'passport', amount: 400_000 },
      { item: 'medical', amount: 150_000 },
      { item: 'visa', amount: 240_000 },
      { item: 'travel-abroad', amount: 1_600_000 },
    ],
    weeks: { least: 26, most: 78 },
    wage: 6_000_000,
    living: 2_000_000,
    risks: [],
    source: 'ministry-letter',
    ...invented,
  },
]

type Entered = {
  readonly entered: readonly NetworkCommand[]
  readonly checked: readonly NetworkCommand[]
}

/** What a practice network's team has taken from an invented list, and what its supervisor has held against it. */
export const practiceRegister = (ids: () => string, today: LocalDate): Entered => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const list = { source: 'ministry-list', seenOn: today, ...invented } as const
  const agencies = practiceAgencies.map((named, n) => ({
    partyId: ids(),
    named,
    facts: [
      ...licenceFacts(n, today),
      { what: 'destinations', countries: places[n % places.length]! } as const,
    ].map((fact) => ({ factId: ids(), fact })),
  }))
  const asked = roads.map((said) => ({ routeId: ids(), since: today, seenOn: today, ...said }))
  const ofAll = agencies.flatMap(({ partyId, facts }) => [
    { partyId, factId: partyId },
    ...facts.map(({ factId }) => ({ partyId, factId })),
  ])
  return {
    entered: [
      ...agencies.map(({ partyId, named }) => ({
        ...envelope(),
        type: 'RegisterParty' as const,
        partyId,
        kind: 'agency' as const,
        called: { what: 'name' as const, ...named },
        ...list,
      })),
      ...agencies.map(({ partyId, facts }) => ({
        ...envelope(),
        type: 'RecordPartyFacts' as const,
        partyId,
        facts,
        ...list,
      })),
      ...asked.map((said) => ({ ...envelope(), type: 'ProposeRoute' as const, ...said })),
    ],
    checked: [
      { ...envelope(), type: 'CheckPartyFacts', facts: ofAll, how: 'official-page' },
      ...asked.map(({ routeId }) => ({
        ...envelope(),
        type: 'CheckRoute' as const,
        routeId,
        how: 'official-page' as const,
      })),
    ],
  }
}
