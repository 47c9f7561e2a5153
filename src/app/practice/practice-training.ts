import { type LocalDate, daysAfter, monthlyDay } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { TrainingCommand } from '#domain/operations/network.ts'

type Said<Type extends TrainingCommand['type']> = Omit<
  Extract<TrainingCommand, { readonly type: Type }>,
  'id' | 'v' | 'type' | 'effectiveOn' | 'talkId' | 'courseId' | 'countId' | 'seenOn'
>

const invented = { document: 'Invented for practice' } as const

/** What the talks say is what those who work against trafficking say; who is said to say it is invented here. */
const talks: readonly Said<'ProposeTalk'>[] = [
  {
    topic: 'safe-migration',
    ages: ['15-17', 'adults'],
    nameKm: 'មុនចាកចេញ',
    nameEn: 'Before you leave',
    shortKm: 'មុនចាកចេញ សូមសួរក្រុមការងារ ហើយទុកអាសយដ្ឋានឱ្យគ្រួសារ។',
    shortEn: 'Before you leave, ask the team, and leave the address with your family.',
    textKm:
      'មុនចាកចេញទៅធ្វើការនៅឆ្ងាយ សូមសួរក្រុមការងារថា ក្រុមហ៊ុនមានអាជ្ញាប័ណ្ណឬអត់។ អានកិច្ចសន្យាជាភាសាខ្មែរ។ ទុកច្បាប់ចម្លងឯកសារ និងអាសយដ្ឋានឱ្យមនុស្សដែលអ្នកទុកចិត្ត។ កុំឱ្យនរណាកាន់លិខិតឆ្លងដែនរបស់អ្នក។ ព្រមគ្នាលើពាក្យមួយ ដែលអ្នកនិយាយពេលអ្នកត្រូវការជំនួយ។',
    textEn:
      'Before you go to work far away, ask the team whether the agency has a licence. Read the contract in your own language. Leave a copy of your papers and the address with somebody you trust. Let nobody keep your passport. Agree on a word that you say when you need help.',
    audioKm: 'talk-before-leaving-km',
    source: 'study',
    ...invented,
  },
  {
    topic: 'recruitment-fees',
    ages: ['15-17', 'adults'],
    nameKm: 'មិនបង់ថ្លៃដើម្បីបានការងារ',
    nameEn: 'Pay nobody for a job',
    shortKm: 'អ្នកធ្វើការមិនត្រូវបង់ថ្លៃដើម្បីបានការងារទេ។ សូមសួរមុនពេលបង់។',
    shortEn: 'Who works should not pay for getting the work. Ask before you pay.',
    textKm:
      'អ្នកដែលចាកចេញទៅធ្វើការ មិនត្រូវបង់ថ្លៃឱ្យអ្នករកការងារទេ។ លិខិតឆ្លងដែន និងការធ្វើដំណើរ មានតម្លៃជាក់លាក់ ហើយមានបង្កាន់ដៃ។ បើនរណាទារប្រាក់លើសពីនេះ ឬសុំដីធ្លីជាការធានា សូមកុំបង់ ហើយសួរក្រុមការងារ។ សូមទុកបង្កាន់ដៃទាំងអស់។',
    textEn:
      'Whoever leaves for work should pay nobody for finding the job. A passport and the travel have a price that is known, with a receipt. If somebody asks for more, or wants your land as security, do not pay yet and ask the team. Keep every receipt.',
    audioKm: 'talk-fees-km',
    source: 'study',
    ...invented,
  },
  {
    topic: 'debt',
    ages: ['adults'],
    nameKm: 'បំណុលដើម្បីចាកចេញ',
    nameEn: 'A debt to leave',
    shortKm: 'ការប្រាក់ ១០ ភាគរយក្នុងមួយខែ ស៊ីប្រាក់ឈ្នួលរបស់អ្នក។ សូមសួរមូលនិធិភូមិ។',
    shortEn: 'Ten per cent a month eats your wage. Ask the village fund first.',
    textKm:
      'បើអ្នកខ្ចីពីអ្នកចងការប្រាក់ ដប់ភាគរយក្នុងមួយខែ មួយលានរៀល ត្រូវបង់ការមួយសែនរៀលរៀងរាល់ខែ។ មូលនិធិភូមិឱ្យខ្ចីសម្រាប់ឯកសារ និងការធ្វើដំណើរ ក្នុងការប្រាក់មួយភាគរយ។ មុនខ្ចី សូមគណនាជាមួយក្រុមការងារថា អ្នករកប្រាក់បានមកវិញក្នុងប៉ុន្មានខែ។ គ្មាននរណាត្រូវដាក់ដី ឬលិខិតឆ្លងដែនជាការធានាទេ។',
    textEn:
      'If you borrow from a moneylender at ten per cent a month, a million riel costs a hundred thousand riel every month. The village fund lends for papers and travel at one per cent. Before you borrow, count with the team in how many months you earn it back. Nobody has to give land or a passport as security.',
    source: 'seen-by-us',
    ...invented,
  },
  {
    topic: 'child-safety',
    ages: ['under-12', '12-14', '15-17'],
    nameKm: 'ខ្លួនរបស់ខ្ញុំ និងមនុស្សដែលខ្ញុំទុកចិត្ត',
    nameEn: 'Who I trust',
    shortKm: 'បើនរណាសុំឱ្យអ្នកទៅជាមួយ សូមប្រាប់មនុស្សធំដែលអ្នកទុកចិត្តជាមុន។',
    shortEn: 'If somebody asks you to come along, first tell a grown-up whom you trust.',
    textKm:
      'អ្នកមានសិទ្ធិនិយាយថាទេ។ បើនរណាផ្តល់អំណោយ ឬការងារ ហើយសុំកុំឱ្យប្រាប់គេ សូមប្រាប់មនុស្សធំដែលអ្នកទុកចិត្ត។ វាមិនមែនជាកំហុសរបស់អ្នកទេ។ សូមគិតពីមនុស្សបីនាក់ ដែលអ្នកអាចទៅរកបាន។',
    textEn:
      'You may say no. If somebody offers you a present or work and asks you to tell nobody, tell a grown-up whom you trust. It is never your fault. Think of three people to whom you can go.',
    audioKm: 'talk-trust-km',
    source: 'study',
    ...invented,
  },
]

