import { draft, reviewed } from '#src/words/catalogue.ts'

/** What refusals, faults and flags about people and offices say: what happened and what to do next. */
export const memberCodesEn = {
  'member-already-admitted': reviewed(
    'This member is in the book already. Look in the list of members.',
  ),
  'card-already-given': reviewed(
    'Somebody else has this card number. Write the next number that is free.',
  ),
  'card-not-a-code': reviewed(
    'This cannot stand on a card. Write letters and digits, at most forty.',
  ),
  'zone-not-a-code': reviewed('This is no part of the village. Write a short code of the fund.'),
  'sex-unknown': reviewed('Nothing was chosen. Choose woman or man.'),
  'poverty-level-unknown': reviewed('There is no such level. Choose 1, 2 or none.'),
  'borrower-away': reviewed(
    'This member is away, and nothing is lent to somebody who is away. Ask again once they are back.',
  ),
  'borrower-left': reviewed(
    'This member has left the fund. Write first that they have returned; then a loan can be asked for.',
  ),
  'borrower-died': reviewed(
    'This member has died. Nothing is lent in their name: whoever needs a loan asks with their own card.',
  ),
  'change-unknown': reviewed('It was not said what has changed. Choose one from the list.'),
  'proxy-cannot-hold': reviewed(
    'Somebody else votes for a member who is away, and only then. Check the card of who votes for them.',
  ),
  'nothing-corrected': reviewed(
    'Nothing was changed. Write what should stand on the card instead.',
  ),
  'household-cannot-hold': reviewed(
    'It was not said who belongs to it, or which household they come from. Choose the cards again.',
  ),
  'office-unknown': reviewed('There is no such office. Choose one from the list.'),
  'ends-before-it-begins': reviewed('The last day is before the first. Check the day.'),
  'borrower-not-here': reviewed(
    'The borrower is away, has left or has died. It will be marked: tell the meeting who took the money.',
  ),
  'already-so': reviewed(
    'The book says so already, or it cannot follow on what it says. It will be marked: check the day and the card.',
  ),
  'after-death': reviewed(
    'The book says that this member had died by then. It will be marked: check the card, or take the wrong line back.',
  ),
  'left-owing': reviewed(
    'This member leaves while a loan is still owed. It will be marked: agree how it is paid.',
  ),
  'left-with-savings': reviewed(
    'This member leaves while savings are still here. It will be marked: hand them back.',
  ),
  'held-office': reviewed(
    'This member holds an office. It will be marked: let the meeting elect somebody else.',
  ),
  'proxy-not-here': reviewed(
    'Whoever should vote for them is not at home either. It will be marked: ask for another card.',
  ),
  'proxy-for-another': reviewed(
    'This card votes for somebody else already. It will be marked: one person votes for one.',
  ),
  'household-already-there': reviewed(
    'There is such a household already. It will be marked: check who lives in it.',
  ),
  'household-not-there': reviewed(
    'Nobody lived in that household on that day. It will be marked: check the day.',
  ),
  'not-of-household': reviewed(
    'Somebody of them did not live in the household that they leave. It will be marked: check the cards.',
  ),
  'officers-lapsed': reviewed(
    'The term of the officers ran out too long ago, so they decide and approve nothing more. The meeting elects; until then it can vote on this itself.',
  ),
  'election-tied': reviewed(
    'Two or more have the same number of votes for the last seat. Let the meeting vote on them once more.',
  ),
  'nobody-elected': reviewed('Nobody has a single vote. Count again, or write down the votes.'),
  'elected-twice': reviewed(
    'Somebody would hold two offices by this. Let the meeting choose one for them and elect another for the other.',
  ),
  'candidate-not-here': reviewed(
    'Somebody who stands is away, has left or has died. Take them off the list.',
  ),
  'candidate-not-a-woman': reviewed(
    'A ballot of women alone is for the women’s seats. Take the men off the list, or let all vote.',
  ),
  'too-few-women': reviewed(
    'The committee has fewer women than the rules of this fund want. Elect more women, or let the meeting vote for fewer and write down the hands.',
  ),
  'term-too-long': reviewed(
    'The term is longer than the rules of this fund allow. Choose an earlier last day, or leave it empty.',
  ),
  'election-cannot-hold': reviewed(
    'An office, its seats or those who stood for it are missing, or stand there twice. Write each office once.',
  ),
  'votes-missing': reviewed(
    'An office that the meeting takes away needs the hands; one that is given up needs none. Choose again.',
  ),
  'office-not-held': reviewed(
    'This member does not hold that office on that day. Look at the page of officers.',
  ),
  'too-few-officers-left': reviewed(
    'Fewer than two officers would be left, and two are needed to write down an election. Let the meeting elect first: that ends the old office by itself.',
  ),
  'witnesses-cannot-hold': reviewed(
    'A witness is not a member, stands there twice, or gives or takes the office. Check the cards.',
  ),
  'hash-not-a-hash': reviewed(
    'The mark of the printed balance cannot be read. Print the sheet again and go on from its page.',
  ),
  'note-unknown': reviewed('There is no such note. Write how many of each note lie in the box.'),
  'key-holder-on-committee': reviewed(
    'Keys are held by members who are not on the committee. It will be marked: give the key to somebody else.',
  ),
  'without-election': reviewed(
    'The meeting elected this office, and now somebody is put in without a vote. It will be marked: let the meeting vote.',
  ),
  'fewer-women-by-vote': reviewed(
    'The meeting agreed to fewer women than the rules want. It will be marked so that it is seen.',
  ),
  'without-count': reviewed(
    'The box was not counted at the hand-over. It will be marked: count it together now.',
  ),
  'without-signed-balance': reviewed(
    'No signed balance was handed over. It will be marked: print the sheet and sign it.',
  ),
  'without-two-witnesses': reviewed(
    'Fewer than two witnesses saw it. It will be marked: let two members look at the count.',
  ),
  'box-differs-from-books': reviewed(
    'The box does not hold what the books say. It will be marked with the difference: look for it together.',
  ),
  'office-of-another': reviewed(
    'Whoever takes it over does not hold this office by the book. It will be marked: write down the election first.',
  ),
  'step-up-needed': reviewed(
    'This changes who may do what, so the password or PIN is asked for once more. Give it again, then send the form.',
  ),
  'not-oneself': reviewed(
    'Nobody puts themselves into an office. Let another officer write it down.',
  ),
  'takeover-adds-up': reviewed(
    'The old book adds up: nothing is left to vote on. Go back to the page of the old book.',
  ),
  'differs-from-left': reviewed(
    'The sum is not what is left any more, because something was written down since. Look at the page of the old book again.',
  ),
  'village-code-not-8-digits': reviewed(
    'A village has a code of eight digits. Look it up in the list of villages and write it again.',
  ),
  'charter-cannot-hold': reviewed(
    'One of the rules cannot be so. Check share value, meeting day and interest.',
  ),
  'rate-above-cap': reviewed(
    'The interest is above what the law allows. It will be marked: let the meeting lower it.',
  ),
}

