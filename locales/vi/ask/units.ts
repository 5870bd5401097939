import { provinces } from '../provinces.ts'

/** Words that say what kind of unit a name belongs to. `word` is how the kind is written in official names. */
export const kindWords = [
  { word: 'tỉnh', kind: 'province', say: ['tỉnh', 't'] },
  { word: 'thành phố', kind: 'district', say: ['thành phố', 'tp', 't p', 'tphố', 'thanh pho'] },
  { word: 'huyện', kind: 'district', say: ['huyện', 'h', 'hyện'] },
  { word: 'thị xã', kind: 'district', say: ['thị xã', 'tx', 't x'] },
  { word: 'quận', kind: 'district', say: ['quận', 'q'] },
  { word: 'xã', kind: 'commune', say: ['xã', 'x'] },
  { word: 'phường', kind: 'commune', say: ['phường', 'p', 'f', 'ph', 'phg'] },
  { word: 'thị trấn', kind: 'commune', say: ['thị trấn', 'tt', 't t', 'ttr'] },
  { word: 'đặc khu', kind: 'commune', say: ['đặc khu', 'đk', 'đ k', 'dkhu'] },
  { word: 'sở', kind: 'department', say: ['sở', 's'] },
  { word: 'bộ', kind: 'ministry', say: ['bộ'] },
] as const

/** Of these, words that mean only the units called so; "xã" and "huyện" are said of all of their tier. */
export const narrowKindWords = ['phường', 'thị trấn', 'thị xã', 'thành phố', 'đặc khu', 'quận'] as const

/** Words with which the names of places go on: of two that begin alike, one is the upper or the eastern. */
export const nameEndings = [
  'trung',
  'thượng',
  'hạ',
  'đông',
  'tây',
  'nam',
  'bắc',
  'nội',
  'ngoại',
  'tân',
] as const

/** Said before a unit for the people who run it; they mean the unit. */
export const officeWords = [
  'ubnd',
  'u b n d',
  'ủy ban',
  'ủy ban nhân dân',
  'ub',
  'hđnd và ubnd',
  'địa bàn',
  'đơn vị',
  'cơ quan',
  'ngành',
  'bên',
  'khối',
  'anh em',
] as const

/** Words of office names and their usual abbreviations. */
export const officeAbbreviations = {
  'ủy ban nhân dân': ['ubnd', 'ub'],
  'ban quản lý': ['bql', 'ban ql'],
  'văn phòng': ['vp'],
  'trung tâm': ['tt', 'ttâm'],
  'phục vụ hành chính công': ['pvhcc', 'hành chính công', 'hcc'],
  'công an': ['ca'],
  'khu kinh tế': ['kkt'],
  'khu công nghiệp': ['kcn'],
  'khu đô thị': ['kđt'],
  'thanh tra': ['ttra', 'ttr'],
  'đăng ký đất đai': ['đkđđ'],
  'chi nhánh': ['cn'],
} as const

/** Beginnings of office names ("Sở Kế hoạch và Đầu tư") that by themselves are other words. */
export const wordsNoField = ['kế hoạch', 'thông tin', 'dân tộc'] as const

/** Offices by their names before the mergers of 2025 and the name of the office that took them over. */
export const formerOffices = {
  'Sở Thông tin và Truyền thông': 'Sở Khoa học và Công nghệ',
  'Sở Giao thông vận tải': 'Sở Xây dựng',
  'Sở Nông nghiệp và Phát triển nông thôn': 'Sở Nông nghiệp và Môi trường',
  'Sở Tài nguyên và Môi trường': 'Sở Nông nghiệp và Môi trường',
  'Sở Kế hoạch và Đầu tư': 'Sở Tài chính',
  'Sở Lao động - Thương binh và Xã hội': 'Sở Nội vụ',
  'Ban Dân tộc': 'Sở Dân tộc và Tôn giáo',
} as const

