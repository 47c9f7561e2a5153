/** Takes what was asked for last alone: an answer that comes after a newer question is no longer meant. */
export const lastAsked = <Value>(take: (value: Value) => void) => {
  let asked = 0
  return async (answer: Promise<Value>): Promise<void> => {
    asked += 1
    const mine = asked
    const value = await answer
    if (mine === asked) take(value)
  }
}
