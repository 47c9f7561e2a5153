import { type LocalDate, daysAfter, monthlyDay } from '#domain/kernel/dates.ts'
import type { Hasher, Journal } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { founded, letIn } from '#src/app/demo/beginning.ts'
import type { Inventing } from '#src/app/demo/chance.ts'
import { type Gathered, gathering } from '#src/app/demo/gathered.ts'
import { askMembers } from '#src/app/demo/asking.ts'
import { type FraudKind, fraudMonths } from '#src/app/demo/frauds.ts'
import { type LifeKind, lifeOf, lives } from '#src/app/demo/lives.ts'
import { meet } from '#src/app/demo/meeting.ts'
import type { Write } from '#src/app/demo/sitting.ts'

export type FundPlan = {
  /** Its place in the network, from 1. */
  readonly n: number
  readonly networkId: string
  readonly years: number
  /** The day that the whole network is looked at on. */
  readonly until: LocalDate
  readonly members: { readonly least: number; readonly most: number }
}

export type MadeFund = {
  readonly fundId: string
  readonly kind: LifeKind
  /** For the key alone: nothing in the book says it. */
  readonly fraud: FraudKind | undefined
  readonly openedOn: LocalDate
  readonly members: number
  readonly entries: number
  /** The record-keeper and the chair. */
  readonly officers: readonly [string, string]
  readonly writeTo: (store: Journal) => Promise<void>
}

/** In which month of each year members are asked whether their balance is right. */
const monthOfAsking = 7

/** Writes once what belongs to a day, when its turn has come. */
const later = ({ on, said }: ReturnType<typeof letIn>) => {
  let isWritten = false
  return async (write: Write): Promise<void> => {
    if (isWritten) return
    isWritten = true
    await write(on, on, said)
  }
}

/** The hour at which a meeting is written down. */
const hour = 'T10:00:00.000Z'

/** Writes down what happened on a day, with an id of its own for each line; a line that has no sense is a fault of the draws. */
const writing = (book: Gathered, id: Inventing['id'], writtenAt: (at: string) => void): Write => {
  const actor = id('keeper')
  let told = 0
  return async (on, writtenOn, said) => {
    writtenAt(`${writtenOn}${hour}`)
    const commands = said.map((one) => {
      told += 1
      return { ...one, id: id('entry', String(told)), v: 1, effectiveOn: on } as unknown as Command
    })
    const answers = await book.record(id('fund'), commands, { actor, device: actor })
    const bad = answers.find(({ outcome }) => outcome === 'invalid')
    if (bad) throw new Error(`an invented fund cannot be written: ${JSON.stringify(bad)}`)
  }
}

/**
 * An invented fund from its founding to its last meeting, decided by the same rules as every other and sealed; it is in no
 * store yet. The same draws give the same book, to the last hash.
 */
export const inventedFund = async (
  inventions: Inventing,
  hash: Hasher,
  { n, networkId, years, until, members: { least, most } }: FundPlan,
): Promise<MadeFund> => {
  const id = (...place: readonly string[]): string => inventions.id(`fund ${n}`, ...place)
  const chance = inventions.chance(`fund ${n}`)
  const { kind, fraud } = lifeOf(n, inventions.chance('kinds').whole(0, 99))
  const life = lives[kind]
  const fundId = id('fund')
  let now = ''
  const book = gathering(fundId, () => now, hash)
  const write = writing(book, id, (at) => {
    now = at
  })
  const meetings = years * 12
  const openedOn = monthlyDay(until, -meetings - 1, 25)
  const { memberIds, said } = founded(id, { n, count: chance.whole(least, most) })
  await write(openedOn, openedOn, said)
  const held = meetings - life.meetingsMissing(meetings)
  const admitted = letIn(networkId, until)
  const admit = later(admitted)
  for (let month = 0; month < held; month += 1) {
    const on = monthlyDay(until, month - meetings, 20)
    if (daysAfter(on, life.writtenAfter) > until) break
    if (on > admitted.on) await admit(write)
    const loanId = (memberId: string): string => id('loan', memberId, String(month))
    const begun = month - (meetings - fraudMonths)
    const does = begun >= 0 ? fraud : undefined
    const sitting = { on, village: book.village()!, chance, life, memberIds, loanId }
    await meet({ ...sitting, does, begun, ghostId: (i) => id('ghost', String(i)) }, write)
    if (month % 12 === monthOfAsking) await askMembers({ ...sitting, does }, write)
  }
  await admit(write)
  const { entries, writeTo } = book
  const officers = [memberIds[0]!, memberIds[1]!] as const
  const told = {
    fundId,
    kind,
    fraud,
    openedOn,
    members: memberIds.length,
    entries: entries(),
    officers,
  }
  return { ...told, writeTo }
}
