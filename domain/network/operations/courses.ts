import { invalid, refused } from '#domain/kernel/decision.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import type { Network } from '#domain/network/state.ts'
import {
  askGraduatesOn,
  courseId,
  courseSays,
  graduatesSays,
  jobsSays,
} from '#domain/network/training/courses.ts'
import { coverSays, coverTooLong } from '#domain/network/training/coverage.ts'
import { countId } from '#domain/network/training/reached.ts'
import { uuid } from '#domain/kernel/shape.ts'
import { careStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'course-unknown', at: '/courseId' }

const aboutCourse = (entry: { readonly courseId: string }) =>
  [{ kind: 'course', key: entry.courseId }] as const

/** Says which course there is; it is shown to nobody until a second one of the staff has checked it. */
export const proposeCourse = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeCourse',
  entry: 'CourseProposed',
  oneHand: 'sight',
  asks: { courseId, ...courseSays },
  keeps: [
    'courseId',
    'field',
    'name',
    'provider',
    'province',
    'weeks',
    'cost',
    'source',
    'seenOn',
    'document',
  ],
  decide: ({ training }: Network, command) => {
    if (training.courses.has(command.courseId)) return refused('course-already-there')
    return command.seenOn > command.effectiveOn
      ? invalid('source-in-the-future', '/seenOn')
      : asSaid
  },
  about: aboutCourse,
})

export const checkCourse = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckCourse',
  entry: 'CourseChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { courseId, how: checkWay },
  keeps: ['courseId', 'how'],
  decide: ({ training }: Network, { courseId: named, effectiveOn: on }) =>
    checkFault(training.courses.get(named), on, unknown) ?? asSaid,
  about: aboutCourse,
})

export const withdrawCourse = networkOperation({
  ...byOneOfTheTeam,
  command: 'WithdrawCourse',
  entry: 'CourseWithdrawn',
  oneHand: 'sight',
  asks: { courseId, why: withdrawalReason },
  keeps: ['courseId', 'why'],
  decide: ({ training }: Network, { courseId: named, effectiveOn: on }) =>
    checkFault(training.courses.get(named), on, unknown) ?? asSaid,
  about: aboutCourse,
})

/** Jobs that the team saw on the day of the entry: of no employer by name. */
export const recordJobsSeen = networkOperation({
  ...byOneOfTheTeam,
  command: 'RecordJobsSeen',
  entry: 'JobsSeen',
  oneHand: 'sight',
  asks: { jobsId: uuid('jobs'), ...jobsSays },
  keeps: ['jobsId', 'field', 'province', 'openings', 'how'],
  decide: ({ training }: Network, { jobsId }) =>
    training.jobs.has(jobsId) ? refused('jobs-already-there') : asSaid,
  about: (entry) => [{ kind: 'jobs-seen', key: entry.jobsId }],
})

/** How many of a class work in what they learnt, asked half a year after it finished. */
export const countGraduates = networkOperation({
  ...byOneOfTheTeam,
  command: 'CountGraduates',
  entry: 'GraduatesCounted',
  oneHand: 'sight',
  description:
    'Counts alone, and not before half a year has passed (`asked-too-early`), of each class once (`class-already-counted`). A share is told of ten people together and of no fewer.',
  asks: { countId, ...graduatesSays },
  keeps: ['countId', 'courseId', 'finishedOn', 'finished', 'inField'],
  decide: ({ training }: Network, command) => {
    if (training.graduates.has(command.countId)) return refused('count-already-there')
    if (!training.courses.has(command.courseId)) return invalid('course-unknown', '/courseId')
    if (command.inField > command.finished)
      return invalid('more-in-field-than-finished', '/inField')
    const isCounted = [...training.graduates.values()].some(
      (one) => one.courseId === command.courseId && one.finishedOn === command.finishedOn,
    )
    if (isCounted) return refused('class-already-counted')
    return command.effectiveOn < askGraduatesOn(command.finishedOn)
      ? refused('asked-too-early')
      : asSaid
  },
  about: (entry) => [{ kind: 'graduates', key: entry.countId }],
})

/** Whether a team comes to a village, until a day on which somebody has to say it again. */
export const setTeamCover = networkOperation({
  ...byOneOfTheTeam,
  command: 'SetTeamCover',
  entry: 'TeamCoverSet',
  oneHand: 'sight',
  asks: coverSays,
  keeps: ['fundId', 'cover', 'until'],
  decide: ({ funds }: Network, command) => {
    if (!funds.has(command.fundId)) return refused('fund-not-in-network')
    if (command.until < command.effectiveOn) return invalid('ends-before-it-begins', '/until')
    return coverTooLong(command.effectiveOn, command.until)
      ? invalid('longer-than-a-year', '/until')
      : asSaid
  },
  about: (entry) => [{ kind: 'team-cover', key: entry.fundId }],
})
