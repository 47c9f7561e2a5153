import type { CaseFile } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { setVillage } from '#domain/cases/operations/person.ts'

/** What is known of somebody who is to work on a case. */
export type Candidate = {
  /** Whether the network has made them a worker or a supervisor, on this day. */
  readonly isOfTeam: boolean
  /** The network asks a training of that role, and none that is good today is written down. */
  readonly lacksTraining: boolean
  /** Funds that they hold an office in, and funds that they are members of. */
  readonly officerOf: readonly string[]
  readonly memberOf: readonly string[]
  /** They, or whoever assigns them, have said that they are kin of the person or of somebody accused. */
  readonly isKin: boolean
}

export type AssigningRefusal =
  | 'not-of-the-team'
  | 'training-missing'
  | 'officer-of-a-fund'
  | 'kin-of-the-case'
  | 'from-the-same-village'

/**
 * Why somebody may not work on a case. An officer of any fund holds power over somebody's money; kin may not know; and whoever
 * asked for a worker from elsewhere gets one.
 */
export const assigningRefusal = (
  file: CaseFile,
  { isOfTeam, lacksTraining, officerOf, memberOf, isKin }: Candidate,
): AssigningRefusal | undefined => {
  if (!isOfTeam) return 'not-of-the-team'
  if (lacksTraining) return 'training-missing'
  if (officerOf.length > 0) return 'officer-of-a-fund'
  if (isKin) return 'kin-of-the-case'
  const village = factOf(file, setVillage)
  const isSame = village?.fundId !== undefined && memberOf.includes(village.fundId)
  return village?.fromElsewhere === true && isSame ? 'from-the-same-village' : undefined
}
