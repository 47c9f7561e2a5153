import type { QuoteFormWords } from '#src/words/en/quote-form.ts'

/** What a list offers: the value that is sent, and the wording of it. The first is taken where nothing is chosenOf. */
type Choices = readonly (readonly [value: string, word: keyof QuoteFormWords])[]

const modes = [
  ['', 'usual'],
  ['down', 'down'],
  ['up', 'up'],
  ['half-up', 'halfUp'],
  ['half-even', 'halfEven'],
] as const satisfies Choices

export const choices = {
  product: [
    ['normal', 'normal'],
    ['seasonal', 'seasonal'],
    ['emergency', 'emergency'],
    ['enterprise', 'enterprise'],
  ],
  every: [
    ['month', 'everyMonth'],
    ['week', 'everyWeek'],
    ['2-weeks', 'everyTwoWeeks'],
    ['3-months', 'everyThreeMonths'],
    ['end', 'atTheEnd'],
    ['meetings', 'atMeetings'],
  ],
  repayment: [
    ['', 'usual'],
    ['equal-principal', 'equalPrincipal'],
    ['equal-instalment', 'equalInstalment'],
  ],
  rateOf: [
    ['month', 'rateOfMonth'],
    ['period', 'rateOfPeriod'],
    ['year', 'rateOfYear'],
  ],
  days: [
    ['actual/365', 'actual365'],
    ['actual/actual', 'actualActual'],
    ['30/360', 'thirty360'],
  ],
  graceIs: [
    ['deferred', 'deferred'],
    ['forgiven', 'forgiven'],
  ],
  interestMode: modes,
  instalmentMode: modes,
  remainder: [
    ['last', 'remainderLast'],
    ['first', 'remainderFirst'],
    ['spread', 'remainderSpread'],
  ],
  direction: [
    ['forward', 'forward'],
    ['backward', 'backward'],
    ['forward-in-month', 'forwardInMonth'],
    ['same', 'stays'],
  ],
  offer: [
    ['fund', 'offerFund'],
    ['other', 'offerOther'],
    ['flat', 'offerFlat'],
  ],
  moneylenderKind: [
    ['interest-only', 'saidInterestOnly'],
    ['flat', 'saidFlat'],
  ],
} as const satisfies Readonly<Record<string, Choices>>

export type ChoiceName = keyof typeof choices

export const isChoice = (name: string): name is ChoiceName => Object.hasOwn(choices, name)

/** Boxes that are ticked or not: public holidays, and days of the week on which nobody meets. */
export const boxes = ['calendar', 'off1', 'off2', 'off3', 'off4', 'off5', 'off6', 'off7'] as const

/** Fields that hold one line that somebody types. */
const lines = [
  'amount',
  'count',
  'paidOutOn',
  'firstDueOn',
  'dayOfMonth',
  'periodFrom',
  'rate',
  'graceOnPrincipal',
  'graceOnInterest',
  'balloon',
  'interestStep',
  'instalmentStep',
  'fee',
  'deposit',
  'moneylenderPercent',
  'mfiPercent',
  'mfiFee',
] as const

/** Fields that hold days, one after another. */
export const dayLists = ['dueOn', 'holidays', 'relief'] as const

/** How long a line may be, and a list: 120 days, so that the whole question fits into an address. */
export const lineMax = 40
export const listMax = 1400

export type LineName = (typeof lines)[number]
export type BoxName = (typeof boxes)[number]
export type DayListName = (typeof dayLists)[number]
export type FieldName = LineName | BoxName | DayListName | ChoiceName

export const fieldNames: readonly FieldName[] = [
  ...lines,
  ...dayLists,
  ...boxes,
  ...(Object.keys(choices) as ChoiceName[]),
]

/** What other lenders said, which is asked for apart from the question itself. */
export const offerFields = [
  'moneylenderKind',
  'moneylenderPercent',
  'mfiPercent',
  'mfiFee',
] as const satisfies readonly FieldName[]

/** What was typed or chosen, field by field; a field that nobody touched is left out. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>

/** The wording of what is wrong with a field. */
export type FaultWord = Extract<keyof QuoteFormWords, `fault${string}`>

export type Faults = ReadonlyMap<FieldName, FaultWord>

/** The value that is chosen in a list; whatever the list does not offer is not chosenOf. */
export const chosenOf = <Name extends ChoiceName>(
  typed: Typed,
  name: Name,
): (typeof choices)[Name][number][0] => {
  const offered: Choices = choices[name]
  const found = offered.find(([value]) => value === typed[name]) ?? offered[0]!
  return found[0] as (typeof choices)[Name][number][0]
}
