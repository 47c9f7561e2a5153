import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { TrainingCommand } from '#domain/operations/network.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

/** What a network teaches and has learnt; the same in every run. */
export const trainingIds = (canary: string) => {
  const of = (name: string): string => uuidOfHash(sha256(`${canary} ${name}`))
  return {
    talkId: of('talk'),
    courseId: of('course'),
    countId: of('reached'),
    trainingId: of('training'),
    trainedId: of('trained'),
  }
}

const sourced = { source: 'study', seenOn: '2025-11-01' } as const
const saidOfTalk = (name: string) =>
  ({
    topic: 'debt',
    ages: ['adults'],
    nameKm: name,
    nameEn: name,
    shortKm: 'Ask before you borrow.',
    shortEn: 'Ask before you borrow.',
    textKm: 'Ask the team before you borrow.',
    textEn: 'Ask the team before you borrow.',
    ...sourced,
  }) as const
const saidOfCourse = (name: string) =>
  ({
    field: 'sewing',
    name,
    provider: 'House of work',
    province: '02',
    weeks: 12,
    cost: 0,
    ...sourced,
  }) as const
const groups = [{ sex: 'woman', ageBand: '25-34', people: 12 }] as const
const trained = {
  competence: 'counselling',
  on: '2025-10-01',
  refreshBy: '2026-10-01',
} as const

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

type Acting = { readonly ids: () => string; readonly on: string }

const enveloped =
  ({ ids, on }: Acting) =>
  () => ({ id: ids(), v: 1 as const, effectiveOn: on })

const ofTalks = (acting: Acting, { talkId, countId }: ReturnType<typeof trainingIds>) => {
  const [{ ids }, envelope] = [acting, enveloped(acting)]
  return {
    ProposeTalk: { ...envelope(), type: 'ProposeTalk', talkId: ids(), ...saidOfTalk('Debt') },
    CheckTalk: { ...envelope(), type: 'CheckTalk', talkId, how: 'in-writing' },
    WithdrawTalk: { ...envelope(), type: 'WithdrawTalk', talkId, why: 'closed' },
    CountReached: {
      ...envelope(),
      type: 'CountReached',
      countId: ids(),
      talkId,
      way: 'meeting',
      groups,
    },
    StrikeReached: { ...envelope(), type: 'StrikeReached', countId },
  } as const
}

const ofLog = (
  acting: Acting,
  { trainingId, trainedId: userId }: ReturnType<typeof trainingIds>,
  approvedBy: string,
) => {
  const [{ ids }, envelope] = [acting, enveloped(acting)]
  return {
    RecordTraining: {
      ...envelope(),
      type: 'RecordTraining',
      trainingId: ids(),
      userId,
      ...trained,
      approvedBy,
    },
    StrikeTraining: { ...envelope(), type: 'StrikeTraining', trainingId, approvedBy },
    RequireTraining: {
      ...envelope(),
      type: 'RequireTraining',
      role: 'migration-worker',
      isRequired: false,
      approvedBy,
    },
    GiveDuty: {
      ...envelope(),
      type: 'GiveDuty',
      userId,
      duty: 'counsellor',
      until: '2026-06-01',
      approvedBy,
    },
    EndDuty: { ...envelope(), type: 'EndDuty', userId, duty: 'counsellor', approvedBy },
  } as const
}

const ofCourses = (
  acting: Acting,
  { courseId }: ReturnType<typeof trainingIds>,
  fundId: string,
) => {
  const [{ ids }, envelope] = [acting, enveloped(acting)]
  return {
    ProposeCourse: {
      ...envelope(),
      type: 'ProposeCourse',
      courseId: ids(),
      ...saidOfCourse('Sewing'),
    },
    CheckCourse: { ...envelope(), type: 'CheckCourse', courseId, how: 'called' },
    WithdrawCourse: { ...envelope(), type: 'WithdrawCourse', courseId, why: 'closed' },
    RecordJobsSeen: {
      ...envelope(),
      type: 'RecordJobsSeen',
      jobsId: ids(),
      field: 'sewing',
      province: '02',
      openings: 2,
      how: 'posted',
    },
    CountGraduates: {
      ...envelope(),
      type: 'CountGraduates',
      countId: ids(),
      courseId,
      finishedOn: '2025-01-31',
      finished: 12,
      inField: 5,
    },
    SetTeamCover: {
      ...envelope(),
      type: 'SetTeamCover',
      fundId,
      cover: 'visits',
      until: '2026-06-01',
    },
  } as const
}

/** Each act about talks, training, courses and where teams go. */
export const ofTraining = (
  { fundId, ...acting }: Acting & { readonly fundId: string },
  canary: string,
  approvedBy: string,
) => {
  const known = trainingIds(canary)
  return {
    ...ofTalks(acting, known),
    ...ofLog(acting, known, approvedBy),
    ...ofCourses(acting, known, fundId),
  } satisfies OfEach<TrainingCommand>
}

/** Entered by one who is nobody's login; somebody has a training and a duty. */
export const fillTraining = async (
  { ids, recordNetwork }: Pick<AppNeeds, 'ids' | 'recordNetwork'>,
  { networkId, canary, on = '2025-11-10' }: { networkId: string; canary: string; on?: string },
) => {
  const known = trainingIds(canary)
  const { talkId, courseId, countId, trainingId, trainedId: userId } = known
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on })
  const commands: NetworkCommand[] = [
    { ...envelope(), type: 'ProposeTalk', talkId, ...saidOfTalk(canary) },
    { ...envelope(), type: 'ProposeCourse', courseId, ...saidOfCourse(canary) },
    { ...envelope(), type: 'CountReached', countId, talkId, way: 'visit', groups },
    { ...envelope(), type: 'RecordTraining', trainingId, userId, ...trained },
    { ...envelope(), type: 'GiveDuty', userId, duty: 'counsellor', until: '2026-03-01' },
  ]
  assertAccepted(await recordNetwork(networkId, commands, { actor: canary, device: canary }))
  return known
}
