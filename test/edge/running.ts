/** The addresses of all Workers that run now: whoever plants small faults in them tells each which is on (`test/mutants`). */
export const running = new Set<string>()