/** Other ways to write the names of places that everybody knows. */
export const placeAbbreviations = {
  'Hồ Chí Minh': ['hcm', 'tphcm', 'sài gòn', 'sg'],
  'Hà Nội': ['hn'],
  'Đà Nẵng': ['đn'],
  'Thừa Thiên Huế': ['tt huế'],
  'Bà Rịa - Vũng Tàu': ['brvt'],
} as const

/** Nouns for groups of units; the same nouns alone mean the asker's own. */
export const kindNouns = {
  department: [
    '(sở|sở ngành|sở ban ngành|sbn|sở ban|ban ngành|sở ngành tỉnh|sở ban ngành tỉnh|cơ quan chuyên môn|cơ quan cấp tỉnh)',
  ],
  district: [
    '(huyện|huyện thị|huyện thị xã|huyện thị thành phố|huyện thị xã thành phố|huyện thành phố|huyện thị thành|quận huyện|quận|thị xã|thành phố|địa phương cấp huyện|đơn vị cấp huyện|ubnd huyện|ubnd cấp huyện)',
  ],
  commune: [
    '(xã|xã phường|xã phường thị trấn|xã phường đặc khu|phường xã|phường|thị trấn|đặc khu|xã thị trấn|x p|đơn vị cấp xã|ubnd xã|ubnd xã phường|ubnd cấp xã|địa phương cấp xã|phường xã thị trấn)',
  ],
  province: [
    '(tỉnh|tỉnh thành|tỉnh thành phố|thành phố trực thuộc (trung ương|tw)|tỉnh thành phố trực thuộc (trung ương|tw))',
  ],
  ministry: ['(bộ|bộ ngành|bộ ngành (trung ương|tw)|bộ cơ quan|bộ cơ quan ngang bộ|bộ và cơ quan ngang bộ)'],
  region: ['(vùng|khu vực|miền|vùng kinh tế|vùng kinh tế xã hội)'],
  local: ['(địa phương)'],
  any: ['(đơn vị|nơi|cơ quan|cơ quan đơn vị|đơn vị địa phương|cơ quan đơn vị địa phương|bên|chỗ|đv|dv)'],
} as const

/** Letters for kinds: a noun only beside a word that makes a group ("mấy p. chưa đạt", "h nào", "5 x thấp nhất"). */
export const kindLetters = { district: ['(h|hn)'], commune: ['(x|p|ph|xp|x p)'] } as const
export const letterPhrases = {
  which: ['[noun] nào', '(bao nhiêu|mấy|bn|nhiêu) [noun]'],
  many: ['(các|những|từng|ds) [noun]'],
} as const
/** Numbers stand before these letters, and mean no hours or minutes. */
export const countedLetters = { commune: ['(x|xp)'] } as const

/** How a noun of `kindNouns` (`[noun]`) makes a group, or means the asker's own unit. */
export const groupPhrases = {
  which: [
    '(có|còn|những|các|mấy)? [noun] (nào|gì)',
    '(có|còn) (bao nhiêu|mấy|bn) [noun]',
    '(bao nhiêu|mấy|bn|nhiêu) [noun]',
    'số [noun]',
  ],
  many: [
    '(các|những|ds|toàn bộ|tất cả|tất cả các|toàn bộ các|mọi|từng|mỗi|cấp|khối|nhóm|danh sách|trong các|trong số các|giữa các|hệ thống|một số|mấy) [noun]',
    '(các|những|tất cả|toàn bộ|mấy) [noun] (của)? [me]',
    '[noun] (với nhau|khác|còn lại)',
    '(các|những|mấy) [noun] (khác|còn lại|kia)',
  ],
  own: ['(của)? [noun] (của)? [me]', '[noun] (nhà|đó của [me]) [me]?'],
  whole: [
    '(toàn|cả|khắp|toàn bộ|chung|chung toàn|trên toàn|trên địa bàn|toàn địa bàn) [noun] (mình|ta|nhà)?',
  ],
  inside: [
    '(trong|ở|tại|trên|trong phạm vi|trong toàn|trong cả|trong nội bộ|thuộc|so với) [noun] (mình|ta|nhà)?',
  ],
  count: ['{n} [noun]', '{n} [noun] (này|đó|ấy|kia)', '{n} (cái|thằng|trong số các) [noun]'],
  bare: ['(của)? [noun]'],
} as const

