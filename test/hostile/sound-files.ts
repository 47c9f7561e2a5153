import { handMade, rowOf, textCell } from '#test/support/hand-made-workbook.ts'

/* Files that are sound, small and invented: what is broken in a test is made of these. */

export const members = 'card,sex,zone,savings\nM01,f,upland,120000\nM02,m,river,0\n'
export const loans =
  'card,loan,system,principal,rate_percent,instalments,disbursed,principal_owed\nM01,L1,other,500000,18,10,2024-05-20,300000\n'
export const bankList =
  'Date,Reference,Description,Money in,Money out,Balance\n2025-12-01,R1,a,1000,,1000\n2025-12-02,R2,b,,500,500\n'
export const agencies =
  'name_latin,licence,status,list_date\nInvented Agency,001,licensed,2025-01-01\n'
export const alert = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A1</identifier><sender>s@x</sender>
<sent>2025-09-01T08:00:00+07:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><category>Met</category><event>Flood &amp; rain</event><urgency>Expected</urgency><severity>Severe</severity>
<certainty>Likely</certainty><area><areaDesc>Kratie</areaDesc></area></info></alert>`
/** A list as a workbook of one sheet. */
export const sheetOf = (text: string): Uint8Array<ArrayBuffer> =>
  handMade([
    {
      name: 'members',
      data: text
        .trim()
        .split('\n')
        .map((line, y) =>
          rowOf(
            y + 1,
            ...line.split(',').map((cell, x) => textCell(`${'ABCDEFGH'[x]}${y + 1}`, cell)),
          ),
        )
        .join(''),
    },
  ]) as Uint8Array<ArrayBuffer>
