/** Vietnamese words in files of data: what offices write in cells and titles, and the codes that are meant. */

/** Words that hardly any table of an office lacks, small letters: by these a right encoding is known. */
export const signs: readonly string[] = [
  'đơn vị',
  'tỷ lệ',
  'hồ sơ',
  'tiếp nhận',
  'chỉ tiêu',
  'chỉ số',
  'trực tuyến',
  'tổng số',
  'số hóa',
  'giải quyết',
  'đúng hạn',
  'xã ',
  'phường ',
  'sở ',
  'huyện ',
  'tỉnh ',
  'mã ',
  'họ và tên',
  'chức vụ',
  'giai đoạn',
  'báo cáo',
  'thời gian',
  'tử số',
  'mẫu số',
]

/** Words that may stand before the name of a unit and say whose office writes. */
export const officeWords: readonly string[] = [
  'UBND',
  'Ủy ban nhân dân',
  'HĐND và UBND',
  'HĐND - UBND',
  'HĐND, UBND',
  'HĐND&UBND',
  'Đảng ủy - HĐND - UBND',
  'UB nhân dân',
  'U.B.N.D',
]

/** Offices that receive for a unit: their figures are the unit's, but never a province's. */
export const receiverWords: readonly string[] = [
  'Trung tâm Phục vụ hành chính công',
  'Trung tâm PVHCC',
  'TTPVHCC',
  'TT PVHCC',
  'TT Phục vụ hành chính công',
  'Trung tâm hành chính công',
  'TTHCC',
  'Điểm phục vụ hành chính công',
  'Bộ phận Một cửa',
  'Bộ phận tiếp nhận và trả kết quả',
  'Bộ phận TN&TKQ',
  'Bộ phận TN và TKQ',
  'BPMC',
  'Một cửa',
]

/** Kinds of units as they begin a name, and what offices shorten them to. */
export const kindBeginnings: Readonly<Record<string, readonly string[]>> = {
  Xã: ['X'],
  Phường: ['P', 'F', 'Ph'],
  'Thị trấn': ['TT', 'T.T'],
  'Đặc khu': ['ĐK', 'Đ.K'],
  Huyện: ['H'],
  Quận: ['Q'],
  'Thị xã': ['TX', 'T.X'],
  'Thành phố': ['TP', 'T.P', 'Tp'],
  Tỉnh: ['T'],
  Sở: ['S'],
}

/** Kinds of places, which have a people's committee. */
export const placeBeginnings: readonly string[] = [
  'Xã',
  'Phường',
  'Thị trấn',
  'Đặc khu',
  'Huyện',
  'Quận',
  'Thị xã',
  'Thành phố',
  'Tỉnh',
]

/** Kinds of which there is one above the others, behind whose word a name may end. */
export const upperBeginnings: readonly string[] = [
  'Tỉnh',
  'Thành phố',
  'TP',
  'TP.',
  'Huyện',
  'Thị xã',
  'Quận',
]

/** Joining words that do not count among the initials of a name: "KH&CN" for "Khoa học và Công nghệ". */
export const joiningWords: readonly string[] = ['và', ',', '&', '-']

/** What cells say of the kind of a unit. */
export const unitKindWords: Readonly<Record<string, readonly string[]>> = {
  province: [
    'tỉnh',
    'thành phố trực thuộc trung ương',
    'cấp tỉnh',
    'tỉnh, thành phố',
    'thành phố trực thuộc TW',
  ],
  department: [
    'sở',
    'ban',
    'ngành',
    'sở, ban, ngành',
    'sở ban ngành',
    'sở, ngành',
    'cơ quan chuyên môn',
    'cấp sở',
    'văn phòng',
    'thanh tra',
    'ban quản lý',
    'cơ quan ngang sở',
    'sở/ban/ngành',
  ],
  district: [
    'huyện',
    'quận',
    'thị xã',
    'thành phố',
    'thành phố thuộc tỉnh',
    'cấp huyện',
    'huyện, thị xã, thành phố',
  ],
  commune: [
    'xã',
    'phường',
    'thị trấn',
    'đặc khu',
    'cấp xã',
    'xã, phường',
    'xã/phường',
    'xã phường',
    'xã, phường, thị trấn',
    'xã, phường, đặc khu',
  ],
  ministry: ['bộ', 'bộ, ngành', 'bộ ngành', 'bộ, cơ quan ngang bộ', 'cơ quan ngang bộ', 'cơ quan trung ương'],
  region: ['vùng', 'miền'],
  country: ['cả nước', 'quốc gia', 'toàn quốc', 'nước'],
  other: ['khác', 'đơn vị khác', 'đơn vị sự nghiệp', 'trung tâm'],
}

/** What may follow a post in a cell, of an office of any name: "Phó Chủ tịch UBND xã". */
export const afterPost: readonly string[] = [
  'UBND',
  'Ủy ban nhân dân',
  'Uỷ ban nhân dân',
  'sở',
  'ban',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
  'huyện',
  'thành phố',
  'tỉnh',
  'đơn vị',
  'cơ quan',
]

