/** Lines of the log of a Worker, which goes by the console, while some work is done. */
export const saidBy = async (work: () => unknown): Promise<readonly Record<string, unknown>[]> => {
  const lines: Record<string, unknown>[] = []
  const { log } = console
  console.log = (text: string) => {
    const { time, ...line } = JSON.parse(text) as Record<string, unknown>
    if (typeof time === 'number') lines.push(line)
  }
  try {
    await work()
  } finally {
    console.log = log
  }
  return lines
}
