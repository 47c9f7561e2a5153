import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Checked, afterCheck } from '#domain/network/checked.ts'
import type { Network } from '#domain/network/state.ts'
import { dutyKey } from '#domain/network/training/trained.ts'
import type { TrainingBody } from '#domain/operations/network.ts'

/** By whose hand an entry came, of which day it is, and when and where it was written down. */
type Entered = {
  readonly by: string
  readonly on: LocalDate
  readonly writtenOn: LocalDate
  readonly seq: number
}

const change = <One>(among: Map<string, One>, key: string, after: (one: One) => One): void => {
  among.set(key, after(among.get(key)!))
}

/** What an entry says beside its frame. */
const saidOf = <Body extends TrainingBody>({
  type: _t,
  v: _v,
  flags: _f,
  postings: _p,
  ...said
}: Body) => said

type Looked = { readonly how: NonNullable<Checked['check']>['how'] }
type Taken = { readonly why: NonNullable<Checked['withdrawn']>['why'] }

const looked =
  ({ by, on }: Entered, { how }: Looked) =>
  <One extends Checked>(one: One): One =>
    afterCheck(one, { by, on, how })
const takenOut =
  ({ on }: Entered, { why }: Taken) =>
  <One extends Checked>(one: One): One => ({ ...one, withdrawn: { on, why } })

type LogBody = Extract<
  TrainingBody,
  {
    readonly type:
      | 'TrainingRecorded'
      | 'TrainingStruck'
      | 'TrainingRequired'
      | 'DutyGiven'
      | 'DutyEnded'
  }
>

const takeInLog = ({ training }: Network, body: LogBody, { by, on }: Entered): void => {
  switch (body.type) {
    case 'TrainingRecorded': {
      const { approvedBy: _second, ...said } = saidOf(body)
      training.trainings.set(body.trainingId, { ...said, enteredBy: by })
      return
    }
    case 'TrainingStruck':
      return change(training.trainings, body.trainingId, (one) => ({ ...one, struckOn: on }))
    case 'TrainingRequired': {
      const { role, isRequired } = body
      training.required.set(role, { role, from: on, isRequired })
      return
    }
    case 'DutyGiven': {
      const { userId, duty, until } = body
      training.duties.set(dutyKey(body), { userId, duty, from: on, until })
      return
    }
    case 'DutyEnded':
      return change(training.duties, dutyKey(body), (one) => ({ ...one, endedOn: on }))
  }
}

const isOfLog = (body: TrainingBody): body is LogBody =>
  body.type.startsWith('Training') || body.type.startsWith('Duty')

/** Takes in what an entry says of talks, training, courses and where teams go, in place. */
export const takeInTraining = (network: Network, body: TrainingBody, entered: Entered): void => {
  const { talks, reached, courses, jobs, graduates, covers } = network.training
  const { by, on, writtenOn, seq } = entered
  if (isOfLog(body)) return takeInLog(network, body, entered)
  switch (body.type) {
    case 'TalkProposed':
      return void talks.set(body.talkId, { ...saidOf(body), enteredBy: by, enteredOn: on })
    case 'TalkChecked':
      return change(talks, body.talkId, looked(entered, body))
    case 'TalkWithdrawn':
      return change(talks, body.talkId, takenOut(entered, body))
    case 'ReachedCounted':
      return void reached.set(body.countId, { ...saidOf(body), writtenOn })
    case 'ReachedStruck':
      return change(reached, body.countId, (one) => ({ ...one, struckOn: writtenOn }))
    case 'CourseProposed':
      return void courses.set(body.courseId, { ...saidOf(body), enteredBy: by, enteredOn: on })
    case 'CourseChecked':
      return change(courses, body.courseId, looked(entered, body))
    case 'CourseWithdrawn':
      return change(courses, body.courseId, takenOut(entered, body))
    case 'JobsSeen':
      return void jobs.set(body.jobsId, { ...saidOf(body), seenOn: on })
    case 'GraduatesCounted':
      return void graduates.set(body.countId, { ...saidOf(body), seq })
    case 'TeamCoverSet':
      return void covers.set(body.fundId, { ...saidOf(body), saidOn: on })
  }
}

/** Whether what an entry names came before it. */
export const isKnownToTraining = ({ training, funds }: Network, body: TrainingBody): boolean => {
  switch (body.type) {
    case 'TalkChecked':
    case 'TalkWithdrawn':
    case 'ReachedCounted':
      return training.talks.has(body.talkId)
    case 'ReachedStruck':
      return training.reached.has(body.countId)
    case 'CourseChecked':
    case 'CourseWithdrawn':
    case 'GraduatesCounted':
      return training.courses.has(body.courseId)
    case 'TrainingStruck':
      return training.trainings.has(body.trainingId)
    case 'DutyEnded':
      return training.duties.has(dutyKey(body))
    case 'TeamCoverSet':
      return funds.has(body.fundId)
    case 'TalkProposed':
    case 'CourseProposed':
    case 'JobsSeen':
    case 'TrainingRecorded':
    case 'TrainingRequired':
    case 'DutyGiven':
      return true
  }
}
