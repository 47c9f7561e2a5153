import type { Fault, Plan, Step } from '#test/sim/plan.ts'

type Part = { readonly step: Step; readonly at: number } | { readonly fault: Fault }

const partsOf = ({ steps, faults }: Plan): Part[] => [
  ...faults.map((fault) => ({ fault })),
  ...steps.flatMap((step) => step.commands.map((_, at) => ({ step, at }))),
]

/** The plan with these of its commands and faults; a call of which nothing is left is not made. */
const planOfParts = (plan: Plan, parts: readonly Part[]): Plan => {
  const steps = plan.steps.flatMap((step) => {
    const kept = parts.flatMap((part) => ('step' in part && part.step === step ? [part.at] : []))
    return kept.length === 0 ? [] : [{ ...step, commands: kept.map((at) => step.commands[at]!) }]
  })
  const faults = parts.flatMap((part) => ('fault' in part ? [part.fault] : []))
  return { ...plan, steps, faults: faults.filter(({ on }) => steps.some(({ n }) => n === on)) }
}

/** Takes out halves, then quarters, then ever smaller pieces, as long as the rest still fails (ddmin). */
export const shrunk = async (
  plan: Plan,
  fails: (plan: Plan) => Promise<boolean>,
): Promise<Plan> => {
  let parts = partsOf(plan)
  let size = Math.ceil(parts.length / 2)
  while (size >= 1) {
    let isSmaller = false
    for (let from = 0; from < parts.length;) {
      const rest = parts.toSpliced(from, size)
      if (await fails(planOfParts(plan, rest))) {
        parts = rest
        isSmaller = true
      } else from += size
    }
    if (size === 1 && !isSmaller) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  return planOfParts(plan, parts)
}
