import type { LocalDate } from '#domain/kernel/dates.ts'

/*
 * What a migration team knows of somebody. It stands in no journal: whoever it is of may have it corrected and erased, and
 * nothing of it may outlive that.
 */

export const caseKinds = ['advice', 'return', 'survivor', 'child-risk'] as const
export type CaseKind = (typeof caseKinds)[number]

/** Where somebody is on the way. */
export const stages = ['thinking', 'preparing', 'leaving', 'abroad', 'returning', 'back'] as const
export type Stage = (typeof stages)[number]

type Value = Readonly<Record<string, unknown>>

/** What else was said of the same at the same time, by somebody who had not seen it. */
type Other = { readonly value: Value; readonly by: string; readonly on: LocalDate }

/** One thing that is known: who said it last. What another said meanwhile stands beside it until somebody chooses. */
export type Fact = Other & { readonly version: number; readonly others: readonly Other[] }

/** One of several: a task, a consent, a call. What became of it is written into it. */
export type Item = {
  readonly item: string
  readonly on: LocalDate
  readonly by: string
  readonly version: number
  readonly value: Value
}

/** That somebody looked: once for each person and day, with how often. */
export type Receipt = { readonly by: string; readonly on: LocalDate; readonly times: number }

export type CaseFile = {
  readonly v: 1
  /** Drawn by chance; it says nothing and is joined to nothing. */
  readonly code: string
  /** The number of a word and a number: what the team calls the case, in whichever language. */
  readonly codeName: { readonly word: number; readonly number: number }
  readonly kind: CaseKind
  readonly openedOn: LocalDate
  readonly closed?: { readonly on: LocalDate; readonly why: string }
  readonly facts: Readonly<Record<string, Fact>>
  readonly lists: Readonly<Record<string, readonly Item[]>>
  readonly receipts: readonly Receipt[]
  /** Under which id the own page of the person lies, and what opens what comes in there. */
  readonly own?: { readonly id: string; readonly inbox: string; readonly key: string }
  /** Whom others let in or out, or two who hold spare keys let in; when, and why. */
  readonly opened?: readonly {
    readonly on: LocalDate
    readonly by: readonly string[]
    readonly to: string
    readonly why: string
  }[]
}

/** Whoever writes, on which day, having seen which version of the fact or item. */
export type Writing = { readonly by: string; readonly on: LocalDate; readonly seen: number }

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A file in which something is said anew. Whoever had not seen what stands there takes nothing away: both stand until
 * somebody who has seen both says which.
 */
export const withFact = (
  file: CaseFile,
  { name, value }: { readonly name: string; readonly value: Value },
  { by, on, seen }: Writing,
): CaseFile => {
  const before = file.facts[name]
  const version = (before?.version ?? 0) + 1
  const isBlind = before !== undefined && before.version !== seen
  // Sent twice, it is one word: what another one said beside it stays.
  const isAgain = isBlind && isSame(before.value, value)
  const also = isAgain
    ? []
    : [{ value: before?.value ?? {}, by: before?.by ?? '', on: before?.on ?? on }]
  const others = isBlind ? [...before.others, ...also] : []
  return { ...file, facts: { ...file.facts, [name]: { value, by, on, version, others } } }
}

export const itemsMax = 200

/** A file with one more in a list. */
export const withItem = (
  file: CaseFile,
  name: string,
  one: Omit<Item, 'version'>,
): CaseFile | 'list-full' => {
  const before = file.lists[name] ?? []
  if (before.length >= itemsMax) return 'list-full'
  return { ...file, lists: { ...file.lists, [name]: [...before, { ...one, version: 1 }] } }
}

/** A file in which one of a list is otherwise. Whoever had not seen it as it is writes nothing. */
export const withItemChanged = (
  file: CaseFile,
  { name, item, value }: { readonly name: string; readonly item: string; readonly value: Value },
  seen: number,
): CaseFile | 'item-unknown' | 'changed-meanwhile' => {
  const before = (file.lists[name] ?? []).find((one) => one.item === item)
  if (!before) return 'item-unknown'
  if (before.version !== seen) return 'changed-meanwhile'
  const after = { ...before, version: seen + 1, value: { ...before.value, ...value } }
  const list = file.lists[name]!.map((one) => (one === before ? after : one))
  return { ...file, lists: { ...file.lists, [name]: list } }
}

/** A file with a receipt of somebody's look. */
export const withReceipt = (file: CaseFile, by: string, on: LocalDate): CaseFile => {
  const own = file.receipts.find((one) => one.by === by && one.on === on)
  const others = file.receipts.filter((one) => one !== own)
  return { ...file, receipts: [...others, { by, on, times: (own?.times ?? 0) + 1 }] }
}

type Passage = NonNullable<CaseFile['opened']>[number]

/** A file that tells whom somebody let in or out. */
export const withPassage = (file: CaseFile, line: Passage): CaseFile => ({
  ...file,
  opened: [...(file.opened ?? []), line],
})

/** The same where the file was opened for it: each of them has looked. */
export const passedBy = (file: CaseFile, line: Passage): CaseFile =>
  line.by.reduce((one, by) => withReceipt(one, by, line.on), withPassage(file, line))
