/**
 * How the built-in indicators are called, besides the names and aliases that the province's own list gives them.
 * The language of the phrases is explained in src/ask/phrases/phrase-syntax.ts.
 */
export const indicatorPhrases = {
  online_rate: [
    '[rate]? [dossier]? (được)? [handled]? (trực tuyến|online|onl|qua mạng|trên mạng|on line)',
    '(tỷ lệ|tỉ lệ|tile|tl|tyle|tlệ) tt',
    '[rate]? (dvctt|dvc tt|hstt|hs tt|hsott|hồ sơ tt)',
    '[rate]? (sử dụng)? (dịch vụ công|dvc) (trực tuyến|online|qua mạng)?',
    '[rate]? (hồ sơ|hs) (điện tử|mạng)',
    '(tỷ lệ|số|lượng|số lượng) nộp hồ sơ',
    'nộp hồ sơ (trực tuyến|online|qua mạng)',
    '[dossier]? nộp (mạng|onl|điện tử|tt)',
    'tỷ lệ nộp',
  ],
  full_process_rate: [
    '[rate]? [dossier]? (dvc|dvctt|dịch vụ công)? (trực tuyến|tt|online)? (toàn trình|toàn trinh)',
    '[rate]? (dvc|dvctt|dịch vụ công)? (mức độ|mức) (4|bốn|tư)',
    '[rate]? tt trình',
    '[rate]? full',
  ],
  online_payment_rate: [
    '[rate]? [dossier]? thanh toán (trực tuyến|online|onl|qua mạng|điện tử|không dùng tiền mặt|không tiền mặt|tt)?',
    '[rate]? (tttt|tt online|tt trực tuyến|tt điện tử|ttoán|ttoan|thtoán|thtoan|t toán)',
    '(ttoán|thtoán|ttoan) (online|onl|trực tuyến)',
    '(thanh toán|nộp|đóng|thu|trả) (phí|lệ phí|phí lệ phí) (trực tuyến|online|qua mạng|điện tử)?',
    '(thanh toán|nộp|đóng|thu|trả) tiền (trực tuyến|online|qua mạng|điện tử)',
  ],
  on_time_rate: [
    '[rate]? [dossier]? (được)? (giải quyết|xử lý|trả|trả kết quả)? (hồ sơ|hs|kết quả|thủ tục|tthc)? (đúng hạn|trước hạn|đúng hẹn|trước hẹn|kịp hạn|trong hạn)',
    '[rate]? [dossier]? (giải quyết|xử lý)? (đúng|trước) và (trước|đúng) hạn',
    'tiến độ (giải quyết|xử lý|trả kết quả)? (hồ sơ|hs|thủ tục|thủ tục hành chính|tthc)?',
    '[rate]? giải quyết (hồ sơ|hs|thủ tục|thủ tục hành chính|tthc)',
    '(tlđh|đh)',
  ],
  digitization_rate: [
    '[rate]? [dossier]? (được)? số hóa (hồ sơ|hs|giấy tờ|kết quả|thành phần hồ sơ|tphs|tài liệu|dữ liệu)? (kết quả|và kết quả)? (giải quyết)?',
    '(tỷ lệ|tỉ lệ|tl|chỉ số|hs|hồ sơ)? (sh|sốhóa)',
    '[rate]? (shhs|số hóa hs kq|so hoa)',
  ],
  satisfaction_rate: [
    '(mức độ|mức|độ|sự|tỷ lệ|chỉ số|điểm|đánh giá)? (mức độ|sự)? hài lòng',
    '(mức độ|mức|độ|sự|tỷ lệ|chỉ số|điểm|đánh giá)? (mức độ|sự)? hài lòng (của)? (người dân|dân|bà con|doanh nghiệp|tổ chức|công dân) (và doanh nghiệp|doanh nghiệp)?',
    '(người dân|dân|bà con) (có)? hài lòng',
    '(mđhl|mdhl|mức độ hl|độ hl|hl|tlhl)',
  ],
  transparency_rate: [
    '(tỷ lệ|mức độ|chỉ số|điểm)? (công khai|công bố)? (và)? (công khai|minh bạch) (minh bạch)?',
    '(ckmb|ck mb)',
    '[rate]? [dossier]? đồng bộ (hồ sơ|hs|lên cổng|dữ liệu)?',
  ],
  active_services_rate: [
    '[rate]? (dịch vụ công|dịch vụ|dvc|dvctt|thủ tục|tthc|dvc tt) (trực tuyến)? (có)? phát sinh (hồ sơ|hs|hstt|giao dịch)? (trực tuyến|online)?',
    '[rate]? (có)? phát sinh (hồ sơ|hs|hstt|giao dịch)? (trực tuyến|online)?',
  ],
  service_score: [
    '(tổng)? (điểm|chỉ số|bộ chỉ số|điểm chỉ số|điểm bộ chỉ số|số điểm) (số)? (766|qđ 766|quyết định 766|phục vụ|phục vụ người dân|phục vụ người dân doanh nghiệp|chất lượng phục vụ|dvc quốc gia)',
    '(766|tổng điểm|điểm phục vụ|chất lượng phục vụ)',
  ],
} as const

