import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Role } from '#domain/access/roles.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import type { RecorderOf } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'

/** One item as it came: a command, or what is wrong with it before any rule was asked. */
export type Item<C> =
  | { readonly command: C }
  | {
      readonly fault: {
        readonly id: string | null
        /** What it says it is, where there is such a command. */
        readonly type?: Action | undefined
        readonly code: string
        readonly at: string
      }
    }

/** What became of one item. An item that named no id is answered by its place in the list alone. */
export type ItemAnswer =
  | Answer
  | {
      readonly id: null
      readonly outcome: 'invalid'
      readonly code: string
      readonly at: string
    }

const actionOf = (command: Command | NetworkCommand): Action => command.type

/** Whether a command makes a rule by which others are judged. */
const isRule = ({ type }: Command | NetworkCommand): boolean =>
  type === 'AmendCharter' || type === 'DecideFuture'

/** Whether any command at all is open to somebody who holds these roles. */
export const mayRecordAnything = (held: readonly Role[], actions: readonly Action[]): boolean =>
  actions.some((action) => scopeFor(action, held) === 'all')

type Checks<C> = {
  readonly held: readonly Role[]
  readonly today: LocalDate
  /** Why a command is not taken from this caller, beside what roles say (`powerRefusal`). */
  readonly refuse: (command: C) => Promise<string | undefined>
  /** Whether it stands in the journal: then it is answered once more, whatever has changed since it was recorded. */
  readonly isTaken: (commandId: string) => Promise<boolean>
  /** The service has made the command itself, for somebody whom the table lets ask for it. */
  readonly isOfService?: boolean
  /** Makes the id of a line in the log: with it what is recorded has its line in the same commit. */
  readonly lineId?: () => string
}

/** What became of an item, and whether the log says so already. */
export type Submitted = { readonly answer: ItemAnswer; readonly isNoted: boolean }

/** What of a day, a power or a second word stands against a command that comes for the first time. */
const faultOf = async <C extends Command | NetworkCommand>(
  command: C,
  { today, refuse }: Pick<Checks<C>, 'today' | 'refuse'>,
): Promise<Answer | undefined> => {
  const { id } = command
  const code = await refuse(command)
  if (code !== undefined) return { id, outcome: 'refused', code }
  // What has not happened yet is no fact, and a decision holds from the day it is made.
  if (command.effectiveOn > today)
    return { id, outcome: 'invalid', code: 'date-in-the-future', at: '/effectiveOn' }
  // A rule holds from the day on which it is written down: what was done before it was done by the rules that there were.
  if (isRule(command) && command.effectiveOn < today)
    return { id, outcome: 'refused', code: 'charter-not-backwards' }
  return undefined
}

const refusalOf = async <C extends Command | NetworkCommand>(
  command: C,
  { held, isTaken, isOfService, ...now }: Omit<Checks<C>, 'lineId'>,
): Promise<Answer | undefined> => {
  const { id } = command
  if (!isOfService && scopeFor(actionOf(command), held) !== 'all')
    return { id, outcome: 'refused', code: 'not-yours-to-do' }
  const fault = await faultOf(command, now)
  return fault && (await isTaken(id)) ? undefined : fault
}

const faultAnswer = ({ id, code, at }: { id: string | null; code: string; at: string }) =>
  ({ id, outcome: 'invalid', code, at }) as ItemAnswer

/**
 * Hands a caller's items to `record`, each answered by itself and in its place: an item that is not
 * the caller's to send, or cannot be read, never blocks the others of a meeting. With `atomic` all are
 * recorded or none: where one is not taken, each is answered as in a dry run.
 */
export const submit = async <C extends (Command | NetworkCommand) & Envelope>(
  record: RecorderOf<C>,
  items: readonly Item<C>[],
  {
    journalId,
    by,
    dryRun,
    atomic = false,
    lineId,
    ...asked
  }: Checks<C> & {
    readonly journalId: string
    readonly by: Session
    readonly dryRun: boolean
    readonly atomic?: boolean
  },
): Promise<readonly Submitted[]> => {
  const before: (ItemAnswer | C)[] = []
  for (const item of items)
    before.push(
      'fault' in item
        ? faultAnswer(item.fault)
        : ((await refusalOf(item.command, asked)) ?? item.command),
    )
  const commands = before.filter((item): item is C => !('outcome' in item))
  const isStopped = atomic && commands.length < items.length
  const isTried = dryRun || isStopped
  const lineIds = isTried || !lineId ? undefined : commands.map(lineId)
  const how = { ...by, dryRun: isTried, atomic, ...(lineIds ? { lineIds } : {}) }
  const answers = commands.length === 0 ? [] : await record(journalId, commands, how)
  let next = 0
  return before.map((item) =>
    'outcome' in item
      ? { answer: item, isNoted: false }
      : { answer: answers[next++]!, isNoted: lineIds !== undefined },
  )
}