/** "Who" and "where" ask for units of any kind. */
export const anyUnitPhrases = [
  '(những|còn|có)? ai',
  '(thằng|ông|đứa|anh) nào',
  '(chỗ|nơi|khối|nhóm) nào',
  'đâu (là)?',
] as const

/** The asker's own unit. */
export const ownUnitPhrases = [
  '(của)? (bên|phía|chỗ|nhà|đảo|đơn vị|cơ quan|đv|dv|phòng|ngành|địa phương|nơi|bộ phận|khu vực) (của)? [me]',
  '(bên|phía|chỗ) (đây|này)',
  'của [me]',
  '(mình|ta|tôi|em|chúng tôi|chúng ta|chúng mình|chúng em|bọn tôi|bọn em|bọn mình|tụi em|tụi mình|tụi tôi|nhà mình)',
  '(đơn vị|cơ quan|địa phương) (này|nhà)',
] as const

/** The whole country: a rank asked for in it is that of the province. */
export const countryPhrases = [
  '(trong|toàn|cả|trên)? (cả nước|toàn quốc|cả nước ta|63 tỉnh|34 tỉnh)',
] as const

/** A region of it, likewise, where the regions are no units. */
export const regionPhrases = ['(trong|toàn|cả|trên)? (vùng|khu vực|miền|các tỉnh)? [region]'] as const

/** Where they are units, one that has no such name. */
export const otherRegionPhrases = [
  '(trong|toàn|cả|trên)? ([region]|phía (bắc|nam|tây|đông)|miền (núi|tây|đông)|duyên hải)',
] as const

export const personWords = ['mình', 'ta', 'tôi', 'em', 'tui', 'tớ', 'tao', 'cháu'] as const

export const unitLists = {
  region: [
    '(tây nguyên|tây bắc|đông bắc|đông nam bộ|tây nam bộ|bắc trung bộ|nam trung bộ|duyên hải miền trung|duyên hải nam trung bộ|đồng bằng sông hồng|đồng bằng sông cửu long|miền trung|miền bắc|miền nam)',
  ],
  me: [
    `(${personWords.join('|')}|chúng tôi|chúng ta|chúng em|chúng mình|bọn em|bọn mình|tụi em|này|đây|nhà mình)`,
  ],
} as const

/** Words after which a unit is named. */
export const afterNameWords = ['của', 'ở', 'tại'] as const

/** Words before all of a kind among which something stands. */
export const amongWords = ['trong', 'giữa', 'với', 'vs'] as const

/** Before the given name of a person. */
export const titleWords = ['anh', 'chị', 'cô', 'chú', 'bác', 'ông', 'bà', 'em'] as const

/** How an older asker calls himself, and the assistant. */
export const elderWords = ['anh', 'chị'] as const
export const youngerWord = 'em'

/** "Chúng tôi": words before those for the asker that make them many. */
export const pluralWords = ['chúng', 'bọn', 'tụi'] as const

/** Words behind which "so" typed without diacritics is "sở", or "sổ" of "đội sổ", and no "số". */
export const wordsBeforeOffice = ['các', 'những', 'từng', 'mỗi', 'mọi', 'đội', 'cả'] as const

