/*
 * What bars a command, counted from the rules alone, by the code with which it is refused. Each is held against both
 * answers: whoever is told no by it was barred, and nothing that it bars was ever recorded.
 */
import type { Command } from '#domain/village.ts'
import { givingBars } from '#test/sim/giving-bars.ts'
import { law } from '#test/sim/law.ts'
import type { Before } from '#test/sim/lending-laws.ts'
import { needBars } from '#test/sim/need-bars.ts'
import { savingBars } from '#test/sim/saving-bars.ts'

export type OfType<Type extends Command['type']> = Extract<Command, { readonly type: Type }>
type Bar<C> = (before: Before, command: C) => boolean
export type Bars = {
  readonly [Type in Command['type']]?: Readonly<Record<string, Bar<OfType<Type>>>>
}

const all: Bars = { ...needBars, ...savingBars, ...givingBars }

const barsOf = ({ type }: Command) => (all[type] ?? {}) as Readonly<Record<string, Bar<Command>>>

/** Holds a recorded command against all that could have barred it. */
export const recordedDespite = (before: Before, command: Command): void => {
  for (const [code, bars] of Object.entries(barsOf(command)))
    law(`nothing is recorded that is barred: ${code}`, !bars(before, command), () => command)
}

/** Holds a no against what it says. */
export const refusedFor = (before: Before, command: Command, code: string): void => {
  const isBarred = barsOf(command)[code]
  if (isBarred === undefined) return
  law(`nobody is told no too early: ${code}`, isBarred(before, command), () => command)
}

/** What a type can be refused with of all that is counted here. */
export const codesOf = (type: Command['type']): readonly string[] =>
  Object.keys(all[type] ?? {}).map((code) => `${type} ${code}`)
