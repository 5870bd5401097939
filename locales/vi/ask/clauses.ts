/**
 * How a message is put together: what is said to the assistant, what is told, what is quoted, what is asked. The
 * language of the phrases is explained in src/ask/phrases/phrase-syntax.ts.
 */
export const clauseLists = {
  person: [
    '(anh chị|các anh chị|các anh|các chị|các bạn|các em|mọi người|cả nhà|đồng chí|các đồng chí|anh|chị|em|bạn|sếp|bot|ad|admin|cô|chú|bác|ông|bà|cháu|thủ trưởng|lãnh đạo|trợ lý|ace|ac|a|c|e|mày|bồ|bé|cưng|thầy|bây|chế|mi|u|you)',
  ],
  self: ['(anh|chị|em|tôi|mình|tui|bác|chú|cô|cháu|con|tớ|bọn anh|bọn em|chúng tôi|a|c|e|sếp)'],
  soft: [
    '(ạ|à|ơi|nhé|nha|nhá|nghe|nghen|nhen|hen|hỉ|nhỉ|với|đi|giùm|hộ|giúp|dùm|nè|nào|luôn|gấp|sớm|liền|cái|đấy|đó|thôi|chút|tí|xíu|nhanh|lẹ|please|pls|plz)',
  ],
  office: [
    '(tỉnh|huyện|sở|xã|phường|bộ|chủ tịch|phó chủ tịch|bí thư|thường trực|thường vụ|ban chỉ đạo|lãnh đạo|sếp|cấp trên|trên|văn phòng|ủy ban|ubnd|hđnd|giám đốc|đoàn|báo|báo chí|đài|phóng viên|phòng|dân|anh|chị|ông|bà|bác|chú|cô)',
  ],
  thanks: [
    '(cảm ơn|cám ơn|cảm mơn|cảm tạ|camon|thanks|thank you|thank|tks|thks|tk|đa tạ|biết ơn|cảm ơn trước|cảm ơn nhiều|cám ơn nhiều|xin cảm ơn|rất cảm ơn|chân thành cảm ơn|trân trọng cảm ơn)',
  ],
} as const

/** With these somebody says hello; any other courtesy is thanks. */
export const helloWords = ['chào', 'hello', 'hi', 'hey', 'alo', 'helo', 'lô', 'halo', 'morning'] as const
/** A message of these words alone, one of the first among them, ends what was talked about. */
export const closedWords = ['thôi', 'vâng', 'dạ', 'rồi', 'xong', 'được', 'đủ'] as const
export const closingWords = [
  'vậy',
  'thế',
  'không',
  'nhé',
  'nha',
  'ạ',
  'à',
  'em',
  'anh',
  'chị',
  'ừ',
  'ờ',
  'ok',
  'cảm',
  'ơn',
  'nhiều',
  'tốt',
  'khỏi',
  'cần',
  'nữa',
] as const

