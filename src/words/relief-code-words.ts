import { draft, reviewed } from '#src/words/catalogue.ts'

/** What the codes of relief and emergency lines say: what happened and what to do next. */
export const reliefCodesEn = {
  'event-not-a-code': reviewed('The name of an event is a short code: E2026-1. Write it again.'),
  'event-kind-unknown': reviewed('That is no event of the list. Choose one.'),
  'scope-cannot-hold': reviewed(
    'Say where it was, or which household it befell, and not both. Fill in one of the two.',
  ),
  'event-days-cannot-hold': reviewed(
    'An event begins on a day that has come, and ends no sooner. Check both days.',
  ),
  'evidence-cannot-hold': reviewed(
    'What shows the event is not whole. An alert, a gauge with its level, a note of the commune, or a photo with two witnesses is needed.',
  ),
  'event-already-declared': reviewed('This event is in the book already. Look at the list.'),
  'nobody-lives-there': reviewed('No member lives in these places. Check their codes.'),
  'event-long-past': reviewed(
    'It is so long ago that nothing would be put off any more. Agree on a new plan with each household instead.',
  ),
  'event-not-declared': reviewed('An officer declares the event first. Do that, then come back.'),
  'before-the-event': reviewed('That day is before the event was declared. Check the day.'),
  'relief-already-given': reviewed('Its loans are put off already. Look at the event.'),
  'relief-has-ended': reviewed(
    'The meeting did not stand behind this relief, so it has ended. A meeting can declare the event anew.',
  ),
  'renewed-before': reviewed(
    'Relief is renewed once an event. Agree on a new plan with whoever cannot pay yet.',
  ),
  'nothing-to-renew': reviewed('Nothing of this event is put off any more. Look at its list.'),
  'ratify-first': reviewed(
    'The meeting has not spoken on what the officers gave. Let it vote first.',
  ),
  'nothing-to-defer': reviewed(
    'Nobody whom the event touches owes anything. There is nothing to put off.',
  ),
  'list-has-changed': reviewed(
    'The list is another one than you were shown. Look at it again, then confirm.',
  ),
  'not-of-the-event': reviewed('This household is not of the event. Check the card.'),
  'declined-before': reviewed('This household has said so already. There is nothing more to do.'),
  'nothing-to-ratify': reviewed('Nothing waits for the word of the meeting. Look at the event.'),
  'meeting-not-missed': reviewed(
    'The meeting can still speak: thirty days are not over, or none could be held. Wait for the next one.',
  ),
  'nothing-to-undo': reviewed('Nothing is put off by this event. Look at the list.'),
  'paid-since': reviewed(
    'Something was written on these loans since. Take those lines back first, or leave the relief as it is.',
  ),
  'season-cannot-hold': reviewed(
    'A season has a short code, a first and a last day, and each member once. Check them.',
  ),
  'season-already-promised': reviewed('This season is promised already. Look at the list.'),
  'season-has-begun': reviewed(
    'Emergency loans are promised before the season begins. Choose a later season.',
  ),
  'season-unknown': reviewed('Nothing was promised for that season. Choose one of the list.'),
  'no-last-loan': reviewed(
    'One of them has had no loan yet, so nothing can be promised. Leave that card out.',
  ),
  'late-with-last-loan': reviewed(
    'One of them is more than thirty days late with the last loan. Leave that card out, and visit the household.',
  ),
  'above-emergency-line': reviewed(
    'That is more than half of the last loan, or above the ceiling. Promise less.',
  ),
  'promised-above-cash': reviewed(
    'All of it together is more than the fund could pay today. It is promised and flagged; ask the NGO for a line.',
  ),
  'event-outside-season': reviewed(
    'The event began outside of this season. Choose another season.',
  ),
  'line-already-open': reviewed('The line is open for this event already. Loans can be paid out.'),
  'measure-below-level': reviewed(
    'The river is below the level that was promised, or another one was measured. Measure at the station, or bring the alert.',
  ),
  'restart-first': reviewed(
    'A loan of this household is put off. Only an emergency loan is lent until the first payment after it.',
  ),
}