/** Short for several of them: which is asked. */
export const doubtfulIndicators = [{ say: 'tt', of: ['online_rate', 'online_payment_rate'] }] as const

/** Said of what went wrong: the worst of these is the lowest of the indicator. */
export const lateIndicatorPhrases = {
  satisfaction_rate: ['[rate]? (không|chưa) hài lòng'],
  online_rate: [
    '[rate]? [dossier]? (nộp|gửi|tiếp nhận) (bằng)? (bản giấy|trực tiếp|tại quầy)',
    '[rate]? [dossier]? (nộp|gửi|tiếp nhận) bằng giấy',
    '[rate]? [dossier]? nộp giấy',
    '[rate]? [dossier] (gửi|tiếp nhận) giấy',
    '[rate]? [dossier] (giấy|bản giấy|trực tiếp)',
    '[rate]? [dossier] (không|chưa) (nộp|gửi)? (trực tuyến|online|qua mạng)',
  ],
  digitization_rate: ['[rate]? [dossier]? (chưa|không|chưa được|không được) số hóa'],
  online_payment_rate: ['[rate]? [dossier]? (chưa|không) thanh toán (trực tuyến|online|qua mạng|điện tử)'],
  on_time_rate: [
    '[rate]? [dossier]? (bị|giải quyết|xử lý|trả)? (quá hạn|trễ hạn|trễ hẹn|chậm hạn|quá hẹn|muộn hạn|qh)',
    '(tỷ lệ|hồ sơ|hs|bộ|đơn|bị|giải quyết|xử lý|làm|trả) (trễ|chậm trễ|muộn)',
    'trễ (bao nhiêu|mấy|bn|nhiêu) (hồ sơ|hs|bộ|đơn)',
  ],
} as const

/** Shorter ways to write words of the names that a province gives its indicators. */
export const nameAbbreviations = {
  'hồ sơ': 'hs',
  'dịch vụ công': 'dvc',
  'thủ tục hành chính': 'tthc',
  'trực tuyến': 'online',
  'kết quả': 'kq',
  'người dân': 'dân',
  'doanh nghiệp': 'dn',
} as const

/** Words before the name of a rate. */
export const rateWords = ['tỷ lệ', 'mức độ', 'chỉ số', 'tốc độ'] as const

export const indicatorLists = {
  rate: ['(tỷ lệ|tỉ lệ|tile|tl|tyle|tlệ|phần trăm|số lượng|kết quả|chỉ số|mức) (về)?', 'số'],
  dossier: ['(hồ sơ|hs|hso|bộ hồ sơ|hồ sơ tthc|hồ sơ thủ tục hành chính|đơn)'],
  handled: ['(nộp|xử lý|tiếp nhận|giải quyết|gửi|thực hiện|làm|nhận|tiếp nhận và xử lý)'],
} as const
