import { readFileSync } from 'node:fs'
import type { Sabotage } from '#test/sim/desk.ts'
import type { Plan } from '#test/sim/plan.ts'
import { run } from '#test/sim/world.ts'

/** Each line of it is a saboteur's name and the shortest plan that was found to show what he does. */
export const caughtPath = new URL('caught.jsonl', import.meta.url)

/** A vote of four officers needs as many people who are admitted and appointed, and a borrower who has saved. */
export const [stepsMax, faultsMax] = [18, 2]

/** The plan by which each saboteur is caught: plain data, which no later draw of the simulator moves. */
export const caughtPlans = (): ReadonlyMap<string, Plan> =>
  new Map(
    readFileSync(caughtPath, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as [string, Plan]),
  )

/** The law that a plan breaks by what a saboteur does, and by nothing else. */
export const lawBroken = async (plan: Plan, sabotage: Sabotage): Promise<string | undefined> => {
  const law = (await run(plan, sabotage)).failure?.law
  // What a bug of a wrong variant throws would be no law's merit.
  if (law === undefined || law === 'nothing breaks') return undefined
  return (await run(plan)).failure === undefined ? law : undefined
}
