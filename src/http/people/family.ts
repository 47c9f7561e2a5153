import {
  type Nominee,
  type NomineeShare,
  isPersonName,
  kinshipOf,
  nomineeShares,
  nomineesMax,
} from '#domain/fund/particulars.ts'
import { type KinIs, declaredOf, kinshipWith } from '#src/app/particulars.ts'
import { note } from '#src/app/activity.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import { saved } from '#src/http/people/naming.ts'
import { doneIn } from '#src/http/people/person.ts'
import {
  type PersonRoom,
  aboutPerson,
  behindFamily,
  behindPerson,
  noteAllNames,
  practiceIn,
  typedIn,
} from '#src/http/people/room.ts'
import { endKinPage, kinChoices, kinPage, nomineesPage } from '#src/pages/people/forms.ts'
import { type KinTold, familyPage } from '#src/pages/people/member-pages.ts'
import { peoplePath } from '#src/pages/people/parts.ts'

const toFamily = (room: PersonRoom): Response =>
  saved(room, peoplePath.person(room, room.memberId, 'family'))

const nomineesOf = async ({ context, fundId, memberId }: PersonRoom): Promise<readonly Nominee[]> =>
  (await context.get('needs').store.nominees(fundId)).filter((one) => one.memberId === memberId)

type KinListed = KinTold & { readonly key: string }

/** Kin who were declared, each with a key to choose it by. */
const kinOfMember = async (room: PersonRoom): Promise<readonly KinListed[]> => {
  const { context, fundId, memberId, people } = room
  const kin = await context.get('needs').store.kinships(fundId)
  return declaredOf(kin, memberId).flatMap(({ otherId, is }) => {
    const other = people.find((one) => one.memberId === otherId)
    return other ? [{ other, is, key: `${is}:${otherId}` }] : []
  })
}

export const family = aboutPerson(async (room) => {
  const { context, people, person } = room
  const nominees = (await nomineesOf(room)).map(({ name, nomineeId, share }) => ({
    name,
    share,
    member: people.find(({ memberId }) => memberId === nomineeId),
  }))
  const kin = await kinOfMember(room)
  const at = await behindPerson(room)
  return context.html(familyPage(at, { person, nominees, kin, done: doneIn(context) }))
})

export const askNominees = aboutPerson(async (room) => {
  const { context, people, person } = room
  const before = await nomineesOf(room)
  await noteAllNames(room)
  return context.html(nomineesPage(await behindFamily(room), { person, people, before }))
})

const isShare = (value: string): value is NomineeShare =>
  nomineeShares.some((share) => share === value)

type Typed = (name: string) => string

/** A line of the form: nobody, somebody, or what is wrong with it. */
const nomineeIn = (
  { fundId, memberId, people }: PersonRoom,
  of: Typed,
  place: number,
): Nominee | 'nobody' | 'nomineeOdd' | 'nomineeSelf' => {
  const [name, nomineeId, share] = [of(`name${place}`), of(`member${place}`), of(`share${place}`)]
  if (name === '' && nomineeId === '') return share === '' ? 'nobody' : 'nomineeOdd'
  if (nomineeId === memberId) return 'nomineeSelf'
  const isKnown = people.some((one) => one.memberId === nomineeId)
  const isOne = name === '' ? isKnown : nomineeId === '' && isPersonName(name)
  if (!isOne || !isShare(share)) return 'nomineeOdd'
  return {
    fundId,
    memberId,
    place,
    name: name === '' ? undefined : name,
    nomineeId: nomineeId === '' ? undefined : nomineeId,
    share,
  }
}

export const takeNominees = aboutPerson(async (room) => {
  const { context, fundId, memberId, people, person, words } = room
  const of = await typedIn(context)
  const lines = Array.from({ length: nomineesMax }, (_, i) => nomineeIn(room, of, i + 1))
  const wrong = lines.find((line) => line === 'nomineeOdd' || line === 'nomineeSelf')
  if (wrong !== undefined) {
    await noteAllNames(room)
    const asked = { person, people, before: [], fault: words[wrong as 'nomineeOdd'], typed: of }
    return context.html(nomineesPage(await behindFamily(room), asked), 400)
  }
  const nominees = lines
    .filter((line) => typeof line !== 'string')
    .map((nominee, i) => ({ ...nominee, place: i + 1 }))
  await context.get('needs').store.keepNominees(fundId, memberId, nominees)
  return toFamily(room)
})

export const askKin = aboutPerson(async (room) => {
  const { context, people, person } = room
  await noteAllNames(room)
  return context.html(kinPage(await behindFamily(room), { person, people }))
})

const isKin = (value: string): value is KinIs => kinChoices.some((is) => is === value)

export const takeKin = aboutPerson(async (room) => {
  const { context, fundId, memberId, people, person, words } = room
  const { store, clock } = context.get('needs')
  const of = await typedIn(context)
  const [otherId, is] = [of('other'), of('is')]
  const isOther = otherId !== memberId && people.some((one) => one.memberId === otherId)
  if (!isOther || !isKin(is)) {
    await noteAllNames(room)
    const asked = { person, people, fault: words.kinOdd, typed: of }
    return context.html(kinPage(await behindFamily(room), asked), 400)
  }
  const declared = kinshipOf(kinshipWith(memberId, otherId, is))
  await store.keepKinships(fundId, [{ ...declared, fundId, declaredAt: clock() }])
  return toFamily(room)
})

export const askEndKin = aboutPerson(async (room) => {
  const { context, person } = room
  const asked = { person, kin: await kinOfMember(room), practice: practiceIn(context) }
  return context.html(endKinPage(await behindFamily(room), asked))
})

/** Writes the second officer's part into the log, beside the line of the first. */
export const noteSecond = (
  { context, fundId, memberId }: PersonRoom,
  userId: string,
  action: 'keep-family' | 'erase-person',
): Promise<void> =>
  note(context.get('needs'), {
    scope: fundId,
    actor: userId,
    device: context.get('caller')!.by.device,
    action,
    subject: `member:${memberId}`,
    outcome: 'done',
  })

export const takeEndKin = aboutPerson(async (room) => {
  const { context, fundId, memberId, person, words } = room
  const of = await typedIn(context)
  const kin = await kinOfMember(room)
  const refuse = async (fault: string, status: 400 | 403): Promise<Response> => {
    const asked = { person, kin, practice: practiceIn(context), fault, typed: of }
    return context.html(endKinPage(await behindFamily(room), asked), status)
  }
  const ended = kin.find(({ key }) => key === of('which'))
  if (!ended) return refuse(words.kinOdd, 400)
  const second = await askSecond(context, of, { action: 'keep-family', memberId })
  if ('fault' in second) return refuse(second.fault, 403)
  const kinship = kinshipOf(kinshipWith(memberId, ended.other.memberId, ended.is))
  await noteSecond(room, second.userId, 'keep-family')
  await context.get('needs').store.dropKinship({ ...kinship, fundId })
  return toFamily(room)
})