/** Said to the assistant, at either end of what is asked: it asks nothing, and its persons are no units. */
export const courtesyPhrases = [
  '[self]? (xin|rất|chân thành|trân trọng)? [thanks] (trước|rất|thật)? (nhiều)? [person]? (nhiều|rất nhiều|lắm|trước)? [soft]? [person]?',
  '[soft]? [soft]? [soft] [person] [soft]?',
  '[person] [soft] [soft]? [soft]?',
  '(giúp|hộ|giùm|dùm|cho) [self] [soft]? [soft]? [person]? [soft]?',
  '(báo|gửi|nhắn|trả lời|cho biết|thông tin|phản hồi|bảo|nói|cập nhật) (lại|giúp|cho|hộ|ngay|sớm)? (cho|với|giúp|hộ)? [self] (biết|hay|nắm|rõ)? [soft]? [soft]? [person]?',
  '[person] (có)? (rảnh|bận) (không|chưa|hông) [soft]?',
  '(xong|có) (rồi|thì)? (báo|gửi|nhắn|nhớ báo) (lại|giúp|cho)? [self] [soft]? [soft]? [person]?',
  '(vậy|thế|đây|hè|nhỉ) ta',
  '(làm ơn|xin vui lòng|vui lòng|phiền|phiền em|phiền anh|phiền chị|nhờ|nhờ em|nhờ anh|nhờ chị|nhờ bạn|mong|kính mong|kính đề nghị|xin phép|kính nhờ|rất mong)',
  '(alo|a lô|hello|hi|hey|ê|dạ|dạ thưa|thưa|kính thưa|kính chào|chào|xin chào|good morning|chào buổi sáng|chào buổi trưa|chào buổi chiều|chào buổi tối) [person]? [soft]?',
  '(kính gửi|kính thưa) [person] ~2',
  'gửi [person]',
  '(dạ)? (báo cáo|thưa) [person] (là|rằng)?',
  '[person]? (cho|xin|cho phép|xin phép) [self]? (hỏi|hỏi thăm|hỏi chút|hỏi tí|hỏi cái|hỏi xíu|hỏi nhanh|hỏi gấp|biết|hỏi một chút|hỏi 1 chút|hỏi một câu|được hỏi|phép hỏi|xin hỏi) [soft]? [soft]?',
  '(anh|chị|ông|bà|bác|chú|cô|sếp|thủ trưởng) ~1 (hỏi|hỏi là|muốn biết|cần biết) (là|rằng)?',
  '[self] (hỏi|xin hỏi|muốn hỏi|cần hỏi|có việc hỏi|có câu hỏi|hỏi lại|hỏi thêm) [soft]? [soft]? (là|rằng)?',
  '[person] (xem|tra|coi|kiểm tra|check|tìm|lấy|cho|báo|ngó|dò|rà|nói|kể) (giúp|hộ|giùm|dùm|lại|cho|thử)? [self]? (xem|biết|cái|với|coi)? [soft]?',
  '(bạn|em|bot|trợ lý|anh|chị) ơi',
  '(hỏi|hỏi thăm|hỏi chút|hỏi tí|hỏi xíu|hỏi nhanh|hỏi cái|hỏi phát) [soft]?',
  '(chúc|chúc các|chúc anh|chúc chị|chúc em|chúc bạn|chúc mọi người) ~5',
  '(mong|rất mong|hy vọng|chờ|đợi|xin) (sớm)? (nhận được)? ~1 (phản hồi|trả lời|hồi âm|hồi đáp|tin) ~2',
  '(trân trọng|thân mến|thân ái|best regards|regards|kính thư)',
  '(tốt|giỏi|ngoan|hay|giỏi lắm|tốt lắm|tuyệt vời|ok|oke|okie|okay|vâng|ừ|uh|ừm|à|ờ|ok em|được rồi|tốt quá|hay quá) [person]? [soft]?',
  '(số liệu|câu trả lời|trả lời|báo cáo|em|bot)? (rất|khá)? (nhanh|giỏi|hay|tốt|tuyệt|chính xác|kịp thời|đầy đủ|rõ ràng|chi tiết|hữu ích|tiện|chu đáo|gọn|dễ hiểu|ngoan|khéo|đúng lúc) (lắm|ghê|quá|thật|dữ|thế|phết|ha|hén) [soft]? [person]? [soft]?',
  '(số liệu|thông tin|câu trả lời|trả lời|báo cáo|em|bot)? (rất|quá|thật|khá) (nhanh|giỏi|hay|tốt|tuyệt|chính xác|kịp thời|đầy đủ|rõ ràng|chi tiết|hữu ích|tiện|chu đáo|gọn|dễ hiểu) [soft]? [person]? [soft]?',
  '(sáng giờ|hôm nay|dạo này|lâu nay)? (khỏe|có khỏe|vẫn khỏe) (không|chứ|hông|hem)? [soft]? [person]?',
  '(xin)? (được)? (làm quen|gặp lại) [soft]? [person]?',
  '[self] là (phó|trưởng|giám đốc|chủ tịch|bí thư|cán bộ|lãnh đạo|chuyên viên|công chức|nhân viên) ~5',
  '(xin lỗi|sorry|thông cảm|làm phiền|phiền quá|ngại quá) ~4',
  '[self] (đang)? (cần|vội|gấp|chờ|đợi|cần gấp|cần ngay|đang gấp|đang vội) (gấp|ngay|lắm|quá|liền)? [soft]? [soft]? [person]?',
  '(vậy|thế|vậy là)? (tạm|coi như)? (ổn|được|tốt) (rồi)? [soft]? [person]?',
  '(bữa|hôm|khi|lúc) (nào|khác|sau) ~2 (ghé|qua|lên|về|rảnh|gặp) ~3 (mời|đãi|khao|uống|nhậu|cà phê|ăn) (cà phê|cafe|nhậu|bia|nước|ăn sáng|ăn trưa|trà|cơm)? [soft]? [person]? [soft]?',
  '[self]? (sẽ)? (mời|đãi|khao) [person]? (đi|uống|ăn|ly|chầu)? (cà phê|cafe|nhậu|bia|nước|ăn sáng|ăn trưa|trà|cơm) [soft]? [person]? [soft]?',
  '(gấp|gấp gấp|khẩn|nhanh|nhanh lên|lẹ|mau lên) [soft]? [person]? [soft]?',
] as const

