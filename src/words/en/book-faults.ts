/** What stands beside a fault of a paper book, which the import itself says in English. */
export const bookFault = {
  nearest: 'The nearest known heading',
}
