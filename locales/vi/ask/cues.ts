/**
 * What the words of a question point to, whatever its subject. The weights by which these make an intent are in
 * src/ask/intent-rules.ts. Slots: `{indicator}`, `{dossiers}` (an indicator that begins with "hồ sơ"), `{period}`,
 * `{unit}`, `{group}`, `{own}`, `{pct}` (a number of percent or points), `{num}`, `{n}`.
 */
export const cuePhrases = {
  how_many: [
    '[how_many]',
    '[how_many] (phần trăm|%|điểm)',
    'mấy (phần trăm|%|điểm)',
    '(ra|được|đạt) mấy',
    'là mấy',
  ],
  how: [
    '(thế nào|như thế nào|ra sao|làm sao|sao rồi|thì sao|ntn|tn|như nào|kiểu gì|thế nào rồi|sao|ổn không|ổn chưa|tốt không|khá không|có ổn không|có tốt không|cao không|thấp không|có cao không|có thấp không)',
  ],
  figures: [
    '(số liệu|kết quả|tình hình|con số|dữ liệu|thông số|các chỉ số|tất cả chỉ số|toàn bộ chỉ số|mọi chỉ số|các chỉ tiêu khác|số|tỷ lệ|tile|giá trị)',
  ],
  all_indicators: [
    '(tất cả|các|toàn bộ|từng|mọi|đủ|hết|cả|8|9|tám) (các)? (chỉ số|chỉ tiêu|tiêu chí|mặt|mảng|lĩnh vực)',
  ],
  which_indicator: [
    '(có|còn|những|các|mấy)? (chỉ số|chỉ tiêu|tiêu chí|mặt|mảng|nội dung|lĩnh vực) (nào|gì)',
    '(bao nhiêu|mấy|bn) (chỉ số|chỉ tiêu|tiêu chí)',
    '(cái|mục|khoản|phần) (nào|gì)',
  ],
  missing_data: [
    '(sao|vì sao|tại sao|sao lại|thế sao) ~3 (không thấy|không có|chưa có|chưa thấy|không ra|không hiện|mất|trống|chưa cập nhật|không cập nhật) ~2 (số liệu|số|dữ liệu|kết quả|gì|{indicator})?',
    '(không thấy|chưa thấy|không có|chưa có|chưa cập nhật|không hiện|mất) (số liệu|dữ liệu|con số)',
    '(có|đã có|cập nhật|đã cập nhật) (số liệu|dữ liệu) ~2 chưa',
    '(số liệu|dữ liệu) ~2 (đâu|đâu rồi|chưa có|chưa cập nhật|cập nhật (đến|tới|chưa|khi nào|bao giờ))',
  ],

  rank: [
    '(đang)? (xếp|đứng|nằm|ở|được|là|hạng|vị trí)? (hạng|thứ|vị trí|vị thứ|top|số|hàng thứ|thứ hạng) (thứ)? (mấy|bao nhiêu|bn|nào)',
    '(xếp|đứng) (ở)? (thứ|hạng|đâu|chỗ nào|hàng|vị trí)',
    '(nằm|đang)? ở (đâu|vị trí nào|vị trí thứ mấy)',
    '(xếp hạng|thứ hạng|thứ bậc|vị thứ|xh|vị trí xếp hạng|xếp loại|vị trí)',
    'hạng',
    '(có)? (nằm)? trong (top|tốp|nhóm) (đầu|{n})? không',
  ],
  rank_change: [
    '(tụt|rớt|sụt|lùi|thăng|lên|xuống|tăng|giảm|mất|lọt|nhảy|cải thiện|thay đổi|giữ|nâng) (thứ|xếp)? (hạng|bậc)',
    '(tăng|giảm|lên|xuống|tụt|rớt|lùi|nhảy|hơn|thay đổi) (được)? (mấy|bao nhiêu|bn|{n}) (hạng|bậc|nấc)',
    '(xếp hạng|thứ hạng|hạng|vị trí|thứ bậc) ~3 (thay đổi|tăng|giảm|lên|xuống|tụt|cải thiện|biến động|tụt không)',
    '(có)? (tụt|lên|xuống|rớt) (hạng)? (không|mấy|bao nhiêu)',
    '(tụt|rớt) hạng',
  ],
  ranking_table: [
    '(bảng|danh sách|bxh) (tổng)? (xếp hạng|thứ hạng|thứ tự|tổng hợp|tổng sắp|thành tích)',
    '(bxh|bảng xh|bảng xếp)',
    '(từ)? cao (xuống|đến|tới) thấp',
    '(từ)? thấp (lên|đến|tới) cao',
    '(xếp hạng|xếp thứ tự|sắp xếp|thứ hạng|xếp loại|xh) (chung)? {group}',
    'sắp xếp (theo)? (thứ tự)?',
    'bảng (số liệu|điểm|kết quả|tổng)? ({group}|toàn tỉnh|cả tỉnh)',
  ],
  list: ['(liệt kê|danh sách|kể tên|điểm danh|thống kê|kể ra|lọc|ds|list|nêu tên|điểm mặt)'],
  highest: [
    '(cao|nhiều|tốt|khá|giỏi|ngon|nhanh|lớn|xuất sắc|nổi bật|ấn tượng|khá khẩm|mạnh) nhất',
    '(dẫn đầu|đứng đầu|đầu bảng|đầu danh sách|nhất bảng|đứng nhất|hạng nhất|xếp nhất|về nhất|số một|số 1|hạng 1|nhất tỉnh|nhất nhì|quán quân|vô địch|xếp đầu|thứ nhất|đứng thứ nhất|hàng đầu|tốp đầu|top đầu|nhóm đầu|top trên|tốp trên|đi đầu|dẫn đầu bảng|bứt phá|tiêu biểu)',
    '(top|tốp)',
    '(đang)? nhất (về|bảng|toàn tỉnh|cả tỉnh|trong tỉnh)',
  ],
  limit: [
    '(top|tốp) {n}',
    '{n} (cao|thấp|kém|tốt|bét|chót|cuối|đầu|yếu|tệ|khá|giỏi|đứng|dẫn|xếp) (nhất|bảng|đầu|cuối|tiên|cùng)?',
    '(lấy|chọn|chỉ|xem) {n}',
    '{n} (cái|thằng|nơi|đứa|ông|em)',
  ],
  lowest: [
    '(thấp|kém|tệ|yếu|dở|chậm|nhỏ|tồi|đuối|xấu|ì ạch|lẹt đẹt|bết bát|dưới|trì trệ|đáng lo|ít) nhất',
    '(bét|bét bảng|chót|chót bảng|cuối bảng|đội sổ|đứng cuối|xếp cuối|cuối cùng|áp chót|đứng chót|xếp chót|thấp bét|nhóm cuối|tốp cuối|top cuối|top dưới|tốp dưới|top chót|cuối danh sách|hạng bét|đứng bét|chót nhất|bét nhất|sau cùng|đứng sau cùng|đáy bảng|dưới đáy|cuối sổ|bét tỉnh|ở cuối|đáy|hạng chót|lẹt đẹt|bị tụt lại|tụt hậu|top thấp)',
    '(top|tốp) {n} (cuối|dưới|thấp|chót|bét|từ dưới lên|thấp nhất|kém nhất)',
    '{n} (cuối|chót|bét) (bảng)?',
    '(từ dưới|từ cuối) (lên|đếm lên|trở lên)',
  ],

  target: [
    '(chỉ tiêu|mục tiêu|target|định mức|kh giao|kế hoạch giao|chi tieu|chỉ tiêu kế hoạch|mức giao|kế hoạch|kh|ct|yêu cầu đề ra|mốc)',
  ],
  assigned: [
    '(được|bị|đã|có)? (giao|phân bổ|ấn định|giao cho|phân giao|áp|khoán)',
    '(phải|cần|bắt buộc) (đạt|làm|hoàn thành) (đến|được)? ([how_many]|mấy) (phần trăm|%|điểm)?',
    '(phải|cần) đạt (tối thiểu|ít nhất|mức|mốc)',
    'phải đạt',
  ],
  document: [
    '(theo)? (văn bản|quyết định|công văn|kế hoạch số|số văn bản|căn cứ|nghị quyết|qđ|vb) (số)? (nào|gì|mấy|bao nhiêu|đâu)',
    '(do)? ai giao',
    '(giao)? theo (đâu|cái gì|căn cứ nào|quyết định|kế hoạch)',
    'ở văn bản',
  ],
  reach: [
    '(đã|có|được)? (đạt|hoàn thành|về đích|cán đích|vượt|đạt được|đủ|xong|cán mốc|chạm|tới) (được)? (chỉ tiêu|mục tiêu|kế hoạch|kh|ct|target|yêu cầu|mức|ngưỡng|đích|định mức)?',
    '(vượt) (mức|qua)? (chỉ tiêu|kế hoạch|mục tiêu|kh)?',
    '(trên|cao hơn|bằng) (chỉ tiêu|mục tiêu|kế hoạch|mức giao)',
    '(đúng|kịp|vượt) tiến độ',
  ],
  reached_yet: [
    '[reach] ~5 (chưa|không|hay chưa|hay không|chưa nhỉ|chưa vậy|chưa ạ|chưa em)',
    '(đã|có) [reach] ~4 (chưa|không)',
    '(đạt|hoàn thành) (hay|hoặc) (chưa|không|chưa đạt|không đạt|rớt)',
    '(chỉ tiêu|mục tiêu|kế hoạch) ~2 (xong|đạt|ổn|đủ|hoàn thành) (chưa|không)',
    '(có|được) đạt không',
    'có (được|đạt) chỉ tiêu',
    '(đúng|kịp|chậm|trễ) tiến độ (không|chưa)',
    'có (đúng|kịp|chậm|trễ) tiến độ',
  ],
  not_reached: [
    '(chưa|không|chẳng) (thể)? (đạt|hoàn thành|đủ|tới|đến|bằng|vượt|về đích|cán đích|đạt được|xong) (được)? (chỉ tiêu|mục tiêu|kế hoạch|kh|ct|target|yêu cầu|mức giao|chuẩn|đích)?',
    '(dưới|thấp hơn|kém|kém hơn|hụt|thiếu|thua|nằm dưới) (mức|so với)? (chỉ tiêu|mục tiêu|kế hoạch|kh|ct|target|yêu cầu|mức giao|chuẩn)',
    '(rớt|trượt|hụt|tạch|fail|lỡ) (chỉ tiêu|mục tiêu|kế hoạch|kh|ct)?',
    '(chậm|trễ) (tiến độ|so với (tiến độ|kế hoạch))',
    '(chưa|không) đạt',
    '(còn)? (nợ) (chỉ tiêu|kế hoạch)',
  ],
  distance: [
    '(thiếu|hụt|kém|cách|chênh|thua|vượt|dư|hơn|thừa|còn) (chỉ tiêu|mục tiêu|kế hoạch|kh|ct|đích)? ~2 ([how_many]|mấy) (nữa|%|phần trăm|điểm)?',
    '(còn)? (thiếu|cách|hụt) ~4 (bao xa|xa không|bao nhiêu nữa|mấy nữa)',
    '(bao xa|còn xa|xa chỉ tiêu|gần đạt|sắp đạt)',
    '(so với|so) (chỉ tiêu|mục tiêu|kế hoạch|kh|ct|target|mức giao|chỉ tiêu giao|chỉ tiêu được giao)',
    '(khoảng cách|chênh lệch) ~3 (chỉ tiêu|mục tiêu|kế hoạch|đích)?',
    '(còn|đang)? (thiếu|hụt) (bao nhiêu|mấy|nhiều|bn)? (%|phần trăm|điểm|điểm phần trăm)?',
    '(bao nhiêu|mấy|bn) (%|phần trăm|điểm)? (nữa)? (thì|mới|là|để) (đạt|đủ|hoàn thành|về đích)',
    'cách (đích|chỉ tiêu|mục tiêu|kế hoạch)',
  ],
  need_dossiers: [
    '(cần|phải|thiếu|thêm|còn|còn thiếu|hụt|nộp|làm|xử lý|kiếm|vận động|tăng) ~4 ([how_many]|mấy) ([a_dossier]|{dossiers})',
    '([how_many]|mấy) ([a_dossier]|{dossiers}) ~3 (nữa|thêm|mới (đạt|đủ))',
    '(cần|phải|thiếu) ~2 (thêm) (bao nhiêu|mấy|bn)',
    '(cần|phải|thêm) ~3 (bao nhiêu|mấy|bn) ~4 (mỗi ngày|một ngày|1 ngày|/ ngày|hàng ngày)',
    '(mỗi|một|1|từng|bình quân|trung bình|hàng|hằng) (một|1)? ngày ~3 (cần|phải|nên|thì) ~5 (bao nhiêu|mấy|bn)',
    '(mỗi|một|1) ngày ~2 (bao nhiêu|mấy|bn) ([a_dossier]|{dossiers}) ~4 (đạt|đủ|kịp)',
    '(số|lượng) [a_dossier] (cần|còn thiếu|phải)',
    '(làm|nộp) ~2 (bao nhiêu|mấy) ~3 (để|mới|thì) (đạt|đủ|kịp)',
    'cần (thêm)? (bao nhiêu|mấy) nữa',
  ],
  change: [
    '(tăng|lên|cao lên|khá lên|tốt lên|nhích) (hay|hoặc) (giảm|xuống|thấp|tụt|đi xuống)',
    '(giảm|xuống|tụt) (hay|hoặc) (tăng|lên)',
    '(tăng|giảm|lên|xuống|tụt|nhích|sụt|cải thiện|tiến bộ|khá hơn|tốt hơn|thay đổi|biến động|chuyển biến|khởi sắc|đi lên|đi xuống) ~2 (bao nhiêu|không|chưa|mấy|gì|thế nào|ra sao|nhiều không|bn)',
    '(có)? (cải thiện|tiến bộ|khá hơn|tốt hơn|thay đổi|biến động|chuyển biến|khởi sắc|tăng lên|giảm đi|đi lên|đi xuống)',
    '(tăng|giảm) (so với|thế nào|ra sao|nhiều)',
    '(mức|tốc độ|độ) (tăng|giảm)',
    '(tăng|giảm) (trưởng|sút)?',
  ],
  course: [
    '(diễn biến|xu hướng|chiều hướng|quá trình|lịch sử|biến động|tiến triển|diễn tiến|trend|đà tăng)',
    '(qua|theo|trong) (các|từng|mấy|những) (tuần|tháng|ngày|quý|năm|giai đoạn)',
    '(từng|các|mấy|những) (tuần|tháng|quý) (qua|gần đây|vừa qua|vừa rồi|một|trước)?',
    '(theo) (tuần|tháng|ngày|quý|thời gian)',
    '(hàng|hằng) (tuần|tháng|ngày)',
    '(tuần|tháng) (nào) (cao|thấp) nhất',
  ],
  chart: [
    '(vẽ|xem|cho|gửi|xuất|làm)? (biểu đồ|đồ thị|bieu do|sơ đồ|chart|biểu)',
    '(vẽ) (đường|cột|hình)',
    '(xem|gửi|cho) (hình ảnh|ảnh|hình)',
  ],
  versus: ['(so sánh|so|đối chiếu|đọ|cân)', '(so với|so sánh với|vs|đối với|so cùng|so bì)', 'so (giữa)'],
  which_is_more: [
    '(bên|đơn vị|thằng|ông|nơi|đứa|chỗ|sở|huyện|xã|ai) nào (cao|tốt|khá|nhỉnh|nhiều|hơn|thấp|kém|giỏi|trội) (hơn)?',
    '(ai|đâu) (hơn|cao hơn|thấp hơn|tốt hơn|kém hơn|hơn ai)',
    '(cao|thấp|tốt|hơn|kém|thua|nhỉnh|khá) (hơn)? (hay|hoặc) (thấp|kém|cao|thua|hơn)',
    '(hơn|thua|kém|cao hơn|thấp hơn|bằng) {unit} ~3 (không|bao nhiêu|chưa|mấy|à|hả)?',
    '(hơn|kém|thua) (nhau|kém|thua) ~1 (bao nhiêu|thế nào|ra sao)?',
    'hơn kém',
    '(khác|chênh|chênh lệch) (nhau) (bao nhiêu|thế nào)?',
    'chênh nhau',
  ],
  year_ago: [
    '(cùng kỳ|cùng kì|ck|cùng thời điểm|cùng kỳ này) (năm)? (ngoái|trước|rồi|năm ngoái|năm trước|năm rồi|{year})?',
  ],
  against_last: [
    '(so với|so|với|hơn|kém) (kỳ|lần|đợt) trước',
    '(so với|so) (trước|trước đây|lúc trước|hồi trước)',
    'so với {period}',
    'so {period}',
    'với {period}',
  ],

  campaign: [
    '(chiến dịch|đợt cao điểm|cao điểm|{n} ngày đêm|đợt thi đua|chiến dịch {n} ngày đêm|chiến dịch {n} ngày)',
  ],
  phase: ['(giai đoạn|gđ|đợt|chặng)'],
  so_far: [
    '(đến|tới) (đâu|đâu rồi|đâu nhỉ|giai đoạn nào|ngày thứ mấy|bước nào)',
    '(tiến độ|tình hình|diễn biến|kết quả) (chung)? (của|thực hiện)? (chiến dịch|giai đoạn|đợt cao điểm|cao điểm|gđ|kế hoạch)',
    '(chạy|làm|triển khai|thực hiện|đi) (đến|tới|được) (đâu|bao nhiêu|mấy ngày|bao lâu|ngày thứ mấy)',
    '(đang ở|đang trong|bây giờ là|hiện là) (giai đoạn|đợt|gđ) (nào|mấy)',
    '(giai đoạn|đợt|gđ) (mấy|nào) rồi',
    'ngày thứ mấy (của|trong|chiến dịch)',
    '(qua|được) (mấy|bao nhiêu) ngày (rồi)?',
  ],
  time_left: [
    '(còn|còn lại|mất|thêm) (bao nhiêu|mấy|bn) (ngày|tuần|hôm|tháng) (nữa)?',
    '(còn) (bao lâu|lâu không|lâu nữa|dài không|nhiều thời gian)',
    '(bao nhiêu|mấy) (ngày|hôm|tuần) nữa',
    '(thời gian|số ngày) còn (lại)?',
    '(còn lại) (bao lâu|bao nhiêu|mấy ngày)',
    '(khi nào|bao giờ|ngày nào|lúc nào|hôm nào|chừng nào) ~3 (hết|kết thúc|xong|chấm dứt|hết hạn|tổng kết|đóng|bắt đầu|chạy|khởi động|mở|sang|chuyển)',
    '(hết|kết thúc|bắt đầu|khởi động|phát động|xong) ~4 (khi nào|bao giờ|ngày nào|lúc nào|hôm nào|chưa|ngày mấy|vào ngày nào|từ ngày nào)',
    '(từ)? ngày nào (đến|tới) ngày nào',
    'kéo dài (bao lâu|đến bao giờ|đến khi nào|bao nhiêu ngày|mấy ngày|đến ngày nào)',
    '(thời hạn|hạn chót|hạn cuối|deadline|mốc thời gian|thời gian) (của)? (chiến dịch|giai đoạn|là|đến)?',
    'còn hạn',
    '(bắt đầu|kết thúc) (ngày|từ|vào)',
  ],
  forecast: [
    '(dự báo|dự đoán|dự kiến|ước tính|ước|tiên lượng|du bao)',
    '(theo|với|cứ) (đà|tốc độ|tiến độ|nhịp|mức|kiểu|cái đà|cách) (này|như này|như vậy|hiện nay|hiện tại|nay|thế này|như hiện nay)',
    '(cứ) (thế này|như này|như vậy|vầy)',
    '(có|liệu|còn)? (kịp) ~3 (không|chưa|chỉ tiêu|nổi|chứ|được)',
    '(có)? kịp (không|đạt|tiến độ|về đích|hoàn thành|chỉ tiêu|chứ)',
    'kịp',
    '(liệu|không biết|chắc|chắc chắn|khả năng|khả năng cao|nguy cơ) ~4 (đạt|hoàn thành|kịp|về đích|đạt được|vượt|trượt|rớt|không đạt)',
    '(khả năng|cơ hội|triển vọng|nguy cơ) (đạt|hoàn thành|về đích|không đạt|trượt|rớt|bao nhiêu|cao không)?',
    '(sẽ) ~3 (đạt|hoàn thành|được bao nhiêu|kịp|về đích|trượt|rớt|bao nhiêu)',
    '(cuối|hết|đến cuối|đến hết|tới cuối|tới hết|kết thúc) (giai đoạn|gđ|đợt|chiến dịch|năm|cao điểm|quý|tháng|kỳ) (này|nay)? ~3 (đạt|hoàn thành|kịp|về đích|được|bao nhiêu|ra sao|thế nào)',
    '(có|liệu) ~2 (về đích|cán đích) ~2 (không|nổi|được)',
    '(về đích|cán đích) (không|nổi|kịp)',
    '(đạt|hoàn thành) (nổi|được) ~1 (không|chứ)',
    '(có|liệu) đạt nổi',
    'bao giờ (thì)? (đạt|hoàn thành|đủ)',
    'khi nào (thì|mới)? (đạt|hoàn thành|đủ)',
  ],
  phase_end: [
    '(cuối|hết|đến hết|đến cuối|tới cuối|kết thúc) (giai đoạn|gđ|đợt|chiến dịch|cao điểm)',
    '(hết|cuối) {period}',
    '(lúc)? kết thúc',
  ],

  define: [
    '(là|nghĩa là|tức là|có nghĩa là|hiểu là|được hiểu là) (cái)? (gì|chi|sao|như thế nào|thế nào|cái gì)',
    '(nghĩa|ý nghĩa|khái niệm|định nghĩa|giải thích|giải nghĩa|hiểu thế nào|hiểu như thế nào|hiểu sao|thế nào là|như thế nào là|sao gọi là|gọi là)',
    '(cách|công thức|phương pháp|cách thức) (tính|tính toán|đo|xác định|chấm|chấm điểm)? (của|cho)?',
    '(được)? (tính|đo|xác định|chấm|tính toán|đo lường|chấm điểm) (như|kiểu|bằng|theo|ra)? (thế nào|sao|ra sao|cách nào|như nào|kiểu gì|gì|nào|công thức nào|làm sao|ntn|cách gì|kiểu chi)',
    '(tử số|mẫu số|công thức)',
    '(gồm|bao gồm) (những)? gì',
    '(chia cho|lấy) (cái)? gì',
    '(tính) trên (cái)? gì',
    '(có)? tính (cả)? ~3 (không)',
    '(khác) (gì|nhau|thế nào|chỗ nào|như thế nào)',
  ],
  alerts: [
    '(cảnh báo|báo động|nhắc nhở|cảnh cáo|canh bao|đèn đỏ|báo đỏ|đôn đốc|phê bình)',
    '(bị|đang bị|có bị) (nhắc|cảnh báo|báo đỏ|đỏ|phê bình)',
  ],
  digest: ['(báo cáo|bản tin|bc|tổng hợp|bản tổng hợp|bản tóm tắt|tóm tắt|điểm tin|bao cao|file báo cáo)'],
  digest_daily: [
    '(báo cáo|bản tin|bc|tổng hợp|thông báo|tóm tắt) (hàng|hằng|mỗi|theo|của)? ngày',
    '(báo cáo|bản tin|bc) (hàng|hằng|mỗi)? (buổi)? sáng',
    '(hàng|hằng|mỗi) (ngày|sáng|tối|chiều|buổi sáng)',
  ],
  digest_weekly: [
    '(báo cáo|bản tin|bc|tổng hợp|thông báo|tóm tắt) (hàng|hằng|mỗi|theo|định kỳ|của)? tuần',
    '(hàng|hằng|mỗi) (tuần|thứ hai|thứ 2|đầu tuần|thứ sáu|cuối tuần|t2)',
    '(sáng)? (thứ hai|thứ 2|t2|đầu tuần|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật|thứ 3|thứ 4|thứ 5|thứ 6|thứ 7|cn) (hàng|hằng|mỗi)? (tuần)?',
  ],
  digest_monthly: [
    '(báo cáo|bản tin|bc|tổng hợp|thông báo|tóm tắt) (hàng|hằng|mỗi|theo|của)? tháng',
    '(hàng|hằng|mỗi) (tháng|đầu tháng|cuối tháng)',
  ],
  digest_phase: [
    '(báo cáo|bản tin|bc|tổng hợp) (theo|đầu|cuối|kết thúc|hết|sơ kết|tổng kết)? (giai đoạn|chiến dịch|gđ|đợt)',
    '(báo cáo) (sơ kết|tổng kết)',
  ],
  send: [
    '(gửi|cho|xuất|lập|làm|tạo|xem|lấy|tải|gởi|in|soạn|chuyển|đưa|cần|muốn|xin|cho xin|tổng hợp|send) (tôi|mình|em|anh|chị|xin|xem|tôi xem|anh xem|giúp|lại|ngay)?',
  ],
  subscribe: [
    '(đăng ký|đăng kí|dang ky|bật|theo dõi|subscribe|dk|đk) (cho)? (tôi|mình|em)? (nhận|báo cáo|thông báo|bản tin|nhận báo cáo|nhận thông báo|nhận tin|bc|tin|gửi)',
    '(đăng ký|bật) (nhận)?',
    '(nhận|muốn nhận|cho nhận|được nhận|xin nhận) ~2 (báo cáo|bản tin|thông báo|bc|tin|tổng hợp|số liệu)',
    '(báo cáo|bản tin|thông báo|bc|số liệu|gửi|nhận|báo|nhắc) ~4 (tự động|định kỳ)',
    '(gửi|báo|nhắc|nhận|thông báo|cho) ~5 (hàng|hằng|mỗi) (ngày|tuần|tháng|sáng|tối|chiều|buổi|thứ|đầu|cuối|t2)',
    '(hàng|hằng|mỗi|cứ|định kỳ) (ngày|tuần|tháng|sáng|tối|chiều|thứ hai|thứ 2|thứ sáu|thứ 6|đầu tuần|cuối tuần|đầu tháng|t2) ~4 (gửi|báo|nhắc|thông báo|cho) ~3 (tôi|em|mình|anh|chị|báo cáo|bc|bản tin|nhé|số liệu)?',
    '(từ nay|từ giờ|từ mai) ~3 (gửi|báo|nhận)',
    '(báo cáo|bc|bản tin) ~4 (vào|lúc) (sáng|chiều|tối|thứ|đầu|{n}|t2)',
  ],
  stop: [
    '(đừng|thôi|ngừng|dừng|hủy|huỷ|tắt|bỏ|ngưng|chấm dứt|khỏi|hết) ~2 (gửi|nhận|đăng ký|theo dõi|báo cáo|thông báo|bản tin|bc|nhắc|tin|báo|cảnh báo|gửi báo cáo|nhận báo cáo)',
    '(không|khỏi|thôi|đừng) (muốn|cần|phải|có)? (gửi|nhận|đăng ký|nhắc|báo|theo dõi) ~6 (nữa)?',
    '(không|đừng|thôi) ~3 (gửi|nhận|báo cáo) ~4 nữa',
    '(hủy|huỷ|bỏ|ngừng|tắt|dừng|thôi) (đăng ký|đăng kí|nhận|theo dõi|gửi)',
    'unsubscribe',
  ],
  help: [
    '(bạn|bot|em|mày|hệ thống|trợ lý|con bot|mi|cậu|app|ứng dụng) ~2 (làm|giúp|biết làm|trả lời|hỗ trợ|biết|có|hỏi) (được|gì|những gì|việc gì|cái gì|tôi|mình|anh) ~3 (gì|không|chức năng|cái gì)?',
    '(làm|hỏi|giúp|trả lời|tra cứu|hỗ trợ|xem) (được)? (những|cái|các)? (gì|việc gì|câu gì|cái gì|chức năng gì|thông tin gì) (được|ở đây|vậy|thế)?',
    'làm được (những)? gì',
    '(hướng dẫn|trợ giúp|help|menu|cách (dùng|sử dụng|hỏi|xài|tra cứu)|huong dan|hd|hdsd|sử dụng|dùng) (sử dụng|dùng|tôi|với|mình|cách dùng|cách hỏi|thế nào|sao|như thế nào|ra sao|kiểu gì)?',
    '(dùng|sử dụng|xài|hỏi) (bot|hệ thống|trợ lý|app)? (thế nào|sao|ra sao|như thế nào|kiểu gì|ntn|làm sao)',
    '(chức năng|tính năng) (gì|nào)?',
    '(bạn|bot|em) là (ai|gì)',
    '(bạn|bot|em) tên (gì|là gì)',
    '(để|dùng để) làm gì',
    'giúp (tôi|mình|em|anh|với|đỡ)',
    'ví dụ',
    'start',
    '(có|hỏi) (được)? (những)? câu (hỏi)? (nào|gì)',
    '(hỏi|nói|gõ|nhắn) (gì|sao|thế nào|kiểu gì) (bây giờ|đây|được|cho đúng)?',
  ],
  greeting: [
    '(chào|xin chào|hello|hi|hey|alo|helo|chao|lô|halo|hé lô|good morning|chào buổi sáng|chào buổi chiều) (bạn|bot|em|anh|chị|trợ lý|cả nhà|mọi người|ad|các bạn|buổi sáng|buổi chiều|nhé)?',
    '(cảm ơn|cám ơn|thanks|thank you|tks|thank|camon|cảm mơn|thks|cam on) (bạn|bot|em|anh|chị|nhiều|nhé|nha|rất nhiều)?',
    '(tạm biệt|bye|bai|hẹn gặp lại|chúc ngủ ngon|bái bai|chào nhé|goodbye|ngủ ngon)',
    '(ok|oke|okie|okay|ừ|vâng|dạ|tốt|tuyệt|tuyệt vời|hay quá|giỏi quá|giỏi lắm|đã hiểu|hiểu rồi|rõ|rõ rồi|được rồi|good)',
    'chúc ~3 (ngày|buổi|tuần|ngủ|năm mới|sức khỏe|vui|mừng)',
  ],

  zero: [
    '(chưa|không) (có|phát sinh|có phát sinh|nộp|tiếp nhận|nhận|thực hiện|làm|có được) (được)? (bất kỳ|một|nổi|lấy một)? ([a_dossier]|{dossiers}|{indicator}|giao dịch|lượt|trường hợp) (nào)?',
    '(chưa|không) (có)? (phát sinh)',
    '(bằng|là|đang|vẫn|ở mức|=) (0|không|zero) (%|phần trăm|hồ sơ)?',
    '(0|không) (hồ sơ|hs|%|phần trăm|điểm)',
    '(còn)? trắng (hồ sơ)?',
    '(chưa|không) (có|làm được|nộp được) (gì|cái nào|hồ sơ nào)',
  ],
  under: [
    '(dưới|thấp hơn|nhỏ hơn|kém hơn|kém|chưa đến|chưa tới|không tới|không đến|chưa đạt|không đạt|chưa được|không được|không quá|ít hơn|không vượt quá|bé hơn|< =|<|≤|chưa qua|chưa vượt|đạt dưới|chưa bằng|không đủ|chưa đủ|chỉ đạt dưới|còn dưới|thấp dưới) (mức|mốc|ngưỡng)? ({pct}|{num})',
    '{pct} (trở xuống|đổ lại|đổ xuống|hoặc thấp hơn)',
    '{num} (trở xuống|đổ lại|đổ xuống)',
  ],
  over: [
    '(trên|hơn|cao hơn|lớn hơn|vượt|vượt quá|vượt qua|vượt mức|quá|không dưới|> =|>|≥|tối thiểu|ít nhất|đạt trên|đạt từ|từ|đạt|đã đạt|được|đạt được|qua|đạt hơn) (mức|mốc|ngưỡng)? {pct} (trở lên)?',
    '(trên|hơn|cao hơn|lớn hơn|vượt|không dưới|> =|>|≥|đạt trên) (mức|mốc|ngưỡng)? {num}',
    '({pct}|{num}) (trở lên|đổ lên)',
    '(đạt)? {pct}',
  ],
  between: [
    '(từ|trong khoảng|khoảng|nằm trong khoảng|giữa|ở khoảng|đạt từ) ({pct}|{num}) (đến|tới|và|cho đến|-) {pct}',
  ],

  change_data: [
    '(sửa|chỉnh|chỉnh sửa|cập nhật|đổi|thay|thay đổi|điều chỉnh|nâng|hạ|tăng|giảm|kéo|đưa|nhập|ghi|đặt|set|chốt|cho) ~7 (thành|lên|xuống|thêm|là|bằng|còn|về|vào) ~1 ({pct}|{num})',
    '(sửa|chỉnh sửa|chỉnh|xóa|xoá|điều chỉnh|nhập|nhập liệu|sửa đổi|sửa lại|gỡ|khai|bổ sung|thêm mới|sửa hộ|sửa giúp|xóa bỏ|ghi đè) ~3 (số liệu|số|dữ liệu|chỉ tiêu|kết quả|báo cáo|tỷ lệ|{indicator}|hồ sơ|cảnh báo|đơn vị|tuần|lại|hộ|giúp)',
    '(hạ|giảm|tăng|nâng|bỏ|miễn|bớt) ~2 chỉ tiêu ~2 (giúp|hộ|cho|xuống|lên|đi|với|dùm)',
    '(cập nhật|nhập|chỉnh|sửa|thêm|cộng thêm|up) (giúp|hộ|giùm|dùm|cho|lại) ~4 (số|số liệu|dữ liệu|{pct}|{num}|hồ sơ|kết quả|{indicator})',
    'thêm {n} hồ sơ',
    'thêm ~3 (vào hệ thống|vào danh sách|vào số liệu)',
    '(xóa|xoá) ~3 (đi|giúp|hộ|cảnh báo|báo cáo|số liệu|dữ liệu)',
    '(chấm|tính|cho) ~3 (đạt) (cho|luôn|giúp) (em|mình|tôi|xã|sở|huyện)',
    '(đổi|sửa|thay) ~2 (tên|mật khẩu|đơn vị|người|kỳ|ngày)',
  ],
  follow_up: [
    '(còn|thế còn|vậy còn|thế|vậy|rồi|à thế|ừ thế|còn về|thế về|rồi còn|với cả|và|ok còn|ừ còn|thế thì)',
    '(thì sao|thì thế nào|sao rồi|thì ntn|thì ra sao)',
    '(ý (tôi|em|mình|anh) là|ý là|nhầm|không phải|à nhầm|à không|không phải|sửa lại|hỏi lại|đổi (lại|sang|thành)|chuyển sang|xem (sang|luôn)|thay bằng)',
  ],
  both_ends: ['(cả hai|hai bên|cả 2|với nhau)'],
} as const