/** At the end these ask nothing; typed so. */
export const politeParticles = ['ạ', 'nhé', 'nhá'] as const

/** The person spoken to, alone at the end. */
export const vocativeWords = [
  'em',
  'anh',
  'chị',
  'bạn',
  'bot',
  'ad',
  'sếp',
  'bác',
  'cô',
  'chú',
  'e',
  'a',
  'c',
] as const
export const vocativePhrases = [`(${vocativeWords.join('|')})`]
/** Behind these a person at the end is the one that something is of, not the one spoken to. */
export const beforePossessor = [
  'của',
  'bên',
  'chỗ',
  'đơn',
  'vị',
  'cho',
  'với',
  'là',
  'giúp',
  'tụi',
  'bọn',
  'chúng',
  'phía',
  'nhà',
  'ngành',
  'phòng',
  'và',
  'hay',
  'hoặc',
  'so',
  'hơn',
  'kém',
  'bằng',
  'quan',
  'phương',
  'các',
  'mấy',
  'những',
  'tên',
  'trên',
  'dưới',
] as const

/** Words by which a clause asks. */
export const interrogativePhrases = [
  '(nào|gì|mấy|bao nhiêu|bn|nhiêu|bao nhiu|sao|thế nào|ra sao|ntn|đâu|ai|khi nào|bao giờ|lúc nào|bao lâu|bao xa|chi|răng|mô|hay|phải không|đúng không|được không|có không|hay chưa|hay không|có phải|không biết|liệu|what|how|which|who|when|where)',
] as const

/** Words by which a clause asks, at its end. */
export const closingPhrases = ['(không|chưa|hả|à|chứ|nhỉ|ko|hông|hem|chăng)'] as const

/** Words with which an order begins. */
export const orderPhrases = [
  '(xem|cho|gửi|gởi|liệt kê|kể|kê|so sánh|so|đối chiếu|vẽ|tính|tính toán|kiểm tra|xếp|sắp xếp|dự báo|lập|xuất|thống kê|tổng hợp|nêu|tra|tra cứu|lấy|đưa|in|lọc|giải thích|đánh giá|phân tích|yêu cầu|đề nghị|đăng ký|hủy|huỷ|ngừng|tạm dừng|tạm ngừng|dừng|tắt|bật|đổi|trừ|bỏ|thêm|danh sách|bảng|top|tốp|biểu đồ|đồ thị|ds|cần|muốn|tìm|rà soát|cung cấp|báo|hiển thị|mở|nhắc|giao|hỏi|chỉ|nói|cộng|show|list|compare|give|tóm tắt|điểm|chọn|lưu|soạn|viết|đặt|dịch|làm|cập nhật|đếm|kể|lọc|soi|dò|khoanh|bắt|dời|chuyển|hoãn|gom|xét|tính riêng|chỉ tính|chỉ lấy|bảo|kêu)',
  '(báo cáo) (tuần|tháng|ngày|quý|giai đoạn|nhanh|tình hình|kết quả|số liệu|cho|về)',
  '[person] (cho|gửi|gởi|liệt kê|so sánh|lập|xuất|tổng hợp|nêu|lọc|thống kê) [self]',
  '[person] (xem|cho|gửi|tính|kiểm tra|lấy|tra|lập|vẽ|so|so sánh|soạn|viết|làm|báo cáo|thống kê|liệt kê|tổng hợp|xuất|nói|giải thích|dự báo) (giúp|hộ|giùm|cho|lại|dùm)',
] as const

