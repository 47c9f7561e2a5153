import { appendFileSync, readFileSync } from 'node:fs'

/*
 * Loaded first by a program that a test starts, where slips are planted: which of them is on stands in a file beside the plan,
 * and each that is come by is written into another. A program that stays looks anew with each thing that it is asked.
 */

const plan = process.env['SLIPS']!
/** No command asks so often. */
const askedMax = 100_000_000

const now = { active: -1, asked: 0 }
const seen = new Set<number>()
const look = (): void => {
  seen.clear()
  Object.assign(now, { active: Number(readFileSync(`${plan}.on`, 'utf8')), asked: 0 })
}
look()
if (process.send) process.on('message', look)

Object.assign(globalThis, {
  __slip: (n: number): boolean => {
    now.asked += 1
    // A slip made it run for ever.
    if (now.asked > askedMax) process.exit(70)
    if (!seen.has(n)) {
      seen.add(n)
      appendFileSync(`${plan}.seen`, `${n}\n`)
    }
    return now.active === n
  },
})
