import { isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf, latinDigits, unitsOf } from '#domain/kernel/money.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { type PaperShown, type SupportWay, papersShown, supportWays } from '#domain/grants/files.ts'
import { isWindowId } from '#domain/grants/grants.ts'
import { type SupportKind, isSupportKind, partsMax, supportKinds } from '#domain/grants/kinds.ts'
import type { GrantCommand } from '#domain/grants/operations.ts'
import type { UnspentRule } from '#domain/grants/terms.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import type { Choice, Typed } from '#src/pages/network/parts.ts'

/** A whole number as it was typed, in Latin or Khmer digits; undefined for anything else. */
export const wholeIn = (text: string): number | undefined => {
  const digits = latinDigits(text).replaceAll(/[\s,]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

/** A sum as it was typed, in smallest units; undefined for anything else. */
export const unitsIn = (text: string, currency: Currency): number | undefined => {
  const units = unitsOf(latinDigits(text).replaceAll(/[\s,]/g, ''), decimalsOf(currency))
  return units !== undefined && units > 0 ? units : undefined
}

const control = /\p{Cc}/u
const isLine = (text: string, max: number): boolean =>
  text.length <= max && text.isWellFormed() && !control.test(text)

const isChosen = (of: Typed): boolean => {
  const lines = [of('reason'), of('supplier'), of('mentor'), of('number')]
  return (
    isSupportKind(of('kind')) &&
    (supportWays as readonly string[]).includes(of('way')) &&
    (papersShown as readonly string[]).includes(of('paper')) &&
    of('number') !== '' &&
    lines.every((line) => isLine(line, 200))
  )
}

/** What a form asks for; undefined where something is missing or cannot be read. */
export const wantedIn = (
  of: Typed,
  {
    today,
    isTeam,
    currency,
  }: {
    readonly today: string
    readonly isTeam: boolean
    /** Whose decimals may be typed; without it a sum is whole smallest units. */
    readonly currency?: Currency | undefined
  },
): Wanted | undefined => {
  const amount = currency ? unitsIn(of('amount'), currency) : wholeIn(of('amount'))
  const parts = wholeIn(of('parts'))
  const ids = [of('id'), of('checker'), of(isTeam ? 'fund' : 'member')]
  if (!amount || !parts || parts > partsMax) return undefined
  if (!ids.every(isUuid) || !isWindowId(of('window')) || !isChosen(of)) return undefined
  return {
    id: of('id'),
    effectiveOn: today,
    windowId: of('window'),
    amount,
    parts,
    kind: of('kind') as SupportKind,
    isSurvivors: isTeam && of('survivors') === 'yes',
    memberId: isTeam ? '' : of('member'),
    withChildren: of('withChildren') === 'yes',
    reason: of('reason'),
    way: of('way') as SupportWay,
    supplier: of('supplier'),
    mentor: of('mentor'),
    checker: of('checker'),
    papers: [{ paper: of('paper') as PaperShown, number: of('number') }],
  }
}

const askedNames = [
  'id',
  'fund',
  'member',
  'window',
  'kind',
  'amount',
  'parts',
  'withChildren',
  'way',
  'supplier',
  'reason',
  'mentor',
  'paper',
  'number',
  'checker',
  'survivors',
]

/** What was typed, to be carried on while it is read once more. */
export const askedTexts = (of: Typed): Readonly<Record<string, string>> =>
  Object.fromEntries(askedNames.map((name) => [name, of(name)]).filter(([, text]) => text !== ''))

/** A choice as it stands in the list; empty where it is none of them. */
export const labelOf = (choices: readonly Choice[], chosen: string): string =>
  choices.find(({ value }) => value === chosen)?.label ?? ''

type SetWindowTerms = Extract<GrantCommand, { type: 'SetWindowTerms' }>

/** The donor's terms that a form tells of; undefined where something cannot be read. */
export const termsIn = (of: Typed, today: string): SetWindowTerms | undefined => {
  const typed = supportKinds.map((kind) => ({ kind, text: of(`line-${kind}`) }))
  const lines = typed
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => ({ kind, amount: wholeIn(text) ?? 0 }))
  const [from, until] = [latinDigits(of('from')), latinDigits(of('until'))]
  if (!isUuid(of('id')) || !isLocalDate(from) || !isLocalDate(until)) return undefined
  return {
    id: of('id'),
    type: 'SetWindowTerms',
    v: 1,
    effectiveOn: today,
    windowId: of('window'),
    from,
    until,
    lines,
    unspent: of('unspent') as UnspentRule,
  }
}
