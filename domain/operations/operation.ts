import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type Said, type Shapes, faultIn } from '#domain/kernel/shape.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import type { May } from '#domain/operations/may.ts'
import type { Concern } from '#domain/operations/concern.ts'
import type { Minutes } from '#domain/operations/minutes.ts'
import type { OneHand } from '#domain/operations/one-hand.ts'
import type { FundSubjectKind, NetworkSubjectKind, Subject } from '#domain/operations/subject.ts'

/** What an entry says that its command did not: what the rules counted, flagged and posted. */
type Outcome = { readonly flags: readonly string[]; readonly postings: readonly Posting[] }

/**
 * Everything that the rules say of one thing that can be done, to a fund as to a network. Every list of commands and
 * entries is made of these: what can be sent, who may send it, what stands in the journal, what it refreshes.
 */
export type Operation<
  Type extends string,
  Entry extends string,
  Asks extends Shapes,
  Kept extends keyof Said<Asks>,
  Now,
  Came extends Outcome,
  Refusal extends string,
  Kind extends string,
> = {
  readonly command: Type
  /** The entry that it becomes. */
  readonly entry: Entry
  /** What one person may do alone with it. */
  readonly oneHand: OneHand
  /** Of whom it is told, she may be the second person herself, officer or not: by her PIN, the secret of her login or a code. */
  readonly ownWord?: true
  /** It changes who may do what, or the rules themselves: whoever sends it gives the own secret again. */
  readonly changesPower?: true
  /** It begins something new: refused while the fund rests or has ended. */
  readonly beginsAnew?: true
  /** What the description of the API says of it, where its fields do not say it all. */
  readonly description?: string
  readonly asks: Asks
  /** What stands in the entry as it was sent. */
  readonly keeps: readonly Kept[]
  readonly may: May
  /** The second person who stands behind it, a member of the fund or a login of the staff; `none` where one is enough. */
  readonly second: 'none' | ((command: Said<Asks>) => string | undefined)
  /** A fact that one person alone writes down too, and that says then that it was one. */
  readonly isTakenAlone?: true
  /** Whose own matter it is, of whatever has a ballot or is looked at before one: they and their kin step out. */
  readonly concerns?: (command: Said<Asks>) => Concern
  /** Decides about a command that is sound. */
  readonly decide: (now: Now, command: Envelope & Said<Asks>) => Decision<Came, Refusal>
  /** What the entry is about; the first one is where its flags belong. */
  readonly about: (
    entry: NoInfer<Pick<Said<Asks>, Kept> & Came>,
    entryId: EntryId,
  ) => readonly Subject<Kind>[]
}

/** A fund meets and reads minutes, and what its book holds can be taken back; a network does neither. */
type OfFund = {
  readonly minutes: Minutes
  /** Whether it can be taken back. */
  readonly isReversible: boolean
}

const sayingOf =
  <Kind extends string, More>() =>
  <
    const Type extends string,
    const Entry extends string,
    const Asks extends Shapes,
    const Kept extends keyof Said<Asks>,
    Now,
    Came extends Outcome,
    Refusal extends string,
  >(
    one: Operation<Type, Entry, Asks, Kept, Now, Came, Refusal, Kind> & More,
  ): Operation<Type, Entry, Asks, Kept, Now, Came, Refusal, Kind> & More =>
    one

/** Says what an operation of a fund is; its types are read from what it says. */
export const operation = sayingOf<FundSubjectKind, OfFund>()

/** The same for a network, in whose journal it is written down. */
export const networkOperation = sayingOf<NetworkSubjectKind, unknown>()

/** Any operation, for what asks nothing of its types. */
export type AnyOperation = {
  readonly command: string
  readonly entry: string
  readonly oneHand: OneHand
  readonly ownWord?: true
  readonly changesPower?: true
  readonly beginsAnew?: true
  readonly description?: string
  readonly asks: Shapes
  readonly keeps: readonly PropertyKey[]
  readonly may: May
  readonly second: 'none' | ((command: never) => string | undefined)
  readonly isTakenAlone?: true
  readonly concerns?: (command: never) => Concern
  readonly decide: (now: never, command: never) => Decision<Outcome, string>
  readonly about: (entry: never, entryId: EntryId) => readonly Subject<string>[]
}

