/** The day in the practice village, seven hours ahead: in the evening of Greenwich it is tomorrow there. */
export const villageDay = (daysFromNow = 0): string => {
  const standing = process.env['VILLAGE_DAY']
  const now = standing === undefined ? Date.now() + 7 * 3_600_000 : Date.parse(standing)
  return new Date(now + daysFromNow * 86_400_000).toISOString().slice(0, 10)
}

/** The second of this machine's clock, where a program beside the test looks at its own. */
export const secondNow = (): number => Math.floor(Date.now() / 1000)

/** A day as the three fields of a form take it. */
export const inFields = (on: string): { day: string; month: string; year: string } => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { day, month, year }
}