/** The same in Khmer; all of it waits for a native speaker. */
export const memberCodesKm: typeof memberCodesEn = {
  'member-already-admitted': draft('សមាជិកនេះមានក្នុងសៀវភៅរួចហើយ។ សូមមើលក្នុងបញ្ជីសមាជិក។'),
  'card-already-given': draft('អ្នកផ្សេងមានលេខកាតនេះហើយ។ សូមសរសេរលេខទំនេរបន្ទាប់។'),
  'card-not-a-code': draft('ដាក់លើកាតមិនបានទេ។ សូមសរសេរអក្សរ និងលេខ យ៉ាងច្រើនសែសិប។'),
  'zone-not-a-code': draft('នេះមិនមែនជាផ្នែកនៃភូមិទេ។ សូមសរសេរលេខសម្គាល់ខ្លីរបស់មូលនិធិ។'),
  'sex-unknown': draft('មិនទាន់បានជ្រើសទេ។ សូមជ្រើសស្រី ឬប្រុស។'),
  'poverty-level-unknown': draft('គ្មានកម្រិតនេះទេ។ សូមជ្រើស 1 ឬ 2 ឬគ្មាន។'),
  'borrower-away': draft('សមាជិកនេះនៅឆ្ងាយ ហើយគេមិនឱ្យអ្នកនៅឆ្ងាយខ្ចីទេ។ សូមស្នើម្ដងទៀត ពេលគាត់ត្រឡប់មកវិញ។'),
  'borrower-left': draft('សមាជិកនេះបានចាកចេញពីមូលនិធិ។ សូមកត់សិនថាគាត់បានចូលវិញ រួចទើបស្នើសុំខ្ចីបាន។'),
  'borrower-died': draft('សមាជិកនេះបានស្លាប់។ គ្មានការឱ្យខ្ចីក្នុងឈ្មោះគាត់ទេ៖ អ្នកត្រូវការខ្ចី ស្នើដោយកាតខ្លួនឯង។'),
  'change-unknown': draft('មិនបានប្រាប់ថាមានអ្វីប្ដូរ។ សូមជ្រើសមួយពីបញ្ជី។'),
  'proxy-cannot-hold': draft('មានតែអ្នកផ្សេងទេ ដែលបោះឆ្នោតជំនួសសមាជិកនៅឆ្ងាយ។ សូមពិនិត្យកាតអ្នកជំនួស។'),
  'nothing-corrected': draft('គ្មានអ្វីប្ដូរទេ។ សូមសរសេរអ្វីដែលត្រូវមានលើកាត។'),
  'household-cannot-hold': draft('មិនបានប្រាប់ថាអ្នកណាស្ថិតក្នុងគ្រួសារ ឬមកពីគ្រួសារណា។ សូមជ្រើសកាតម្ដងទៀត។'),
  'office-unknown': draft('គ្មានតួនាទីនេះទេ។ សូមជ្រើសមួយពីបញ្ជី។'),
  'ends-before-it-begins': draft('ថ្ងៃចុងក្រោយមុនថ្ងៃដំបូង។ សូមពិនិត្យថ្ងៃ។'),
  'borrower-not-here': draft('អ្នកខ្ចីនៅឆ្ងាយ បានចាកចេញ ឬបានស្លាប់។ នឹងមានសញ្ញា៖ សូមប្រាប់អង្គប្រជុំថាអ្នកណាយកប្រាក់។'),
  'already-so': draft('សៀវភៅប្រាប់ដូច្នេះរួចហើយ ឬវាមិនស៊ីគ្នា។ នឹងមានសញ្ញា៖ សូមពិនិត្យថ្ងៃ និងកាត។'),
  'after-death': draft('សៀវភៅប្រាប់ថាសមាជិកនេះបានស្លាប់មុនថ្ងៃនោះ។ នឹងមានសញ្ញា៖ សូមពិនិត្យកាត ឬដកជួរខុសវិញ។'),
  'left-owing': draft('សមាជិកចាកចេញ ខណៈនៅជំពាក់កម្ចី។ នឹងមានសញ្ញា៖ សូមព្រមព្រៀងពីរបៀបសង។'),
  'left-with-savings': draft('សមាជិកចាកចេញ ខណៈនៅមានប្រាក់សន្សំ។ នឹងមានសញ្ញា៖ សូមប្រគល់វិញ។'),
  'held-office': draft('សមាជិកនេះមានតួនាទី។ នឹងមានសញ្ញា៖ សូមឱ្យអង្គប្រជុំបោះឆ្នោតរើសអ្នកផ្សេង។'),
  'proxy-not-here': draft('អ្នកត្រូវបោះឆ្នោតជំនួសក៏មិននៅដែរ។ នឹងមានសញ្ញា៖ សូមសុំកាតផ្សេង។'),
  'proxy-for-another': draft('កាតនេះបោះឆ្នោតជំនួសអ្នកផ្សេងរួចហើយ។ នឹងមានសញ្ញា៖ ម្នាក់ជំនួសតែម្នាក់ប៉ុណ្ណោះ។'),
  'household-already-there': draft('មានគ្រួសារនេះរួចហើយ។ នឹងមានសញ្ញា៖ សូមពិនិត្យអ្នករស់នៅក្នុងនោះ។'),
  'household-not-there': draft('ថ្ងៃនោះគ្មានអ្នករស់នៅក្នុងគ្រួសារនោះទេ។ នឹងមានសញ្ញា៖ សូមពិនិត្យថ្ងៃ។'),
  'not-of-household': draft('មានអ្នកមិនបានរស់នៅក្នុងគ្រួសារដែលចាកចេញ។ នឹងមានសញ្ញា៖ សូមពិនិត្យកាត។'),
  'officers-lapsed': draft(
    'គណៈកម្មាធិការផុតអាណត្តិយូរពេក មិនអាចសម្រេច ឬយល់ព្រមទៀតទេ។ អង្គប្រជុំបោះឆ្នោតរើសថ្មី៖ ពេលនោះអង្គប្រជុំអាចបោះឆ្នោតរឿងនេះដោយផ្ទាល់។',
  ),
  'election-tied': draft('មានពីរនាក់ឬច្រើនបានសំឡេងស្មើគ្នាសម្រាប់កន្លែងចុងក្រោយ។ សូមឱ្យអង្គប្រជុំបោះឆ្នោតលើពួកគេម្ដងទៀត។'),
  'nobody-elected': draft('គ្មាននរណាបានសំឡេងទេ។ សូមរាប់ម្ដងទៀត ឬសរសេរចំនួនសំឡេង។'),
  'elected-twice': draft('មានម្នាក់នឹងមានតួនាទីពីរ។ សូមឱ្យអង្គប្រជុំជ្រើសមួយសម្រាប់គាត់ ហើយរើសអ្នកផ្សេងសម្រាប់មួយទៀត។'),
  'candidate-not-here': draft('បេក្ខជនម្នាក់នៅឆ្ងាយ បានចាកចេញ ឬបានស្លាប់។ សូមដកចេញពីបញ្ជី។'),
  'candidate-not-a-woman': draft('ការបោះឆ្នោតរបស់ស្ត្រី សម្រាប់កន្លែងរបស់ស្ត្រី។ សូមដកបុរសចេញ ឬឱ្យទាំងអស់គ្នាបោះឆ្នោត។'),
  'too-few-women': draft(
    'គណៈកម្មាធិការមានស្ត្រីតិចជាងបទបញ្ជា។ សូមរើសស្ត្រីបន្ថែម ឬឱ្យអង្គប្រជុំបោះឆ្នោតយល់ព្រម ហើយសរសេរចំនួនដៃ។',
  ),
  'term-too-long': draft('អាណត្តិវែងជាងបទបញ្ជា។ សូមជ្រើសថ្ងៃចុងក្រោយមុននេះ ឬទុកទទេ។'),
  'election-cannot-hold': draft('ខ្វះតួនាទី កន្លែង ឬបេក្ខជន ឬសរសេរពីរដង។ សូមសរសេរតួនាទីនីមួយៗម្ដង។'),
  'votes-missing': draft('តួនាទីដែលអង្គប្រជុំដកត្រូវមានចំនួនដៃ តួនាទីដែលលាលែងមិនត្រូវការទេ។ សូមជ្រើសម្ដងទៀត។'),
  'office-not-held': draft('សមាជិកនេះមិនកាន់តួនាទីនោះនៅថ្ងៃនោះទេ។ សូមមើលទំព័រគណៈកម្មាធិការ។'),
  'too-few-officers-left': draft(
    'នឹងនៅសល់តិចជាងពីរនាក់ ហើយត្រូវមានពីរនាក់ដើម្បីកត់ការបោះឆ្នោត។ សូមឱ្យអង្គប្រជុំរើសសិន៖ តួនាទីចាស់ចប់ដោយខ្លួនឯង។',
  ),
  'witnesses-cannot-hold': draft('សាក្សីមិនមែនជាសមាជិក សរសេរពីរដង ឬជាអ្នកប្រគល់អ្នកទទួល។ សូមពិនិត្យកាត។'),
  'hash-not-a-hash': draft('អានសញ្ញានៃតារាងដែលបោះពុម្ពមិនបាន។ សូមបោះពុម្ពម្ដងទៀត ហើយបន្តពីទំព័រនោះ។'),
  'note-unknown': draft('គ្មានក្រដាសប្រាក់នេះទេ។ សូមសរសេរចំនួនសន្លឹកនីមួយៗក្នុងហិប។'),
  'key-holder-on-committee': draft('សោត្រូវកាន់ដោយសមាជិកក្រៅគណៈកម្មាធិការ។ នឹងមានសញ្ញា៖ សូមឱ្យអ្នកផ្សេងកាន់។'),
  'without-election': draft(
    'អង្គប្រជុំធ្លាប់បោះឆ្នោតរើសតួនាទីនេះ ឥឡូវដាក់មនុស្សដោយគ្មានការបោះឆ្នោត។ នឹងមានសញ្ញា៖ សូមឱ្យអង្គប្រជុំបោះឆ្នោត។',
  ),
  'fewer-women-by-vote': draft('អង្គប្រជុំយល់ព្រមឱ្យមានស្ត្រីតិចជាងបទបញ្ជា។ នឹងមានសញ្ញា ដើម្បីឱ្យគេឃើញ។'),
  'without-count': draft('មិនបានរាប់ហិបពេលប្រគល់។ នឹងមានសញ្ញា៖ សូមរាប់ជាមួយគ្នាឥឡូវ។'),
  'without-signed-balance': draft('គ្មានតារាងសមតុល្យដែលបានចុះហត្ថលេខា។ នឹងមានសញ្ញា៖ សូមបោះពុម្ព ហើយចុះហត្ថលេខា។'),
  'without-two-witnesses': draft('សាក្សីតិចជាងពីរនាក់។ នឹងមានសញ្ញា៖ សូមឱ្យសមាជិកពីរនាក់មើលការរាប់។'),
  'box-differs-from-books': draft('ប្រាក់ក្នុងហិបខុសពីសៀវភៅ។ នឹងមានសញ្ញាជាមួយចំនួនខុស៖ សូមរកជាមួយគ្នា។'),
  'office-of-another': draft('តាមសៀវភៅ អ្នកទទួលមិនកាន់តួនាទីនេះទេ។ នឹងមានសញ្ញា៖ សូមកត់ការបោះឆ្នោតសិន។'),
  'step-up-needed': draft('នេះប្ដូរថាអ្នកណាអាចធ្វើអ្វី ដូច្នេះត្រូវសួរពាក្យសម្ងាត់ម្ដងទៀត។ សូមវាយម្ដងទៀត រួចផ្ញើទម្រង់។'),
  'not-oneself': draft('គ្មាននរណាដាក់ខ្លួនឯងក្នុងតួនាទីទេ។ សូមឱ្យអ្នកផ្សេងកត់។'),
  'takeover-adds-up': draft('សៀវភៅចាស់បូកត្រូវហើយ៖ គ្មានអ្វីត្រូវបោះឆ្នោតទេ។ សូមត្រឡប់ទៅទំព័រសៀវភៅចាស់។'),
  'differs-from-left': draft('ចំនួននេះមិនមែនជាអ្វីដែលនៅសល់ទៀតទេ ព្រោះមានកត់អ្វីថ្មី។ សូមមើលទំព័រសៀវភៅចាស់ម្ដងទៀត។'),
  'village-code-not-8-digits': draft('លេខកូដភូមិមានប្រាំបីខ្ទង់។ សូមរកក្នុងបញ្ជីភូមិ ហើយសរសេរម្ដងទៀត។'),
  'charter-cannot-hold': draft('មានបទបញ្ជាមួយមិនអាចបែបនេះបាន។ សូមពិនិត្យតម្លៃហ៊ុន ថ្ងៃប្រជុំ និងការប្រាក់។'),
  'rate-above-cap': draft('ការប្រាក់លើសអ្វីដែលច្បាប់អនុញ្ញាត។ នឹងមានសញ្ញា៖ សូមឱ្យអង្គប្រជុំបន្ថយ។'),
}
