import { type LocalDate, later, monthlyDay } from '#domain/kernel/dates.ts'
import type { StaffRole } from '#domain/access/roles.ts'
import { day, type Said, uuid, word } from '#domain/kernel/shape.ts'

/** What somebody has learnt, as far as a task needs it. */
export const competences = [
  'case-work',
  'case-supervision',
  'counselling',
  'child-protection',
  'talks',
  'data-protection',
  'bookkeeping',
] as const
export type Competence = (typeof competences)[number]

/** Roles of the staff that a network can hold to a training, and what it must be in. */
export const trainedRoles = [
  'migration-worker',
  'case-supervisor',
] as const satisfies readonly StaffRole[]
export type TrainedRole = (typeof trainedRoles)[number]
export const isTrainedRole = (role: string): role is TrainedRole =>
  (trainedRoles as readonly string[]).includes(role)
export const competenceOfRole: Readonly<Record<TrainedRole, Competence>> = {
  'migration-worker': 'case-work',
  'case-supervisor': 'case-supervision',
}

/** Duties of people whom the network has trained: nobody has one without a valid entry, from the first day. */
export const duties = ['counsellor', 'child-counsellor'] as const
export type Duty = (typeof duties)[number]
export const competenceOfDuty: Readonly<Record<Duty, Competence>> = {
  counsellor: 'counselling',
  'child-counsellor': 'child-protection',
}

export const trainingSays = {
  userId: uuid('user'),
  competence: word(competences, 'competence-unknown'),
  /** When it was finished, and by when it has to be done again. */
  on: day,
  refreshBy: day,
} as const

export const trainingId = uuid('training')

export type Trained = Said<typeof trainingSays> & {
  readonly trainingId: string
  readonly enteredBy: string
  readonly struckOn?: LocalDate
}

/** So long it is good at most. */
const refreshMonths = 36

export const latestRefresher = (on: LocalDate): LocalDate =>
  monthlyDay(on, refreshMonths, Number(on.slice(8)))

/** Until when somebody is trained in something, as of a day; undefined where there is no valid entry. */
export const trainedUntil = (
  trainings: Iterable<Trained>,
  { userId, competence, day: today }: { userId: string; competence: Competence; day: LocalDate },
): LocalDate | undefined =>
  [...trainings]
    .filter(
      (one) =>
        one.userId === userId &&
        one.competence === competence &&
        one.struckOn === undefined &&
        one.on <= today &&
        today <= one.refreshBy,
    )
    .map(({ refreshBy }) => refreshBy)
    .toSorted()
    .at(-1)

export type DutyTerm = {
  readonly userId: string
  readonly duty: Duty
  readonly from: LocalDate
  readonly until: LocalDate
  readonly endedOn?: LocalDate
}

export const dutyKey = ({ userId, duty }: Pick<DutyTerm, 'userId' | 'duty'>): string =>
  `${userId}:${duty}`

/** What a network knows of what its people have learnt. */
export type TrainingLog = {
  readonly trainings: Iterable<Trained>
  readonly duties: Iterable<DutyTerm>
  readonly required: Iterable<RequiredRole>
}

/** From which day a role needs a valid entry; until it is taken back. */
export type RequiredRole = {
  readonly role: TrainedRole
  readonly from: LocalDate
  readonly isRequired: boolean
}

/** Whether somebody has a duty on a day: given, not ended, and the training is still good. */
export const hasDuty = (
  { duties: terms, trainings }: TrainingLog,
  { userId, duty, day: today }: { userId: string; duty: Duty; day: LocalDate },
): boolean =>
  [...terms].some(
    (one) =>
      one.userId === userId &&
      one.duty === duty &&
      one.from <= today &&
      today <= one.until &&
      (one.endedOn === undefined || today < one.endedOn),
  ) &&
  trainedUntil(trainings, { userId, competence: competenceOfDuty[duty], day: today }) !== undefined

/**
 * Whether somebody lacks the training that the network asks of a role between two days. A term that is written for a day
 * before the rule and reaches into it is held to it: no day that its writer chose goes around it.
 */
export const lacksTraining = (
  { required, trainings }: Omit<TrainingLog, 'duties'>,
  asked: { userId: string; role: string; from: LocalDate; until: LocalDate },
): boolean => {
  const { userId, role, from, until } = asked
  const rule = [...required].find((one) => one.role === role && one.isRequired)
  if (!rule || !isTrainedRole(role) || until < rule.from) return false
  const day = later(from, rule.from)
  return trainedUntil(trainings, { userId, competence: competenceOfRole[role], day }) === undefined
}
