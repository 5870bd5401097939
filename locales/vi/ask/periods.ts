/**
 * How stretches of time are said. `{n}` is a number, `{gn}` a number that touches the letter before it, `{roman}` a
 * Roman one, `{year}` a year, `{date}` a day and month, `{my}` a month and year, `{nn}` two numbers with a dash between.
 */
export const periodPhrases = [
  {
    say: '(hôm nay|bữa nay|bữa ni|ngày hôm nay|hnay|hôm ni|ngày nay|sáng nay|chiều nay|tối nay)',
    means: { is: 'relative', unit: 'day', shift: 0 },
  },
  {
    say: '(hôm qua|bữa qua|ngày hôm qua|hqua|ngày qua|hôm trước)',
    means: { is: 'relative', unit: 'day', shift: -1 },
  },
  { say: '(hôm kia|bữa kia|ngày hôm kia)', means: { is: 'relative', unit: 'day', shift: -2 } },
  {
    say: '(ngày mai|sáng mai|trưa mai|chiều mai|tối mai|hôm sau)',
    means: { is: 'relative', unit: 'day', shift: 1 },
  },

  {
    say: '(trong)? tuần (này|nay|hiện tại|hiện nay|đang chạy|ni)',
    means: { is: 'relative', unit: 'week', shift: 0 },
  },
  { say: 'trong tuần', means: { is: 'relative', unit: 'week', shift: 0 } },
  {
    say: '(trong)? tuần (trước|rồi|qua|vừa rồi|vừa qua|trước đó|mới rồi|gần nhất|gần đây nhất|vừa xong|mới đây)',
    means: { is: 'relative', unit: 'week', shift: -1 },
  },
  { say: 'tuần (trước nữa|kia|trước trước|kìa)', means: { is: 'relative', unit: 'week', shift: -2 } },
  { say: 'tuần (sau|tới|kế|kế tiếp|tiếp theo)', means: { is: 'relative', unit: 'week', shift: 1 } },
  {
    say: '(trong)? tuần (thứ|số)? {n} (năm|của năm|\u2044)? {year}',
    means: { is: 'numbered', unit: 'week' },
  },
  { say: '(trong)? tuần (thứ|số)? {my}', means: { is: 'numbered', unit: 'week' } },
  { say: '(trong)? tuần (thứ|số)? {n} (năm (nay|này))?', means: { is: 'numbered', unit: 'week' } },
  { say: '(w|tuan) {gn} {year}?', means: { is: 'numbered', unit: 'week' } },
  {
    say: '(từ)? tuần (thứ|số)? {n} (đến|tới|cho đến) {n} (năm)? {year}?',
    means: { is: 'numbered_range', unit: 'week' },
  },
  { say: '(từ)? tuần (thứ|số)? {nn} (năm)? {year}?', means: { is: 'numbered_range', unit: 'week' } },

  {
    say: '(trong)? tháng (này|nay|hiện tại|hiện nay|ni)',
    means: { is: 'relative', unit: 'month', shift: 0 },
  },
  { say: 'trong tháng', means: { is: 'relative', unit: 'month', shift: 0 } },
  {
    say: '(trong)? tháng (trước|rồi|qua|vừa rồi|vừa qua|trước đó|mới rồi|gần nhất|gần đây nhất)',
    means: { is: 'relative', unit: 'month', shift: -1 },
  },
  { say: 'tháng (trước nữa|kia|trước trước)', means: { is: 'relative', unit: 'month', shift: -2 } },
  { say: 'tháng (sau|tới|kế|tiếp theo)', means: { is: 'relative', unit: 'month', shift: 1 } },
  { say: '(trong)? (tháng|th|thg) {n} (năm|của năm|nam)? {year}', means: { is: 'numbered', unit: 'month' } },
  { say: '(trong)? (tháng|th|thg|t)? {my}', means: { is: 'numbered', unit: 'month' } },
  { say: '(trong)? (tháng|thg) {n} (vừa rồi|vừa qua|này)?', means: { is: 'numbered', unit: 'month' } },
  { say: '(trong)? (tháng|thg) {n} (năm nay)', means: { is: 'numbered', unit: 'month', yearShift: 0 } },
  {
    say: '(trong)? (tháng|thg) {n} (năm (ngoái|trước|rồi))',
    means: { is: 'numbered', unit: 'month', yearShift: -1 },
  },
  { say: 'tháng (giêng|đầu năm)', means: { is: 'numbered', unit: 'month', number: 1 } },
  { say: 'tháng (chạp|cuối năm)', means: { is: 'numbered', unit: 'month', number: 12 } },
  { say: '(th|m) {gn} {year}?', means: { is: 'numbered', unit: 'month' } },
  { say: 't {gn} {year}?', means: { is: 'numbered', unit: 'month_or_week' } },
  {
    say: '(từ)? (tháng|thg) {n} (đến|tới|cho đến) {n} (năm)? {year}?',
    means: { is: 'numbered_range', unit: 'month' },
  },
  { say: '(từ)? (tháng|thg) {nn} (năm)? {year}?', means: { is: 'numbered_range', unit: 'month' } },

  { say: '(trong)? quý (này|nay|hiện tại|hiện nay)', means: { is: 'relative', unit: 'quarter', shift: 0 } },
  {
    say: '(trong)? quý (trước|rồi|qua|vừa rồi|vừa qua|gần nhất)',
    means: { is: 'relative', unit: 'quarter', shift: -1 },
  },
  { say: 'quý (sau|tới|tiếp theo)', means: { is: 'relative', unit: 'quarter', shift: 1 } },
  { say: '(trong)? quý ({n}|{roman}) (năm|của năm)? {year}', means: { is: 'numbered', unit: 'quarter' } },
  { say: '(trong)? quý {my}', means: { is: 'numbered', unit: 'quarter' } },
  {
    say: '(trong)? quý ({n}|{roman}) (năm nay|vừa rồi|vừa qua|này)?',
    means: { is: 'numbered', unit: 'quarter' },
  },
  {
    say: 'quý ({n}|{roman}) năm (ngoái|trước|rồi)',
    means: { is: 'numbered', unit: 'quarter', yearShift: -1 },
  },
  { say: '(q|quy) {gn} {year}?', means: { is: 'numbered', unit: 'quarter' } },
  { say: 'q ({n}|{roman})', means: { is: 'numbered', unit: 'quarter' } },
  { say: 'quý (đầu|đầu năm|đầu tiên)', means: { is: 'numbered', unit: 'quarter', number: 1 } },
  { say: 'quý cuối (năm)?', means: { is: 'numbered', unit: 'quarter', number: 4 } },

  {
    say: '(6|sáu) (tháng|t) đầu (năm)? (nay|này|năm nay|năm)?',
    means: { is: 'months_of_year', from: 1, to: 6 },
  },
  { say: '(6|sáu) (tháng|t) đầu (năm)? (năm)? {year}', means: { is: 'months_of_year', from: 1, to: 6 } },
  {
    say: '(6|sáu) (tháng|t) đầu năm (ngoái|trước|rồi)',
    means: { is: 'months_of_year', from: 1, to: 6, yearShift: -1 },
  },
  {
    say: '(6|sáu) (tháng|t) cuối (năm)? (nay|này|năm nay|năm)?',
    means: { is: 'months_of_year', from: 7, to: 12 },
  },
  { say: '(6|sáu) (tháng|t) cuối (năm)? (năm)? {year}', means: { is: 'months_of_year', from: 7, to: 12 } },
  {
    say: '(6|sáu) (tháng|t) cuối năm (ngoái|trước|rồi)',
    means: { is: 'months_of_year', from: 7, to: 12, yearShift: -1 },
  },
  { say: '(nửa|nửa năm) đầu năm? {year}?', means: { is: 'months_of_year', from: 1, to: 6 } },
  { say: '(nửa|nửa năm) cuối năm? {year}?', means: { is: 'months_of_year', from: 7, to: 12 } },
  { say: '{n} (tháng|t) đầu (năm)? (nay|này|năm nay)?', means: { is: 'first_months' } },
  { say: '{n} (tháng|t) đầu (năm)? (năm)? {year}', means: { is: 'first_months' } },
  { say: '{n} (tháng|t) năm {year}', means: { is: 'first_months' } },
  { say: '{n} tháng (của)? năm (nay|này)', means: { is: 'first_months' } },
  { say: '{n} tháng (của)? năm (ngoái|trước|rồi)', means: { is: 'first_months', yearShift: -1 } },
  { say: '{n} tháng', means: { is: 'first_months', bare: true } },
  { say: '{n} (tháng|t) đầu năm (ngoái|trước|rồi)', means: { is: 'first_months', yearShift: -1 } },

  { say: '(trong|cả)? năm (nay|này|hiện tại)', means: { is: 'relative', unit: 'year', shift: 0 } },
  { say: 'cả năm', means: { is: 'relative', unit: 'year', shift: 0 } },
  {
    say: '(trong|cả)? năm (ngoái|trước|rồi|qua|vừa rồi|vừa qua)',
    means: { is: 'relative', unit: 'year', shift: -1 },
  },
  { say: 'năm (kia|trước nữa)', means: { is: 'relative', unit: 'year', shift: -2 } },
  { say: 'năm (sau|tới)', means: { is: 'relative', unit: 'year', shift: 1 } },
  { say: '(trong|cả|của)? (năm|nam)? {year}', means: { is: 'numbered', unit: 'year' } },

  {
    say: '{n} ngày (qua|vừa qua|vừa rồi|gần đây|gần nhất|gần đây nhất|trở lại đây|nay|mới đây|cuối)',
    means: { is: 'rolling', unit: 'day' },
  },
  {
    say: '(trong)? {n} tuần (lễ)? (qua|vừa qua|vừa rồi|rồi|gần đây|gần nhất|gần đây nhất|trở lại đây|nay|mới đây)',
    means: { is: 'rolling', unit: 'week' },
  },
  {
    say: '{n} (tháng|t) (qua|vừa qua|vừa rồi|rồi|gần đây|gần nhất|gần đây nhất|trở lại đây|nay)',
    means: { is: 'rolling', unit: 'month' },
  },
  { say: '{n} năm (qua|vừa qua|gần đây|trở lại đây|gần nhất)', means: { is: 'rolling', unit: 'year' } },
  {
    say: '(nửa tháng|nửa tháng qua|nửa tháng nay) (qua|nay|gần đây)?',
    means: { is: 'rolling', unit: 'day', number: 15 },
  },
  { say: '{n} (tuần|tuần lễ) (gần|cuối) (đây|cùng)?', means: { is: 'rolling', unit: 'week' } },
  { say: '(cách đây|cách nay) {n} ngày', means: { is: 'ago', unit: 'day' } },
  { say: '{n} ngày (trước|trước đây)', means: { is: 'ago', unit: 'day' } },
  { say: '(cách đây|cách nay) {n} tuần', means: { is: 'ago', unit: 'week' } },
  { say: '{n} tuần (trước|trước đây)', means: { is: 'ago', unit: 'week' } },
  { say: '(cách đây|cách nay) {n} tháng', means: { is: 'ago', unit: 'month' } },
  { say: '{n} tháng (trước|trước đây)', means: { is: 'ago', unit: 'month' } },

  {
    say: '(từ|kể từ|tính từ)? (đầu|hồi đầu) năm (nay|này)? (đến|tới|cho đến|cho tới|trở lại)? (nay|giờ|hiện tại|hiện nay|bây giờ|đây|hôm nay)?',
    means: { is: 'to_date', of: 'year' },
  },
  {
    say: '(từ|kể từ|tính từ)? đầu quý (này)? (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'quarter' },
  },
  {
    say: '(từ|kể từ|tính từ)? đầu tháng (này)? (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'month' },
  },
  { say: '(từ|kể từ|tính từ)? đầu tháng {n} (đến|tới)? (nay|giờ)?', means: { is: 'since', unit: 'month' } },
  {
    say: '(từ|kể từ|tính từ)? đầu quý ({n}|{roman}) (đến|tới)? (nay|giờ)?',
    means: { is: 'since', unit: 'quarter' },
  },
  { say: '(từ|kể từ|tính từ)? đầu năm {year} (đến|tới)? (nay|giờ)?', means: { is: 'since', unit: 'year' } },
  { say: '(từ|kể từ|tính từ)? đầu tuần (này)? (đến|tới)? (nay|giờ)?', means: { is: 'to_date', of: 'week' } },
  {
    say: '(từ|kể từ|tính từ) (đầu|khi bắt đầu|lúc bắt đầu|ngày bắt đầu|khi phát động|khi mở|khi có|hôm phát động|ngày phát động|lúc phát động|hôm bắt đầu|hồi bắt đầu|ngày ra quân|hôm ra quân) [campaign] (này)? (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'campaign' },
  },
  {
    say: '(từ|kể từ|tính từ)? đầu [campaign] (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'campaign' },
  },
  {
    say: '(từ|kể từ|tính từ)? (đầu|khi bắt đầu|lúc bắt đầu) [phase] (này)? (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'phase' },
  },
  {
    say: '(từ|kể từ|tính từ)? (đầu|khi bắt đầu|lúc bắt đầu) [phase] ({n}|{roman}) (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'phase' },
  },
  {
    say: '(lũy kế|luỹ kế|lk|cộng dồn|tích lũy|tích luỹ) (từ)? (đầu năm)? (năm nay|cả năm)? (đến|tới|tính đến)? (nay|giờ|hiện tại|hiện nay|hôm nay)?',
    means: { is: 'to_date', of: 'year' },
  },
  {
    say: '(lũy kế|luỹ kế|lk|cộng dồn) (từ)? (đầu)? [campaign] (này)? (đến nay)?',
    means: { is: 'to_date', of: 'campaign' },
  },
  {
    say: '(lũy kế|luỹ kế|lk|cộng dồn) (từ)? (đầu)? [phase] (này)? (đến nay)?',
    means: { is: 'to_date', of: 'phase' },
  },
  {
    say: '(lũy kế|luỹ kế|lk|cộng dồn) (từ)? (đầu)? [phase] ({n}|{roman}) (đến nay)?',
    means: { is: 'to_date', of: 'phase' },
  },
  {
    say: '(lũy kế|luỹ kế|lk|cộng dồn) (từ)? (đầu)? quý (này)? (đến nay)?',
    means: { is: 'to_date', of: 'quarter' },
  },
  {
    say: '(lũy kế|luỹ kế|lk|cộng dồn) (từ)? (đầu)? tháng (này)? (đến nay)?',
    means: { is: 'to_date', of: 'month' },
  },
  { say: '(lũy kế|luỹ kế|lk|cộng dồn) {n} tháng (đầu năm|đầu)?', means: { is: 'first_months' } },
  {
    say: '(tính)? (cho)? (đến|tới) (nay|thời điểm này|thời điểm hiện tại|hôm nay|bây giờ|hiện nay|hiện tại)',
    means: { is: 'to_date', of: 'year' },
  },

  {
    say: '(trong|cả|toàn|suốt|giữa|sang|bước sang|qua|vào)? [phase] ({n}|{roman}) (này|của [campaign]|[campaign])?',
    means: { is: 'phase' },
  },
  { say: '(sang|qua|vào)? (gđ|gd|đợt) {gn}', means: { is: 'phase' } },
  {
    say: '(trong|cả|toàn|suốt)? [phase] (này|hiện nay|hiện tại|đang chạy|nay|bây giờ)',
    means: { is: 'near_phase', shift: 0 },
  },
  { say: '(trong|cả|suốt) [phase]', means: { is: 'near_phase', shift: 0 } },
  { say: '[phase] (trước|vừa rồi|rồi|vừa qua|trước đó)', means: { is: 'near_phase', shift: -1 } },
  { say: '[phase] (sau|tới|tiếp theo|kế tiếp)', means: { is: 'near_phase', shift: 1 } },
  { say: '[phase] (đầu|đầu tiên)', means: { is: 'phase', number: 1 } },
  { say: '[phase] (cuối|cuối cùng)', means: { is: 'last_phase' } },
  { say: '(trong|cả|suốt|toàn|toàn bộ) [campaign]', means: { is: 'campaign' } },

  {
    say: '(trước|hồi trước|trước khi có|trước khi vào|trước lúc) [campaign]',
    means: { is: 'beside_campaign', side: 'before' },
  },
  {
    say: '(trước|hồi trước|trước khi có|trước khi vào) [phase] (1|một|{roman}|đầu|đầu tiên)',
    means: { is: 'beside_campaign', side: 'before' },
  },
  {
    say: '(từ|kể từ|tính từ) (lúc|khi|hôm|ngày) (ký|ban hành|có|giao|ra|phát động|triển khai) (kế hoạch|quyết định|văn bản|công văn) (số)? {n}? (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'campaign' },
  },
  { say: '(sau|sau khi kết thúc|hậu) [campaign]', means: { is: 'beside_campaign', side: 'after' } },

  { say: '(hổm rày|bữa giờ|mấy bữa rày|dạo gần đây)', means: { is: 'rolling', unit: 'day', number: 14 } },
  {
    say: '(lũy kế|luỹ kế|cộng dồn|lk)? (từ|kể từ|tính từ) (hôm|ngày|lúc|khi|hồi) (phát động|ra quân|khởi động|bắt đầu|mở màn) (đến|tới)? (nay|giờ)?',
    means: { is: 'to_date', of: 'campaign' },
  },
  { say: '(kỳ|kỳ báo cáo) (này|nay|hiện tại)', means: { is: 'relative', unit: 'report', shift: 0 } },
  {
    say: '(kỳ|kỳ báo cáo) (trước|rồi|vừa rồi|vừa qua)',
    means: { is: 'relative', unit: 'report', shift: -1 },
  },
  { say: 'kỳ báo cáo tháng {n}', means: { is: 'numbered', unit: 'report' } },
  { say: 'kỳ báo cáo (tháng)? {my}', means: { is: 'numbered', unit: 'report' } },

  {
    say: '(tuần|tuần lễ)? (từ)? (ngày)? {n} (đến|tới|cho đến) (hết)? (ngày)? {date}',
    means: { is: 'day_range' },
  },
  { say: 'từ (ngày)? {n} {date}', means: { is: 'day_range' } },
  { say: '(sau|từ sau|kể từ sau) (ngày)? {date}', means: { is: 'after_date' } },
  {
    say: '{n} ngày (đầu|đầu tiên) (của)? tháng (này|nay)',
    means: { is: 'part_of_month', part: 'first_days' },
  },
  {
    say: '{n} ngày (đầu|đầu tiên) (của)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'first_days' },
  },
  {
    say: '{n} ngày (cuối|cuối cùng) (của)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'last_days' },
  },
  {
    say: '(nửa|nửa tháng) đầu (của)? (tháng|thg)? (này|nay)',
    means: { is: 'part_of_month', part: 'first_half' },
  },
  {
    say: '(nửa|nửa tháng) đầu (của)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'first_half' },
  },
  {
    say: '(nửa|nửa tháng) (cuối|sau) (của)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'last_half' },
  },
  { say: 'cuối (của)? (tháng|thg) ({n}|{my}) {year}?', means: { is: 'part_of_month', part: 'end' } },
  { say: 'đầu (của)? (tháng|thg) ({n}|{my}) {year}?', means: { is: 'part_of_month', part: 'beginning' } },
  { say: 'giữa (của)? (tháng|thg) ({n}|{my}) {year}?', means: { is: 'part_of_month', part: 'middle' } },
  {
    say: 'tuần (thứ)? {n} (của|trong)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'week' },
  },
  {
    say: 'tuần (đầu|đầu tiên) (của|trong)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'first_week' },
  },
  {
    say: 'tuần (cuối|cuối cùng) (của|trong)? (tháng|thg) ({n}|{my}) {year}?',
    means: { is: 'part_of_month', part: 'last_week' },
  },
  { say: 'tuần lễ (này|nay)', means: { is: 'relative', unit: 'week', shift: 0 } },
  { say: '(ngày|hôm|mùng|mồng)? {date}', means: { is: 'date' } },
  { say: '(ngày|hôm|mùng|mồng)? {n} tháng {n} (năm)? {year}?', means: { is: 'day_month' } },
  { say: '(ngày|hôm|mùng|mồng)? {n} tháng {my}', means: { is: 'day_month' } },
  { say: '(ngày|mùng|mồng) {n}', means: { is: 'day_of_month' } },
] as const

