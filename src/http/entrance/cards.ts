import type { Member } from '#domain/fund/members.ts'
import { note } from '#src/app/activity.ts'
import { issueCard } from '#src/app/cards.ts'
import { practiceSecond } from '#src/app/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { vouch } from '#src/app/vouching.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { refusalInWords } from '#src/http/entrance/enter.ts'
import { formOf } from '#src/http/entrance/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { type CardHolder, cardsPage, printedCardPage } from '#src/pages/entrance/cards-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { entranceWords } from '#src/words/entrance-words.ts'
import { dateInWords } from '#src/words/locale.ts'

const membersOf = async (context: HttpContext): Promise<readonly Member[]> => {
  const { fundId } = context.get('fund')
  const book = await bookOf(context.get('needs').store, fundId)
  return (book?.members ?? []).toSorted((a, b) => (a.card < b.card ? -1 : 1))
}

const holdersOf = async (
  context: HttpContext,
  members: readonly Member[],
): Promise<readonly CardHolder[]> => {
  const { store, timeZone } = context.get('needs')
  const cards = await store.cards(context.get('fund').fundId)
  return members.map(({ memberId, card }) => {
    const good = cards.find((one) => one.memberId === memberId && one.revokedAt === undefined)
    return {
      memberId,
      card,
      issuedOn:
        good && dateInWords(villageTimeOf(good.issuedAt, timeZone).day, context.get('language')),
    }
  })
}

const formPage = async (
  context: HttpContext,
  members: readonly Member[],
  fault?: string,
): Promise<Html> => {
  const { fundId } = context.get('fund')
  const words = entranceWords.in(context.get('language'))
  return cardsPage(await frameOf(context, { back: { href: '/', label: words.toStart } }), {
    fundId,
    members: await holdersOf(context, members),
    fault,
    practice: context.get('needs').isPractice ? practiceSecond : undefined,
  })
}

const showCards = async (context: HttpContext): Promise<Html> =>
  formPage(context, await membersOf(context))

type Second = Awaited<ReturnType<typeof vouch>>

const noteSecond = (context: HttpContext, second: Second, memberId: string): Promise<void> =>
  note(context.get('needs'), {
    scope: context.get('fund').fundId,
    actor: 'code' in second ? 'nobody' : second.userId,
    device: context.get('caller')!.session.deviceId,
    action: 'manage-cards',
    subject: `member:${memberId}`,
    outcome: 'code' in second ? 'refused' : 'done',
  })

const takeCard = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const words = entranceWords.in(context.get('language'))
  const of = await formOf(context)
  const members = await membersOf(context)
  const member = members.find(({ memberId }) => memberId === of('memberId'))
  if (!member) return context.html(await formPage(context, members, words.memberWrong), 400)
  const second = await vouch(needs, {
    fundId,
    caller: context.get('caller')!.session,
    approver: { login: of('login').slice(0, 200), secret: of('secret').slice(0, 1000) },
    day: needs.today(),
  })
  await noteSecond(context, second, member.memberId)
  if ('code' in second) {
    const isPause = second.code === 'wait' || second.code === 'reset-in-person'
    const fault = isPause
      ? refusalInWords(second, { words, now: needs.clock() })
      : words.secondWrong
    return context.html(await formPage(context, members, fault), 403)
  }
  const { token, pin } = await issueCard(needs, { fundId, memberId: member.memberId })
  const address = new URL('/card', needs.publicUrl ?? context.req.url)
  address.search = new URLSearchParams({ c: token }).toString()
  const page = printedCardPage(await frameOf(context), {
    fundId,
    card: member.card,
    address: address.href,
    token,
    pin,
  })
  return context.html(page)
}

export const cardPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/cards', 'manage-cards', showCards)
  pages.post('/funds/:fundId/cards', 'manage-cards', takeCard)
}