export const cueLists = {
  how_many: ['(bao nhiêu|bn|bnh|bao nhiu|bnhieu|nhiêu|bnhiu|baonhieu|bao lăm)'],
  a_dossier: ['(hồ sơ|hs|hso|bộ hồ sơ|bộ|lượt|giao dịch|đơn|cái|trường hợp)'],
  reach: ['(đạt|hoàn thành|về đích|cán đích|vượt|đạt được|đủ|xong|chạm|tới)'],
} as const

/** "Quay lại": the last question is taken back. Whole messages, word for word. */
export const goBackPhrases = [
  'quay lại',
  'quay về',
  'trở lại',
  'trở về',
  'lui lại',
  'lùi lại',
  'về trước',
  'câu trước',
  'quay lại câu trước',
  'trở lại câu trước',
  'về câu trước',
  'hỏi lại câu trước',
  'bỏ câu vừa rồi',
  'back',
  'undo',
] as const

/** Words that may follow it. */
export const afterGoBack = ['nhé', 'nha', 'ạ', 'đi', 'giúp', 'với', 'em', 'thôi', 'bot'] as const

/** The number of an offered choice. */
export const choicePhrases = [
  '(chọn|số|câu|mục|cái|lựa chọn|phương án|ý|đáp án|cái số|chọn số|chọn câu|cái thứ|thứ|tôi chọn|em chọn|lấy|lấy số|option|number)? {n}',
] as const

/** Words that join two things asked in one message. */
export const joinPhrases = [
  '(và|rồi|với lại|đồng thời|cùng với|ngoài ra|sau đó|kèm theo|kèm|cùng lúc|còn|thêm nữa|tiện thể|and|then|also)',
] as const
