import {
  type CaseFile,
  type Item,
  withFact,
  withItem,
  withItemChanged,
} from '#domain/cases/file.ts'
import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Said, type Shapes, faultIn, text, whole } from '#domain/kernel/shape.ts'
import type { OneHand } from '#domain/operations/one-hand.ts'

/** What a decision about a case looks at. */
export type CaseNow = {
  readonly file: CaseFile
  readonly today: LocalDate
  /** The login that writes. */
  readonly by: string
  /** What something new in a list is called: random. */
  readonly newItem: string
}

export type CaseDecision = Decision<CaseFile, string>

/**
 * Something that can be done with a case, said once: what it asks, where it stands in the file, and what the rules say of
 * it. Who may is said of no operation: whoever is assigned to the case, and nobody else.
 */
export type CaseOperation<
  Command extends string = string,
  Name extends string = string,
  Asks extends Shapes = Shapes,
> = {
  readonly command: Command
  /** What it writes in the file: a fact, or one of a list. */
  readonly writes: 'fact' | 'list' | 'item' | 'file'
  readonly name: Name
  readonly asks: Asks
  readonly oneHand: OneHand
  readonly decide: (now: CaseNow, said: Said<Asks>) => CaseDecision
}

/** Anything that asks nothing of the types. */
export type AnyCaseOperation = Omit<CaseOperation, 'decide'> & {
  readonly decide: (now: CaseNow, said: never) => CaseDecision
}

/** Why something cannot be said as it is: a code that has words. */
type Check<Asks extends Shapes> = (now: CaseNow, said: Said<Asks>) => string | undefined

/** Which version was seen by whoever writes: 0 where there was none. */
const seenAsked = { seen: whole(0, 1_000_000, 'version-unreadable') } as const
/** One of a list of the case, by what it is called there. */
export const itemId = text(/^[0-9a-f]{32}$/, {
  code: 'item-unreadable',
  example: '9f'.repeat(16),
})
export const itemAsked = { item: itemId, ...seenAsked } as const

/** A line that a person wrote, at most so long. */
export const line = (max: number) =>
  text(new RegExp(`^[^\\p{Cc}]{1,${max}}$`), {
    code: 'line-unreadable',
    example: 'Call after dark',
  })

const valueOf = (said: object): Readonly<Record<string, unknown>> => {
  const { seen: _seen, item: _item, ...value } = said as Readonly<Record<string, unknown>>
  return value
}

const taken = (file: CaseFile | string): CaseDecision =>
  typeof file === 'string' ? refused(file) : recorded(file)

/** Says one thing of a case, in place of what was said of it before. */
export const fact = <
  const Command extends string,
  const Name extends string,
  const Asks extends Shapes,
>({
  command,
  name,
  asks,
  check,
  and,
}: {
  readonly command: Command
  readonly name: Name
  readonly asks: Asks
  readonly check?: Check<Asks>
  /** What follows from it at once. */
  readonly and?: (file: CaseFile, now: CaseNow, said: Said<Asks>) => CaseFile
}): CaseOperation<Command, Name, Asks & typeof seenAsked> => ({
  command,
  name,
  writes: 'fact',
  oneHand: 'sight',
  asks: { ...asks, ...seenAsked },
  decide: (now, said) => {
    const why = check?.(now, said as never)
    if (why !== undefined) return refused(why)
    const writing = { by: now.by, on: now.today, seen: (said as unknown as { seen: number }).seen }
    const file = withFact(now.file, { name, value: valueOf(said) }, writing)
    return recorded(and ? and(file, now, said as never) : file)
  },
})

/** Adds one to a list of a case. */
export const addTo = <
  const Command extends string,
  const Name extends string,
  const Asks extends Shapes,
>({
  command,
  name,
  asks,
  check,
  adds = () => ({}),
}: {
  readonly command: Command
  readonly name: Name
  readonly asks: Asks
  readonly check?: Check<Asks>
  /** What is written beside what was said, because it may be otherwise later. */
  readonly adds?: (now: CaseNow) => Readonly<Record<string, unknown>>
}): CaseOperation<Command, Name, Asks> => ({
  command,
  name,
  writes: 'list',
  oneHand: 'sight',
  asks,
  decide: (now, said) => {
    const why = check?.(now, said)
    if (why !== undefined) return refused(why)
    const { file, by, today, newItem } = now
    const value = { ...valueOf(said), ...adds(now) }
    return taken(withItem(file, name, { item: newItem, by, on: today, value }))
  },
})

/** Writes into one of a list what became of it. */
export const changeOf = <
  const Command extends string,
  const Name extends string,
  const Asks extends Shapes,
>({
  command,
  name,
  asks,
  check,
  adds = () => ({}),
}: {
  readonly command: Command
  readonly name: Name
  readonly asks: Asks
  readonly check?: (now: CaseNow, said: Said<Asks>, item: Item) => string | undefined
  /** What is written beside what was said, such as the day. */
  readonly adds?: (now: CaseNow, item: Item, said: Said<Asks>) => Readonly<Record<string, unknown>>
}): CaseOperation<Command, Name, Asks & typeof itemAsked> => ({
  command,
  name,
  writes: 'item',
  oneHand: 'sight',
  asks: { ...asks, ...itemAsked },
  decide: (now, said) => {
    const { item, seen } = said as unknown as { item: string; seen: number }
    const one = (now.file.lists[name] ?? []).find((other) => other.item === item)
    if (!one) return refused('item-unknown')
    const why = check?.(now, said as never, one)
    if (why !== undefined) return refused(why)
    const value = { ...valueOf(said), ...adds(now, one, said as never) }
    return taken(withItemChanged(now.file, { name, item, value }, seen))
  },
})

/** One decision about a case: what was sent is sound, and the rules take it. */
export const decideCase = (
  operation: AnyCaseOperation,
  now: CaseNow,
  said: unknown,
): CaseDecision => {
  const fault = faultIn(operation.asks, said)
  if (fault) return invalid(fault.code, fault.at)
  if (now.file.closed && operation.command !== 'ReopenCase') return refused('case-closed')
  return operation.decide(now, said as never)
}

type SaidIn<O> = O extends { readonly asks: infer Asks } ? Omit<Said<Asks>, 'seen' | 'item'> : never

/** What was said last by an operation that writes a fact. */
export const factOf = <O extends Pick<CaseOperation, 'name' | 'asks'>>(
  { facts }: CaseFile,
  { name }: O,
): SaidIn<O> | undefined => facts[name]?.value as SaidIn<O> | undefined

/** What a list holds, as it was added, with what became of each. */
export const itemsOf = <O extends Pick<CaseOperation, 'name' | 'asks'>, More = unknown>(
  { lists }: CaseFile,
  { name }: O,
): readonly (Omit<Item, 'value'> & { readonly value: SaidIn<O> & Partial<More> })[] =>
  (lists[name] ?? []) as never
