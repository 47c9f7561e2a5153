/** How Khmer counts, which is not how English does: this catalogue has a shape of its own. */
export const number = {
  zero: 'សូន្យ',
  // A zero inside a number is not said, so both lists begin with nothing.
  small: ['', ...'មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន'.split(' ')],
  tens: ['', ...'ដប់ ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប'.split(' ')],
  places: [
    [100_000, 'សែន'],
    [10_000, 'ម៉ឺន'],
    [1_000, 'ពាន់'],
    [100, 'រយ'],
  ],
  million: 'លាន',
} as const