export const reliefCodesKm: typeof reliefCodesEn = {
  'event-not-a-code': draft('ឈ្មោះព្រឹត្តិការណ៍ជាលេខកូដខ្លី៖ E2026-1។ សូមសរសេរម្ដងទៀត។'),
  'event-kind-unknown': draft('គ្មានព្រឹត្តិការណ៍នេះក្នុងបញ្ជីទេ។ សូមជ្រើសរើសមួយ។'),
  'scope-cannot-hold': draft('សូមប្រាប់ថានៅទីណា ឬគ្រួសារណា មិនមែនទាំងពីរទេ។ សូមបំពេញមួយ។'),
  'event-days-cannot-hold': draft('ព្រឹត្តិការណ៍ចាប់ផ្ដើមនៅថ្ងៃដែលមកដល់ហើយ ហើយចប់ក្រោយមក។ សូមពិនិត្យថ្ងៃទាំងពីរ។'),
  'evidence-cannot-hold': draft('ភស្តុតាងមិនគ្រប់ទេ។ ត្រូវការសេចក្ដីជូនដំណឹង កម្ពស់ទឹក លិខិតឃុំ ឬរូបថតជាមួយសាក្សីពីរនាក់។'),
  'event-already-declared': draft('ព្រឹត្តិការណ៍នេះមានក្នុងសៀវភៅហើយ។ សូមមើលបញ្ជី។'),
  'nobody-lives-there': draft('គ្មានសមាជិករស់នៅកន្លែងទាំងនេះទេ។ សូមពិនិត្យលេខកូដ។'),
  'event-long-past': draft('យូរពេកហើយ គ្មានអ្វីត្រូវពន្យារទៀតទេ។ សូមព្រមព្រៀងផែនការថ្មីជាមួយគ្រួសារនីមួយៗ។'),
  'event-not-declared': draft('គណៈកម្មាធិការប្រកាសព្រឹត្តិការណ៍មុន។ សូមធ្វើ រួចត្រឡប់មកវិញ។'),
  'before-the-event': draft('ថ្ងៃនោះមុនការប្រកាស។ សូមពិនិត្យថ្ងៃ។'),
  'relief-already-given': draft('កម្ចីត្រូវបានពន្យារហើយ។ សូមមើលព្រឹត្តិការណ៍។'),
  'relief-has-ended': draft('អង្គប្រជុំមិនគាំទ្រការពន្យារនេះទេ ដូច្នេះវាចប់ហើយ។ អង្គប្រជុំអាចប្រកាសសាជាថ្មី។'),
  'renewed-before': draft('ពន្យារបន្ថែមបានតែម្ដង។ សូមព្រមព្រៀងផែនការថ្មីជាមួយអ្នកដែលមិនទាន់អាចសង។'),
  'nothing-to-renew': draft('គ្មានអ្វីនៅពន្យារទៀតទេ។ សូមមើលបញ្ជី។'),
  'ratify-first': draft('អង្គប្រជុំមិនទាន់បោះឆ្នោតទេ។ សូមឱ្យអង្គប្រជុំបោះឆ្នោតមុន។'),
  'nothing-to-defer': draft('អ្នករងគ្រោះគ្មានជំពាក់ទេ។ គ្មានអ្វីត្រូវពន្យារ។'),
  'list-has-changed': draft('បញ្ជីខុសពីអ្វីដែលបានបង្ហាញ។ សូមមើលម្ដងទៀត រួចបញ្ជាក់។'),
  'not-of-the-event': draft('គ្រួសារនេះមិនស្ថិតក្នុងព្រឹត្តិការណ៍ទេ។ សូមពិនិត្យកាត។'),
  'declined-before': draft('គ្រួសារនេះបានប្រាប់រួចហើយ។ គ្មានអ្វីត្រូវធ្វើទៀតទេ។'),
  'nothing-to-ratify': draft('គ្មានអ្វីរង់ចាំអង្គប្រជុំទេ។ សូមមើលព្រឹត្តិការណ៍។'),
  'meeting-not-missed': draft('អង្គប្រជុំនៅអាចសម្រេច៖ មិនទាន់ផុតសាមសិបថ្ងៃ ឬប្រជុំមិនបាន។ សូមរង់ចាំលើកក្រោយ។'),
  'nothing-to-undo': draft('គ្មានអ្វីត្រូវបានពន្យារទេ។ សូមមើលបញ្ជី។'),
  'paid-since': draft('មានបន្ទាត់ថ្មីលើកម្ចីទាំងនេះ។ សូមដកបន្ទាត់ទាំងនោះមុន ឬទុកការពន្យារដដែល។'),
  'season-cannot-hold': draft('រដូវមានលេខកូដខ្លី ថ្ងៃដំបូង ថ្ងៃចុងក្រោយ និងសមាជិកម្នាក់ម្ដង។ សូមពិនិត្យ។'),
  'season-already-promised': draft('រដូវនេះបានសន្យាហើយ។ សូមមើលបញ្ជី។'),
  'season-has-begun': draft('កម្ចីបន្ទាន់ត្រូវសន្យាមុនរដូវ។ សូមជ្រើសរដូវក្រោយ។'),
  'season-unknown': draft('គ្មានការសន្យាសម្រាប់រដូវនោះទេ។ សូមជ្រើសពីបញ្ជី។'),
  'no-last-loan': draft('ម្នាក់មិនទាន់មានកម្ចីទេ ដូច្នេះសន្យាមិនបាន។ សូមដកកាតនោះចេញ។'),
  'late-with-last-loan': draft('ម្នាក់យឺតលើសសាមសិបថ្ងៃ។ សូមដកកាតនោះចេញ ហើយទៅសួរសុខទុក្ខគ្រួសារ។'),
  'above-emergency-line': draft('ច្រើនជាងពាក់កណ្ដាលកម្ចីចុងក្រោយ ឬលើសពិដាន។ សូមសន្យាតិចជាងនេះ។'),
  'promised-above-cash': draft('សរុបទាំងអស់លើសពីប្រាក់ដែលមូលនិធិអាចបើក។ បានសន្យា និងកត់សម្គាល់៖ សូមសុំជំនួយពីអង្គការ។'),
  'event-outside-season': draft('ព្រឹត្តិការណ៍ចាប់ផ្ដើមក្រៅរដូវនេះ។ សូមជ្រើសរដូវផ្សេង។'),
  'line-already-open': draft('បានបើករួចហើយ។ អាចបើកកម្ចីបាន។'),
  'measure-below-level': draft('ទឹកទាបជាងកម្ពស់ដែលបានសន្យា ឬវាស់កន្លែងផ្សេង។ សូមវាស់នៅស្ថានីយ ឬយកសេចក្ដីជូនដំណឹងមក។'),
  'restart-first': draft('កម្ចីរបស់គ្រួសារនេះត្រូវបានពន្យារ។ មានតែកម្ចីបន្ទាន់ប៉ុណ្ណោះ រហូតដល់ការសងលើកដំបូងក្រោយពេលនោះ។'),
}