/** One that nobody has checked yet, so that it can be tried. */
const waiting: Said<'ProposeTalk'> = {
  topic: 'money-home',
  ages: ['adults'],
  nameKm: 'ផ្ញើលុយមកផ្ទះ',
  nameEn: 'Sending money home',
  shortKm: 'សូមប្រៀបធៀបថ្លៃផ្ញើ មុននឹងផ្ញើលុយ។',
  shortEn: 'Compare what sending costs before you send.',
  textKm: 'មុនផ្ញើលុយ សូមសួរថ្លៃផ្ញើ និងអត្រាប្តូរប្រាក់ ពីកន្លែងពីរ។ សូមទុកបង្កាន់ដៃ។',
  textEn: 'Before you send money, ask two places for the fee and the rate. Keep the receipt.',
  source: 'said-to-us',
  ...invented,
}

const courses: readonly Said<'ProposeCourse'>[] = [
  {
    field: 'motor-repair',
    name: 'Repair of motors (invented)',
    provider: 'House of work (invented)',
    province: '02',
    weeks: 16,
    cost: 300_000,
    source: 'company-paper',
    ...invented,
  },
  {
    field: 'sewing',
    name: 'Sewing (invented)',
    provider: 'House of the river (invented)',
    province: '02',
    weeks: 12,
    cost: 0,
    source: 'said-to-us',
    ...invented,
  },
  {
    field: 'hotel',
    name: 'Rooms and kitchen (invented)',
    provider: 'School of the lake (invented)',
    province: '17',
    weeks: 24,
    cost: 800_000,
    source: 'company-paper',
    ...invented,
  },
]

/** Jobs by field and province, and classes with how many of them work in the field. */
const jobs: readonly Said<'RecordJobsSeen'>[] = (
  [
    ['motor-repair', '02', 4, 'posted'],
    ['motor-repair', '02', 2, 'employer-said'],
    ['sewing', '02', 6, 'posted'],
    ['hotel', '17', 9, 'employer-said'],
  ] as const
).map(([field, province, openings, how]) => ({ jobsId: '', field, province, openings, how }))