/** Words that join two stretches into one, and that run to an end. */
export const rangeWords = {
  from: ['(từ|kể từ|tính từ|bắt đầu từ|trong khoảng|khoảng) (ngày)?'],
  to: ['(cho)? (đến|tới|cho đến|cho tới|sang|qua) (hết|cuối|tận)? (ngày)?', '(hết|cuối)'],
  untilNow: ['(tính)? (đến|tới|cho đến) (nay|giờ|hiện tại|hôm nay|bây giờ|hiện nay)', '(trở lại đây|trở đi)'],
  until: [
    '(tính|lũy kế|luỹ kế|cộng dồn|lũy kế tính|lk|trước)? (đến|tới) (hết|cuối|ngày|hết ngày)?',
    'trước (ngày)?',
  ],
} as const

/** Between two dates or numbered stretches also without their marks in a message that has some: "từ 1/5 den 15/5". */
export const bareRangeWords = ['đến', 'tới'] as const

/** An indicator's name that is also said of a campaign. */
export const paceWords = ['tiến độ'] as const

export const periodLists = {
  campaign: ['(chiến dịch|chiến dich|đợt cao điểm|cao điểm|đợt)'],
  phase: ['(giai đoạn|giai doan|gđ|gd|đợt|chặng|pha)'],
} as const

export const dayWord = 'ngày'

/** "Hết giai đoạn rồi" says that it ends. */
export const endingWords = ['hết', 'xong', 'cuối'] as const
export const alreadyWord = 'rồi'

/** The stretches that a course is told in. */
export const stepWords = { week: 'tuần', month: 'tháng', quarter: 'quý' } as const

/** A number behind one of these is that of a stretch of time or of a phase. */
export const numberedPeriods = [
  'tuần',
  'tháng',
  'thg',
  'quý',
  'năm',
  'ngày',
  'đoạn',
  'gđ',
  'đợt',
  'chặng',
  't',
  'q',
] as const

/** "Đạt 3/6 chỉ tiêu": a share, where such a word stands before and what is counted behind. */
export const beforeShareWords = ['đạt', 'được', 'có', 'thành', 'mới', 'chỉ', 'vượt', 'là'] as const
export const countedWords = ['chỉ', 'tiêu', 'đơn', 'xã', 'huyện', 'sở', 'phường'] as const

/** "Trong tháng", and what begins a named stretch behind it. */
export const insideWord = 'trong'
export const fromWords = ['từ', 'kể'] as const
