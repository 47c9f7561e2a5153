import { scopeFor } from '#domain/access/table.ts'
import { casePath } from '#src/http/cases/place.ts'
import { cardStopPages } from '#src/http/entrance/card-stops.ts'
import { cardPages } from '#src/http/entrance/cards.ts'
import { doorPages } from '#src/http/entrance/doors.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { keyPages } from '#src/http/entrance/keys.ts'
import { logPages } from '#src/http/entrance/log.ts'
import { halvesPages } from '#src/http/entrance/halves.ts'
import { noticePages } from '#src/http/entrance/notice.ts'
import { ownSecretPages } from '#src/http/entrance/own-secret.ts'
import { ownSessionPages } from '#src/http/entrance/own-sessions.ts'
import { signInPages } from '#src/http/entrance/sign-in.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { servicesOf } from '#domain/network/directory.ts'
import { numbersWaiting } from '#domain/network/numbers.ts'
import { ownBookOf } from '#src/http/directory/checking.ts'
import { ownRegister, waitingFor } from '#src/http/register/place.ts'
import { numbersFor } from '#src/http/numbers/public.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { servicesPath } from '#src/pages/directory/directory-page.ts'
import type { Html } from '#src/pages/layout.ts'
import { numbersPart, numbersPath } from '#src/pages/numbers/parts.ts'
import { courseWords, talkWords } from '#src/words/training-words.ts'
import { watchWords } from '#src/words/watch-words.ts'
import {
  agencyStaffWords,
  caseWords,
  entranceWords,
  numbersWords,
  potWords,
  directoryWords,
  supportWords,
} from '#src/words/words.ts'

/** What waits for a second one to check it, in a line each; nothing where nothing does. */
const waitingLines = async (context: HttpContext): Promise<readonly string[]> => {
  const language = context.get('language')
  const book = await ownBookOf(context)
  const today = context.get('needs').today()
  const numbers = numbersWaiting(book, today).length
  const services = servicesOf(book, { today }).filter(({ state }) => state !== 'current').length
  const lines = waitingFor(await ownRegister(context), context.get('caller')!.by.actor).length
  return [
    ...(lines === 0 ? [] : [agencyStaffWords.in(language).waitsFor(lines)]),
    ...(numbers === 0 ? [] : [numbersWords.in(language).waitsFor(numbers)]),
    ...(services === 0 ? [] : [directoryWords.in(language).waitsFor(services)]),
  ]
}

const showTeam = async (context: HttpContext): Promise<Html> => {
  const language = context.get('language')
  const words = entranceWords.in(language)
  const mayRead = scopeFor('read-pot', context.get('network').held) === 'all'
  return messagePage(await frameOf(context), {
    shown: 'road',
    heading: words.teamHeading,
    lines: [words.teamWill, ...(await waitingLines(context))],
    links: [
      { href: casePath.list, label: caseWords.in(language).heading },
      { href: deskPath.reports, label: watchWords.in(language).heading },
      { href: '/team/support', label: supportWords.in(language).teamHeading },
      ...(mayRead ? [{ href: '/network/pot', label: potWords.in(language).pot }] : []),
      { href: numbersPath.staff, label: numbersWords.in(language).staffHeading },
      { href: servicesPath, label: directoryWords.in(language).heading },
      { href: registerPath.staff, label: agencyStaffWords.in(language).heading },
      { href: trainingPath.staffTalks, label: talkWords.in(language).staffHeading },
      { href: trainingPath.staffCourses, label: courseWords.in(language).staffHeading },
      { href: trainingPath.coverage, label: courseWords.in(language).coverHeading },
      { href: '/', label: words.toStart },
    ],
    after: numbersPart(language, await numbersFor(context)),
  })
}

/** Everything between the first page and the desks: doors, signing in, devices, cards, the log. */
export const entrancePages = (pages: Pages): void => {
  doorPages(pages)
  signInPages(pages)
  keyPages(pages)
  ownSessionPages(pages)
  ownSecretPages(pages)
  noticePages(pages)
  halvesPages(pages)
  logPages(pages)
  cardPages(pages)
  cardStopPages(pages)
  pages.get('/team', 'open-desk', showTeam)
}