/** What is sent to have it done. */
export type CommandOf<O> = O extends { readonly command: infer Type; readonly asks: infer Asks }
  ? Envelope & { readonly type: Type } & Said<Asks>
  : never

type CameOf<D> = D extends { readonly outcome: 'recorded'; readonly body: infer Came }
  ? Came
  : never

/** What stands in the journal when it has been done. */
export type BodyOf<O> = O extends {
  readonly entry: infer Entry
  readonly asks: infer Asks
  readonly keeps: readonly (infer Kept)[]
  readonly decide: (now: never, command: never) => infer D
}
  ? { readonly type: Entry; readonly v: 1 } & Pick<Said<Asks>, Kept & keyof Said<Asks>> & CameOf<D>
  : never

/** Something that each of some operations says, by the name of its command or of its entry. */
export const byName = <const O extends AnyOperation, By extends 'command' | 'entry', Value>(
  operations: readonly O[],
  by: By,
  value: (one: O) => Value,
): Readonly<Record<O[By], Value>> =>
  Object.fromEntries(operations.map((one) => [one[by], value(one)])) as Record<O[By], Value>

/** The flags that hold, in the order in which they are named. */
export const flagsOf = <Flag extends string>(flags: Readonly<Record<Flag, boolean>>): Flag[] =>
  (Object.keys(flags) as Flag[]).filter((flag) => flags[flag])

/** The entry says nothing that its command did not: no rule was broken, and no money moved. */
export const asSaid = recorded({ flags: [], postings: [] } as const)

const keptOf = (
  { keeps }: Pick<AnyOperation, 'keeps'>,
  command: Readonly<Record<PropertyKey, unknown>>,
): object =>
  Object.fromEntries(
    keeps.flatMap((name) => (command[name] === undefined ? [] : [[name, command[name]]])),
  )

type Typed = { readonly type: string }

/** The operations of a room, with all that is made of them. */
type RoomOperations<List, Command, Body, Now, Kind extends string> = {
  readonly list: List
  readonly isCommand: (command: Typed) => command is Typed & Command
  readonly isBody: (body: Typed) => body is Typed & Body
  /** What an entry is about. */
  readonly about: (body: Body, entryId: EntryId) => readonly Subject<Kind>[]
  /** One decision: what was sent is sound, the rules take it, and the entry keeps what it should. */
  readonly decide: (now: Now, command: Command) => Decision<Body, string>
}

const roomOf = <Command extends Typed, Body extends Typed>(
  list: readonly AnyOperation[],
): RoomOperations<readonly AnyOperation[], Command, Body, unknown, string> => {
  const commands = new Map<string, AnyOperation>(list.map((one) => [one.command, one]))
  const entries = new Map<string, AnyOperation>(list.map((one) => [one.entry, one]))
  return {
    list,
    isCommand: (command): command is Typed & Command => commands.has(command.type),
    isBody: (body): body is Typed & Body => entries.has(body.type),
    about: (body, entryId) => entries.get(body.type)!.about(body as never, entryId),
    decide: (now, command) => {
      const one = commands.get(command.type)!
      const fault = faultIn(one.asks, command)
      if (fault) return invalid(fault.code, fault.at)
      const decision = one.decide(now as never, command as never)
      if (decision.outcome !== 'recorded') return decision
      const body = { type: one.entry, v: 1, ...keptOf(one, command), ...decision.body }
      return { outcome: 'recorded', body: body as unknown as Body }
    },
  }
}

/** The operations of a room; the types of what can be sent and what stands in the journal are read from them. */
export const operationsOf = <const Ops extends readonly AnyOperation[]>(ops: Ops) =>
  roomOf(ops) as unknown as RoomOperations<
    Ops,
    CommandOf<Ops[number]>,
    BodyOf<Ops[number]>,
    NowOf<Ops[number]>,
    KindOf<Ops[number]>
  >

type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (
  all: infer I,
) => void
  ? I
  : never

/** What the decisions of some operations look at, all together. */
type NowOf<O> = UnionToIntersection<
  O extends { readonly decide: (now: infer Now, command: never) => unknown }
    ? // A decision that looks at nothing stands in no other one's way.
      unknown extends Now
      ? object
      : Now
    : never
>

type KindOf<O> = O extends {
  readonly about: (entry: never, entryId: EntryId) => readonly Subject<infer Kind>[]
}
  ? Kind
  : never
