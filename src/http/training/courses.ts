import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Province, provinces } from '#domain/network/places.ts'
import { nameMax } from '#domain/network/public-texts.ts'
import {
  type Course,
  type CourseSaid,
  allCourses,
  courseSays,
  jobWays,
  workFields,
} from '#domain/network/training/courses.ts'
import { dateField } from '#src/desk/day-fields.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  sumField,
} from '#src/desk/fields.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import { type CheckedRoom, checkedPages } from '#src/http/directory/checking.ts'
import { shapeLine } from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { factSourceIn, sourceFields } from '#src/http/register/entering.ts'
import { nothingOf, ownTraining, writingPage } from '#src/http/training/place.ts'
import { courseFacts, courseLine, staffCoursesPage } from '#src/pages/training/courses-page.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { courseWords } from '#src/words/training-words.ts'
import { directoryWords, numbersWords } from '#src/words/words.ts'

const at = trainingPath.staffCourses
const riel = 'KHR'
const back = (language: Language): string => courseWords.in(language).back

const list = async (context: HttpContext) => {
  const book = await ownTraining(context)
  return staffCoursesPage(await behindStart(context), {
    courses: allCourses(book, context.get('needs').today()),
    by: context.get('caller')!.by.actor,
    done: doneText(context, courseWords.in(context.get('language')).done),
    networkId: book.networkId,
  })
}

const room: CheckedRoom<Course> = {
  at,
  key: 'courseId',
  check: 'CheckCourse',
  withdraw: 'WithdrawCourse',
  words: (language) => courseWords.in(language),
  find: async (context, key) =>
    (await ownTraining(context)).courses.find(({ courseId }) => courseId === key),
  line: courseLine,
  facts: courseFacts,
  checked: (courseId, how) => ({ type: 'CheckCourse', courseId, how }),
  withdrawn: (courseId, why) => ({ type: 'WithdrawCourse', courseId, why }),
}

const workField = (language: Language, label: string): Field => {
  const words = courseWords.in(language)
  return choiceField({
    name: 'field',
    label,
    choices: choicesOf(workFields, (one) => words[`field_${one}`]),
    fault: words.choose,
  })
}

const provinceField = (language: Language): Field =>
  choiceField({
    name: 'province',
    label: courseWords.in(language).province,
    choices: choicesOf(provinces, (one) => directoryWords.in(language)[`province_${one}`]),
    fault: courseWords.in(language).choose,
  })

const courseFields = (context: HttpContext): readonly Field[] => {
  const language = context.get('language')
  const words = courseWords.in(language)
  const line = (name: 'name' | 'provider') =>
    shapeLine({
      name,
      label: words[name],
      shape: courseSays[name],
      fault: numbersWords.in(language)['name-unreadable'],
      lengthMax: nameMax,
    })
  return [
    workField(language, words.field),
    line('name'),
    line('provider'),
    provinceField(language),
    countField({
      name: 'weeks',
      label: words.weeksAsked,
      faults: faultsAll(words.weeksFault),
      max: 104,
    }),
    sumField(
      { language },
      {
        name: 'cost',
        label: words.cost,
        currency: riel,
        mayBeZero: true,
        faults: faultsAll(words.costFault),
      },
    ),
    ...sourceFields(context),
  ]
}

const courseIn = (of: Typed): CourseSaid => ({
  field: of('field') as CourseSaid['field'],
  name: of('name'),
  provider: of('provider'),
  province: of('province') as Province,
  weeks: Number(of('weeks')),
  cost: amountOrZero(of('cost'), riel) ?? 0,
  ...factSourceIn(of),
})

const proposing = (pages: Pages): void =>
  writingPage(pages, {
    path: `${at}/propose`,
    rule: 'ProposeCourse',
    at,
    back,
    shown: 'book',
    find: nothingOf,
    words: ({ language }) => {
      const words = courseWords.in(language)
      return { heading: words.proposeHeading, lead: words.proposeLead, submit: words.proposeButton }
    },
    fields: ({ context }) => courseFields(context),
    command: (_, of) => ({ courseId: of('id'), ...courseIn(of) }),
  })

const jobsSeen = (pages: Pages): void =>
  writingPage(pages, {
    path: `${at}/jobs`,
    rule: 'RecordJobsSeen',
    at,
    back,
    shown: 'glass',
    find: nothingOf,
    words: ({ language }) => {
      const words = courseWords.in(language)
      return { heading: words.jobsHeading, lead: words.jobsLead, submit: words.jobsButton }
    },
    fields: ({ language }) => {
      const words = courseWords.in(language)
      return [
        workField(language, words.jobsField),
        provinceField(language),
        countField({
          name: 'openings',
          label: words.openings,
          faults: faultsAll(words.openingsFault),
          max: 500,
        }),
        choiceField({
          name: 'how',
          label: words.how,
          choices: choicesOf(jobWays, (one) => words[`how_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
      ]
    },
    command: (_, of) => ({
      jobsId: of('id'),
      field: of('field'),
      province: of('province'),
      openings: Number(of('openings')),
      how: of('how'),
    }),
  })

const graduates = (pages: Pages): void =>
  writingPage(pages, {
    path: `${at}/:courseId/graduates`,
    rule: 'CountGraduates',
    at,
    back,
    shown: 'person',
    find: async (context) =>
      (await ownTraining(context)).courses.find(
        ({ courseId, withdrawn }) => courseId === context.req.param('courseId') && !withdrawn,
      ),
    words: ({ language }) => {
      const words = courseWords.in(language)
      return {
        heading: words.graduatesHeading,
        lead: words.graduatesLead,
        submit: words.graduatesButton,
      }
    },
    whose: ({ language, of }) => courseLine(language, of),
    fields: ({ language }) => {
      const words = courseWords.in(language)
      const people = (name: 'finished' | 'inField', mayBeZero: boolean) =>
        countField({
          name,
          label: words[name],
          faults: faultsAll(words.peopleFault),
          max: 500,
          mayBeZero,
        })
      return [
        dateField(
          { language },
          { name: 'finishedOn', label: words.finishedOn, fault: words.dayFault },
        ),
        people('finished', false),
        people('inField', true),
      ]
    },
    command: ({ of: { courseId } }, of) => ({
      countId: of('id'),
      courseId,
      finishedOn: of('finishedOn') as LocalDate,
      finished: Number(of('finished')),
      inField: Number(of('inField')),
    }),
  })

/** Courses and jobs for the staff. */
export const coursePages = (pages: Pages): void => {
  pages.get(at, 'read-teaching', list)
  for (const some of [proposing, jobsSeen, graduates]) some(pages)
  checkedPages(pages, room)
}
