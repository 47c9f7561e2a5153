import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import { monthlyDay } from '#domain/kernel/dates.ts'
import { staffRolesOn } from '#domain/access/staff.ts'
import {
  type Trained,
  type TrainedRole,
  competences,
  duties,
  hasDuty,
  isTrainedRole,
} from '#domain/network/training/trained.ts'
import type { User } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { type Choice, type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { behindStart, doneText, inAYear } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { type Writing, nothingOf, ownTraining, writingPage } from '#src/http/training/place.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import { type TrainedPerson, trainingPage } from '#src/pages/training/training-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { trainingWords } from '#src/words/training-words.ts'
import { entranceWords } from '#src/words/words.ts'

const at = trainingPath.log
const back = (language: Language): string => trainingWords.in(language).back

const usersOf = async (context: HttpContext): Promise<readonly User[]> =>
  (await context.get('needs').store.users(context.get('network').networkId)).toSorted((a, b) =>
    a.loginKey < b.loginKey ? -1 : 1,
  )

/** Logins of the network that no fund has: those of the staff, and of whoever is to be of it. */
const ownPeople = async (context: HttpContext): Promise<readonly User[]> => {
  const { store, today } = context.get('needs')
  const { networkId } = context.get('network')
  const book = await networkBookOf(store, networkId)
  const users = await usersOf(context)
  const kept: User[] = []
  for (const user of users) {
    const staff = book?.staff.find(({ userId }) => userId === user.userId)
    const isOfStaff = staffRolesOn(staff, today()).length > 0
    const isOfFund = !isOfStaff && (await store.memberships(networkId, user.userId)).length > 0
    if (!isOfFund) kept.push(user)
  }
  return kept
}

const list = async (context: HttpContext) => {
  const log = await ownTraining(context)
  const { held } = context.get('network')
  const today = context.get('needs').today()
  const people = (await usersOf(context))
    .map(({ userId, login }): TrainedPerson => ({
      login,
      trainings: log.trainings.filter((one) => one.userId === userId),
      duties: log.duties
        .filter((one) => one.userId === userId && one.endedOn === undefined && one.until >= today)
        .map((one) => ({ ...one, isValid: hasDuty(log, { ...one, day: today }) })),
    }))
    .filter(({ trainings, duties: some }) => trainings.length + some.length > 0)
  return trainingPage(await behindStart(context), {
    people,
    required: log.required,
    today,
    mayWrite: scopeFor('RecordTraining', held) === 'all',
    done: doneText(context, trainingWords.in(context.get('language')).done),
  })
}

const whoField = async (context: HttpContext): Promise<Field> => {
  const words = trainingWords.in(context.get('language'))
  const own = context.get('caller')!.by.actor
  const choices: readonly Choice[] = (await ownPeople(context))
    .filter(({ userId }) => userId !== own)
    .map(({ userId: value, login: label }) => ({ value, label }))
  return choiceField({ name: 'who', label: words.who, choices, fault: words.choose })
}

const day = (language: Language, name: string, label: string, hint?: string): Field =>
  dateField(
    { language },
    { name, label, ...(hint ? { hint } : {}), fault: trainingWords.in(language).dayFault },
  )

const recording: Writing<true> = {
  path: `${at}/record`,
  rule: 'RecordTraining',
  at,
  back,
  shown: 'book',
  isByTwo: true,
  find: nothingOf,
  words: ({ language }) => {
    const words = trainingWords.in(language)
    return { heading: words.recordHeading, lead: words.recordLead, submit: words.recordButton }
  },
  fields: async ({ context, language }) => {
    const words = trainingWords.in(language)
    return [
      await whoField(context),
      choiceField({
        name: 'competence',
        label: words.what,
        choices: choicesOf(competences, (one) => words[`competence_${one}`]),
        fault: words.choose,
      }),
      day(language, 'on', words.finishedOn),
      day(language, 'refreshBy', words.refreshBy, words.refreshHint),
    ]
  },
  prefilled: ({ context }) => {
    const today = context.get('needs').today()
    return { refreshBy: dayToType(monthlyDay(today, 12, Number(today.slice(8)))) }
  },
  command: (_, of) => ({
    trainingId: of('id'),
    userId: of('who'),
    competence: of('competence'),
    on: of('on'),
    refreshBy: of('refreshBy'),
  }),
}

const loginOf = async (context: HttpContext, userId: string): Promise<string> =>
  (await usersOf(context)).find((one) => one.userId === userId)?.login ?? ''

const striking: Writing<Trained & { readonly login: string }> = {
  path: `${at}/:trainingId/strike`,
  rule: 'StrikeTraining',
  at,
  back,
  shown: 'stop',
  isByTwo: true,
  find: async (context) => {
    const one = (await ownTraining(context)).trainings.find(
      ({ trainingId, struckOn }) =>
        trainingId === context.req.param('trainingId') && struckOn === undefined,
    )
    return one && { ...one, login: await loginOf(context, one.userId) }
  },
  words: ({ language }) => {
    const words = trainingWords.in(language)
    return { heading: words.strikeHeading, lead: words.strikeLead, submit: words.strikeButton }
  },
  whose: ({ language, of: { login, competence } }) =>
    html`<p>
      <b><bdi>${login}</bdi></b
      >, ${trainingWords.in(language)[`competence_${competence}`]}
    </p>`,
  fields: () => [],
  command: ({ of: { trainingId } }) => ({ trainingId }),
}

const giving: Writing<true> = {
  path: `${at}/duties`,
  rule: 'GiveDuty',
  at,
  back,
  shown: 'person',
  isByTwo: true,
  find: nothingOf,
  words: ({ language }) => {
    const words = trainingWords.in(language)
    return { heading: words.giveHeading, lead: words.giveLead, submit: words.giveButton }
  },
  fields: async ({ context, language }) => {
    const words = trainingWords.in(language)
    return [
      await whoField(context),
      choiceField({
        name: 'duty',
        label: words.duty,
        choices: choicesOf(duties, (one) => words[`duty_${one}`]),
        fault: words.choose,
        as: 'radios',
      }),
      day(language, 'until', words.until),
    ]
  },
  prefilled: ({ context }) => ({ until: dayToType(inAYear(context)) }),
  command: (_, of) => ({ userId: of('who'), duty: of('duty'), until: of('until') }),
}

const ending: Writing<{
  readonly userId: string
  readonly duty: (typeof duties)[number]
  readonly login: string
}> = {
  path: `${at}/duties/:trainedId/:duty/end`,
  rule: 'EndDuty',
  at,
  back,
  shown: 'stop',
  isByTwo: true,
  find: async (context) => {
    const { trainedId, duty } = context.req.param() as {
      readonly trainedId: string
      readonly duty: string
    }
    const one = (await ownTraining(context)).duties.find(
      (each) => each.userId === trainedId && each.duty === duty && each.endedOn === undefined,
    )
    return one && { ...one, login: await loginOf(context, one.userId) }
  },
  words: ({ language }) => {
    const words = trainingWords.in(language)
    return { heading: words.endHeading, submit: words.endButton }
  },
  whose: ({ language, of: { login, duty } }) =>
    html`<p>
      <b><bdi>${login}</bdi></b
      >, ${trainingWords.in(language)[`duty_${duty}`]}
    </p>`,
  fields: () => [],
  command: ({ of: { userId, duty } }) => ({ userId, duty }),
}

const ruling: Writing<{ readonly role: TrainedRole; readonly isRequired: boolean }> = {
  path: `${at}/rules/:role/:act`,
  rule: 'RequireTraining',
  at,
  back,
  shown: 'key',
  isByTwo: true,
  find: async (context) => {
    const { role, act } = context.req.param() as { readonly role: string; readonly act: string }
    if (!isTrainedRole(role) || (act !== 'require' && act !== 'let-go')) return undefined
    return { role, isRequired: act === 'require' }
  },
  words: ({ language, of: { isRequired } }) => {
    const words = trainingWords.in(language)
    return isRequired
      ? { heading: words.requireHeading, lead: words.requireLead, submit: words.requireButton }
      : { heading: words.letGoHeading, submit: words.letGoButton }
  },
  whose: ({ language, of: { role } }) =>
    html`<p><b>${entranceWords.in(language).roleName(role)}</b></p>`,
  fields: () => [],
  command: ({ of: { role, isRequired } }) => ({ role, isRequired }),
}

/** What the network's own people have learnt: read by who decides, written by administrators. */
export const trainingLogPages = (pages: Pages): void => {
  pages.get(at, 'read-training', list)
  writingPage(pages, recording)
  writingPage(pages, giving)
  writingPage(pages, ending)
  writingPage(pages, ruling)
  writingPage(pages, striking)
}
