/** To the nearest five: the same count is told alike wherever and whenever it is told. */
export const roundedPeople = (people: number): number => Math.round(people / 5) * 5

/** To two figures: enough to see where money went, too little to count back. */
export const roundedAmount = (amount: number): number => {
  const step = 10 ** Math.max(0, String(amount).length - 2)
  return Math.round(amount / step) * step
}
