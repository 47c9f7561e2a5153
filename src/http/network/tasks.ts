import type { LocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { isStaffRole } from '#domain/access/roles.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { User } from '#domain/ports.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { decideInNetwork, envelopeOf, formIdIn, refusalSaid } from '#src/http/network/deciding.ts'
import { lastDayIn } from '#src/http/network/last-day.ts'
import { aboutPerson, backToPerson } from '#src/http/network/people.ts'
import { officeOf, personTold, readingsOf } from '#src/http/network/persons.ts'
import { behindNetwork, inAYear, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import { type Refused, refusedWith } from '#src/http/network/refused.ts'
import { secondAsked, secondGiven } from '#src/http/network/second.ts'
import { isOfTwoStaff } from '#src/app/staff-second.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import {
  appointPage,
  assignPage,
  dismissPage,
  endAssignmentPage,
} from '#src/pages/network/adding-pages.ts'
import { entranceWords } from '#src/words/words.ts'

type Form = (context: HttpContext, user: User, refused?: Refused) => Promise<Html>

const toldOf = (context: HttpContext, { userId, login }: User, refused: Refused | undefined) => ({
  userId,
  login,
  id: context.get('needs').ids(),
  ...refused,
  stepUpTo: stepUpTo(context, '/network'),
})

const appointForm: Form = async (context, user, refused) =>
  appointPage(await behindNetwork(context), {
    ...toldOf(context, user, refused),
    lastDay: inAYear(context),
    second: await secondAsked(context),
  })

const dismissForm: Form = async (context, user, refused) => {
  const { tasks } = await personTold(context, await officeOf(context), user)
  const { roleName } = entranceWords.in(context.get('language'))
  return dismissPage(await behindNetwork(context), {
    ...toldOf(context, user, refused),
    tasks: tasks.map(({ role }) => ({ value: role, label: roleName(role) })),
  })
}

const assignForm: Form = async (context, user, refused) => {
  const { fundNames } = await officeOf(context)
  return assignPage(await behindNetwork(context), {
    ...toldOf(context, user, refused),
    funds: [...fundNames].map(([value, label]) => ({ value, label })),
    lastDay: inAYear(context),
    second: await secondAsked(context),
  })
}

const endAssignmentForm: Form = async (context, user, refused) => {
  const reads = await readingsOf(context, await officeOf(context), user.userId)
  return endAssignmentPage(await behindNetwork(context), {
    ...toldOf(context, user, refused),
    funds: reads.map(({ fundId, fundName }) => ({ value: fundId, label: fundName })),
  })
}

type Filled = {
  readonly of: (name: string) => string
  readonly userId: string
  readonly id: string
}
type Read = (context: HttpContext, filled: Filled) => NetworkCommand | { readonly fault: string }

const lastDayOf = (
  context: HttpContext,
  { of }: Filled,
): { readonly until: LocalDate } | { readonly fault: string } =>
  lastDayIn(of, { today: context.get('needs').today(), words: wordsOf(context) })

const appointing: Read = (context, filled) => {
  const role = filled.of('role')
  if (!isStaffRole(role)) return { fault: wordsOf(context).roleWrong }
  const last = lastDayOf(context, filled)
  if ('fault' in last) return last
  const { userId, id } = filled
  return { ...envelopeOf(context, id), type: 'AppointStaff', userId, role, until: last.until }
}

const dismissing: Read = (context, { of, userId, id }) => {
  const role = of('role')
  return isStaffRole(role)
    ? { ...envelopeOf(context, id), type: 'DismissStaff', userId, role }
    : { fault: wordsOf(context).roleWrong }
}

const assigning: Read = (context, filled) => {
  const fundId = filled.of('fund')
  if (!isUuid(fundId)) return { fault: wordsOf(context).fundWrong }
  const last = lastDayOf(context, filled)
  if ('fault' in last) return last
  const { userId, id } = filled
  return { ...envelopeOf(context, id), type: 'AssignStaff', userId, fundId, until: last.until }
}

const endingAssignment: Read = (context, { of, userId, id }) => {
  const fundId = of('fund')
  return isUuid(fundId)
    ? { ...envelopeOf(context, id), type: 'EndAssignment', userId, fundId }
    : { fault: wordsOf(context).fundWrong }
}

/** Reads a form, hands the decision to the journal, and shows the person again, or the form with what is wrong. */
const taking =
  (form: Form, read: Read) =>
  async (context: HttpContext, user: User): Promise<Response> => {
    const words = wordsOf(context)
    const of = await textsOf(context)
    const again = async (fault: string, status: 400 | 409): Promise<Response> =>
      context.html(await form(context, user, refusedWith(of, fault)), status)
    const id = formIdIn(of)
    const command =
      id === undefined ? { fault: words.notTaken } : read(context, { of, userId: user.userId, id })
    if ('fault' in command) return again(command.fault, 400)
    const second = isOfTwoStaff(command)
      ? await secondGiven(context, of, command.type)
      : { approved: {} }
    if ('fault' in second) return again(second.fault, 409)
    const { word, approved } = { word: undefined, ...second }
    const how = word ? { second: word } : {}
    const decided = { ...command, ...approved } as NetworkCommand
    const refused = refusalSaid(words, await decideInNetwork(context, decided, how))
    return refused === undefined ? backToPerson(context, user) : again(refused, 409)
  }

const taskPages = (pages: Pages, act: string, { form, read }: { form: Form; read: Read }): void => {
  const place = `/network/people/:userId/${act}`
  pages.get(
    place,
    'manage-users',
    aboutPerson((context, user) => form(context, user)),
  )
  pages.post(place, 'manage-users', aboutPerson(taking(form, read)))
}

/** Tasks of the staff, and the funds that auditors are put to work on. */
export const staffTaskPages = (pages: Pages): void => {
  taskPages(pages, 'appoint', { form: appointForm, read: appointing })
  taskPages(pages, 'dismiss', { form: dismissForm, read: dismissing })
  taskPages(pages, 'assign', { form: assignForm, read: assigning })
  taskPages(pages, 'end-assignment', { form: endAssignmentForm, read: endingAssignment })
}
