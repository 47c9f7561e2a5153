import { type Language, type Marked, draft, reviewed } from '#src/words/catalogue.ts'

const pair = (english: string, khmer: string): Readonly<Record<Language, Marked<string>>> => ({
  en: reviewed(english),
  km: draft(khmer),
})

/** What findings about people, households and offices say, and what to do next. */
export const peopleFindingWords = {
  'lent-to-somebody-not-here': pair(
    'A loan was paid out to somebody who was away, had left or had died. Ask who took the money.',
    'បានបើកកម្ចីឱ្យអ្នកដែលនៅឆ្ងាយ បានចាកចេញ ឬបានស្លាប់។ សូមសួរថាអ្នកណាយកប្រាក់។',
  ),
  'left-owing': pair(
    'A member left while a loan was still owed. Agree with them how it is paid.',
    'សមាជិកម្នាក់ចាកចេញ ខណៈនៅជំពាក់កម្ចី។ សូមព្រមព្រៀងពីរបៀបសង។',
  ),
  'officer-gone': pair(
    'Somebody who holds an office went away, left or died. Let the meeting elect somebody else.',
    'អ្នកមានតួនាទីម្នាក់បានចេញទៅ ឬបានស្លាប់។ សូមឱ្យអង្គប្រជុំបោះឆ្នោតរើសអ្នកផ្សេង។',
  ),
  'written-after-death': pair(
    'Something was written of a member who had died by then. Check the card, or take the line back.',
    'បានកត់អ្វីមួយពីសមាជិកដែលបានស្លាប់រួចហើយ។ សូមពិនិត្យកាត ឬដកជួរវិញ។',
  ),
  'second-loan-in-household': pair(
    'Somebody of the same household owes such a loan already. Ask whether the household can pay both.',
    'មានអ្នកក្នុងគ្រួសារតែមួយជំពាក់កម្ចីបែបនេះរួចហើយ។ សូមសួរថាគ្រួសារអាចសងទាំងពីរបានទេ។',
  ),
  'too-few-women': pair(
    'The committee has fewer women than its rules want. Look whether the meeting voted for it, and elect women next.',
    'គណៈកម្មាធិការមានស្ត្រីតិចជាងបទបញ្ជា។ សូមមើលថាអង្គប្រជុំបានយល់ព្រមឬទេ ហើយរើសស្ត្រីលើកក្រោយ។',
  ),
  'key-holder-on-committee': pair(
    'Somebody holds a key of the box and sits on the committee. Give the key to a member who does not.',
    'មានម្នាក់កាន់សោហិប ហើយនៅក្នុងគណៈកម្មាធិការ។ សូមឱ្យសមាជិកក្រៅគណៈកម្មាធិការកាន់សោ។',
  ),
  'put-in-without-election': pair(
    'Somebody was put into an office that the meeting elects. Let the meeting vote.',
    'មានម្នាក់ត្រូវបានដាក់ក្នុងតួនាទីដែលអង្គប្រជុំត្រូវរើស។ សូមឱ្យអង្គប្រជុំបោះឆ្នោត។',
  ),
  'hand-over-incomplete': pair(
    'An office was handed over without a counted box, a signed balance or two witnesses. Make it good together.',
    'បានប្រគល់តួនាទីដោយគ្មានការរាប់ហិប តារាងចុះហត្ថលេខា ឬសាក្សីពីរនាក់។ សូមធ្វើឱ្យគ្រប់ជាមួយគ្នា។',
  ),
  'hand-over-missing': pair(
    'This office went to somebody else, and a month later no hand-over is written down. Count the box and sign the balance.',
    'តួនាទីនេះប្ដូរដៃហើយ តែមួយខែក្រោយនៅគ្មានកំណត់ការប្រគល់។ សូមរាប់ហិប ហើយចុះហត្ថលេខាលើតារាង។',
  ),
  'hand-over-box-differs': pair(
    'At a hand-over the box did not hold what the books said. Ask both officers.',
    'ពេលប្រគល់ ប្រាក់ក្នុងហិបខុសពីសៀវភៅ។ សូមសួរទាំងពីរនាក់។',
  ),
  'officers-lapsed': pair(
    'The term of officers ran out and its grace too: they decide nothing more. Let the meeting elect.',
    'អាណត្តិគណៈកម្មាធិការបានផុត ហើយពេលបន្ថែមក៏ផុត៖ សម្រេចអ្វីលែងបាន។ សូមឱ្យអង្គប្រជុំបោះឆ្នោត។',
  ),
  'not-explained-in-time': pair(
    'What the old book does not explain did not become less by the day that was set. Ask the record-keeper what was looked for.',
    'អ្វីដែលសៀវភៅចាស់មិនពន្យល់ មិនបានថយចុះត្រឹមថ្ងៃដែលបានកំណត់ទេ។ សូមសួរអ្នកកាន់បញ្ជីថាបានរកអ្វីខ្លះ។',
  ),
  'explaining-put-off': pair(
    'The day by which what is unexplained had to be less was put off. Let the meeting ask what was looked for since.',
    'ថ្ងៃដែលអ្វីមិនទាន់ពន្យល់ត្រូវថយចុះ ត្រូវបានពន្យារ។ សូមអង្គប្រជុំសួរថាបានរកអ្វីខ្លះតាំងពីនោះ។',
  ),
  'not-explained': pair(
    'So much is not explained by the old book. Somebody should own the question until it is found.',
    'ចំនួននេះសៀវភៅចាស់មិនពន្យល់។ គួរមានម្នាក់ទទួលរករហូតដល់ឃើញ។',
  ),
} as const