/** For what the answer is wanted: told behind a question, though no comma parts it. */
export const purposePhrases = [
  'để (anh|chị|em|tôi|mình|sếp|tui|bác|chú) ~1 (còn|báo|trình|đưa|gửi|đi|nắm|biết|họp|phát|làm|chuẩn|điện|nhắc|gọi|nói|trả|chỉ|ghi|viết|tiện|có|lo|xử|đôn|kiểm)',
  'để [self] ~1 (chốt|đối chiếu|kịp|ghép|dán|kiểm tra|công bố|đăng|ký)',
  'để (chốt|đối chiếu|ghép|dán|công bố|trả lời)',
  'cho [self] (còn|đưa|dán|chép|ghi|điền|kịp|nói|phát biểu) (vào|vô|với|cho|ở|trên|lại)',
  '(chứ|tại|vì|bởi vì) [self] ~2 (nhớ|biết|rõ|nắm|thấy|hiểu|quên|bận|kẹt|họp|phải|mới)',
  'để (còn|báo cáo|trình|điền|nhập|đưa vào|chuẩn bị|gửi|đi họp|nắm|biết đường|tiện|họp|phát biểu|lãnh đạo|thường trực|kịp (họp|báo cáo|trình|gửi|nộp))',
] as const

/** Where one turns to the assistant, though no comma parts it. */
export const hailPhrases = [
  '[person] (xem|tra|coi|kiểm tra|check|tìm|lấy|báo) (giúp|hộ|giùm|dùm|lại|cho) [self]?',
  '(cho|xin) [self] (hỏi|xin)',
  '[person] (cho|gửi|gởi|liệt kê|so sánh|lập|xuất|tính|kiểm tra|tổng hợp|nêu|lọc|thống kê|xếp|làm|lấy|tìm) (giúp|hộ|giùm|dùm|lại|ngay)? (cho)? [self]',
] as const

/** Where one has asked, and may go on with what one tells: "… nhé sáng mai chị in". */
export const askedEndings = ['nhé', 'nha', 'nhá', 'ạ', 'nhỉ', 'hả', 'vậy'] as const
/** Before an indicator it says of what one asks. */
export const aboutWord = 'về'
/** Opens what is told of something by the way: "… mà hôm qua anh Bí thư nhắc". */
export const asideWord = 'mà'

