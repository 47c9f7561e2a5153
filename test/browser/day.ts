/** The day in the practice village, seven hours ahead: in the evening of Greenwich it is tomorrow there. */
export const villageDay = (): string =>
  new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
