/** What the indicators mean and where they come from, by code; a province's own indicators use the general sentences. */
export const definitions = {
  title: '{{indicator}}',
  formula: 'Cách tính: số {{numeratorLabel}} chia cho số {{denominatorLabel}}, nhân 100%',
  formulaPoints: 'Điểm công bố, thang {{max, decimal}} điểm',
  empty: 'Khi chưa phát sinh {{noun}} thì không tính tỷ lệ và không xếp hạng',
  accumulation: {
    sum: 'Tỷ lệ của nhiều kỳ hoặc nhiều đơn vị: cộng tử số, cộng mẫu số rồi chia; không lấy trung bình các tỷ lệ',
    latest: 'Lấy số mới nhất trong kỳ; của nhiều đơn vị thì cộng tử số, cộng mẫu số rồi chia',
    published: 'Lấy đúng số đã công bố của kỳ, không cộng hoặc tính lại',
  },
  points: 'Tối đa {{points, decimal}} điểm trong Bộ chỉ số phục vụ 100 điểm (Quyết định 766/QĐ-TTg)',
  lowerIsBetter: 'Giá trị càng thấp càng tốt',
  choose: 'Anh/Chị muốn xem cách tính của chỉ số nào?',
  target: 'Chỉ tiêu {{term}} của {{unit}}: {{target}}, theo {{document}}',
  notes: {
    full_process_rate:
      'Đang có hai mẫu số: (1) hồ sơ, cả trực tuyến và trực tiếp, của các TTHC công bố toàn trình; ' +
      '(2) tổng hồ sơ giải quyết TTHC. Ở đây dùng: {{denominatorLabel}}',
    active_services_rate: 'DVCTT có phát sinh hồ sơ là dịch vụ có ít nhất một hồ sơ nộp trực tuyến',
    online_rate: 'Hồ sơ nộp trực tuyến, không kể nộp trực tiếp hoặc qua bưu chính',
    online_payment_rate: 'Chỉ tính hồ sơ có nghĩa vụ tài chính (phải nộp phí, lệ phí)',
    on_time_rate: 'Hồ sơ chưa đến hạn không tính vào cả tử số và mẫu số',
    digitization_rate: 'Tính hồ sơ và kết quả giải quyết thuộc diện phải số hóa',
    satisfaction_rate: 'Theo đánh giá của người dân, doanh nghiệp',
    transparency_rate: 'Theo số hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia',
    service_score:
      'Gồm: công khai, minh bạch 18; tiến độ giải quyết 20; dịch vụ trực tuyến 12; thanh toán trực tuyến 10; ' +
      'mức độ hài lòng 18; số hóa hồ sơ 22',
  },
  source: {
    score: 'Nguồn: Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022',
    emc: 'Nguồn: hệ thống đo lường EMC (dịch vụ công trực tuyến, Nghị định 42/2022/NĐ-CP)',
  },
  rating: 'Xếp loại: từ 90 xuất sắc; từ 80 tốt; từ 70 khá; từ 50 trung bình; dưới 50 yếu',
  formulaChanged: 'Công thức chấm điểm đã thay đổi giữa năm 2025 và 2026; điểm từng kỳ giữ như đã công bố',
} as const
