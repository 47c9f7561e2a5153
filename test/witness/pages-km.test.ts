import { pagesTellAsBefore } from '#test/witness/pages.ts'

pagesTellAsBefore('km')
