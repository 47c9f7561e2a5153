/** By which people are counted wherever they are counted: coarse, so that few stand alone. */
export const ageBands = ['under-18', '18-24', '25-34', '35-44', '45-and-over'] as const
export type AgeBand = (typeof ageBands)[number]
export const sexes = ['woman', 'man', 'other'] as const
export type Sex = (typeof sexes)[number]
