import { invalid, refused } from '#domain/kernel/decision.ts'
import { day, uuid, word, yesOrNo } from '#domain/kernel/shape.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import {
  type TrainingLog,
  competenceOfDuty,
  duties,
  dutyKey,
  latestRefresher,
  trainedRoles,
  trainedUntil,
  trainingId,
  trainingSays,
} from '#domain/network/training/trained.ts'
import { administrator } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

/** What somebody has learnt opens a task: as much power as the task itself. */
const byTwo = {
  may: administrator,
  second: approverOf,
  oneHand: 'power',
  changesPower: true,
} as const

const userId = uuid('user')
const duty = word(duties, 'duty-unknown')

/** The log as its rules read it. */
export const trainingLogOf = ({ training }: Network): TrainingLog => ({
  trainings: training.trainings.values(),
  duties: training.duties.values(),
  required: training.required.values(),
})

type OfSomebody = {
  readonly userId: string
  readonly approvedBy?: string
  readonly effectiveOn: string
}

/** Whoever it is about stands behind nothing of it: the sender is asked elsewhere, the second one here. */
const secondFault = (network: Network, said: OfSomebody) =>
  said.approvedBy === said.userId ? refused('not-oneself') : approverFault(network, said)

const aboutTraining = (entry: { readonly trainingId: string }) =>
  [{ kind: 'training', key: entry.trainingId }] as const
const aboutDuty = (entry: { readonly userId: string; readonly duty: (typeof duties)[number] }) =>
  [{ kind: 'duty', key: dutyKey(entry) }] as const

/** That somebody of the staff or a volunteer has learnt something, and by when it has to be learnt again. */
export const recordTraining = networkOperation({
  ...byTwo,
  command: 'RecordTraining',
  entry: 'TrainingRecorded',
  description:
    'By two, neither of whom is the one who was trained: `not-oneself`. It is good for three years at most.',
  asks: { trainingId, ...trainingSays, approvedBy },
  keeps: ['trainingId', 'userId', 'competence', 'on', 'refreshBy', 'approvedBy'],
  decide: (network: Network, command) => {
    if (network.training.trainings.has(command.trainingId)) return refused('training-already-there')
    if (command.on > command.effectiveOn) return invalid('training-in-the-future', '/on')
    if (command.refreshBy <= command.on) return invalid('ends-before-it-begins', '/refreshBy')
    if (command.refreshBy > latestRefresher(command.on))
      return invalid('refresher-too-late', '/refreshBy')
    return secondFault(network, command) ?? asSaid
  },
  about: aboutTraining,
})

export const strikeTraining = networkOperation({
  ...byTwo,
  command: 'StrikeTraining',
  entry: 'TrainingStruck',
  asks: { trainingId, approvedBy },
  keeps: ['trainingId', 'approvedBy'],
  decide: (network: Network, command) => {
    const one = network.training.trainings.get(command.trainingId)
    if (!one) return invalid('training-unknown', '/trainingId')
    if (one.struckOn !== undefined) return refused('withdrawn-already')
    return approverFault(network, command) ?? asSaid
  },
  about: aboutTraining,
})

/** From that day on nobody is given the role, and nobody who has it a new case, without a valid entry; or again without. */
export const requireTraining = networkOperation({
  ...byTwo,
  command: 'RequireTraining',
  entry: 'TrainingRequired',
  description:
    'Until a network has said so, its workers and supervisors stay as they are: nobody is locked out. Duties need a valid entry from the first day.',
  asks: { role: word(trainedRoles, 'role-unknown'), isRequired: yesOrNo(), approvedBy },
  keeps: ['role', 'isRequired', 'approvedBy'],
  decide: (network: Network, command) => approverFault(network, command) ?? asSaid,
  about: ({ role }) => [{ kind: 'training-rule', key: role }],
})

/** A duty is given to whoever has learnt what it needs, for as long as that is good. */
export const giveDuty = networkOperation({
  ...byTwo,
  command: 'GiveDuty',
  entry: 'DutyGiven',
  description:
    'Without a valid entry of the training log: `training-missing`; for longer than it is good: `duty-longer-than-training`.',
  asks: { userId, duty, until: day, approvedBy },
  keeps: ['userId', 'duty', 'until', 'approvedBy'],
  decide: (network: Network, command) => {
    if (command.until < command.effectiveOn) return invalid('ends-before-it-begins', '/until')
    const trained = trainedUntil(network.training.trainings.values(), {
      userId: command.userId,
      competence: competenceOfDuty[command.duty],
      day: command.effectiveOn,
    })
    if (trained === undefined) return refused('training-missing')
    if (command.until > trained) return invalid('duty-longer-than-training', '/until')
    return secondFault(network, command) ?? asSaid
  },
  about: aboutDuty,
})

export const endDuty = networkOperation({
  ...byTwo,
  command: 'EndDuty',
  entry: 'DutyEnded',
  asks: { userId, duty, approvedBy },
  keeps: ['userId', 'duty', 'approvedBy'],
  decide: (network: Network, command) => {
    const term = network.training.duties.get(dutyKey(command))
    const isHeld =
      term !== undefined && term.endedOn === undefined && command.effectiveOn <= term.until
    return isHeld ? (approverFault(network, command) ?? asSaid) : refused('duty-not-held')
  },
  about: aboutDuty,
})
