/**
 * Words that change what is asked: each is used by the question or said to be unanswered, never passed over. Slots
 * as in cues.ts; the language of the phrases is explained in src/ask/phrases/phrase-syntax.ts.
 */
export const operatorPhrases = {
  rise: [
    '(tăng|cải thiện|tiến bộ|bứt phá|bứt tốc|vươn lên|chuyển biến|khởi sắc|tăng trưởng|đi lên|nhảy vọt|tăng tốc|khá lên|tốt lên|tiến triển|thăng tiến|lên) ~3 nhất',
    '(mức|tốc độ|độ|đà) (tăng|cải thiện) ~3 nhất',
    '{group} ~3 (tăng|cải thiện|tiến bộ|bứt phá|vươn lên|khởi sắc|đi lên|tăng trưởng|khá lên|tốt lên|lên)',
    '(tăng|cải thiện|tiến bộ|bứt phá) ~2 (là)? {group}',
    '{n}? (đơn vị)? ~1 (bứt phá|vươn lên) ~2 (nhất)?',
  ],
  fall: [
    '(giảm|tụt|sụt|rớt|xuống|đi xuống|tụt dốc|thụt lùi|lùi|giảm sút|sa sút|mất điểm|xấu đi|kém đi|tuột|sụt giảm) ~3 nhất',
    '(mức|tốc độ|độ|đà) (giảm|sụt) ~3 nhất',
    '{group} ~3 (giảm|tụt|sụt|lùi|đi lùi|sa sút|thụt lùi|giảm sút|đi xuống|tụt dốc|rớt|tuột|kém đi|xấu đi)',
    '(giảm|tụt|sụt|thụt lùi) ~2 (là)? {group}',
  ],
  vary: ['(biến động|thay đổi|dao động|xáo trộn) ~3 nhất', '{group} ~2 (biến động|thay đổi)'],
  place_rise: [
    '(thăng|tăng|lên|nhảy|leo|cải thiện) ~2 (hạng|bậc|nấc|thứ hạng|vị trí) ~2 nhất',
    '(thăng|tăng|lên|nhảy|leo) (nhiều|mạnh)? (hạng|bậc) (nhiều|mạnh)? nhất',
    '{group} ~3 (thăng|tăng|lên|nhảy|leo) ~1 (hạng|bậc|thứ hạng) ~1 nhất',
    '{group} ~3 (thăng|tăng|lên|nhảy|leo) ~1 (hạng|bậc|thứ hạng)',
  ],
  place_fall: [
    '(tụt|rớt|lùi|mất|xuống|giảm|sụt|tuột) ~2 (hạng|bậc|nấc|thứ hạng|vị trí) ~2 nhất',
    '{group} ~3 (tụt|rớt|lùi|mất|xuống|giảm|tuột) ~1 (hạng|bậc|thứ hạng)',
    '{group} ~3 (tụt|rớt|lùi|mất|xuống|giảm|tuột) ~1 (hạng|bậc|thứ hạng) ~1 nhất',
  ],
  newly_below: [
    '{group} ~2 (mới|vừa|vừa mới) ~1 (tụt|rớt|rơi|xuống|trượt|dưới|không đạt|chưa đạt|hụt|mất)',
    '{group} ~2 (trước|trước đó|trước đây|hồi trước|lúc trước|kỳ trước) ~1 (đạt|vượt|đủ) ~4 (không đạt|chưa đạt|hết đạt|không còn đạt|tụt|rớt|hụt)',
    '(mới|vừa|vừa mới) (tụt|rớt|rơi|trượt|xuống) ~1 (dưới|khỏi)? (chỉ tiêu|mức|ngưỡng)',
  ],
  recovered: [
    '{group} ~2 (mới|vừa|vừa mới) ~1 (đạt|vượt|hoàn thành|về đích|thoát|cán đích)',
    '{group} ~2 (hết|thoát|không còn|dứt|gỡ được|thoát khỏi|ra khỏi) ~2 (cảnh báo|báo đỏ|diện cảnh báo|báo động)',
    '(đạt lại|phục hồi|hồi phục|đạt trở lại|thoát khỏi danh sách|thoát cảnh báo)',
    '{group} ~3 (trước đó|tuần trước|tháng trước|hôm trước) (chưa|không) đạt ~3 (đã)? đạt',
  ],

  since: [
    '(tụt|rớt|sụt|dưới|thấp|giảm|chậm|trượt|xuống|tuột) ~2 (hồi nào|từ hồi nào|khi nào|lúc nào|bao giờ)',
    '(bao lâu|mấy tuần|mấy tháng) (rồi|nay) ~5 (dưới|chưa đạt|không đạt|thấp|kém|tụt|lẹt đẹt)',
    '(từ|kể từ|bắt đầu từ|tính từ) (đợt nào|hồi nào|đâu|khi nào|bao giờ|lúc nào|hồi nào|tuần nào|tháng nào|kỳ nào|quý nào|ngày nào|hôm nào|tuần mấy|tháng mấy|thời điểm nào|đợt nào)',
    '(khi nào|bao giờ|lúc nào|tuần nào|tháng nào) ~2 (bắt đầu) ~1 (tụt|giảm|tăng|xuống|lên|dưới|đạt|chậm|kém)',
    '(lần|tuần|tháng|kỳ) (đầu|đầu tiên|cuối|cuối cùng|gần nhất|gần đây nhất) ~3 (đạt|vượt|hoàn thành|chưa đạt|không đạt|dưới)',
    '(bắt đầu|khởi đầu) (tụt|giảm|tăng|xuống|lên|chậm|dưới|đạt) ~3 (khi nào|bao giờ|từ|lúc nào|hồi nào)',
  ],
  against: [
    '(vượt|hơn|kém|thua|bằng|cao hơn|thấp hơn|tốt hơn|kém hơn|vượt qua) (so với)? {period} ~4 (chưa|không|bao nhiêu|mấy)',
  ],
  streak: [
    '(bao lâu|(mấy|bao nhiêu|{n}|nhiều|hai|ba|bốn|năm|sáu) (tuần|tháng|kỳ|quý|ngày)) (liền|liên tiếp|liên tục|liền nhau|liên tù tì)',
    '(liền tù tì|liền một mạch|liên tù tì) ~1 (mấy|bao nhiêu|{n}) (tuần|tháng|kỳ)',
    '(liên tiếp|liên tục|liền) ~1 (mấy|bao nhiêu|{n}|nhiều|hai|ba|bốn) (tuần|tháng|kỳ|quý|ngày)',
    '(mấy|bao nhiêu) (tuần|tháng|kỳ|quý) ~1 (dưới|chưa đạt|không đạt|chưa hoàn thành|không hoàn thành)',
    '(mấy|bao nhiêu) (tuần|tháng|kỳ|quý) ~1 (rồi|nay) ~2 (dưới|chưa đạt|không đạt|giảm|tăng|tụt|không|chưa)',
    '(dưới|chưa đạt|không đạt|giảm|tụt|thấp|đạt|chậm|tăng|trượt|giữ|trên|vượt|duy trì|trụ) ~4 (bao lâu|mấy tuần|mấy tháng|mấy kỳ|bao nhiêu tuần|bao nhiêu tháng|bao nhiêu kỳ) (rồi|nay|liền|liên tiếp|liên tục)?',
    '(liên tiếp|liên tục) ~1 (dưới|chưa|không|giảm|tăng|tụt|thấp|chậm|đạt|trượt|kém)',
    '(liên tiếp|liên tục) ~1 (dưới|chưa|không|giảm|tăng|tụt|thấp|chậm|đạt|trượt|kém) ~2 {n} (tuần|tháng|kỳ|quý)',
    '(giảm|tăng|tụt|dưới chỉ tiêu|không đạt|chưa đạt|đạt|chậm) (liên tục|liên tiếp|liền)',
    '(chuỗi|mạch) ~2 (giảm|tăng|đạt|dưới)',
    '(tuần|tháng|kỳ) nào cũng ~2 (dưới|chưa|không|giảm|đạt|tăng|thấp|trượt)',
    '(từ trước đến nay|từ đầu năm|lâu nay) ~2 (chưa|không) ~1 (bao giờ|lần nào) ~1 đạt',
    '(chưa|không) (bao giờ|lần nào|khi nào) ~1 (đạt|vượt|hoàn thành)',
  ],
  record: [
    '(tuần|tháng|kỳ|quý|ngày) (đỉnh|cao|tốt|thấp|tệ|kém|đáy) (nhất)? ~6 (nào|mấy|lúc nào|khi nào)',
    '(best|worst|highest|lowest) (week|month)',
    '(tuần|tháng|kỳ|quý) (đạt)? (cao|tốt|khá|thấp|tệ|kém|yếu|xấu|đỉnh|đáy) (nhất)?',
    '(tuần|tháng|kỳ|quý|ngày|năm|giai đoạn) (nào|mấy) ~6 (cao|thấp|tốt|kém|tệ|khá|nhiều|ít|xấu|yếu|lớn|đạt) ~2 nhất',
    '(khi nào|bao giờ|lúc nào|hồi nào) ~4 (cao|thấp|tốt|kém|tệ|xấu|yếu) nhất',
    '(cao|thấp|tốt|kém|tệ|nhiều|ít|xấu|yếu) nhất ~3 (tuần|tháng|kỳ|quý|ngày|năm|giai đoạn) (nào|mấy)',
    '(cao|thấp|tốt|kém|tệ) nhất ~2 (khi nào|bao giờ|lúc nào|hồi nào)',
    '(cao|thấp|tốt|kém) nhất ~2 (từ trước đến nay|từ trước tới nay|xưa nay|lịch sử|mọi thời đại|từng đạt)',
    '(kỷ lục|mức đỉnh|đỉnh điểm|đỉnh cao nhất|mức đáy|chạm đáy|đạt đỉnh)',
  ],

  why: [
    '(vì sao|tại sao|do đâu|vì đâu|tại đâu|nhờ đâu|nhờ gì|nhờ cái gì|nhờ vào đâu|do cái gì|tại cái gì|vì lý do gì|cớ sao|vì cớ gì|mắc gì|răng mà|vì chi|sao mà|sao lại|vì cái gì|why|không hiểu sao|chả hiểu sao|không biết sao)',
    '(điều gì|cái gì|yếu tố nào|khâu nào|đơn vị nào|ai) ~1 (đẩy|kéo|góp|đóng góp|khiến) ~8 (lên|xuống|tăng|giảm|thay đổi)',
    '(nên|cần) (thúc|đôn đốc|đẩy|nhắc) ({group}|ai|đâu) ~2',
    'sao (mới|chỉ|lại|có|được|đạt) ~1 {pct} ~1 (thế|vậy|thôi|hả)',
    '(nguyên nhân|lý do|nguyên do|căn nguyên|gốc rễ|mấu chốt) (nào|gì|chính)? (khiến|làm|dẫn đến|dẫn tới)?',
    '(thay đổi|biến động|tăng|giảm|tụt|chênh lệch) ~2 (chủ yếu|chính|phần lớn)? ~1 (do|tại|vì|bởi|nhờ) ~2 (đâu|ai|gì|{group})',
    '(thấp|tụt|giảm|kém|chậm|tệ|cao|tăng|xuống|lên|sụt) ~2 (là)? (do|vì|tại|bởi) ~6 (hay|hoặc) (do|vì|tại|bởi|là)',
    'sao ~5 (thấp|tụt|giảm|kém|tệ|chậm|bét|cao|tăng|xuống|ít|yếu|dở|đỏ|lẹt đẹt|thua|tuột|rớt|sụt|chót|cuối|lùi|tụt lùi|đội sổ) ~1 (thế|vậy|quá|rứa|dữ|hoài|ghê)?',
    '(thấp|tụt|giảm|kém|chậm|tệ|cao|tăng|xuống|lên|sụt) ~3 (là do|do|vì|tại|bởi) (đâu|ai|cái gì|gì|sao|{group}|yếu tố nào|khâu nào)',
    '(vướng|nghẽn|tắc|mắc|kẹt) ~2 (đâu|chỗ nào|khâu nào|gì)',
    '(điều gì|cái gì|yếu tố nào|khâu nào|đơn vị nào|ai) ~1 (khiến|làm) ~4 (thấp|giảm|tụt|kém|xuống|chậm|sụt)',
  ],
  drag: [
    '(kéo|ghì|níu|lôi|dìm) ~5 (xuống|tụt|thấp|lùi|chậm|giảm)',
    '(tại|do|bởi|vì) {group} ~8 (thấp|giảm|tụt|kém|xuống|chậm)',
    '(kéo|níu|ghì|cản|giữ) (tụt|lùi|chân) ~4',
    '(ảnh hưởng|đóng góp|tác động) ~5 (nhất|nhiều|xấu|tiêu cực|bao nhiêu|lớn)',
    '(làm|khiến) ~4 (thấp|giảm|tụt|xuống|kém) (đi|xuống)?',
    '(góp phần|đóng góp) ~5',
  ],
  advice: [
    '(nên|cần|phải) (làm gì|làm sao|làm thế nào|ưu tiên|tập trung|cải thiện gì|khắc phục|xử lý gì|giải quyết gì|chấn chỉnh|làm cái gì) ~3',
    '(làm gì|làm sao|làm thế nào|cách nào|bằng cách nào|giải pháp|biện pháp) ~2 để ~3',
    '(giải pháp|biện pháp|hướng xử lý|hướng khắc phục|kế hoạch khắc phục|gợi ý giải pháp)',
    '(khắc phục|cải thiện|nâng) ~2 (thế nào|ra sao|bằng cách nào|như thế nào|kiểu gì)',
    '(ưu tiên|tập trung|dồn sức|dồn lực) ~2 (gì|đâu|nào|trước|chỉ số nào|{group}) ~1 (trước)?',
    '(làm|xử lý|lo|giải quyết) ~1 (gì|cái nào|chỉ số nào|cái gì) (trước|trước tiên|đầu tiên)',
  ],

  reach_when: [
    '(bao giờ|bao h|khi nào|chừng nào|lúc nào|đến khi nào|hôm nào|ngày nào|tuần nào|tháng nào) (thì|mới|sẽ)? ~2 (thì|mới|sẽ) ~2 (đạt|hoàn thành|đủ|cán đích|về đích|xong)',
    '(bao giờ|khi nào|chừng nào) (đạt|hoàn thành|đủ|cán đích|về đích)',
    '(bao giờ|khi nào|chừng nào) ~4 (đạt|lên|tới|đến|chạm|cán|được) ~1 {pct}',
  ],
  suppose: [
    '(cứ cho|cho là|cứ coi|coi như|giả tỉ|ví như|lỡ mà)',
    '(nếu|giả sử|giả dụ|giả như|ví thử|trong trường hợp|giả định|giả thiết)',
    '(mỗi|một|từng|hằng|hàng) ngày ~2 (thêm|tăng thêm|tăng|làm thêm|nộp thêm|làm được|được) {n} ~3 (thì|có|liệu|cuối|được)',
    '(ngày|tuần|tháng) nào cũng ~2 ({pct}|{n}) ~2 (thì|có|liệu|sẽ)',
    '(thêm|tăng thêm|bổ sung thêm) {n} ~4 (thì|có|liệu|được|lên|sẽ)',
    '(bù|bù được|thêm được|làm được|xử lý được|kéo được|gỡ được|làm bù|số hóa được) (thêm)? {n} ~4 (thì)',
  ],
  steady: [
    '(cứ|giữ|theo|với|như|vẫn|duy trì|tiếp tục) ~2 (đà|nhịp|phong độ|nhịp độ|tốc độ|tiến độ|thế này|như này|như vậy|hiện nay|hiện tại|nguyên|mức này|vầy|kiểu này|như cũ|tuần này|tháng này|{period})',
  ],
  stop_all: ['(không|chẳng) (có|còn|nộp|phát sinh) ~2 (thêm|nữa)'],

  how_to_reach: [
    '(làm gì|làm sao|làm thế nào|làm như thế nào|cách nào|bằng cách nào) ~2 (đạt|hoàn thành|về đích|đủ chỉ tiêu|cán đích|kịp|lên chỉ tiêu)',
    '(muốn|để) ~1 (đạt|hoàn thành|về đích|đủ chỉ tiêu|cán đích) ~4 (phải|cần|nên) (làm gì|làm sao|làm thế nào|sao)',
  ],
  reach_place: [
    '(muốn|để) ~2 (giữ|duy trì|bảo vệ) ~1 (hạng|top|tốp|thứ|vị trí|vị trí thứ|hạng thứ) ~1 {n}',
    '(muốn|để|cần|làm sao|phải làm sao|phải|thiếu|cần gì) ~5 (lên|vào|lọt vào|lọt|leo lên|leo|vươn lên|đứng|giành|đạt|chen vào|về|nhảy lên|được|xếp|ở) ~1 (hạng|top|tốp|thứ|vị trí|vị trí thứ|hạng thứ|nhóm|nhóm đầu|số) ~1 {n}',
    '(muốn|để|cần|làm sao|phải) ~5 (lên|vào|đứng|giành|về|xếp|thành) ~1 (đầu|nhất|dẫn đầu|đầu bảng|số một|thứ nhất|hạng nhất|đầu tiên|top đầu|tốp đầu)',
    '(lên|vào|lọt|leo lên|để lên|để vào) ~1 (hạng|top|tốp|thứ|vị trí) ~1 {n} ~3 (cần|phải|thiếu|thì|còn)',
    '(muốn|để|làm gì để) ~3 (thứ|hạng|ghế thứ|top|tốp) {n}',
    '(muốn|để) ~1 (nhất|đứng nhất|đứng đầu|dẫn đầu|hạng nhất|số một|vô địch|đầu bảng|top {n}|tốp {n}|hạng {n}|thứ {n})',
    '(muốn|để|cần) ~3 (vô|vào|lọt|lọt vô) (top|tốp|nhóm|hạng) {n}',
    '(muốn|để|cần) ~3 (thoát|ra khỏi|khỏi) ~3 (bét|chót|cuối|đội sổ|nhóm cuối|top cuối|cuối bảng)',
    '(muốn|để|cần) ~2 (lên|tăng|nhảy) ~1 {n} (hạng|bậc)',
  ],
  reach_unit: [
    '(đuổi kịp|bắt kịp|theo kịp|vượt|vượt qua|qua mặt|ngang|ngang bằng|bằng) ({unit}|[that_unit]) ~4 (cần|phải|thêm|thiếu)',
    '(cần|muốn|để|thiếu|phải|bao nhiêu|mấy) ~7 (đuổi kịp|bắt kịp|theo kịp|vượt|vượt qua|bằng|qua mặt|ngang|ngang bằng|hơn) ~1 ({unit}|[that_unit])',
  ],
  distance_to: [
    '(cách|kém|thua|chênh|còn cách|còn kém|cách xa|thua xa|hơn) ~3 (đứng đầu|dẫn đầu|đầu bảng|nhất|số một|hạng nhất|liền trên|xếp trên|liền kề|ngay trên|phía trên|đứng nhất|hạng 1|thứ nhất|đứng trên|cao nhất|đầu tiên|top {n}|tốp {n}|hạng {n}|thứ {n}) ~3',
    '(đầu|nhất|cao nhất|top đầu|đầu bảng|dẫn đầu|đứng đầu) ~2 (với|và|đến|tới|so với) ~2 (bét|cuối|chót|thấp nhất|cuối bảng|bét bảng|đội sổ|đứng cuối) ~3 (cách|chênh|hơn kém|khác|bao nhiêu|kém)',
    '(cách|chênh|khoảng cách|chênh lệch|cách biệt) ~4 (đầu|nhất|cao nhất|dẫn đầu|đứng đầu) ~2 (với|và|đến|tới) ~2 (bét|cuối|chót|thấp nhất|đứng cuối)',
    '(ngay|liền|sát|kế) (trên|dưới|trước|sau) ({own}|mình|tôi|em|ta)',
    '(ai|đâu|{group}) ~2 (ngay|liền|sát|kế|đứng|xếp)? (trên|dưới) (mình|tôi|em|ta|{own})',
    '(ai|đâu|{group}|đơn vị|xã|phường|huyện|sở) ~1 (ngay|liền|sát|kế|liền kề|ngay sát|đứng ngay|xếp ngay|đứng liền|đứng|xếp) (trên|dưới|trước|sau) ({unit}|[that_unit])',
    '(đơn vị|xã|phường|huyện|sở|{group}) (đứng|xếp) ~1 (trên|dưới|trước|sau) (nó|đó|ấy)?',
  ],
  apart: [
    '(cách|kém|thua|hơn|chênh|chênh lệch|lệch|cách xa|chênh với|lệch với) ~1 ({unit}|[that_unit]) ~2 ([how_many]|mấy|nhiêu)',
  ],
  absolute: [
    '(số|con số|giá trị|theo số|bằng số)? tuyệt đối',
    '(đừng|không|khỏi) ~2 (phần trăm|%) ~3 (số|hồ sơ)',
  ],
  where: [
    '({unit}|[that_unit]|[those_units]|{group} (đó|ấy|này|trên|kia)) ~2 (ở|thuộc|nằm ở|nằm trong|trực thuộc|tại) ~1 ({group}|(huyện|thành phố|thị xã|địa bàn|chỗ|vùng) (nào|đâu))',
    '(thứ|số) {n} ~1 (ở|thuộc|nằm ở|trực thuộc) ~1 ({group}|đâu)',
    '({unit}|[that_unit]|[those_units]|{group} (đó|ấy|này|trên|kia)) (nằm ở đâu|thuộc đâu)',
    '([those_units]|{group} (đó|ấy|này|trên|kia)) ở đâu',
  ],

  pool: ['{group} ~8 [how_many] ([a_dossier]|{dossiers})', '[how_many] ([a_dossier]|{dossiers}) ~4 {group}'],
  share: [
    '({pct}|[how_many] (phần trăm|%)|mấy (phần trăm|%)) (số|tổng số|trong số|trong tổng số|các)? {group}',
  ],
  beside_own: ['(vượt|hơn|qua mặt|đứng trên|xếp trên|vượt qua) (được)? ({own}|mình|tôi|em)'],
  dossiers: ['([how_many]|mấy) [a_dossier]'],
  ask_sending: [
    '(yêu cầu|đề nghị|nhắc|bảo|kêu|đôn đốc) ~3 (gửi|nộp|viết|trả lời|bổ sung|làm) ~1 (trước|hạn|trong|chậm nhất)?',
  ],
  furthest: [
    '(cách|xa|thiếu|hụt|kém) ~2 (chỉ tiêu|mục tiêu|kế hoạch|đích) ~2 nhất',
    '{group} ~2 (thiếu|hụt) ~2 nhất',
  ],
  behind_pace: [
    '{group} ~3 (chậm|trễ|đúng|kịp|vượt) (tiến độ|so với tiến độ|kế hoạch)',
    '(chậm|trễ) (tiến độ|so với tiến độ) ~2 (là)? {group}',
  ],
  fraction: [
    '([how_many]|mấy) ([a_dossier]|{dossiers})? ~1 (trên|trong) ~1 (tổng|tổng số|tổng cộng)? ([a_dossier]|{dossiers})? ([how_many]|mấy) [a_dossier]?',
    '(tử số|mẫu số) (và|với)? (tử số|mẫu số)?',
    '(tử số)? (và|với)? (tử|mẫu) {indicator}',
  ],
  spread: [
    '(chênh|chênh lệch|cách|cách biệt|khoảng cách|hơn kém|cách nhau) ~5 (cao|tốt|khá|nhất|đầu|thấp|kém|bét|cuối|chót) ~2 (và|với|đến|tới) ~3 (thấp|kém|bét|cuối|chót|cao|tốt|nhất|đầu)',
    '(cao|tốt|đầu|nhất|thấp|bét|cuối|chót) (nhất|bảng)? (và|với|đến|tới) ~3 (thấp|kém|bét|cuối|chót|cao|tốt|nhất|đầu) (nhất|bảng)? ~3 (chênh|chênh lệch|cách|cách biệt|hơn kém|cách nhau|lệch)',
  ],
  sum: [
    '(tổng|tổng cộng|cộng|cộng dồn|gộp|cộng chung|tổng số|gộp chung) ~5 {group}',
    '{group} ~4 (cộng lại|gộp lại|tổng cộng|cộng chung|gộp chung|cộng gộp|tất cả là|tính gộp)',
    '{group} ~5 (chung lại|gom lại|gom chung|tính chung lại)',
    '{indicator} chung (của|cho) {group}',
    '{dossiers} ~2 (cả|toàn bộ|tất cả) {group}',
    '(toàn khối|cả khối|toàn bộ|toàn thể|tất cả) {group} ~5 ([how_many]|bao nhiêu|mấy) {dossiers}',
    '(tính riêng|chỉ riêng|chỉ tính|tính chung|tính cả|riêng) ~1 {group} ~5 (bao nhiêu|mấy|nhiêu)',
    '(gộp|cộng|gom) {unit} ~1 (với|và|cùng)? ~1 {unit}',
    '(gộp|cộng|gom|tính gộp|tính chung) (cả)? {n} (tháng|tuần|quý|kỳ)',
    '{unit} ~3 (cộng lại|gộp lại|cộng chung|tính chung)',
    '(cộng lại|gộp lại|cộng chung|gộp chung|cộng hết|cộng cả|tính gộp|tính chung|cộng tất cả)',
    '(tổng|tổng số|tổng cộng) ~4 {unit} ~1 (và|với|cùng) {unit}',
  ],
  mean: [
    '(so với|so) ~1 (mặt bằng|mức) chung ~3 ({group}|{own})',
    '(trung bình|bình quân) ~3 {group}',
    '{group} ~2 (trung bình|bình quân)',
    '(mức|con số|tỷ lệ|giá trị)? (trung bình|bình quân) (chung|của|toàn|cả|các|một)',
    '(trung bình|bình quân) ~1 (mỗi|một) (đơn vị|xã|huyện|sở|phường)',
    '(trung bình|bình quân)',
  ],

  mean_bound: [
    '(dưới|trên|cao hơn|thấp hơn|hơn|kém|kém hơn|vượt|bằng|tốt hơn|xấu hơn|chưa bằng) ~1 (mức|con số|ngưỡng)? (trung bình|bình quân|mặt bằng chung|mức chung) ~1 (chung|của|toàn|cả)? ~1',
  ],

  jointly: ['(đồng thời|cùng lúc|cả hai|vừa ~6 vừa|lẫn)'],

  no_data: [
    '{group} ~3 (chưa|không|thiếu|còn thiếu|chậm|quên|còn nợ) ~1 (gửi|nộp|cập nhật|báo cáo|nhập|đẩy|đồng bộ|kết nối|cung cấp|chuyển|lên) ~1 (số liệu|dữ liệu|báo cáo|số|file|tệp|kết quả|hệ thống)?',
    '{group} ~3 (chưa|không|thiếu|còn thiếu) ~1 (có|ra|lên|về|đủ)? ~1 (số liệu|dữ liệu|báo cáo|sl|số)',
    '{group} ~2 (bỏ trắng|để trắng|bỏ trống|để trống|trống trơn)',
    '{group} ~2 (trống|trắng|khuyết|vắng) ~1 (số liệu|dữ liệu|số|sl)',
    '(số liệu|dữ liệu|số|sl) ~4 (khuyết|thiếu|vắng|trống) ~1 {group}',
    '(chưa|không|thiếu) ~1 (có|gửi|nộp|cập nhật)? ~1 (số liệu|dữ liệu|báo cáo) ~3 {group}',
    '{group} ~2 (đã)? (gửi|nộp|cập nhật|nhập|có) ~1 (đủ)? (số liệu|dữ liệu|báo cáo) ~1 (chưa|rồi|đầy đủ)?',
    '(đủ|đầy đủ) (số liệu|dữ liệu) ~3 (chưa|không)',
    '(số liệu|dữ liệu) ~3 (đủ|đầy đủ|về đủ|lên đủ) ~1 (chưa|không)',
    '(độ phủ|tình trạng|tình hình) (số liệu|dữ liệu|nộp số liệu|gửi số liệu|nạp số liệu)',
  ],
  source: [
    '(số|số liệu|con số|dữ liệu|kết quả|tỷ lệ|cái)? (này|đó|kia|đấy|ấy|trên)? ~1 (ở đâu ra|từ đâu ra|đâu ra|ở đâu mà ra|đâu mà có|từ đâu mà có|từ đâu vậy|ở mô ra)',
    '(nguồn|nguồn gốc|xuất xứ) ~2 (nào|gì|đâu|số liệu|dữ liệu|thông tin)',
    '(theo|từ|lấy|lấy từ|trích|dẫn) nguồn ~1 (nào|gì|đâu)',
    '(số|số liệu|con số|cái|bên) nào ~1 (đúng|chuẩn|thật|chính xác|tin được|đáng tin)',
    'tin ~1 (số|số liệu|con số|cái|bên|đằng) (nào|gì)',
    '(lấy|dùng|theo) (số|số liệu|con số) nào (đây|giờ|bây giờ|vậy|ạ)?',
    '(số|số liệu|con số|dữ liệu|kết quả|cái) ~2 (lấy|trích|dẫn|tổng hợp) ~1 (từ|ở|bên|trong|theo) ~1 (đâu|mô|nguồn|hệ thống|phần mềm|báo cáo|cổng)',
    '(lấy|trích|dẫn|tổng hợp) ~1 (từ|ở|bên) (đâu|mô) ~1 (ra|thế|vậy|đấy|đó|ạ|ta)?',
    '(cập nhật|update|chốt|nạp) ~1 (lúc nào|khi nào|hồi nào|bao giờ|ngày nào|hôm nào|tuần nào|tới đâu|đến đâu|mấy giờ|tới ngày nào|đến ngày nào|từ khi nào|tới khi nào|đến khi nào)',
    '(số|số liệu|con số|dữ liệu) (này|đó|trên) ~2 (mới|cũ|của) (nhất|không|chưa|ngày nào|hôm nào|lúc nào|khi nào|tuần nào)',
  ],
  data_when: [
    '(nhập|nạp|lấy|đưa|lên) (từ|bằng|ở) (tệp|file|nguồn|báo cáo|bảng) (nào)?',
    '(số liệu|dữ liệu|sl) ~3 (lên|về|nạp|nhập|có) (chưa|hay chưa)',
    '(file|tệp|excel|bảng số) ~5 (nạp|nhập|lên|tải|import|đưa lên|up|gửi|vào) ~2 (chưa|khi nào|lúc nào|hôm nào|xong chưa|rồi)',
    '(nạp|nhập|import|tải lên|up) ~3 (số liệu|dữ liệu|file|tệp)? ~2 (chưa|lúc nào|khi nào|xong chưa|hôm nào|lần cuối)',
    '(số liệu|số|dữ liệu|con số) ~4 (file nào|nguồn nào|tệp nào|hệ thống nào|phần mềm nào|báo cáo nào)',
    '(số liệu|dữ liệu) ~2 (nạp|nhập|cập nhật) ~2 (lần cuối|khi nào|lúc nào|bao giờ|hôm nào|ngày nào|mấy giờ)',
    '(số liệu|dữ liệu|con số|số) ~6 (tới|đến) (ngày|hôm|tuần|kỳ|lúc|khi) nào',
    '(từ|theo|trong) (tệp|file) nào',
    '(số liệu|dữ liệu|số) ~1 (mới nhất|gần nhất|gần đây nhất|cuối cùng) ~3 (ngày|hôm|tuần|kỳ|lúc|khi|bao) (nào|mấy|giờ)',
    '(lần cập nhật|cập nhật lần) (cuối|gần nhất|mới nhất)',
    '(lần|ngày|lúc|hôm|đợt) (cuối|gần nhất|mới nhất|sau cùng) ~2 (cập nhật|nạp|nhập|lên|có) ~1 (số liệu|dữ liệu|số)?',
    '(bao giờ|khi nào|lúc nào|hôm nào) ~2 (có|cập nhật|nạp|lên) ~1 (số liệu|dữ liệu|số)',
  ],

  explained: [
    '(ai|{group}) ~3 giải trình',
    '(đã|chưa|có|không) ~1 giải trình',
    '{unit} ~3 giải trình',
    '{unit} ~2 (viết|nêu|nói|ghi|trình bày|giải thích) ~2 (trong|ở) ~1 giải trình',
    'giải trình (của|gì|thế nào|ra sao|chưa|những gì|sao)',
    'giải trình ~1 (đủ|đầy đủ|xong|hết|xong hết) ~1 (chưa|hết chưa|rồi|hả|không)',
    '(ai|{group}) ~2 nợ ~1 giải trình',
    '(nội dung|bản|văn bản|danh sách|tình hình|số|các|mấy|bao nhiêu) giải trình',
    '(quá hạn|trễ hạn|hết hạn|đến hạn|chậm|nợ) giải trình',
    'giải trình ~2 (quá hạn|trễ hạn|đúng hạn)',
    '{own} ~2 giải trình ~1 (rồi|xong|đầy đủ)',
    '(anh|chị|em|tôi|mình|tui) ~1 giải trình ~2 rồi',
    'giải trình (về|cho) {indicator} ~2 (ai|{group})',
  ],
  acknowledged: [
    '{group} ~6 (chưa nhận|chưa xác nhận|chưa phản hồi|im lặng|im re|lặng thinh)',
    '(ai|{group}) ~3 (xác nhận|tiếp thu|nhận cảnh báo|nhận tin|phản hồi|hồi đáp|đã nhận|chưa nhận|nhận thông báo|đọc tin|xem tin|trả lời cảnh báo)',
    '(cảnh báo|tin) ~3 (ai|{group}) ~2 (nhận|xác nhận|phản hồi)',
    '{unit} ~2 (xác nhận|đã nhận|phản hồi|nhận cảnh báo) ~3 (chưa|không|gì)',
    '(bao nhiêu|mấy|{group}) ~3 (xác nhận|phản hồi)',
    '(tỷ lệ|số|danh sách|bao nhiêu|mấy) ~2 (đơn vị|xã|huyện|sở|phường) ~2 (đã|chưa)? (nhận|tiếp nhận|xác nhận|phản hồi|đọc|xem)',
  ],
  reminded: [
    '(đã|chưa|có) ~2 (đôn đốc|nhắc nhở|nhắc) ~4 (chưa|ai|không|{group}|{unit})',
    '(ai|{group}) ~2 (bị|được|đã) (nhắc|đôn đốc|phê bình)',
  ],
  ask_explanation: [
    '(bữa|hồi|hôm|đợt|lần) (trước|hổm|nọ|rồi) ~2 (yêu cầu|đề nghị|nhắc|bảo|kêu) ~6 giải trình',
    '(yêu cầu|đề nghị|nhắc|bắt|gửi yêu cầu|giao|đòi|bảo|kêu) ~6 giải trình',
    '(yêu cầu|đề nghị|gửi yêu cầu|bảo|kêu) ~8 (nêu rõ lý do|nêu lý do|báo cáo lý do|giải thích lý do|nói rõ lý do|nêu rõ nguyên nhân)',
    '(yêu cầu|đề nghị) ~4 (làm rõ|báo cáo nguyên nhân|giải thích nguyên nhân|báo cáo giải trình)',
    '(nhắc|đôn đốc|nhắn|gửi nhắc nhở|nhắc nhở) (giúp|hộ|ngay)? ({unit}|{group})',
  ],

  answer_came: [
    'giải trình ~1 (chưa|hay chưa|rồi chưa)',
    '(nộp|gửi|gởi|trả lời|phản hồi|hồi âm|hồi đáp|làm|viết|xong) ~3 (chưa|hay chưa|rồi)',
    '(đã|có) ~2 (trả lời|phản hồi|hồi âm|văn bản|giải trình) ~2 (chưa|không)',
    '(chưa|không|chẳng) ~1 (trả lời|phản hồi|hồi âm|hồi đáp|nộp|gửi)',
    '(sao|mà) ~1 (chưa|không) thấy (gì|ai|đâu|trả lời|văn bản|nộp|gửi|họ)?',
  ],
  right_place: [
    '(đứng|xếp|ở|nằm|vị trí) (thứ|hạng|số) {n} ~8 ([doubt]|kiểm tra|xác nhận|xác minh|đối chiếu)',
    '(hạng|top|tốp|thứ hạng|vị trí) (thứ|số)? {n} ~8 ([doubt]|kiểm tra|xác nhận|xác minh|đối chiếu)',
    '(giảm|tụt|sụt|rớt|xuống|lùi|mất|hạ|tăng|lên|thăng|nhảy|leo) ~1 ({n} (hạng|bậc|nấc)|{pct}) ~9 ([doubt]|kiểm tra|xác nhận|xác minh|đối chiếu)',
    '(nghe nói|nghe bảo|nghe đâu|nghe đồn|có phải|có đúng|đúng là|có thật) ~6 (đứng|xếp|hạng|vị trí|top|tốp) (thứ|hạng|số)? {n}',
    '(nghe nói|nghe bảo|nghe đâu|nghe đồn|có phải|có đúng|đúng là|có thật) ~6 (giảm|tụt|sụt|rớt|xuống|lùi|mất|hạ|tăng|lên|thăng|nhảy|leo) ~1 ({n} (hạng|bậc|nấc)|{pct})',
  ],
  right: [
    '{pct} ~3 (đúng không|phải không|đúng chưa|chuẩn không|chính xác không|đúng hông|chuẩn chưa|phải hông|đúng hay sai|có đúng|có chuẩn|có chính xác)',
    '(có phải|có đúng|đúng là|phải chăng|có thật|có thật là|nghe nói|nghe bảo|hình như|nghe đâu|nghe đồn|thấy bảo) ~8 {pct}',
    '{pct} (à|hả|ư|sao)',
    '{pct} ~6 (khớp|đúng|chuẩn|chính xác|trùng|phải) ~1 (không|chưa|hay không|hay sai)',
    '{pct} ~6 [doubt]',
    '{pct} ~9 (đối chiếu|xác minh|kiểm tra lại|kiểm lại|rà lại|soát lại|xem lại)',
    '{pct} ~6 (kiểm tra|xác nhận)',
    '(ai|người ta|dự thảo|công văn|bài báo|biên bản) ~3 (nói|viết|ghi|bảo|báo|nêu) ~8 {pct}',
    '({pct}|{num}) (hay|hoặc) ~1 {pct}',
    '(số|con số|số liệu|kết quả|thông tin|tỷ lệ) ~3 (có)? (đúng|chính xác|khớp|chuẩn|thật) ~1 (không|chưa|hay không|hay sai)',
    '(kiểm tra|xác minh|đối chiếu|rà soát|thẩm định) ~3 (tính chính xác|độ chính xác|tính xác thực|con số|số liệu|số) ~2',
    '{pct} ~6 (ra số khác|số khác|không khớp|lệch|khác số|sai|vênh|chênh)',
    '(khác|lệch|không khớp|vênh|sai) ~4 (báo cáo|số|hệ thống) ~4 {pct}',
  ],

  situation: [
    '(có)? (nên|cần|phải|đáng) (lo|ngại|lo lắng|lo ngại) ~1 (không|chưa)',
    '(đáng|cần|phải)? (lo|ngại|sợ|lo ngại|để ý|quan tâm) (cái gì|gì|điều gì|nhất) ~1 (chỗ nào|đâu|ở đâu|khâu nào|gì|điểm nào|nhất)?',
    '(lo|ngại|sợ|lo ngại|lo lắng) (nhất)? (khoản|phần|mặt|khâu|mảng|chỗ|cái|chỉ số) (nào|gì) (nhất|trước)?',
    '(cái|việc|chuyện|cảnh báo) (gì|nào) ~1 (nặng|nghiêm trọng|gay|căng|đáng lo|gấp|cấp bách) nhất',
    '(tóm lại|tóm|nói gọn|nói ngắn) ~4 (lo|ngại|vướng|kẹt|gì)',
    '(có gì|có chuyện gì|gì|điều gì|chuyện gì|vấn đề gì) (đáng|phải|cần) (lo|ngại|lo ngại|quan ngại|lo lắng|báo động) (nhất)?',
    'tình hình {own} (sao|thế nào|ra sao|ntn) ~3 (lo|lo ngại|lo lắng)',
    '(tổng hợp|báo cáo|điểm) (nhanh)? tình hình ~1 {group}',
    'tình hình {group} ~2 (sao|thế nào|ra sao|ntn|sao rồi|đến đâu|tới đâu)',
    '(có gì|có chuyện gì|có vấn đề gì|điều gì|vấn đề gì|chỗ nào) ~2 (nổi cộm|bất thường|nổi bật|căng|hot|nóng|đặc biệt)',
    '(tóm tắt|tóm gọn|nói gọn|gói gọn|điểm nhanh|điểm qua|tổng quan|nhìn chung|toàn cảnh|bức tranh chung|bức tranh) ~3 (tình hình|chung|tỉnh|chiến dịch|kết quả)?',
    'tình hình (nhanh|tổng quan|chung)',
    '(nổi cộm|nổi bật|nổi lên|bất thường|đáng chú ý|đáng nói|đáng kể) ~2 (gì|không|nhất)',
    '(có)? (gì|điều gì|chuyện gì) ~1 (nổi lên|đáng nói|đáng chú ý|đáng kể)',
    'có gì (mới|lạ|hay|căng|nổi)',
  ],

  worst_first: [
    '(cái|chỗ|điểm|phần|mặt|khâu|vấn đề|việc|chỉ số|gì) ~2 (xấu|yếu|kém|tệ|dở|đỏ|chưa đạt|nóng|căng|lo) ~1 (nói|nêu|kể|báo|đưa|xếp|điểm|đọc) ~1 trước',
    '(nói|nêu|kể|báo|đưa|điểm|đọc) ~1 (cái|chỗ|điểm|phần|mặt|khâu|vấn đề|việc)? (xấu|yếu|kém|tệ|dở|đỏ|chưa đạt|nóng|căng) ~1 trước',
  ],
  receives: [
    '(đang|đã)? (nhận|đăng ký|được nhận|được gửi) ~3 (báo cáo|bản tin|thông báo|tin)? (gì|nào|những gì|loại nào|cái gì) ~1 (mấy giờ|lúc nào|hôm nào|thứ mấy)?',
    '(nhận|đăng ký) (những|các|mấy) (báo cáo|bản tin|loại|thông báo)',
    '(bị|được)? (gửi|nhận) (mấy|những|các) (loại)? (tin|báo cáo|bản tin|thông báo)',
    '(mấy giờ|mấy h|khi nào|lúc nào|thứ mấy|ngày nào|hôm nào|bao giờ) ~3 (gửi|nhận) ~1 (báo cáo|bản tin|bc|tin)',
    '(báo cáo|bản tin|bc) ~3 (gửi|nhận) ~2 (mấy giờ|mấy h|lúc nào|khi nào|thứ mấy|bao giờ|ngày nào|hôm nào|bữa nào)',
    '(lịch|giờ|thời gian) (gửi|nhận) ~2 (báo cáo|bản tin|tin)?',
    '(có)? (đang)? (nhận|đăng ký) (báo cáo|bản tin) ~2 (không|chưa)',
    '(danh sách|các|những) (báo cáo|bản tin) ~2 (đang|đã) (nhận|đăng ký)',
    '(cài đặt|thiết lập) ~2 (báo cáo|bản tin|thông báo|của tôi)?',
  ],
  pause: [
    '(tạm dừng|tạm ngừng|tạm ngưng|tạm hoãn|tạm thôi|tạm tắt|hoãn|dừng|ngừng|ngưng|nghỉ|tắt|đừng gửi|thôi gửi|không gửi) ~4 (đến|tới|cho đến|qua|trong) ~1 (hết)? ({period}|tết)',
    '(tạm dừng|tạm ngừng|tạm ngưng|tạm hoãn|tạm thôi|tạm tắt|hoãn|dừng tạm|ngừng tạm|ngưng tạm|nghỉ) ~6 {n} (ngày|tuần|tháng)',
    '(dừng|ngừng|ngưng|thôi|đừng|không) ~1 (gửi|nhận) ~4 (trong|{n}) ~1 (ngày|tuần|tháng)',
    '(tạm dừng|tạm ngừng|tạm ngưng|tạm hoãn|tạm thôi|tạm tắt) ~4 (báo cáo|bản tin|gửi|nhận|tin|thông báo)?',
  ],
  resume: [
    '(nhận|bật|mở) lại (báo cáo|bản tin|tin|thông báo|bình thường|như cũ)?',
    '(tiếp tục|bắt đầu) (gửi|nhận) (lại)? ~1 (báo cáo|bản tin)',
    'gửi lại (bình thường|như cũ|như trước)',
  ],
  hour: [
    '(đổi|chuyển|dời|chỉnh|đặt|gửi|nhận|sửa) ~7 (sang|vào|lúc|thành|về|qua|tới) ~2 {n} (giờ|h|g|rưỡi)',
    '(đổi|chuyển|dời|chỉnh) ~1 (giờ|lịch|thời gian) ~1 (gửi|nhận|báo cáo)?',
    '(đổi|chuyển|dời|lùi) (qua|sang|về|tới|vào) {n} (giờ|h|g)',
    '{n} (giờ|h|g) ~4 (gửi|nhận|báo|nhắn)',
    '(đổi|chuyển|dời) ~4 (báo cáo|bản tin) ~3 (sang|qua|vào|về) ~2 (thứ|sáng|chiều|tối|trưa|đầu tuần|cuối tuần|chủ nhật)',
  ],
  only_news: [
    '(không|chẳng) (có)? (gì|tin|gì mới|thay đổi|tin mới) ~2 (mới)? (thì)? ~1 (đừng|thôi|khỏi|không) ~1 (gửi|báo|nhắn)',
    '(chỉ) ~7 (khi|nếu) ~6 (mới|thay đổi|biến động|khác)',
    '(chỉ|chỉ khi|khi nào|khi) ~2 (có) (gì mới|thay đổi|tin mới|gì thay đổi|biến động) ~2 (gửi|báo|nhắn|hãy|mới)?',
  ],

  explain: [
    '(gửi|nộp|viết|soạn|làm|nhắn|nhập|muốn|cần) ~2 giải trình ~5 (kiểu gì|kiểu chi|bằng cách nào|cách nào|làm sao|ở đâu|qua đâu|vào đâu|thế nào|ra sao|sao)',
    'giải trình ~1 (gửi|nộp|viết|soạn|nhắn|nhập) ~2 (kiểu gì|kiểu chi|bằng cách nào|cách nào|làm sao|ở đâu|qua đâu|vào đâu|thế nào|ra sao|sao)',
    '(cách|làm sao|làm thế nào|hướng dẫn) ~2 (gửi|nộp|viết|soạn|nhập)? giải trình',
  ],
  snooze: [
    '{n} (ngày|bữa|hôm|tuần) (nữa|sau) ~1 (xem|coi|nhắc|báo) lại',
    '(nhắc|báo|nhắn|gọi) (tôi|tui|anh|chị|em|mình)? lại ~2 (sau|vào|ngày mai|mai|tuần sau|tháng sau|hôm sau|kỳ sau|kỳ tới|sáng mai|chiều mai)? ~1 {n}? (ngày|tuần|hôm)?',
    '{n} (ngày|bữa|hôm|tuần) (nữa|sau) ~2 (nhắc|báo|nhắn|gọi)',
    'nhắc (tôi|tui|anh|chị|em|mình)? (sau|vào)? {n} (ngày|bữa|hôm|tuần) (nữa|sau)?',
    '(mai|ngày mai|tuần sau|hôm sau|kỳ sau|bữa sau) (hẵng|hãy|rồi|thì)? (nhắc|báo|nhắn) (lại)? (tôi|tui|anh|chị|em|mình)?',
    '(mai|ngày mai|tuần sau|hôm sau|kỳ sau|sáng mai|để mai|bữa sau|để sau|{n} ngày nữa|vài hôm nữa) ~2 (nhắc|báo|nhắn) ~1 (lại)?',
    '(để sau|tính sau|xem sau)',
    '(tạm)? (hoãn|im) ~1 (nhắc|cảnh báo)',
    'đến kỳ (sau|tới) ~1 (nhắc|báo)',
  ],
  acknowledge: [
    '(đã|vừa|mới) (nhận được|nhận|tiếp thu|ghi nhận|tiếp nhận|đọc|xem|rõ) ~1 (rồi|cảnh báo|tin|thông báo|thông tin|tin nhắn|nội dung)?',
    '(nhận|nhận được|tiếp thu|ghi nhận|rõ|đọc|xem) ~1 (cảnh báo|tin|thông báo|nội dung|tin nhắn)? rồi',
    '(đã|mới|vừa) ~2 (nhận được|nhận|tiếp thu|nắm được|tiếp nhận) ~1 (cảnh báo|thông báo|tin nhắn|tin)',
    '(nhận được|nhận|đọc|xem|thấy) ~1 (cảnh báo|thông báo|tin nhắn|tin) ~2 rồi',
    '(rõ|ok|oke|vâng|dạ|đã rõ) ~1 (đã)? (nhận|tiếp thu|rõ) (được|rồi)?',
  ],

  except: [
    '(bỏ|loại|gạt|đưa|rút) ~1 ({unit}|{group}|{own}) ~1 (khỏi|ra khỏi) (danh sách|bảng|ds|bảng này|danh sách này|đó)?',
    '(trừ|ngoại trừ|trừ ra|trừ đi|loại trừ|không tính|đừng tính|khỏi tính|không kể|đừng kể|khỏi kể|không bao gồm|không gồm|loại ra|loại bỏ|bỏ ra|bỏ qua|bỏ bớt|bỏ|gạt|gạt bỏ|chưa kể|chưa tính|không lấy|đừng lấy|không xét|đừng xét|không có mặt|ngoài|except|excluding) ~1 ({unit}|{group}|{own})',
  ],
  factor: [
    'gấp (mấy|bao nhiêu|bn|đôi|ba|rưỡi|{n}) ~1 (lần)?',
    '(mấy|bao nhiêu) lần (so|cùng|năm|tháng|tuần|kỳ|trước)',
    'bằng (mấy|bao nhiêu) lần',
  ],
  half: [
    '(chưa|không|được|quá|trên|dưới|hơn|mới) ~2 (một nửa|1 nửa|nửa|phân nửa|nửa chặng|hai phần ba|2 / 3)',
  ],
  over_target: [
    '(vượt|hơn|cao hơn|dư|trên) (chỉ tiêu|mục tiêu|kế hoạch|mức giao|target|kh) ~1 (trên|hơn|từ|ít nhất|quá|tối thiểu)? {pct} (trở lên)?',
    'vượt (trên|hơn|từ|quá|ít nhất) {pct} ~2 (chỉ tiêu|mục tiêu|kế hoạch)',
  ],
  under_target: [
    '(thiếu|hụt|kém|dưới|thấp hơn|cách|còn thiếu|còn cách) (chỉ tiêu|mục tiêu|kế hoạch|mức giao|target|kh)? ~1 (trên|hơn|từ|quá|ít nhất|tối thiểu) {pct}',
    '(thiếu|hụt|kém|thấp hơn|cách|còn thiếu|còn cách) (chỉ tiêu|mục tiêu|kế hoạch|mức giao|target|kh)? ~1 (dưới|chưa tới|chưa đến|không quá|chưa đầy) {pct}',
  ],
  changed_by: [
    '(tăng|cải thiện|lên) ~1 (trên|hơn|từ|ít nhất|quá|tối thiểu) {pct} (trở lên)?',
    '(giảm|tụt|sụt|rớt|xuống) ~1 (trên|hơn|từ|ít nhất|quá|tối thiểu) {pct} (trở lên)?',
  ],
  most_dossiers: [
    'nhiều ({dossiers} ~1|[dossier_word]) ({period})? nhất',
    '({dossiers} ~1|[dossier_word]) (tiếp nhận|nộp)? nhiều nhất',
    '(số|số lượng|lượng) [dossier_word] ~4 (cao|lớn) nhất',
    '{dossiers} ~1 (cao|lớn) nhất',
  ],
  fewest_dossiers: [
    'ít ({dossiers} ~1|[dossier_word]) ({period})? nhất',
    '({dossiers} ~1|[dossier_word]) (tiếp nhận|nộp)? ít nhất',
    '(số|số lượng|lượng) [dossier_word] ~4 thấp nhất',
    '{dossiers} ~1 thấp nhất',
  ],
  number_of: [
    '(số|số lượng|lượng) ({dossiers}|[dossier_word])',
    '{dossiers} (của|ở|tại)? {group}',
    '{dossiers}',
  ],
  late_count: [
    '{dossiers} ~3 (bao nhiêu|mấy|bn)',
    '(bao nhiêu|mấy|bn) ~1 {dossiers}',
    '(số|số lượng) {dossiers}',
  ],
  upwards: [
    '(xếp|sắp|sắp xếp|đảo) ~3 (thấp|bé|kém|dưới|bét) ~1 (lên|trước|đến|tới)',
    '(từ)? (thấp|bét|cuối|dưới|kém) (nhất)? (lên|đến|tới|trở lên) (cao|đầu|trên|tốt) (nhất)?',
  ],
  from_place: [
    'từ (hạng|vị trí|thứ|số)? (thứ)? {n} (đến|tới) (hạng|vị trí|thứ)? {n}',
    '(hạng|vị trí|thứ) {n} (đến|tới|-) (hạng|vị trí|thứ)? {n}',
  ],
  nth: [
    '(hạng|thứ|vị trí|vị trí thứ|hạng thứ|đứng thứ|xếp thứ|hạng số) {n} ~2 (là|thuộc về)? (ai|đâu|{group})',
    '(ai|{group}|đâu) ~3 (hạng|thứ|vị trí) (thứ)? {n}',
  ],
  last_but_one: ['(áp chót|kế chót|áp bét|áp cuối|gần chót|kế cuối|gần bét)'],
  each: [
    '(mỗi|từng) (tháng|tuần|quý|năm|kỳ|giai đoạn)',
    '(mỗi|từng) (xã|huyện|sở|phường|đơn vị|ngành|nơi) ~1 (một|được)?',
  ],
  item: [
    '(cái|đơn vị|xã|phường|huyện|sở|nơi|thằng|ông) (thứ|số) {n}',
    '(cái|đơn vị|xã|phường|huyện|sở|nơi|chỗ|thằng|ông|đứa) (đầu|đầu tiên|cuối|cuối cùng|chót|bét)',
    '(cái|đơn vị|xã|phường|huyện|sở|nơi|chỗ|thằng|ông|đứa) (đầu|đầu tiên|cuối|cuối cùng|chót|bét) ~1 (danh sách|bảng)',
    '(đầu|cuối) (danh sách|bảng)',
  ],
  again: [
    '(kể|liệt kê|nêu|đọc|điểm|ghi) ~1 (tên|tên ra|hết ra|ra|rõ)',
    '(cụ thể|gồm|đó|là) ~1 (là)? (ai|những ai|xã nào|huyện nào|sở nào|đơn vị nào|những đơn vị nào)',
    'của (ai|đơn vị nào|xã nào|huyện nào|sở nào|phường nào)',
  ],
  written: ['(viết|nêu|trình bày|ghi|trả lời|giải thích|báo cáo) ~1 (gì|những gì|sao|thế nào|ra sao|ntn)'],
  this_list: [
    '(vẫn|cũng|lấy|dùng|quay lại|trở lại|quay về|trở về|xem lại|mở lại) (danh sách|list|ds|bảng|bảng xếp hạng) (này|đó|trên|cũ|ấy|đầu|đầu tiên|lúc đầu|ban đầu|lúc nãy|hồi nãy)',
    '(danh sách|list|ds|bảng|bảng xếp hạng) (này|đó|trên|vừa rồi|ở trên|ấy|vừa gửi|vừa xem|lúc nãy)',
  ],
  drop: [
    '(bỏ|trừ|loại|bỏ qua|bỏ bớt|không tính|đừng tính|không kể|loại bỏ|bớt) ~1 {n}? ~1 ({group}|đơn vị|xã|phường|huyện|sở|cái|thằng|nơi|đứa) (đứng)? (đầu|đầu tiên|đầu danh sách|đầu bảng|cuối|cuối cùng|cuối danh sách|cuối bảng|chót|bét)',
  ],
  rest: ['(số|phần|những|các)? (đơn vị|xã|huyện|sở|phường|cái|nơi)? còn lại'],
  next: [
    '{n}? ~1 ({group}|đơn vị|xã|huyện|sở|phường|cái) (tiếp theo|kế tiếp|tiếp|kế|sau|sau đó|nữa|khác|tiếp nữa|kế nữa)',
    '(xem|cho|đọc|hiện|liệt kê|gửi) ~2 (tiếp|thêm)',
    '(tiếp theo|kế tiếp|tiếp tục|tiếp đi|xem thêm|tiếp nữa|nữa đi|còn nữa không|tiếp)',
    '{n} (tiếp theo|kế tiếp|tiếp|sau|nữa)',
  ],
  among: [
    '(trong|ở) (số)? (đó|này|danh sách|danh sách này|danh sách đó|danh sách trên|nhóm này|nhóm đó|các đơn vị trên|mấy đơn vị đó|mấy xã đó)',
  ],
} as const

