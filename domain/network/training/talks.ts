import { talkTopics } from '#domain/fund/meeting/talks.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { list, optional, type Said, text, uuid, word } from '#domain/kernel/shape.ts'
import { type Checked, type CheckState, checkAgainOn, checkState } from '#domain/network/checked.ts'
import { publicName } from '#domain/network/public-texts.ts'
import { sourced } from '#domain/network/register/parties.ts'

/** For whom a talk is safe to hear: three ages of children, and everybody else. */
export const talkAges = ['under-12', '12-14', '15-17', 'adults'] as const
export type TalkAge = (typeof talkAges)[number]
export const childAges = talkAges.filter((age) => age !== 'adults')

const spoken = (least: number, most: number, code: string, example: string) =>
  text(
    new RegExp(`^[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069<>]{${least},${most}}$`, 'u'),
    { code, example },
  )

/** One sentence that fits into a text to a phone in either script. */
export const shortMax = 120
const shortText = (example: string) => spoken(10, shortMax, 'short-unreadable', example)
/** What is read aloud, in two minutes. */
export const talkMax = 900
const talkText = (example: string) => spoken(20, talkMax, 'talk-unreadable', example)
const clip = optional(
  text(/^[a-z\d]+(-[a-z\d]+){0,7}$/, { code: 'audio-unreadable', example: 'talk-debt-km' }),
)

/** What is said of a talk: both languages, each with the id of its recording where there is one. */
export const talkSays = {
  topic: word(talkTopics, 'topic-unknown'),
  ages: list(word(talkAges, 'age-unknown'), { min: 1, max: talkAges.length, code: 'ages-missing' }),
  nameKm: publicName,
  nameEn: publicName,
  shortKm: shortText('សួរក្រុមការងារ មុនពេលបង់ប្រាក់។'),
  shortEn: shortText('Ask the team before you pay anybody.'),
  textKm: talkText('សួរក្រុមការងារ មុនពេលបង់ប្រាក់ឱ្យនរណាម្នាក់។'),
  textEn: talkText('Ask the team before you pay anybody for a job abroad.'),
  audioKm: clip,
  audioEn: clip,
  ...sourced,
} as const

export const talkId = uuid('talk')
export type TalkSaid = Said<typeof talkSays>
export type Talk = TalkSaid & Checked & { readonly talkId: string }

/** A talk as it stands on a day. */
export type TalkListed = Talk & {
  readonly state: CheckState
  readonly checkAgainOn: LocalDate | undefined
}

type Library = { readonly talks: Iterable<Talk>; readonly goodForDays: number }

/** All talks that were not taken out, in the order of what they are about. */
export const allTalks = (
  { talks, goodForDays }: Library,
  today: LocalDate,
): readonly TalkListed[] =>
  [...talks]
    .filter(({ withdrawn }) => !withdrawn)
    .map((one) => ({
      ...one,
      state: checkState(one, { today, goodForDays }),
      checkAgainOn: checkAgainOn(one, goodForDays),
    }))
    .toSorted(
      (a, b) =>
        talkTopics.indexOf(a.topic) - talkTopics.indexOf(b.topic) || (a.nameEn < b.nameEn ? -1 : 1),
    )

/** What may be told to somebody: checked by a second one and not long ago, and safe for one of the ages. */
export const talksFor = (
  library: Library,
  { ages = talkAges, today }: { readonly ages?: readonly TalkAge[]; readonly today: LocalDate },
): readonly TalkListed[] =>
  allTalks(library, today).filter(
    (one) => one.state === 'current' && one.ages.some((age) => ages.includes(age)),
  )
