import type { TeamCover } from '#domain/network/training/coverage.ts'
import type { Course, Graduates, JobsSeen } from '#domain/network/training/courses.ts'
import type { Reached } from '#domain/network/training/reached.ts'
import type { Talk } from '#domain/network/training/talks.ts'
import type {
  DutyTerm,
  RequiredRole,
  Trained,
  TrainedRole,
} from '#domain/network/training/trained.ts'

/** What a network teaches, to whom in numbers, and what its own people have learnt. */
export type TrainingRoom = {
  readonly talks: Map<string, Talk>
  readonly reached: Map<string, Reached>
  readonly trainings: Map<string, Trained>
  readonly required: Map<TrainedRole, RequiredRole>
  /** By login and duty: the last term. */
  readonly duties: Map<string, DutyTerm>
  readonly courses: Map<string, Course>
  readonly jobs: Map<string, JobsSeen>
  readonly graduates: Map<string, Graduates>
  readonly covers: Map<string, TeamCover>
}

export const emptyTrainingRoom = (): TrainingRoom => ({
  talks: new Map(),
  reached: new Map(),
  trainings: new Map(),
  required: new Map(),
  duties: new Map(),
  courses: new Map(),
  jobs: new Map(),
  graduates: new Map(),
  covers: new Map(),
})