/** Words of the closed class, said nowhere else: where nothing of the question has used them, they are not answered. */
export const guardPhrases = {
  except: [
    '(trừ|ngoại trừ|loại trừ|không tính|đừng tính|khỏi tính|không kể|đừng kể|chưa kể|chưa tính|không bao gồm|gạt bỏ)',
  ],
  what_if: ['(nếu|giả sử|giả dụ|giả như)'],
  average: ['(trung bình|bình quân)'],
  streak: ['(liên tiếp|liên tục|liền mấy|liền nhau)'],
  since: ['(từ khi nào|từ bao giờ|từ lúc nào|kể từ khi nào)'],
  why: ['(vì sao|tại sao|nguyên nhân|lý do|do đâu|vì đâu)'],
  factor: ['gấp (đôi|ba|mấy|bao nhiêu|{n})'],
  base: ['(cùng kỳ|so với)'],
  movers: ['(tăng|giảm|tụt|tiến bộ|cải thiện|bứt phá|sụt|rớt) ~2 nhất'],
  rest: ['còn lại'],
  each: ['(mỗi|từng) (tháng|tuần|quý|năm|xã|huyện|sở|phường|đơn vị)'],
  restriction: [
    '(doanh nghiệp|tổ chức|hộ kinh doanh|hợp tác xã|hộ gia đình|hộ dân|người cao tuổi|người già|thanh niên|phụ nữ|nông dân|dân tộc thiểu số|đồng bào|đồng bào dân tộc|hộ nghèo|người nước ngoài|người khuyết tật|việt kiều)',
    '(lĩnh vực|mảng|ngành|nhóm|loại|hồ sơ|thủ tục|dịch vụ|dịch vụ công|dvc|về) (đất đai|đất|hộ tịch|tư pháp|chứng thực|xây dựng|giao thông|đăng kiểm|lái xe|khai sinh|khai tử|kết hôn|ly hôn|thừa kế|kinh doanh|đăng ký kinh doanh|đầu tư|môi trường|khoáng sản|lao động|bảo hiểm|người có công|bảo trợ xã hội|bảo trợ|trợ cấp|thuế|cư trú|căn cước|hộ khẩu|y tế|giáo dục|nông nghiệp|văn hóa|công chứng|sổ đỏ|nhà ở|lý lịch tư pháp)',
    '(cấp|cấp đổi|cấp lại|gia hạn) (giấy phép|bằng lái|chứng chỉ|giấy chứng nhận|phù hiệu|biển số) ~3',
    '(giấy phép lái xe|gplx|lý lịch tư pháp|sổ đỏ|giấy khai sinh)',
    '(buổi|ban) (sáng|chiều|tối|đêm|trưa)',
    '(giờ hành chính|ngoài giờ|trong giờ|ngày nghỉ|ngày lễ|ngoài giờ hành chính)',
    '(qua|bằng|trên|tại|từ|vào) (bưu chính|bưu chính công ích|bưu điện|vneid|ứng dụng|app|zalo|mã qr|qr|ví điện tử|ngân hàng|momo|vnpt|viettel|kiosk|điện thoại|máy tính|di động)',
    '(cấp độ|mức độ|mức) ({n}|hai|ba|bốn|tư)',
    '(một phần|liên thông|phi địa giới|phi địa giới hành chính|lưu động|không cần kết quả)',
  ],
  other_measure: [
    '(bao nhiêu|mấy|bn|số|số lượng|tổng số) ~1 (thủ tục|tthc|thủ tục hành chính|dịch vụ|dịch vụ công|dvc|cán bộ|công chức|nhân viên|tài khoản|chữ ký số|tiền|đồng|triệu|tỷ đồng|lượt truy cập|cuộc gọi|giờ|phút|lượt khách|văn bản|công văn)',
    '(thời gian) ~1 (giải quyết|xử lý|chờ|chờ đợi|trả kết quả|trung bình)',
    '(giải quyết|xử lý|trả|làm) ~2 (mất|hết) (mấy|bao nhiêu|bao lâu) ~1',
    '(doanh thu|chi phí|kinh phí|tiền phí|số thu|tiền lệ phí)',
    '(trung vị|độ lệch chuẩn|phương sai|tỷ trọng|phân vị|tứ phân vị)',
  ],
  document: ['(công văn|văn bản|quyết định) (nào|số mấy|gì)'],
  condition: ['(trên|dưới|hơn|từ|quá|ít nhất|tối thiểu|không quá|chưa đến) {n} ({dossiers}|[dossier_word])'],
} as const

