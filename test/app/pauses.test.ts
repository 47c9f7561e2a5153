import { expect, test } from 'vitest'
import { pauses } from '#src/app/turns.ts'

/** How often whoever else waits had a turn, before each of so many things that take so many milliseconds by the clock. */
const turnsOfOthers = async (things: number, takes: number): Promise<number[]> => {
  let [turns, now] = [0, 1_000]
  let isOver = false
  const other = (): void => {
    turns += 1
    if (!isOver) setTimeout(other, 0)
  }
  const pause = pauses(() => now)
  setTimeout(other, 0)
  const seen: number[] = []
  for (let thing = 0; thing < things; thing += 1) {
    await pause()
    seen.push(turns)
    now += takes
  }
  isOver = true
  return seen
}

/** After how many of the things somebody else had a turn. */
const restsIn = (seen: readonly number[]): number[] =>
  seen.flatMap((turns, i) => (turns > (seen[i - 1] ?? 0) ? [i] : []))

test('in a Worker, whose clock stands still while it works, others have their turn after each four commands', async () => {
  expect(restsIn(await turnsOfOthers(13, 0))).toEqual([4, 8, 12])
})

test('where a command takes three milliseconds others have their turn after each four of them too', async () => {
  expect(restsIn(await turnsOfOthers(13, 3))).toEqual([4, 8, 12])
})

test('where a command takes twelve, others have their turn before each next one', async () => {
  expect(restsIn(await turnsOfOthers(4, 12))).toEqual([1, 2, 3])
})

test('commands that take no time to speak of let nobody wait for a pause', async () => {
  expect(restsIn(await turnsOfOthers(50, 0.1))).toEqual([])
})
