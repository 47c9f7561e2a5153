import { type LocalDate, daysAfter, monthlyDay } from '#domain/kernel/dates.ts'
import { day, type Said, sumOrZero, uuid, whole, word } from '#domain/kernel/shape.ts'
import { type Checked, type CheckState, checkAgainOn, checkState } from '#domain/network/checked.ts'
import { type Province, province } from '#domain/network/places.ts'
import { publicName } from '#domain/network/public-texts.ts'
import { sourced } from '#domain/network/register/parties.ts'

/** What a course teaches and a job asks for: one list, so that both can be held against each other. */
export const workFields = [
  'sewing',
  'cooking',
  'motor-repair',
  'phone-repair',
  'building',
  'electricity',
  'farming',
  'hair-and-beauty',
  'hotel',
  'computer',
  'care',
  'shop',
] as const
export type WorkField = (typeof workFields)[number]
export const workField = word(workFields, 'field-unknown')

/** What is said of a course; the cost is in riel, all of it. */
export const courseSays = {
  field: workField,
  name: publicName,
  provider: publicName,
  province,
  weeks: whole(1, 104, 'weeks-out-of-range'),
  cost: sumOrZero,
  ...sourced,
} as const

export const courseId = uuid('course')
export type CourseSaid = Said<typeof courseSays>
export type Course = CourseSaid & Checked & { readonly courseId: string }

/** How it is known that there is work. */
export const jobWays = ['posted', 'employer-said', 'seen-working'] as const

export const jobsSays = {
  field: workField,
  province,
  openings: whole(1, 500, 'openings-out-of-range'),
  how: word(jobWays, 'way-unknown'),
} as const

/** Jobs that somebody of the team saw on a day; of no employer by name. */
export type JobsSeen = Said<typeof jobsSays> & {
  readonly jobsId: string
  readonly seenOn: LocalDate
}

/** Of a class that finished, how many work in what they learnt half a year later. */
export const graduatesSays = {
  courseId,
  finishedOn: day,
  finished: whole(1, 500, 'people-unreadable'),
  inField: whole(0, 500, 'people-unreadable'),
} as const

export type Graduates = Said<typeof graduatesSays> & {
  readonly countId: string
  /** Where in the journal it stands: figures are made in this order and never anew. */
  readonly seq: number
}

/** On this day a class can be asked. */
export const askGraduatesOn = (finishedOn: LocalDate): LocalDate =>
  monthlyDay(finishedOn, 6, Number(finishedOn.slice(8)))

/**
 * No share is told of fewer people than ten (domain facts 8.6); and of fewer than twice as many a tenth is one number of people
 * alone, so that whoever knows all but one of them has found the last.
 */
export const graduatesMin = 20

const tenths = 10
/** All and nobody would tell of each of them: whatever lies beyond is told as "at least" and "at most". */
const [fewestTold, mostTold] = [2, 8]

/** So many of ten work in what they learnt; `2` is two or fewer, `8` eight or more. */
export type Outcome = { readonly ofTen: number; readonly lastClassOn: LocalDate }

/**
 * What became of those who finished. Classes are put together in the order in which they were counted until they are twenty
 * people; the next figure begins anew. So no two figures share a class, and nobody is found by subtracting them.
 */
export const outcomeOf = (counts: readonly Graduates[]): Outcome | undefined => {
  let told: Outcome | undefined
  let block = { finished: 0, inField: 0, last: '' }
  for (const one of counts.toSorted((a, b) => a.seq - b.seq)) {
    const last = one.finishedOn > block.last ? one.finishedOn : block.last
    block = {
      finished: block.finished + one.finished,
      inField: block.inField + one.inField,
      last,
    }
    if (block.finished < graduatesMin) continue
    const share = Math.round((block.inField * tenths) / block.finished)
    told = {
      ofTen: Math.min(mostTold, Math.max(fewestTold, share)),
      lastClassOn: block.last,
    }
    block = { finished: 0, inField: 0, last: '' }
  }
  return told
}

/** Below this a course is not named by itself to somebody who thinks of one. */
const fairOutcome = 4

/** For so long a job that was seen says something of the work there is. */
export const jobsDays = 180

/** A course as whoever thinks of one is shown it. */
export type CourseShown = Course & {
  readonly state: CheckState
  readonly checkAgainOn: LocalDate | undefined
  readonly outcome: Outcome | undefined
  /** Jobs in its field seen lately in its province, and when last. */
  readonly openings: number
  readonly lastSeenOn: LocalDate | undefined
  readonly isSuggested: boolean
}

type Offer = {
  readonly courses: Iterable<Course>
  readonly jobs: Iterable<JobsSeen>
  readonly graduates: Iterable<Graduates>
  readonly goodForDays: number
}

const shownOf = (
  course: Course,
  { jobs, graduates, goodForDays }: Offer,
  today: LocalDate,
): CourseShown => {
  const seen = [...jobs].filter(
    ({ field, province: where, seenOn }) =>
      field === course.field &&
      where === course.province &&
      seenOn <= today &&
      daysAfter(seenOn, jobsDays) >= today,
  )
  const outcome = outcomeOf([...graduates].filter(({ courseId: of }) => of === course.courseId))
  const openings = seen.reduce((sum, one) => sum + one.openings, 0)
  return {
    ...course,
    state: checkState(course, { today, goodForDays }),
    checkAgainOn: checkAgainOn(course, goodForDays),
    outcome,
    openings,
    lastSeenOn: seen
      .map(({ seenOn }) => seenOn)
      .toSorted()
      .at(-1),
    isSuggested: openings > 0 && (outcome === undefined || outcome.ofTen >= fairOutcome),
  }
}

/** Every course that was not taken out; those that are suggested first, by what became of people and by jobs seen. */
export const allCourses = (offer: Offer, today: LocalDate): readonly CourseShown[] =>
  [...offer.courses]
    .filter(({ withdrawn }) => !withdrawn)
    .map((course) => shownOf(course, offer, today))
    .toSorted(
      (a, b) =>
        Number(b.isSuggested) - Number(a.isSuggested) ||
        (b.outcome?.ofTen ?? fairOutcome) - (a.outcome?.ofTen ?? fairOutcome) ||
        b.openings - a.openings ||
        (a.name < b.name ? -1 : 1),
    )

/** What may be shown to anybody, of one province where it is named. */
export const coursesFor = (
  offer: Offer,
  {
    province: where,
    today,
  }: { readonly province?: Province | undefined; readonly today: LocalDate },
): readonly CourseShown[] =>
  allCourses(offer, today).filter(
    (one) => one.state === 'current' && (where === undefined || one.province === where),
  )
