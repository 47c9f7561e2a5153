import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { systemClock } from '#infra/system/system.ts'

/** Figures of one thing that was measured, one a round. */
export type Rounds = readonly number[]

const sorted = (rounds: Rounds): number[] => rounds.toSorted((a, b) => a - b)

export const medianOf = (rounds: Rounds): number => sorted(rounds)[Math.floor(rounds.length / 2)]!

/** Median and range, as a document tells them. */
export const told = (rounds: Rounds, digits = 2): string => {
  const all = sorted(rounds)
  const [least, most] = [all[0]!, all.at(-1)!]
  return `${medianOf(rounds).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}

/** CPU of this process in microseconds that one turn of some work takes. */
export const cpuOf = async (turns: number, work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  for (let turn = 0; turn < turns; turn += 1) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / turns
}

/** Milliseconds that each of some turns takes by the clock on the wall. */
export const wallOf = async (turns: number, work: () => Promise<unknown>): Promise<number[]> => {
  const each: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    await work()
    each.push(performance.now() - began)
  }
  return each
}

/** How long the disk takes to keep 4 KiB at the end of a file, each by itself; milliseconds. */
export const disk = (path: string, turns: number): number[] => {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(4096, 1)
  const each: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    each.push(performance.now() - began)
  }
  closeSync(file)
  rmSync(path)
  return each
}

/** Rounds of several things in turn, so that whatever else the machine does falls on all of them; the first warms up. */
export const interleaved = async <Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(works) as Name[]
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const figure = await works[name]()
      if (round > 0) found[name].push(figure)
    }
  return found
}

/** One figure by another, round by round. */
export const over = (above: Rounds, below: Rounds): number[] =>
  above.map((figure, round) => figure / below[round]!)

/** Tells whoever waits what is measured now, and since when. */
export const say = (what: string): void => {
  const seconds = Math.round(performance.now() / 1000)
  process.stderr.write(`${String(seconds).padStart(5)} s  ${what}\n`)
}

/** On what a figure was taken, and when. */
export const machine = (): string => {
  const [first] = cpus()
  const day = systemClock().slice(0, 10)
  const load = loadavg()[0]!.toFixed(1)
  return `${cpus().length} cores (${first!.model.trim()}), Node ${process.version}, ${day}, load ${load}`
}
