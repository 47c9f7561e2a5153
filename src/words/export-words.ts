import type { Statement } from '#domain/ledger/statement.ts'
import { type Language, draft, reviewed } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { type ToldStatement, statementNames, statementTold } from '#src/words/statement-words.ts'
import { family } from '#src/words/words.ts'

const en = {
  members: reviewed('Members'),
  loans: reviewed('Loans'),
  meetings: reviewed('Meetings'),
  cycles: reviewed('Years'),
  postings: reviewed('Postings'),
  entries: reviewed('Entries'),
  'entry-facts': reviewed('Facts of entries'),
}

const km: typeof en = {
  members: draft('សមាជិក'),
  loans: draft('កម្ចី'),
  meetings: draft('ការប្រជុំ'),
  cycles: draft('ឆ្នាំ'),
  postings: draft('បញ្ជីចុះគណនី'),
  entries: draft('កំណត់ត្រា'),
  'entry-facts': draft('ខ្លឹមសារកំណត់ត្រា'),
}

/** What the lists are called that can be taken along, on the sheets of a workbook. */
export const exportWords = family<typeof en>({ en, km })

const aboutEn = {
  unit: reviewed(
    (number: string, sum: string, currency: string) =>
      `Sums are whole numbers of the smallest unit: ${number} is ${sum} (${currency}). A row with a currency of its own is in that one.`,
  ),
  knownAt: reviewed((instant: string) => `As the book was known at ${instant}.`),
  knownNow: reviewed('As the book was known when this was written.'),
}

const aboutKm: typeof aboutEn = {
  unit: draft(
    (number: string, sum: string, currency: string) =>
      `ចំនួនទឹកប្រាក់ជាចំនួនគត់នៃឯកតាតូចបំផុត៖ ${number} គឺ ${sum} (${currency})។ ជួរដែលមានរូបិយប័ណ្ណផ្ទាល់ខ្លួន គិតតាមរូបិយប័ណ្ណនោះ។`,
  ),
  knownAt: draft((instant: string) => `តាមសៀវភៅដូចបានដឹងនៅ ${instant}។`),
  knownNow: draft('តាមសៀវភៅដូចបានដឹងនៅពេលសរសេរឯកសារនេះ។'),
}

/** What a sheet says about itself, since it is read away from the page that says it. */
export const sheetWords = family<typeof aboutEn>({ en: aboutEn, km: aboutKm })

/** Large enough to be told from its parts in any currency. */
const example = 100_000

const aboutSheet = ({ currency, knownAt }: Statement, language: Language): string[] => {
  const words = sheetWords.in(language)
  return [
    words.unit(String(example), moneyInFigures({ amount: example, currency }), currency),
    knownAt === null ? words.knownNow : words.knownAt(knownAt),
  ]
}

/** A statement in words with the name of its sheet, and what its sums and its time are. */
export const sheetTold = (
  statement: Statement,
  language: Language,
): ToldStatement & { readonly sheet: string } => {
  const told = statementTold(statement, language)
  return {
    ...told,
    notes: [...told.notes, ...aboutSheet(statement, language)],
    sheet: statementNames.in(language)[statement.name],
  }
}
