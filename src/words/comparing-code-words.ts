import { draft, reviewed } from '#src/words/catalogue.ts'

/** What the codes about the paper book beside the software, and about what is unexplained, say. */
export const comparingCodesEn = {
  'figure-missing': reviewed(
    'The paper says nothing of this member. Write what it says, or leave the member out.',
  ),
  'compared-twice': reviewed('This member is there twice. Keep the line that the paper has.'),
  'paper-differs': reviewed(
    'Paper and book do not agree. It will be marked: look for each line on the list.',
  ),
  'not-all-compared': reviewed(
    'The paper said nothing of somebody. It will be marked: look it up before the next meeting.',
  ),
  'nothing-unexplained': reviewed(
    'Nothing is unexplained on that day, so nobody has to answer for it. Check the day.',
  ),
  'due-day-not-ahead': reviewed('This day has come already. Choose a day that is still ahead.'),
  'due-day-too-far': reviewed(
    'Nobody gets more than 90 days at once to look for it. Choose an earlier day.',
  ),
  'put-off': reviewed(
    'This gives more time than before. It will be marked, and stays on the list of what to look at.',
  ),
}

/** The same in Khmer; all of it waits for a native speaker. */
export const comparingCodesKm: typeof comparingCodesEn = {
  'figure-missing': draft('ក្រដាសមិននិយាយអ្វីអំពីសមាជិកនេះទេ។ សូមសរសេរអ្វីដែលក្រដាសមាន ឬទុកសមាជិកនេះចោល។'),
  'compared-twice': draft('សមាជិកនេះមានពីរដង។ សូមទុកតែជួរដែលក្រដាសមាន។'),
  'paper-differs': draft('ក្រដាស និងបញ្ជីមិនត្រូវគ្នា។ នឹងត្រូវចំណាំ៖ សូមរកមើលជួរនីមួយៗក្នុងបញ្ជី។'),
  'not-all-compared': draft('ក្រដាសមិននិយាយអំពីអ្នកខ្លះទេ។ នឹងត្រូវចំណាំ៖ សូមរកមើលមុនប្រជុំក្រោយ។'),
  'nothing-unexplained': draft('នៅថ្ងៃនោះគ្មានអ្វីមិនទាន់ពន្យល់ទេ ដូច្នេះគ្មានអ្នកណាត្រូវឆ្លើយ។ សូមពិនិត្យថ្ងៃ។'),
  'due-day-not-ahead': draft('ថ្ងៃនេះមកដល់ហើយ។ សូមជ្រើសថ្ងៃដែលមិនទាន់មកដល់។'),
  'due-day-too-far': draft('គ្មានអ្នកណាបានលើសពី 90 ថ្ងៃក្នុងមួយលើកដើម្បីរកទេ។ សូមជ្រើសថ្ងៃមុននេះ។'),
  'put-off': draft('នេះឱ្យពេលច្រើនជាងមុន។ នឹងត្រូវចំណាំ ហើយនៅក្នុងបញ្ជីអ្វីដែលត្រូវមើល។'),
}