/** What cells say of a person's part, and of the posts that have it. */
export const roleWords: Readonly<Record<string, readonly string[]>> = {
  leader: [
    'lãnh đạo',
    'lãnh đạo đơn vị',
    'thủ trưởng',
    'giám đốc',
    'phó giám đốc',
    'chủ tịch',
    'phó chủ tịch',
    'chủ tịch UBND',
    'phó chủ tịch UBND',
    'chánh văn phòng',
    'phó chánh văn phòng',
    'chánh thanh tra',
    'phó chánh thanh tra',
    'trưởng ban',
    'phó trưởng ban',
    'cục trưởng',
    'phó cục trưởng',
    'bí thư',
    'phó bí thư',
    'quyền giám đốc',
    'GĐ',
    'PGĐ',
    'CT',
    'PCT',
    'Chánh VP',
    'CVP',
    'Phó Chánh VP',
    'PCVP',
    'người đứng đầu',
  ],
  officer: [
    'chuyên viên',
    'chuyên viên chính',
    'cán bộ',
    'công chức',
    'công chức một cửa',
    'CV',
    'phó phòng',
    'viên chức',
    'nhân viên',
    'trưởng phòng',
    'phó trưởng phòng',
    'trưởng bộ phận',
    'văn thư',
    'cán bộ đầu mối',
    'đầu mối',
  ],
  committee: [
    'ban chỉ đạo',
    'thành viên ban chỉ đạo',
    'BCĐ',
    'tổ công tác',
    'lãnh đạo tỉnh',
    'lãnh đạo UBND tỉnh',
  ],
  data: [
    'số liệu',
    'phụ trách số liệu',
    'cán bộ số liệu',
    'đầu mối số liệu',
    'nhập liệu',
    'tổng hợp số liệu',
  ],
  admin: ['quản trị', 'quản trị viên', 'quản trị hệ thống'],
}

/** Posts that are an officer's whatever follows them: "Công chức Văn phòng - Thống kê". */
export const officerPosts: readonly string[] = [
  'chuyên viên',
  'công chức',
  'viên chức',
  'nhân viên',
  'trưởng phòng',
  'phó trưởng phòng',
  'phó phòng',
  'CV',
]

/** What cells say of how the figures of an indicator add up, in what it counts, and which end is the better one. */
export const accumulationWords: Readonly<Record<string, readonly string[]>> = {
  sum: ['cộng dồn', 'cộng', 'tổng', 'tích lũy', 'lũy kế'],
  latest: ['mới nhất', 'thời điểm', 'tại thời điểm', 'hiện trạng', 'lấy số mới nhất'],
  published: ['công bố', 'điểm công bố', 'theo công bố'],
}
export const measureWords: Readonly<Record<string, readonly string[]>> = {
  percent: ['%', 'phần trăm', 'tỷ lệ', 'tỷ lệ %'],
  points: ['điểm', 'số điểm'],
  place: ['hạng', 'thứ hạng', 'xếp hạng', 'vị trí'],
}
export const betterWords: Readonly<Record<string, readonly string[]>> = {
  higher: ['cao', 'càng cao càng tốt', 'cao hơn', 'tăng'],
  lower: ['thấp', 'càng thấp càng tốt', 'thấp hơn', 'giảm'],
}

/** The days of the week from Monday. */
export const weekdayWords: readonly (readonly string[])[] = [
  ['thứ Hai', 'thứ 2', 'T2'],
  ['thứ Ba', 'thứ 3', 'T3'],
  ['thứ Tư', 'thứ 4', 'T4'],
  ['thứ Năm', 'thứ 5', 'T5'],
  ['thứ Sáu', 'thứ 6', 'T6'],
  ['thứ Bảy', 'thứ bẩy', 'thứ 7', 'T7'],
  ['Chủ nhật', 'Chúa nhật', 'CN'],
]

/** What cells say of a day in the table of holidays. */
export const holidayWords: Readonly<Record<string, readonly string[]>> = {
  off: [
    'nghỉ',
    'ngày nghỉ',
    'được nghỉ',
    'nghỉ lễ',
    'nghỉ tết',
    'nghỉ lễ, tết',
    'nghỉ bù',
    'nghỉ hoán đổi',
    'hoán đổi nghỉ',
  ],
  work: [
    'làm việc',
    'làm bù',
    'đi làm',
    'làm',
    'đi làm bù',
    'làm việc bù',
    'ngày làm việc',
    'hoán đổi làm việc',
    'làm việc thay',
  ],
}

/** What stands in the target cell of a unit that has none. */
export const exemptWords: readonly string[] = ['miễn', 'không giao', 'được miễn', 'loại trừ', 'không áp dụng']

/** What stands in a cell of an amended target that stays as it was. */
export const unchangedWords: readonly string[] = [
  'giữ nguyên',
  'không đổi',
  'không thay đổi',
  'không điều chỉnh',
  'như cũ',
]

/** What titles of a list of units call the unit, in the order and joined as offices like it. */
const unitNouns: readonly string[] = [
  'đơn vị',
  'cơ quan',
  'cơ quan, đơn vị',
  'đơn vị, cơ quan',
  'cơ quan/đơn vị',
  'cơ quan - đơn vị',
  'cơ quan và đơn vị',
  'cơ quan, tổ chức',
  'cơ quan, đơn vị, tổ chức',
  'cơ quan, tổ chức, đơn vị',
  'cơ quan, đơn vị, địa phương',
  'đơn vị, địa phương',
  'tổ chức',
  'đơn vị hành chính',
  'đơn vị hành chính cấp xã',
  'ĐVHC',
  'ĐVHC cấp xã',
  'xã',
  'xã, phường',
  'xã, phường, thị trấn',
  'xã, phường, đặc khu',
]
const ofUnits = (...before: readonly string[]) =>
  before.flatMap(words => unitNouns.map(noun => `${words} ${noun}`))