/** What somebody does who does not ask: with a person or an office before it, or alone. */
export const tellingPhrases = [
  '(nói|báo|bảo|ra|đưa) ~2 (khác|một đằng|một nẻo|một kiểu|một số|lúc khác)',
  '[office] ~2 (thế nào|sao|kiểu gì|đằng nào|lúc nào) cũng',
  '[office] ~2 (đang|còn|cứ|vừa|mới|sắp|lại|liên tục)? (đợi|chờ|đòi|hối|vặn|ghé|nhắn|xin|cần|gửi|ra|có|ban hành|thông báo) ~1 (số|số liệu|danh sách|báo cáo|công văn|văn bản|giấy|thư|tin|giấy mời|thông báo|kết luận|lịch)',
  '([office]|[self]) ~2 (nhắn|nhận được|nhận tin|đọc được|gửi tin|nhắn tin)',
  '[office] ~2 (đang|còn|cứ|vừa|mới|sắp) (đứng|ngồi|đợi|chờ|đòi|hối|vặn|ghé|nhắn|xuống|tới|vô|lên|gọi|ra)',
  '(được|bị) (khen|chê|nêu tên|phê|vặn|hối)',
  '(sắp|đang) (ghé|xuống|lên|tới|vô|đợi|chờ|nhắn|gọi|hối|đòi)',
  '(vừa|mới) (ghé|nhắn|hối|đòi)',
  '(mới|vừa|đang|sắp) (nhận|nhậm chức|vô làm|vào làm|tiếp nhận|được điều|được bổ nhiệm|chuyển về) ~1 (bàn giao|nhiệm vụ|việc|công tác|chức|xong)?',
  '(cơm|nhậu|ăn cỗ|liên hoan|giao lưu|chào xã giao) (với|cùng|bên)',
  '[self] (cần|hỏi|xin|muốn có|lấy) (số|số này|nó|cái này|số đó|gấp)? để',
  '(hết pin|hết tiền|hết sóng|mất sóng|yếu sóng)',
  '(mấy)? (ổng|bả|ảnh|cổ|tụi nó) ~2 (nhắc|hỏi|gọi|dặn|nói|bảo|kêu|réo|la|mắng|thúc|giục|hối|chê|than|đòi|biểu) (hoài|miết|quài|suốt)?',
  '(chỉ|chị) (hỏi|gọi|réo|la|nhắc|kêu) (hoài|miết|quài|suốt|tới tấp)',
  '(căn cứ|thực hiện|triển khai|tiếp theo|thi hành|theo tinh thần) ~1 (kế hoạch|quyết định|công văn|văn bản|nghị quyết|chỉ thị|chương trình)',
  '(họp|giao ban|hội nghị|hội thảo|hội ý|công tác|đi công tác|tiếp dân|tiếp khách|tiếp đoàn|đi cơ sở|xuống cơ sở|đi họp|dự họp|làm việc với|trực|nghỉ phép|nghỉ|ăn cơm|ăn trưa|cà phê|lái xe|trên đường|ngoài đường|sơ kết|tổng kết|giám sát|thẩm tra|chất vấn|kiểm điểm|thanh tra|bận|mệt|ốm|kẹt xe|mưa|nắng|mất mạng|mạng yếu|mạng chậm|cúp điện|mất điện|tập huấn|học|đám cưới|đám|sân bay|máy bay)',
  '(phải|sắp|đang|vừa|mới|chuẩn bị|sẽ|được|bị|có|cần|đi|về|lên|xuống|qua) ~1 (họp|báo cáo|trình|gặp|làm việc|phát biểu|giải trình|trình bày|nghe|ký|chốt|gửi|nộp|đi|về|nhắc|hỏi|phê bình|khen|giao|gọi|nói|dặn|chỉ đạo|yêu cầu)',
  '(anh|chị|ông|bà|bác|chú|cô) ~4 (gọi|nhắc|réo|la|mắng|thúc|giục|hối) (mãi|hoài|miết|suốt|quá|rồi|liên tục)?',
  '(tỉnh|huyện|sở|xã|chủ tịch|phó chủ tịch|bí thư|thường trực|thường vụ|ban chỉ đạo|lãnh đạo|sếp|cấp trên|trên|văn phòng|ủy ban|ubnd|hđnd|giám đốc|anh|chị|em|ông|bà|bác|chú|cô) ~2 (nhắc|hỏi|gọi|dặn|nói|bảo|giao|chỉ đạo|yêu cầu|phê bình|khen|kêu|réo|la|mắng|thúc|giục|đôn đốc|gửi công văn|phàn nàn|góp ý|phát biểu|kết luận|lưu ý|hối|chê|than|than thở|than phiền|kêu ca)',
  '(anh|chị|em|tôi|mình|sếp|bác|chú|cô|a|c|e) ~3 (đi|về|họp|báo cáo|trình|lên|xuống|qua|làm|nghe|đọc|quên|tìm|mở|nhìn|thấy|gặp|bận|rảnh|ngồi|trực|nghỉ|chạy|lái|ăn|uống|viết|soạn|chuẩn bị|lo|sốt ruột|hồi hộp|mệt|nhận được|nghe nói|nghe tin|nhớ|nhớ là)',
] as const

/** Behind these a unit that is told of is only the place where, or those with whom, somebody is. */
export const besideUnitWords = [
  'với',
  'cùng',
  'dưới',
  'trên',
  'ở',
  'tại',
  'bên',
  'lên',
  'xuống',
  'đi',
  'ra',
  'vào',
  'vô',
  'ghé',
  'đoàn',
  'báo',
  'từ',
  'gặp',
  'đón',
  'tiếp',
  'khách',
] as const

/** What stands before a text of somebody else. */
export const forwardMarks = [
  'fwd',
  'fw',
  'forwarded',
  'forward',
  'chuyển tiếp',
  'chuyen tiep',
  'chuyển tin',
  'trích',
  'trich',
] as const