/** "Đến hết Tết", "tới 1/6". */
export const pauseWords = { tet: 'tết', whole: 'hết', until: ['đến', 'tới'] } as const

/** "4 giờ chiều", "7 rưỡi". */
export const hourWords = { late: ['chiều', 'tối'], half: 'rưỡi', behind: ['giờ', 'h', 'g', 'rưỡi'] } as const

/** Fifty percent. */
export const halfWord = 'nửa'

/** Of what is foretold: words of who will meet the target or not, and of these, of who will not. */
export const outlookWords = [
  'nguy',
  'liệu',
  'khả',
  'sẽ',
  'kịp',
  'đoán',
  'báo',
  'triển',
  'kiến',
  'đà',
  'khó',
] as const
export const missingWords = ['nguy', 'khó'] as const

/** Words that compare, count or restrict: beside nothing that takes them in they are not answered. */
export const weightyWords = 'hổm cộng gộp nhất ít mỗi trừ chiếm nửa sắp suýt cạnh giấy trước giảm tăng tụt'
/** Of these, those that no other word looks like without diacritics. */
export const weightyBareWords = 'nhat chiem giay'
/** Of what says that a warning has come, words that name it, or its coming. */
export const receivedWords = ['nhận', 'tiếp', 'đọc', 'xem', 'cảnh', 'báo', 'tin', 'nội'] as const
/** "Tử số", "mẫu số": how it is counted, not where the figures come from. */
export const fractionWords = ['tử', 'mẫu'] as const
/** "Số hóa lấy từ đâu" asks the same of an indicator. */
export const takenWord = 'lấy'
/** With these a message begins that asks for the difference of what was just answered. */
export const differenceWords = ['chênh', 'lệch', 'cách', 'hơn', 'khác'] as const
export const eachOtherWord = 'nhau'
/** "Hai cái đó", "cả hai": what was asked by turns. */
export const thingsWords = [
  'cái',
  'bên',
  'đơn',
  'nơi',
  'chỗ',
  'đứa',
  'thằng',
  'chỉ',
  'con',
  'kết',
  'số',
] as const
export const bothWords = ['cả'] as const
/** "Hai tháng chênh nhau mấy điểm", "tuần nào cao hơn": stretches of days that were asked about. */
export const daysWords = ['tuần', 'tháng', 'quý', 'năm', 'kỳ', 'ngày'] as const
export const whichWord = 'nào'
export const moreWord = 'hơn'
/** "Hai khối": two groups that were spoken of. */
export const twoWord = 'hai'
export const groupWords = ['khối', 'nhóm', 'cấp', 'loại'] as const
/** Before these it goes on from what was said: "vậy là chênh mấy điểm". */
export const leadingWords = ['vậy', 'thế', 'là', 'thì', 'rồi', 'à', 'ừ', 'ok', 'như'] as const
/** Which way something is or goes; part of every question that compares. */
export const directionWords = 'cao thấp kém hơn giảm tăng tụt chênh'
/** Right before a judgement they turn it around; words of reaching may stand between. */
export const denyingWords = ['chưa', 'không', 'chẳng', 'chả', 'chớ'] as const
export const reachingWords = [
  'chạm',
  'lên',
  'cán',
  'đạt',
  'tới',
  'bị',
  'có',
  'còn',
  'leo',
  'vươn',
  'kéo',
  'được',
  'mức',
  'mốc',
  'ngưỡng',
  'nổi',
] as const
/** Before an indicator they turn it into its rest. */
export const denialWords = 'không chưa'
/** Words that found no meaning and ask nothing: how one speaks, and what an office does with an answer. */
export const lightWords =
  'nhắc chê nhảy bấm vẫn khỏi thằng mạnh sâu nhẹ vọt dần rệt đáng ngột hạn hai ba bốn đó kia phân tích đánh giá nêu nắm bắt tuần lễ all chấm phẩy lựa chọn dạng dưới tệp quen tham khảo đổi thường lễ phía vùng khu vực mn mọi người nha nhau đông nam tây bắc qua thiệt trò ngành giải đáp vẽ bản bảng đem giữa hè ni chừ rứa ri mô tê đà mở dính trở chạy kéo dài đính kèm rà soát phân xử làm ăn ờ ừm khối khen nợ sang đẩy nộp lẹ giùm dùm tui tau mi bây máy điện thoại gọi lên zalo nhắn tin kêu biểu sáng chiều tối trưa hôm bữa họp bàn trình tờ văn slide phụ lục hồi âm dấu đủ ký miền núi nhỉnh nhích bữa ăn là sao over end the of by in to for on we our are is chart show cách'

/** Before "thứ hai" these make a day of the week of it, and no place. */
export const dayParts = ['sáng', 'trưa', 'chiều', 'tối'] as const
