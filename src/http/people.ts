import type { Pages } from '#src/http/page.ts'
import { formPages } from '#src/http/form-pages.ts'
import { erasing } from '#src/http/people/erasing.ts'
import { endKin, family, kin, nominees } from '#src/http/people/family.ts'
import { goal } from '#src/http/people/goal.ts'
import { askPhoto, naming, takePhoto } from '#src/http/people/naming.ts'
import { reasons } from '#src/http/people/reasons.ts'
import {
  alikePeople,
  listOfPeople,
  onePerson,
  pictureOf,
  takeAnswer,
} from '#src/http/people/person.ts'

/** Who the members of a fund are: names and photos, nominees, kin, and how each is erased. */
export const peoplePages = (pages: Pages): void => {
  const list = '/funds/:fundId/people'
  const one = `${list}/:memberId`
  pages.get(list, 'read-names', listOfPeople)
  pages.get(`${list}/alike`, 'keep-names', alikePeople)
  pages.get(one, 'read-names', onePerson)
  pages.get(`${one}/picture`, 'read-names', pictureOf)
  pages.post(`${one}/asked`, 'keep-names', takeAnswer)
  formPages(pages, naming)
  pages.get(`${one}/photo`, 'keep-names', askPhoto)
  pages.post(`${one}/photo`, 'keep-names', takePhoto)
  formPages(pages, goal)
  pages.get(`${one}/family`, 'read-family', family)
  formPages(pages, nominees)
  formPages(pages, kin)
  formPages(pages, endKin)
  pages.get(`${one}/reasons`, 'read-relief-reason', reasons)
  formPages(pages, erasing)
}
