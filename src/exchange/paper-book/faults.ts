/** A place in a book that cannot be read or cannot hold. The cell's own text is never repeated. */
export type BookFault = {
  readonly file: string
  /** Line of the file as a spreadsheet counts it, the headings being 1; null where it is about the file. */
  readonly row: number | null
  readonly field: string | null
  /** The cell of a workbook's sheet: "loans!D14". */
  readonly cell?: string
  readonly code: FaultCode
  /** The known heading that is nearest to one that is not known. */
  readonly nearest?: string
  readonly message: string
}

const messages = {
  'file-missing':
    'This file is not in the folder. Add it, with its headings even if it has no lines.',
  'file-too-large': 'This file is too large for a village book. Check that it is the right file.',
  'not-utf8': 'This file is not UTF-8 text. Save it again as "CSV UTF-8".',
  'nul-character': 'There is an invisible null character here. Delete the cell and type it again.',
  'not-json': 'This file is not sound JSON. Compare it with the example in the guide.',
  'csv-broken': 'This line is not sound CSV. Look for a quotation mark that is not closed.',
  'cells-missing': 'This line has fewer cells than the headings. Fill in the missing ones.',
  'cells-too-many': 'This line has more cells than the headings. Look for a stray comma.',
  'column-missing': 'This column is missing. Add it with this heading or its Khmer one.',
  'column-twice': 'This heading stands twice. Delete or rename one of them.',
  'column-unknown':
    'This heading is not known here. Write the one that is meant, or delete the column.',
  'value-missing': 'This cell is empty. Fill it in.',
  'amount-not-a-number':
    'This must be an amount in digits only, with no letters, spaces or separators.',
  'amount-negative': 'This amount is below zero. Write it in the column for the other direction.',
  'amount-not-whole': 'This amount has parts of a unit that the currency does not use.',
  'amount-too-large': 'This amount is larger than any fund could have. Check for extra digits.',
  'number-not-whole': 'This must be a whole number in digits.',
  'rate-not-a-number':
    'This must be a rate a month in per cent, in digits with a dot: 2.5. At most 100.',
  'any-rate-not-a-number':
    'This must be a rate in per cent, in digits with a dot: 18.5. At most 1200.',
  'rate-missing': 'It is written how this loan charges, and no rate. Write the rate a month.',
  'method-missing':
    'A rate is written, and not how this loan charges. Write declining, flat or interest-only.',
  'interest-before-not-carried-over':
    'Interest paid before this book belongs to a loan with an opening balance only.',
  'date-format': 'This must be a date as year-month-day, for example 2025-01-20.',
  'date-impossible': 'The calendar has no such day. Check month and day.',
  'month-format': 'This must be a month as year-month, for example 2025-08.',
  'code-format': 'This must be a short number or code: letters, digits, dot, dash or slash.',
  'choice-unknown': 'This is not one of the words that the column allows. See the guide.',
  'member-unknown': 'This card is not in members.csv. Correct the card or add the member.',
  'card-twice': 'This card stands twice in members.csv. Each member has a card of their own.',
  'card-on-two-lines': 'This card stands on two lines. Keep the line that the paper has.',
  'loan-unknown': 'This loan is not in loans.csv. Correct the number or add the loan.',
  'loan-number-twice': 'This loan number stands twice in loans.csv. Each loan has its own number.',
  'meeting-twice': 'This meeting stands twice in cash_book.csv. Keep one line a meeting.',
  'opening-not-balanced':
    'The opening balances do not balance: cash + loans - provision must equal savings + social + reserve + restricted money.',
  'opening-savings-differ':
    "The members' opening savings do not add up to the fund's opening savings.",
  'opening-loans-differ':
    "The opening balances of loans do not add up to the fund's opening loans.",
  'savings-not-shares-times-value': 'Savings must equal shares x the value of a share.',
  'carried-over-after-opening':
    'A loan with an opening balance must have been paid out before the book begins.',
  'paid-out-before-opening': 'A loan paid out before the book begins needs its opening balance.',
  'before-opening': 'This date is before the book begins.',
  'loan-repaid-too-often':
    'This loan is repaid more often than any loan can be. Check that the lines do not stand twice.',
  'loan-without-number': 'A repayment is written without a loan number. Fill in the loan.',
  'months-out-of-range': 'A loan runs for 1 to 120 months.',
  'principal-is-nought': 'A loan of zero is no loan.',
  'amount-is-nought': 'This amount is zero. Fill it in or delete the line.',
  'window-cannot-hold': 'The last month comes before the first.',
  'event-differs': 'Lines of one event must have the same kind and the same day of declaration.',
  'loan-touched-twice': 'This loan stands twice under the same event. Keep one line.',
  'fund-value':
    'This value of fund.json is missing or cannot hold. Compare it with the example in the guide.',
  'meeting-day-unknown':
    'No meeting day could be read. Write the day of the month in "meetings", for example "on the 20th".',
  'year-unknown':
    'The book has no meeting, so its year cannot be known. Add the meetings to cash_book.csv.',
  'workbook-not-one':
    'This file is no .xlsx workbook, whatever it is called. Open it in the spreadsheet program and save it as .xlsx.',
  'workbook-old-format':
    'This is a workbook of the old .xls sort. Open it in the spreadsheet program and save it as .xlsx.',
  'workbook-other-format':
    'This file is of another program or sort. Open it in the spreadsheet program and save it as .xlsx.',
  'workbook-encrypted':
    'This workbook is closed with a password. Save a copy without one, and take it in from there.',
  'workbook-broken':
    'This workbook is damaged and cannot be read. Open it in the spreadsheet program and save it again as .xlsx.',
  'workbook-too-large':
    'This workbook is too large for a village book. Save one that holds the sheets of the book alone.',
  'zip-broken':
    'This zip is damaged and cannot be opened. Make it anew from the folder of the book.',
  'zip-encrypted': 'This zip is closed with a password. Make one without a password.',
  'zip-too-large':
    'This zip is too large for a village book. Put the files of the book alone into it.',
  'zip-name-twice':
    'Two files of this zip have the same name. Put one book into it, and nothing else.',
  'book-not-there':
    'There is no file of a paper book here. Choose fund.json, members.csv and the others, or a zip or workbook with them.',
  'sheet-missing':
    'This sheet is not in the workbook, or it is hidden. Add it, with its headings even if it has no lines.',
  'sheet-twice': 'Two sheets have this name. Rename or hide the one that does not count.',
  'formula-not-calculated':
    'The formula in this cell was never worked out. Open the workbook in the spreadsheet program and save it.',
  'formula-error': 'The formula in this cell came to an error. Write the value itself.',
  'rate-as-percent':
    'This cell holds a hundredth of what it shows. Write 2.5 for two and a half per cent, without the sign.',
  'no-lines': 'There is no line under the headings. Fill in one line a member.',
  'no-loan-lines': 'There is no line under the headings. Fill in one line a loan.',
  'too-many-instalments':
    'The loans of this sheet have more instalments than can be computed at once. Send it in two parts.',
  'card-not-here': 'No member of this fund has this card. Take in the members first.',
  'loan-twice-in-sheet':
    'This loan number stands twice in the sheet. Each loan has its own number.',
  'currency-differs':
    "These sums are in another currency than the fund's. Write them in the fund's own.",
  'instalments-out-of-range': 'A loan has 1 to 600 instalments.',
  'term-out-of-range': 'From the pay-out to the last instalment it is more than 120 months.',
  'grace-out-of-range': 'The grace on principal leaves no instalment that pays any.',
  'paid-out-on-first-day':
    "This loan was paid out on or after the fund's first day. Write it down as a loan of the fund.",
  'first-due-before-payout': 'The first instalment is due before the loan was paid out.',
  'monthly-rate-too-high':
    'By this rate a month would cost more than 100 %. Check the rate and its period.',
  'here-already':
    'This stands in the fund already, written by hand. Leave this cell empty, or take the other entry back first.',
  'here-otherwise':
    'This was taken over before with another value. Take that entry back first, or write what was there.',
  'not-taken':
    'The rules of the fund do not take this line. Write it on the page of older books to see why.',
  'bank-headings-missing':
    'No row of headings was found that names a day and money in and money out, or a day and one amount. The page lists the headings that are known.',
  'heading-unknown':
    'This heading is not known, and what stands under it may change what a line means. Delete the column if it does not, or give it a heading of the list.',
  'bank-date-format':
    'No day could be read here. Write it as 2026-01-31, 31/01/2026 or 31 Jan 2026.',
  'date-two-ways':
    'This day can be read in two ways. Write the days of this column as year-month-day, 2026-01-31.',
  'date-in-the-future': 'This day is still ahead. Check it, and the day of the machine.',
  'bank-sum-unread':
    'No sum could be read here. Write digits, with commas between thousands or none: 1,200,000.',
  'bank-two-sums': 'This line has money in and money out. A line is one of them.',
  'bank-row-without-day':
    'There is a sum here and no day. Delete rows of totals, or fill in the day.',
  'other-currency':
    'This is of another currency than the fund keeps its book in. Take out those lines or columns.',
  'bank-lines-none': 'There is no line with a day and a sum under the headings.',
  'bank-lines-too-many': 'There are too many lines for one time. Take a shorter stretch of days.',
  'name-not-readable':
    'This name cannot be read. Write at least two letters and at most 60, without < and >.',
  'country-not-known':
    'There is a country here that is not known. Write codes of two letters such as TH MY.',
  'agency-twice': 'This agency stands twice in the list. Keep one line of it.',
  'list-ends-before-it-begins': 'This licence ends before it begins. Check both days.',
  'list-empty': 'There is no agency in this list. Check that it is the right file.',
  'agencies-too-many': 'There are too many agencies for one time. Take at most 200.',
} as const

export type FaultCode = keyof typeof messages

export const faultCodes = Object.keys(messages) as readonly FaultCode[]

export const fault = (
  file: string,
  at: { readonly row?: number; readonly field?: string },
  code: FaultCode,
): BookFault => ({
  file,
  row: at.row ?? null,
  field: at.field ?? null,
  code,
  message: messages[code],
})