/** Words that ask elsewhere and here only count: "mười mấy ngày", "mấy bữa nay". */
export const vaguePhrases = [
  '(mười|hơn|đôi|vài) mấy',
  'mấy (đồng chí|anh em|chục|hôm|bữa|ngày|tuần|tháng|đứa|cậu|ông|anh|chị|ổng|bả|sếp|cụ|vị|lãnh đạo|bà) (nay|rồi|qua|kia)?',
  '(đồng chí|anh em|chục) nào',
  '(thế nào|sao|kiểu gì|cách nào|đằng nào|lúc nào|bao giờ|khi nào|ai|gì|đâu) cũng',
  '(chưa|không|chẳng|chả|hổng|ko) (có|thấy|nắm|hiểu|được|kịp có|nhận được) (gì|chi|ai)',
  'bao nhiêu (lần|năm) nay',
] as const

/** What may stand beside days that are the topic of what follows: "từ ngày … đến hết ngày …:". */
export const besideDays = [
  'từ',
  'đến',
  'tới',
  'hết',
  'ngày',
  'trong',
  'tính',
  'kể',
  'cho',
  'khoảng',
  'về',
  'và',
  'thì',
  'của',
  'còn',
  'vẫn',
  'nhé',
  'ạ',
  'nha',
  'đi',
  'riêng',
  'tháng',
  'ak',
  'á',
  'đó',
  'luôn',
  'thôi',
  'tuần',
  'năm',
  'quý',
  'lũy',
  'kế',
] as const

/** With these a few words behind a comma go on with what is asked. */
export const restWords = [
  'khoản',
  'mục',
  'phần',
  'về',
  'mảng',
  'khâu',
  'xét',
  'tính',
  'riêng',
  'theo',
  'chỉ',
  'cả',
] as const

/** Asks whether a figure is right that was told. */
export const doubtPhrases = [
  '(có)? (đúng|chính xác|khớp|chuẩn|thật|thiệt|phải|thực) (vậy|thế|như vậy|như thế|sự|là)? (không|hông|hem|chưa|chứ|hay không|hay sai)',
  '(có)? (đúng|khớp|trùng) (với|cùng) (số liệu|số|dữ liệu|con số)? (của|trên|trong|ở|bên)? (hệ thống|mình|em|bên em|bên mình|phần mềm|tỉnh)? (không|hông|hem|chưa|chứ|hay không)',
  '(có)? (tin được|tin nổi|đáng tin|tin cậy|tin) (được)? (không|chưa|chứ|hay không)',
  '(đúng sai|thật giả|thật hay giả) (ra sao|thế nào|sao)?',
] as const

/** Asks whether what was told, or quoted, is right. */
export const verifyingPhrases = [
  ...doubtPhrases,
  '(đúng|chính xác|khớp|chuẩn|thật|phải|đúng vậy|đúng thế) (không|hông|chưa|hem|ko|chứ|hay không|hay sai)',
  '(có|thực) (đúng|chính xác|khớp|chuẩn|thật)',
  '(kiểm tra|kiểm|đối chiếu|xác minh|rà|xem) (giúp|lại|xem|hộ)',
  '(kiểm tra|xác nhận|xác minh|đối chiếu)',
] as const

/** Before what somebody else is said to have said: "Huyện Đăk Đoa nói …", "nghe bảo …". */
export const reportPhrases = [
  '(nhận được|đọc được|nhắn|nhắn tin|gửi tin|đọc thấy)',
  '(nói|bảo|kêu|báo|nhắc|chê|than|phàn nàn|báo cáo|khoe|đồn|phán|phản ánh|cho biết|cho hay|cho rằng|viết|ghi|nêu|đăng|khẳng định|tuyên bố|phát biểu|nghe|thấy) (là|rằng)?',
  '(nói|bảo|báo|nhắn|than|báo cáo|kể|khoe|phản ánh|khẳng định|trả lời|gọi|hứa) (lại|lên|về)? (với|cho|cùng) [self] (biết|hay|nghe)? (là|rằng)?',
  '(báo|báo cáo|gửi|phản ánh) (lên|về) (tỉnh|huyện|sở|trên|cấp trên|ban chỉ đạo|[self])? (là|rằng)?',
] as const