const classes = [
  [0, 12, 9],
  [0, 10, 7],
  [1, 22, 4],
  [2, 6, 4],
] as const

const reached = [
  [0, 'meeting', '02', ['woman', '25-34', 14], ['woman', '35-44', 11], ['man', '25-34', 12]],
  [1, 'visit', '02', ['woman', '18-24', 12], ['man', '18-24', 13]],
  [3, 'school', '02', ['woman', 'under-18', 21], ['man', 'under-18', 19]],
] as const

type Hands = { readonly worker: string; readonly fundId: string; readonly until: LocalDate }
type Making = {
  readonly ids: () => string
  readonly today: LocalDate
  readonly envelope: () => { readonly id: string; readonly v: 1; readonly effectiveOn: LocalDate }
}

const finished = (today: LocalDate, months: number): LocalDate => monthlyDay(today, -months, 1)

/** Talks, who heard them, and one that waits to be read by a second one. */
const ofTalks = ({ ids, today, envelope }: Making) => {
  const said = talks.map((one) => ({ talkId: ids(), seenOn: today, ...one }))
  const more = { talkId: ids(), seenOn: today, ...waiting }
  return {
    entered: [
      ...[...said, more].map((one) => ({ ...envelope(), type: 'ProposeTalk' as const, ...one })),
      ...reached.map(([talk, way, province, ...groups]) => ({
        ...envelope(),
        type: 'CountReached' as const,
        countId: ids(),
        talkId: said[talk]!.talkId,
        way,
        province,
        groups: groups.map(([sex, ageBand, people]) => ({ sex, ageBand, people })),
      })),
    ],
    checked: said.map(({ talkId }) => ({
      ...envelope(),
      type: 'CheckTalk' as const,
      talkId,
      how: 'in-writing' as const,
    })),
  }
}

/** Courses, jobs seen, and what became of classes. */
const ofCourses = ({ ids, today, envelope }: Making) => {
  const taught = courses.map((one) => ({ courseId: ids(), seenOn: today, ...one }))
  return {
    entered: [
      ...taught.map((one) => ({ ...envelope(), type: 'ProposeCourse' as const, ...one })),
      ...jobs.map((one) => ({
        ...envelope(),
        type: 'RecordJobsSeen' as const,
        ...one,
        jobsId: ids(),
      })),
      ...classes.map(([course, of, inField], i) => ({
        ...envelope(),
        type: 'CountGraduates' as const,
        countId: ids(),
        courseId: taught[course]!.courseId,
        finishedOn: finished(today, 8 + i),
        finished: of,
        inField,
      })),
    ],
    checked: taught.map(({ courseId }) => ({
      ...envelope(),
      type: 'CheckCourse' as const,
      courseId,
      how: 'called' as const,
    })),
  }
}

const ofPeople = ({ ids, today, envelope }: Making, { worker, until }: Hands) => [
  ...(['case-work', 'counselling'] as const).map((competence, i) => ({
    ...envelope(),
    type: 'RecordTraining' as const,
    trainingId: ids(),
    userId: worker,
    competence,
    on: finished(today, 3 + i),
    refreshBy: monthlyDay(finished(today, 3 + i), 24, 1),
  })),
  { ...envelope(), type: 'GiveDuty' as const, userId: worker, duty: 'counsellor' as const, until },
]

/** What the practice network teaches and has learnt: entered by its worker, checked by its supervisor, trained by those who decide. */
export const practiceTraining = (
  ids: () => string,
  today: LocalDate,
  hands: Hands,
): {
  readonly entered: readonly NetworkCommand[]
  readonly checked: readonly NetworkCommand[]
  readonly trained: readonly NetworkCommand[]
} => {
  const making = { ids, today, envelope: () => ({ id: ids(), v: 1 as const, effectiveOn: today }) }
  const [talked, taught] = [ofTalks(making), ofCourses(making)]
  const { fundId } = hands
  const until = daysAfter(today, 180)
  const cover = { type: 'SetTeamCover', fundId, cover: 'visits', until } as const
  return {
    entered: [...talked.entered, ...taught.entered, { ...making.envelope(), ...cover }],
    checked: [...talked.checked, ...taught.checked],
    trained: ofPeople(making, hands),
  }
}