/** Behind a kind: the unit that was named before. */
export const thatWords = ['đó', 'ấy', 'kia', 'đấy', 'nớ'] as const
/** The own unit, or the one that was just told of. */
export const thisWord = 'này'
/** "Bao nhiêu đơn vị": behind "đơn" it counts units, and no dossiers. */
export const unitWord = 'vị'
/** Of these, the one that means the other of two. */
export const otherWord = 'kia'
/** Before it they stand for any unit. */
export const thingWords = ['cái', 'bên', 'nơi', 'chỗ', 'đằng', 'đứa'] as const
/** Before "đó": where the unit is that was spoken of. */
export const atWord = 'ở'
/** The one unit that was found. */
export const itWord = 'nó'

/** Offices that are no units of the province's list by these names, whatever unit is named with them. */
export const otherOffices = [
  'phòng (tư pháp|tài chính|nội vụ|văn hóa|giáo dục|tài nguyên|lao động|y tế|kinh tế|nông nghiệp|quản lý|công chứng|gd|tn|tp|công thương|dân tộc)',
  'trung tâm (phục vụ|hành chính|pvhcc|y tế|văn hóa|văn thư|dịch vụ|giám sát)',
  '(cục|chi cục|tổng cục) (thuế|hải quan|thống kê|quản lý|kiểm lâm|thú y|dân số|an toàn|thi hành án|bảo vệ)',
  '(chi nhánh|cn) (văn phòng|vpđkđđ|vpdkdd|ngân hàng|đất đai|đăng ký|điện lực|điện|thuế|bảo hiểm)',
  '(văn phòng|vp) (đăng ký|đk) (đất đai)?',
  '(thôn|ấp|khu phố|tổ dân phố|xóm|buôn|làng) {n}',
  '(tổ dân phố|tdp|khu phố|khối phố)',
  'công an (huyện|xã|thị xã|thành phố|phường|thị trấn)',
  'bộ (y tế|tư pháp|tài chính|nội vụ|công thương|xây dựng|giáo dục|công an|quốc phòng|ngoại giao|nông nghiệp|tài nguyên|lao động|văn hóa|khoa học|thông tin|giao thông)',
  '(bưu điện|kho bạc|điện lực|hải quan|tòa án|viện kiểm sát|bảo hiểm xã hội|bhxh|viettel|vnpt|ngân hàng)',
  '(hội|đoàn) (phụ nữ|nông dân|thanh niên|cựu chiến binh|chữ thập đỏ)',
  '(trường|bệnh viện|trạm y tế|đồn biên phòng|công ty)',
] as const

/** Words of names that are written now with one mark, now with another. */
export const variantWords = ['đăk'] as const

/** The provinces of today and those before 1/7/2025: one that is no unit here is another province's affair. */
export const provinceNames = [...provinces, 'Bà Rịa', 'Vũng Tàu'] as const

/** Before a kind: several of them are asked for. */
export const severalWords = ['những', 'các', 'mấy', 'bao', 'có', 'còn', 'top'] as const

/** Words between a unit and the unit above it. */
export const placeWords = ['thuộc', 'ở', 'tại', 'của', 'trong', 'trực', 'bên', 'nằm', 'trên'] as const

/** Words before a unit that ask for the sum over all below it. */
export const wholeWords = ['toàn', 'cả', 'khắp', 'bàn'] as const

/** Between units that are listed. */
export const joiningWords = ['và', 'với', 'cùng', 'hay', 'hoặc', 'vs'] as const

/** With these a message begins that goes on from the one before, right before the name that it is about. */
export const openingWords = [
  'còn',
  'thế',
  'vậy',
  'rồi',
  'à',
  'ừ',
  'ok',
  'nhầm',
  'ý',
  'là',
  'không',
  'thì',
  'sang',
  'qua',
  'bỏ',
  'trừ',
  'loại',
  'bớt',
  'thêm',
  'cộng',
  'cả',
  'với',
  'và',
] as const

/** Between kinds that are asked about together. */
export const listingWords = ['và', 'lẫn', 'cùng'] as const

/** Before a kind: no other is meant. */
export const onlyWords = ['chỉ', 'riêng'] as const
