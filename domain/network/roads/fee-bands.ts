/** By how much a fee is above what may be asked: a sum would point at whoever paid it. */
export const feeBands = ['not-allowed', 'up-to-twice', 'up-to-five-times', 'more'] as const
export type FeeBand = (typeof feeBands)[number]

/** In which band a fee is, where it is above what may be asked. */
export const feeBandOf = ({
  paid,
  allowed,
}: {
  readonly paid: number
  readonly allowed: number
}): FeeBand => {
  if (allowed === 0) return 'not-allowed'
  if (paid <= 2 * allowed) return 'up-to-twice'
  return paid <= 5 * allowed ? 'up-to-five-times' : 'more'
}