/** Headers of tables by kind and field; the first is the one that a template has. */
export const headings = {
  units: {
    code: [
      'Mã đơn vị',
      'Mã',
      'Mã định danh',
      'Mã định danh điện tử',
      'Mã số',
      'Mã hiệu',
      ...ofUnits('Mã', 'Mã định danh', 'Mã định danh điện tử', 'Mã định danh của', 'Mã số'),
    ],
    name: [
      'Tên đơn vị',
      'Tên',
      'Đơn vị',
      'Tên gọi',
      'Tên đầy đủ',
      ...ofUnits('Tên', 'Tên gọi'),
      ...unitNouns,
    ],
    short_name: ['Tên ngắn', 'Tên gọi tắt', 'Tên viết tắt', 'Viết tắt', 'Tên rút gọn'],
    kind: [
      'Loại',
      'Loại đơn vị',
      'Cấp',
      'Loại hình',
      'Phân loại',
      'Nhóm',
      'Cấp hành chính',
      'Phân cấp',
      ...ofUnits('Loại', 'Loại hình', 'Cấp', 'Nhóm'),
    ],
    parent: [
      'Trực thuộc',
      'Thuộc',
      'Cấp trên',
      'Cấp trên trực tiếp',
      'Đơn vị cha',
      'Đơn vị mẹ',
      ...['', ' trực tiếp'].flatMap(end =>
        ['', 'Mã ', 'Tên '].flatMap(start => unitNouns.map(noun => `${start}${noun} cấp trên${end}`)),
      ),
      ...ofUnits('Trực thuộc', 'Thuộc'),
      ...unitNouns.flatMap(noun => [`${noun} chủ quản`, `${noun} quản lý`]),
      'Thuộc tỉnh',
      'Thuộc huyện',
      'Huyện',
      'Tên huyện',
      'Mã huyện',
      'Huyện, thị xã, thành phố',
      'Tỉnh, thành phố',
      'Tên tỉnh',
      'Tỉnh',
      'Mã tỉnh',
    ],
    aliases: ['Tên khác', 'Tên gọi khác', 'Tên thường gọi', 'Tên cũ'],
    active_from: ['Có từ ngày', 'Hiệu lực từ', 'Ngày thành lập', 'Ngày hiệu lực'],
    active_to: ['Hết ngày', 'Hiệu lực đến', 'Ngày giải thể', 'Ngày kết thúc'],
    merged_into: ['Sáp nhập vào', 'Nhập vào', 'Đơn vị mới'],
  },
  indicators: {
    code: ['Mã chỉ số', 'Mã', 'Mã chỉ tiêu'],
    name: ['Tên chỉ số', 'Tên', 'Chỉ số', 'Tên chỉ tiêu', 'Tên đầy đủ'],
    short_name: ['Tên ngắn', 'Tên gọi tắt', 'Tên rút gọn'],
    numerator_label: ['Tử số là', 'Tử số', 'Tên tử số'],
    denominator_label: ['Mẫu số là', 'Mẫu số', 'Tên mẫu số'],
    accumulation: ['Cách cộng dồn', 'Cộng dồn', 'Cách tính lũy kế', 'Lũy kế', 'Cách tổng hợp'],
    points: ['Điểm tối đa', 'Điểm', 'Điểm chuẩn', 'Thang điểm'],
    aliases: ['Tên khác', 'Tên gọi khác', 'Tên thường gọi'],
    unit: ['Đơn vị tính', 'ĐVT'],
    max: ['Giá trị lớn nhất', 'Lớn nhất'],
    better: ['Tốt khi', 'Chiều tốt', 'Hướng tốt'],
  },
  campaigns: {
    campaign: ['Mã chiến dịch'],
    name: ['Tên chiến dịch', 'Chiến dịch'],
    phase: ['Mã giai đoạn'],
    phase_name: ['Tên giai đoạn', 'Giai đoạn'],
    start: ['Từ ngày', 'Ngày bắt đầu', 'Bắt đầu'],
    end: ['Đến ngày', 'Ngày kết thúc', 'Kết thúc', 'Đến hết ngày'],
    document: ['Văn bản', 'Số văn bản', 'Căn cứ', 'Quyết định', 'Số hiệu văn bản'],
  },
  targets: {
    campaign: ['Chiến dịch', 'Mã chiến dịch', 'Tên chiến dịch'],
    phase: ['Giai đoạn', 'Mã giai đoạn', 'Tên giai đoạn'],
    year: ['Năm', 'Năm giao', 'Năm thực hiện'],
    unit: [
      'Đơn vị',
      'Tên đơn vị',
      'Đơn vị được giao',
      'Đơn vị thực hiện',
      'Cơ quan, đơn vị',
      'Tên cơ quan, đơn vị',
      'Mã đơn vị',
      'Tên cơ quan',
      'Sở, ban, ngành, địa phương',
      'Địa phương, đơn vị',
      'Nhóm đơn vị',
      'Khối đơn vị',
      'Đối tượng',
      'Đối tượng áp dụng',
      'Đơn vị, địa phương',
      'Đối tượng',
      'Đối tượng giao',
      'Đối tượng thực hiện',
      'Đối tượng áp dụng',
    ],
    kind: ['Loại đơn vị', 'Nhóm đơn vị', 'Cấp đơn vị'],
    indicator: ['Chỉ số', 'Tên chỉ số', 'Mã chỉ số', 'Tên chỉ tiêu', 'Nội dung chỉ tiêu'],
    target: [
      'Chỉ tiêu giao',
      'Chỉ tiêu',
      'Chỉ tiêu giao (%)',
      'Chỉ tiêu được giao',
      'Mức giao',
      'Mức chỉ tiêu',
      'Giá trị chỉ tiêu',
      'Mục tiêu',
      'Tỷ lệ giao',
    ],
    document: ['Văn bản', 'Số văn bản', 'Căn cứ', 'Văn bản giao', 'Quyết định giao', 'Số hiệu văn bản'],
    except: ['Trừ', 'Ngoại trừ', 'Loại trừ', 'Không áp dụng'],
  },
  members: {
    member: [
      'Mã thành viên',
      'Mã',
      'Mã cán bộ',
      'Mã người dùng',
      'Tên đăng nhập',
      'Tài khoản',
      'Mã nhân viên',
    ],
    name: ['Họ và tên', 'Họ tên', 'Họ, tên', 'Tên cán bộ', 'Cán bộ', 'Tên', 'Họ và tên cán bộ'],
    role: ['Vai trò', 'Quyền', 'Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'Chức vụ / vai trò'],
    unit: [
      'Đơn vị',
      'Đơn vị công tác',
      'Tên đơn vị',
      'Cơ quan',
      'Cơ quan công tác',
      'Cơ quan, đơn vị',
      'Mã đơn vị',
      'Nơi công tác',
      'Tên cơ quan',
    ],
    active_to: ['Nghỉ từ ngày', 'Đến ngày', 'Ngày thôi việc', 'Hết hạn'],
  },
  holidays: {
    date: ['Ngày', 'Ngày tháng', 'Ngày, tháng', 'Ngày dương lịch', 'Ngày nghỉ'],
    name: [
      'Tên ngày',
      'Tên ngày nghỉ',
      'Tên ngày lễ',
      'Nội dung',
      'Dịp',
      'Dịp lễ',
      'Lý do',
      'Diễn giải',
      'Tên',
    ],
    kind: [
      'Nghỉ hay làm việc',
      'Nghỉ/làm việc',
      'Nghỉ / làm',
      'Loại',
      'Loại ngày',
      'Hình thức',
      'Chế độ',
      'Ghi chú',
    ],
  },
  observations: {
    unit: ['Đơn vị', 'Tên đơn vị', 'Cơ quan', 'Tên cơ quan', 'Cơ quan, đơn vị', 'Mã đơn vị', 'Địa phương'],
    indicator: ['Chỉ số', 'Tên chỉ số', 'Mã chỉ số', 'Chỉ tiêu', 'Tên chỉ tiêu'],
    period: ['Kỳ', 'Kỳ báo cáo', 'Thời gian', 'Kỳ số liệu', 'Thời kỳ'],
    numerator: ['Tử số', 'Số hồ sơ đạt'],
    denominator: ['Mẫu số', 'Tổng số hồ sơ'],
    value: ['Giá trị', 'Tỷ lệ', 'Tỷ lệ (%)', 'Kết quả', 'Điểm'],
    note: ['Ghi chú'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

/** What says that a report of one office is of more than itself. */
export const widerWords: readonly string[] = [
  'toàn tỉnh',
  'toàn huyện',
  'toàn thị xã',
  'toàn thành phố',
  'toàn ngành',
  'trên địa bàn tỉnh',
  'trên địa bàn huyện',
  'trên địa bàn thị xã',
  'trên địa bàn thành phố',
  'các xã',
  'các phường',
  'các đơn vị',
  'các cơ quan',
  'cấp tỉnh',
  'cấp huyện',
]

/** What the title of a table says that assigns targets; what of it names something else; what one says that reports. */
export const assigningWords: readonly string[] = [
  'chỉ tiêu',
  'mục tiêu',
  'phấn đấu',
  'kế hoạch',
  'giao',
  'mức phải đạt',
]
export const notAssigningWords: readonly string[] = [
  'giao thông',
  'giao dịch',
  'giao tiếp',
  'giao diện',
  'giao ban',
  'giao nhận',
  'giao lưu',
  'giao trả',
  'bàn giao',
  'giáo dục',
  'kế hoạch và đầu tư',
  'kế hoạch đầu tư',
  'tài chính - kế hoạch',
]
/** How a title begins that assigns whatever follows, and what of such a title is the name of an indicator and no report. */
export const assigningTitles: readonly string[] = [
  'giao chỉ tiêu',
  'giao các chỉ tiêu',
  'phân bổ chỉ tiêu',
  'phân bổ các chỉ tiêu',
  'phân giao chỉ tiêu',
  'phân khai chỉ tiêu',
  'chỉ tiêu giao',
  'chỉ tiêu phân bổ',
]
export const notReportingWords: readonly string[] = [
  'kết quả giải quyết',
  'trả kết quả',
  'kết quả điện tử',
  'hồ sơ, kết quả',
  'hồ sơ và kết quả',
]
export const reportingWords: readonly string[] = [
  'báo cáo',
  'kết quả',
  'tình hình',
  'tiến độ',
  'đánh giá',
  'xếp hạng',
  'số liệu',
  'đã đạt',
  'đạt được',
]

/** What a title calls a part of a campaign, before its number. */
export const phaseWords: readonly string[] = ['giai đoạn', 'giai doan']

/** Titles of the columns that say a row's period. */
export const periodTitles = {
  period: [
    'Kỳ',
    'Kỳ báo cáo',
    'Thời gian',
    'Kỳ số liệu',
    'Tháng',
    'Tuần',
    'Quý',
    'Thời kỳ',
    'Ngày',
    'Ngày báo cáo',
    'Ngày số liệu',
  ],
  period_from: ['Từ ngày', 'Ngày bắt đầu', 'Kỳ từ ngày'],
  period_to: ['Đến ngày', 'Ngày kết thúc', 'Kỳ đến ngày'],
  period_year: ['Năm'],
} as const satisfies Record<string, readonly string[]>

/** What a note says that names the period of the figures above it. */
export const periodNoteWords: readonly string[] = [
  'kỳ báo cáo',
  'kỳ số liệu',
  'thời gian báo cáo',
  'thời gian thống kê',
  'thời gian lấy số liệu',
  'số liệu tính',
  'số liệu được tính',
  'số liệu lấy',
  'số liệu được lấy',
  'số liệu thống kê',
  'số liệu tổng hợp',
  'số liệu từ',
  'số liệu tháng',
  'số liệu tuần',
  'số liệu quý',
  'số liệu của tháng',
  'số liệu của tuần',
  'số liệu trong',
]

/** What a note says whose figures are of another period, not all there, or put right; and what only compares. */
export const doubtfulNoteWords: readonly string[] = [
  'tuần trước',
  'tháng trước',
  'quý trước',
  'kỳ trước',
  'số liệu cũ',
  'số cũ',
  'chưa cập nhật',
  'chưa báo cáo',
  'không báo cáo',
  'chưa gửi',
  'chưa tổng hợp',
  'chưa đầy đủ',
  'chưa bao gồm',
  'không bao gồm',
  'chưa gồm',
  'chưa tính',
  'lấy số tuần',
  'đính chính',
  'điều chỉnh lại',
  'sửa lại',
  'nhầm',
]
export const comparingWords: readonly string[] = ['so với', 'so sánh']

/** What the title of a column of days says that are of something else than the figures. */
export const otherDayWords: readonly string[] = [
  'giao',
  'ký',
  'sinh',
  'ban hành',
  'thành lập',
  'hiệu lực',
  'cập nhật',
  'gửi',
  'hạn',
  'văn bản',
  'quyết định',
  'ghi chú',
]

/** What a title says of a column of results, and not of counts. */
export const valueTitles: readonly string[] = ['%', 'tỷ lệ', 'tỉ lệ', 'điểm', 'mức độ', 'chỉ số']

/** What a title says of a column of points, and of one of differences of percents. */
export const pointTitles: readonly string[] = ['điểm']

/** What stands behind a number of points in a cell. */
export const pointUnits: readonly string[] = ['điểm', 'đ']

/** The sum of a scoreboard: what stands beside it and is called no rate is points. */
export const scoreTotalTitles: readonly string[] = ['tổng điểm', 'điểm tổng', 'tổng số điểm']
export const rateTitles: readonly string[] = ['%', 'tỷ lệ', 'tỉ lệ', 'phần trăm']
export const percentPointTitles: readonly string[] = ['điểm phần trăm']

/** How titles of columns of counts begin. "Số hóa" is none. */
export const countTitles: readonly string[] = [
  'số hồ sơ',
  'số HS',
  'số lượng',
  'số lượt',
  'số thủ tục',
  'số TTHC',
  'số dịch vụ',
  'số DVC',
  'số DVCTT',
  'số phiếu',
  'số giao dịch',
  'số đã',
  'số được',
  'hồ sơ',
  'HS',
  'tổng hồ sơ',
  'tổng HS',
  'tổng số',
  'tổng cộng',
  'tổng',
  'lượt',
]

/** Titles of columns that have no sum: what is no count; things that many units have in common, unless dossiers are meant. */
export const measureTitles: readonly string[] = [
  'tỷ lệ',
  'tỉ lệ',
  'điểm',
  'mức độ',
  'chỉ số',
  'hạng',
  'xếp hạng',
  'thứ hạng',
  'bình quân',
  'trung bình',
  'mã',
  'năm',
  'thời gian',
  'chỉ tiêu',
  'số điện thoại',
]
export const distinctWords: readonly string[] = [
  'thủ tục',
  'TTHC',
  'dịch vụ công',
  'DVC',
  'DVCTT',
  'lĩnh vực',
]
export const dossierWords: readonly string[] = ['hồ sơ', 'HS', 'tiếp nhận', 'giải quyết']

/** What titles of columns of money say; "phí" is money unless dossiers are named beside it. */
export const moneyTitles: readonly string[] = [
  'số tiền',
  'tiền phí',
  'tiền lệ phí',
  'tổng tiền',
  'doanh thu',
  'số thu',
  'giá trị thanh toán',
  'giá trị giao dịch',
]
export const moneyScaleWords: readonly string[] = ['nghìn', 'ngàn', 'triệu', 'tỷ', 'tỉ', 'trăm']
export const feeTitles: readonly string[] = ['phí', 'lệ phí', 'tiền']

/** How a table says in what it counts, the scales that change a count, and what is counted. */
export const measureCaptions: readonly string[] = [
  'đơn vị tính',
  'đvt',
  'đ.v.t',
  'đơn vị',
  'tính bằng',
  'tính theo',
]
export const scaleWords: readonly string[] = [
  'nghìn',
  'ngàn',
  'triệu',
  'trăm',
  'chục',
  '1.000',
  '1000',
  '1 000',
]
export const countedWords: readonly string[] = [
  'hồ sơ',
  'hs',
  'bộ hồ sơ',
  'lượt',
  'lượt hồ sơ',
  'lượt đánh giá',
  'giao dịch',
  'thủ tục',
  'dịch vụ',
]

/** What stands in a cell of a table where nothing happened: no dossiers, which is not the same as no data. */
export const nothingWords: readonly string[] = [
  'KPS',
  'K/PS',
  'không PS',
  'không phát sinh',
  'chưa phát sinh',
  'không phát sinh hồ sơ',
  'chưa phát sinh hồ sơ',
  'không có hồ sơ',
]

/** What stands in a cell for which there is no figure at all, of which nobody knows whether anything happened. */
export const noFigureWords: readonly string[] = [
  'x',
  'không',
  'không có',
  'chưa có',
  'không có số liệu',
  'chưa có số liệu',
  'không có dữ liệu',
  'chưa báo cáo',
  'không báo cáo',
  'không áp dụng',
  'không tính',
  'không đánh giá',
  'không thuộc đối tượng',
  'n/a',
]

/** What stands before and behind a number that is the least. */
export const atLeastWords: readonly string[] = [
  'tối thiểu',
  'ít nhất',
  'không dưới',
  'không thấp hơn',
  'phấn đấu',
  'phải',
  'đạt',
  'từ',
]
/** The same, of a target alone: a result "above 60 %" is no number. */
export const aboveWords: readonly string[] = [
  'duy trì',
  'giữ vững',
  'ở mức',
  'mức',
  'trên',
  'hơn',
  'cao hơn',
  'lớn hơn',
  'bằng hoặc trên',
]
export const andMoreWords: readonly string[] = ['trở lên', 'trở đi']
/** What stands before and behind a number that is the most. */
export const atMostWords: readonly string[] = [
  'tối đa',
  'nhiều nhất',
  'không quá',
  'không vượt quá',
  'không vượt',
  'không trên',
  'không cao hơn',
  'dưới',
  'thấp hơn',
  'nhỏ hơn',
  'ít hơn',
]
export const andLessWords: readonly string[] = ['trở xuống', 'trở lại']

/** What stands before a kind of units that are all meant, and before those that are not. */
export const allOfWords: readonly string[] = [
  'tất cả các',
  'toàn bộ các',
  'toàn bộ',
  'UBND các',
  'UBND cấp',
  'UBND',
  'khối',
  'các',
  'cấp',
  'mỗi',
  'từng',
]
export const exceptWords: readonly string[] = ['trừ', 'ngoại trừ', 'không bao gồm', 'không kể', 'không tính']

/** How a note in brackets behind the name of a unit begins that says what the unit was before. */
export const historyWords: readonly string[] = [
  'sáp nhập',
  'sát nhập',
  'hợp nhất',
  'thành lập',
  'trước đây',
  'trước là',
  'nguyên là',
  'tên cũ',
  'đổi tên từ',
  'nhập từ',
  'gồm',
  'sap nhap',
  'hop nhat',
  'truoc day',
]

/** What a column is called that a table of Vietnamese headers does not have. */
export const fieldNames = {
  unit: 'Đơn vị',
  kind: 'Loại đơn vị',
  indicator: 'Chỉ số',
  period: 'Kỳ',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  value: 'Giá trị',
  target: 'Chỉ tiêu',
  document: 'Văn bản',
  campaign: 'Chiến dịch',
  phase: 'Giai đoạn',
  year: 'Năm',
  except: 'Trừ',
  name: 'Tên',
  code: 'Mã',
  parent: 'Trực thuộc',
  role: 'Vai trò',
} as const

/** Rows that sum up others, of all units or of a group; headings of groups; what is neither a unit nor a sum. */
export const totalWords: readonly string[] = [
  'tổng',
  'tổng cộng',
  'tổng số',
  'tổng hợp',
  'cộng',
  'toàn tỉnh',
  'toàn thành phố',
  'tổng toàn tỉnh',
  'tổng cộng toàn tỉnh',
  'tổng số toàn tỉnh',
  'cả tỉnh',
  'tổng chung',
  'chung toàn tỉnh',
  'toàn huyện',
  'cộng toàn tỉnh',
]
export const partTotalWords: readonly string[] = [
  'cộng',
  'tổng',
  'tổng cộng',
  'tổng số',
  'cộng nhóm',
  'bình quân',
  'trung bình',
  'cộng khối',
]
/** What says that a row carries a sum from one printed page to the next. */
export const carriedWords: readonly string[] = [
  'mang sang',
  'chuyển sang',
  'chuyển trang',
  'trang trước',
  'trang sau',
]
/** How rows begin that break down the row above them. */
export const partWords: readonly string[] = [
  'trong đó',
  'bao gồm',
  'gồm',
  'lĩnh vực',
  'nhóm thủ tục',
  'thủ tục',
  'nhóm lĩnh vực',
  'hồ sơ',
]
export const groupWords: readonly string[] = [
  'sở, ban, ngành',
  'các sở, ban, ngành',
  'sở ban ngành tỉnh',
  'các sở, ban, ngành tỉnh',
  'khối sở, ban, ngành',
  'các cơ quan chuyên môn',
  'cơ quan chuyên môn',
  'cấp tỉnh',
  'cấp huyện',
  'cấp xã',
  'khối tỉnh',
  'khối huyện',
  'khối xã',
  'các xã, phường',
  'xã, phường',
  'UBND các xã, phường',
  'UBND cấp xã',
  'UBND cấp huyện',
  'UBND các huyện, thị xã, thành phố',
  'các huyện, thị xã, thành phố',
  'các xã',
  'các phường',
  'các xã, phường, đặc khu',
  'UBND các xã, phường, đặc khu',
  'các xã, phường, thị trấn',
  'các đơn vị cấp xã',
  'các địa phương',
  'các cơ quan trung ương',
  'cơ quan ngành dọc',
]

/** Keys of a profile in Vietnamese, as an operator may write them. */
export const profileKeys: Readonly<Record<string, string>> = {
  'ghi chú': 'comment',
  tên: 'name',
  'mô tả': 'about',
  loại: 'kind',
  cột: 'columns',
  'cột có thể thiếu': 'optional',
  'giá trị cố định': 'fixed',
  'nghĩa của ô': 'values',
  'trang tính': 'sheet',
  'số dòng tiêu đề': 'headerRows',
  'dấu thập phân': 'decimal',
  'có dấu phân nhóm': 'grouped',
  'ô coi như trống': 'empty',
  'bỏ dòng': 'skipRows',
  'dòng tổng': 'totalRows',
  'đơn vị': 'unit',
  'bỏ chữ trước tên': 'strip',
  'bỏ chữ sau tên': 'stripAfter',
  'chỉ các loại': 'kinds',
  chữ: 'words',
  kỳ: 'periods',
  'kỳ trong tên tệp': 'filePeriods',
  'số liệu': 'figures',
  'chỉ số': 'indicator',
  'tử số': 'numerator',
  'mẫu số': 'denominator',
  'giá trị': 'value',
  'so với cột': 'check',
  'cột tổng điểm': 'sums',
  'cột hạng': 'ranks',
}

/** What a place in a profile wants, by the names of JSON's own kinds of values. */
export const jsonWords: Readonly<Record<string, string>> = {
  string: 'chữ trong ngoặc kép',
  array: 'một danh sách trong […]',
  object: 'các mục trong {…}',
  record: 'các mục trong {…}',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  too_small: 'ít nhất một mục, không để trống',
  too_big: 'một số nhỏ hơn',
  other: 'giá trị khác (xem một mẫu do “chitieu profile suggest” viết)',
}

/** What stands in a template besides its headings. */
export const templateWords: {
  tableSheet: string
  noteSheet: string
  listSheet: string
  allowed: string
  noteTitles: readonly string[]
  examples: Readonly<Record<keyof typeof headings, Readonly<Record<string, string | number>>>>
  notes: Readonly<Record<string, string>>
} = {
  tableSheet: 'Bảng nhập',
  noteSheet: 'Hướng dẫn',
  listSheet: 'Giá trị',
  allowed: 'Chọn cho cột:',
  noteTitles: ['Cột của bảng nhập', 'Cách ghi (xóa dòng ví dụ trước khi nhập)'],
  examples: {
    units: { code: 'VD', name: 'Tỉnh Ví Dụ', short_name: 'Ví Dụ', kind: 'tỉnh' },
    indicators: {
      code: 'online_rate',
      name: 'Tỷ lệ hồ sơ trực tuyến',
      short_name: 'Hồ sơ trực tuyến',
      numerator_label: 'hồ sơ nộp trực tuyến',
      denominator_label: 'hồ sơ tiếp nhận',
      accumulation: 'cộng dồn',
      points: 12,
      unit: '%',
      better: 'cao',
    },
    campaigns: {
      campaign: 'cao-diem-2026',
      name: 'Chiến dịch cao điểm 2026',
      phase: '1',
      phase_name: 'Giai đoạn 1',
      start: '01/03/2026',
      end: '30/06/2026',
      document: '12/KH-UBND',
    },
    targets: {
      year: '2026',
      unit: 'Xã Ví Dụ',
      indicator: 'online_rate',
      target: '60%',
      document: '12/KH-UBND',
    },
    members: { member: 'nguyen-van-a', name: 'Nguyễn Văn A', role: 'lãnh đạo', unit: 'Xã Ví Dụ' },
    holidays: { date: '22/08/2026', name: 'Làm bù cho ngày 31/8/2026', kind: 'làm việc' },
    observations: {
      unit: 'Xã Ví Dụ',
      indicator: 'online_rate',
      period: 'Tuần 20/2026',
      numerator: 45,
      denominator: 60,
    },
  },
  notes: {
    'units.code': 'Mã riêng của đơn vị, không dấu cách. Giữ đủ số 0 ở đầu.',
    'units.name': 'Tên chính thức, có cả loại: Xã …, Phường …, Sở …',
    'units.kind': 'Chọn trong danh sách: tỉnh, sở, huyện, xã …',
    'units.parent': 'Tên hoặc mã đơn vị cấp trên; để trống với tỉnh.',
    'units.aliases': 'Tên gọi khác, cách nhau bằng dấu |',
    'units.active_to': 'Ngày cuối còn hoạt động, ví dụ 30/06/2025.',
    'units.merged_into': 'Mã đơn vị mới nhận sáp nhập.',
    'indicators.accumulation':
      'cộng dồn: cộng số hồ sơ các kỳ; mới nhất: lấy số của kỳ mới nhất; công bố: chỉ có điểm công bố.',
    'indicators.points': 'Điểm tối đa trong thang 100 điểm, nếu có.',
    'campaigns.start': 'Ngày/tháng/năm.',
    'targets.target': 'Viết 60% hoặc 60; “miễn” nếu đơn vị không được giao.',
    'targets.year': 'Chỉ ghi năm khi giao cho cả năm; nếu không, ghi chiến dịch và giai đoạn.',
    'members.role': 'lãnh đạo, chuyên viên, ban chỉ đạo, số liệu, quản trị – hoặc chức vụ.',
    'members.unit': 'Tên hoặc mã đơn vị.',
    'holidays.date':
      'Chỉ ghi ngày khác với lịch chung: ngày được nghỉ thêm, hoặc ngày nghỉ mà phải làm việc bù. Ngày/tháng/năm.',
    'holidays.kind': 'nghỉ, hoặc làm việc.',
    'observations.period': 'Tuần 20/2026, Tháng 5/2026, Quý II/2026, 19/05/2026 hoặc từ ngày … đến ngày …',
    'observations.numerator': 'Số hồ sơ đạt; đi cùng mẫu số.',
    'observations.value': 'Chỉ ghi khi không có tử số và mẫu số: 40,3 hoặc 40,3%.',
  },
}

/** Short forms in names of indicators that can mean one thing only. */
export const nameShorthands: Readonly<Record<string, string>> = {
  HS: 'hồ sơ',
  TL: 'tỷ lệ',
  'TL%': 'tỷ lệ',
}

/** Short forms in the titles of columns, folded, and words that say nothing of what a column counts. */
export const titleShorthands: Readonly<Record<string, string>> = {
  hs: 'ho so',
  tthc: 'thu tuc hanh chinh',
  dvc: 'dich vu cong',
  dvctt: 'dich vu cong truc tuyen',
  tttt: 'thanh toan truc tuyen',
  kq: 'ket qua',
  gq: 'giai quyet',
  tn: 'tiep nhan',
  tt: 'truc tuyen',
}
export const titleFillers: readonly string[] = [
  'ho',
  'so',
  'tong',
  'ty',
  'le',
  'luong',
  'cac',
  'trong',
  'ky',
  'muc',
  'do',
  'va',
]
/** What says that a column is of another period than the table, a sum over several, a difference or a place; or a target. */
export const otherColumnWords: readonly string[] = [
  'tuần trước',
  'tháng trước',
  'kỳ trước',
  'quý trước',
  'năm trước',
  'lần trước',
  'liền kề trước',
  'liền trước',
  'năm ngoái',
  'cùng kỳ',
  'so với',
  'so sánh',
  'chênh lệch',
  'tăng giảm',
  'tăng',
  'giảm',
  'số cũ',
  'cũ',
  'xếp hạng',
  'thứ hạng',
  'dự kiến',
  'ước',
]
/** What says that a column holds how much more or less it is, and no figure. */
export const differenceWords: readonly string[] = [
  'tăng thêm',
  'giảm đi',
  'chênh lệch',
  'tăng giảm',
  'tăng giảm so với',
  'điều chỉnh tăng',
  'điều chỉnh giảm',
]
/** What says that a column counts what is not so. */
export const negatingWords: readonly string[] = [
  'không',
  'chưa',
  'trễ hạn',
  'quá hạn',
  'chậm',
  'còn lại',
  'ngoài',
  'một phần',
]
/** What says that a column counts some dossiers alone. */
export const restrictingWords: readonly string[] = [
  'của doanh nghiệp',
  'của người dân',
  'của cá nhân',
  'của tổ chức',
  'lĩnh vực',
  'thuộc thẩm quyền',
  'đối với',
  'riêng',
  'liên thông',
  'phi địa giới',
  'chứng thực',
  'đất đai',
  'trả lại',
  'từ chối',
  'bị hủy',
  'rút hồ sơ',
  'đang xử lý',
  'đang giải quyết',
  'chờ',
  'bổ sung',
]
/** What counts the contrary of a word: dossiers that came over the counter are none that came online. */
export const contraryWords: readonly (readonly [word: string, contraries: readonly string[]])[] = [
  ['trực tuyến', ['trực tiếp', 'tại quầy', 'bưu chính', 'BCCI', 'bản giấy', 'hồ sơ giấy']],
]
/** What says the contrary of an indicator, and what says that its lowest title is none. */
export const contraryTitles: readonly string[] = [
  'trễ hạn',
  'quá hạn',
  'trễ',
  'chậm',
  'chậm hạn',
  'không đúng hạn',
  'chưa đúng hạn',
  'không đạt',
  'chưa đạt',
  'không hài lòng',
  'chưa hài lòng',
  'chưa số hóa',
  'không số hóa',
]
export const reachedTitles: readonly string[] = ['đúng hạn', 'trước hạn', 'sớm hạn', 'đạt', 'hài lòng', 'đã']
/** What the title of a column of rates may say besides what the title of its table says, without being another rate. */
export const plainRateWords: readonly string[] = [
  'kết quả',
  'đạt được',
  'thực hiện',
  'tính đến',
  'giá trị',
  'phần trăm',
  'năm tháng tuần quý ngày',
  'kỳ này báo cáo',
  'chung',
  'xử lý giải quyết nộp',
  'hồ sơ TTHC',
]
/** What says that a column sums up what came since some day. */
export const cumulatedWords: readonly string[] = [
  'lũy kế',
  'luỹ kế',
  'cộng dồn',
  'từ đầu năm',
  'từ đầu kỳ',
  'từ đầu chiến dịch',
  'đầu kỳ',
  'đến nay',
]
export const targetColumnWords: readonly string[] = [
  'chỉ tiêu',
  'mục tiêu',
  'phấn đấu',
  'kế hoạch',
  'được giao',
  'mức giao',
  'trung ương giao',
  'tỉnh giao',
  'UBND tỉnh giao',
]
/** Titles of columns of numbers in an annex of targets that hold no targets. */
export const notTargetTitles: readonly string[] = [
  'ghi chú',
  'điểm',
  'thứ tự',
  'số lượng',
  'số hồ sơ',
  'tổng số',
  'số TTHC',
  'số thủ tục',
  'năm',
  'mã',
  'điện thoại',
  'thực hiện',
  'kết quả',
  'tăng',
  'giảm',
]
export const numberTitles: readonly string[] = ['stt', 'tt', 'so tt', 'so thu tu', 'no']
/** Titles of columns that place the units. */
export const rankTitles: readonly string[] = ['hang', 'xep hang', 'thu hang', 'vi thu', 'vi tri', 'xep thu']
