import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { intake } from '#domain/cases/operations/life.ts'
import type { Shape, Shapes } from '#domain/kernel/shape.ts'

/*
 * Canaries for every field of a case, made from the shapes of its operations: a new field has one by itself. Words of a list,
 * days, ticks and ids of others say nothing that would be known again, and hold none.
 */

export const mark = 'zqincase'
/** Digits that stand in no sum, hash or number of the village: twelve of them, of which the last five count. */
const digits = '7310000'

const letters = (number: number): string =>
  Array.from(String(number), (digit) => 'abcdefghij'[Number(digit)]).join('')

/** Texts that a field may take, the first that its own pattern lets in. */
const texts = (number: number): readonly string[] => [
  `${mark} ${letters(number)}`,
  `${mark}-${letters(number)}`,
  `${digits}${String(number).padStart(5, '0')}`,
]

export const canaryFor = (shape: Shape, number: number): string | number | undefined => {
  if (shape.is === 'text')
    return texts(number).find((one) => new RegExp(shape.pattern, 'u').test(one))
  if (shape.is === 'sum' || shape.is === 'signed-sum')
    return Number(`${digits}${String(number).padStart(5, '0')}`)
  return undefined
}

export type Field = `${string}.${string}`
type Asking = { readonly command: string; readonly asks: Shapes }

/** What names one of a list, a request of a researcher or a code of the fund's book: chance made by the service, that no person writes. */
const made = ['item', 'person', 'research', 'supportCode']

/** Every field into which something may be written that would be known again. */
export const fieldsOf = ({ command, asks }: Asking): readonly Field[] =>
  Object.entries(asks)
    .filter(([name, { is }]) => ['text', 'sum', 'signed-sum'].includes(is) && !made.includes(name))
    .map(([name]): Field => `${command}.${name}`)

export const intakeAsks: Asking = { command: 'OpenCase', asks: intake }
export const allFields: readonly Field[] = [intakeAsks, ...caseOperations].flatMap(fieldsOf)

/** A value that a shape takes where no canary goes in. */
const plainOf = (
  shape: Shape,
  { id, on }: { readonly id: string; readonly on: string },
): unknown => {
  switch (shape.is) {
    case 'text':
      return shape.example
    case 'word':
      return shape.of[0]
    case 'yes-or-no':
      return false
    case 'mark':
      return true
    case 'day':
      return on
    case 'list':
      return shape.min === 0 ? [] : [plainOf(shape.each, { id, on })]
    case 'id':
      return id
    case 'whole':
      return shape.min
    default:
      return 1
  }
}

export type Planting = {
  readonly said: Readonly<Record<string, unknown>>
  readonly canaries: ReadonlyMap<Field, string>
}

let number = 0
/** What is said with a canary in each field that holds one; what the rules ask besides stands in `fixed`. */
export const plantedIn = (
  asking: Asking,
  {
    fixed,
    ...given
  }: { readonly id: string; readonly on: string; readonly fixed?: object | undefined },
): Planting => {
  const fields = fieldsOf(asking)
  const canaries = new Map<Field, string>()
  const values = Object.entries(asking.asks).flatMap(([name, shape]) => {
    const field: Field = `${asking.command}.${name}`
    const canary = fields.includes(field) ? canaryFor(shape, (number += 1)) : undefined
    if (canary !== undefined) canaries.set(field, String(canary))
    // An id of something in the case is given where the rules ask for one.
    if (made.includes(name)) return []
    return [[name, canary ?? plainOf(shape, given)] as const]
  })
  return { said: { ...Object.fromEntries(values), ...fixed }, canaries }
}

/** What the rules ask of each operation besides that its fields are sound, and in which order. */
export const fixes: Readonly<Record<string, object>> = {
  SetGuardian: { who: 'best-interest' },
  SetContact: { way: 'text' },
  SetStage: { stage: 'abroad' },
  GiveConsent: { purpose: 'support', until: '2026-06-30' },
  SetRhythm: { how: 'text' },
  AddTask: { whose: 'both' },
  AskForSupport: { kind: 'reintegration' },
  SetSupportState: { state: 'batched', answer: undefined },
  PlanTradeLoan: { on: '2026-06-30' },
}

/** What ends something, so that less of it would be shown. None of it asks for words. */
const ending = ['CloseCase', 'ReopenCase', 'WithdrawConsent', 'FinishTask', 'TakeBackSignals']

/** All that is written into the case, in the order of the operations. */
export const written: readonly AnyCaseOperation[] = caseOperations.filter(
  ({ command }) => !ending.includes(command),
)

/** Whether bytes or a text tell a canary: read as they are, with the spaces out, as UTF-16 and as base64. */
export const tells = (bytes: Buffer | string, words: readonly string[]): boolean => {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  return words.some((word) => {
    const wide = Buffer.from(word, 'utf16le').toString('latin1')
    // Whatever stands before and behind it, the groups of three signs that lie within it stay the same in base64.
    const coded = [0, 1, 2].map((before) =>
      Buffer.from(' '.repeat(before) + word)
        .toString('base64')
        .slice(before === 0 ? 0 : 4, Math.floor((before + word.length) / 3) * 4),
    )
    return [word, wide, ...coded].some((one) => one.length > 5 && text.includes(one))
  })
}

/** What is looked for: the beginning that all canaries share, in letters and in digits. */
export const sought = [mark, digits] as const
