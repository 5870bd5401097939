/** What the indicators mean and where they come from, by code; a province's own indicators use the general sentences. */
export const definitions = {
  formula: 'Cách tính: số {{numeratorLabel}} chia cho số {{denominatorLabel}}, nhân với 100%.',
  formulaPlace: 'Thứ hạng đã công bố, trong {{max, decimal}}.',
  formulaPoints: 'Điểm đã công bố, thang {{max, decimal}} điểm.',
  empty: 'Chưa phát sinh {{noun}} thì không có tỷ lệ và không xếp hạng.',
  accumulation: {
    sum: 'Gộp nhiều kỳ, nhiều đơn vị: cộng số lượng rồi mới chia, không lấy trung bình các tỷ lệ.',
    latest: 'Lấy số mới nhất trong kỳ; gộp nhiều đơn vị thì cộng số lượng rồi mới chia.',
    published: 'Lấy đúng điểm đã công bố của kỳ, không cộng và không tính lại.',
  },
  points: 'Thuộc Bộ chỉ số phục vụ người dân, doanh nghiệp: tối đa {{points, decimal}}/100 điểm.',
  lowerIsBetter: 'Giá trị càng thấp càng tốt.',
  choose: 'Anh/Chị muốn xem cách tính của chỉ số nào?',
  rating:
    'Xếp loại: từ {{excellent, decimal}} xuất sắc, từ {{good, decimal}} tốt, từ {{fair, decimal}} khá, từ {{average, decimal}} trung bình, dưới {{average, decimal}} yếu.',
  formulaChanged: 'Công thức chấm điểm năm 2026 khác năm 2025 nên không so sánh trực tiếp hai năm.',
  notes: {
    full_process_rate:
      'Đang có hai cách chọn mẫu số: (1) hồ sơ trực tuyến và trực tiếp của các TTHC công bố toàn trình; (2) tổng số hồ sơ giải quyết TTHC. Hệ thống dùng: {{denominatorLabel}}.',
    active_services_rate: 'Có phát sinh hồ sơ: dịch vụ có ít nhất một hồ sơ nộp trực tuyến.',
    online_payment_rate: 'Chỉ tính hồ sơ phải nộp phí, lệ phí.',
    on_time_rate: 'Hồ sơ chưa đến hạn không tính vào cả hai số.',
    service_score:
      'Gồm 6 nhóm: công khai, minh bạch 18; tiến độ giải quyết 20; dịch vụ trực tuyến 12; thanh toán trực tuyến 10; mức độ hài lòng 18; số hóa hồ sơ 22.',
  },
  sources: {
    transparency_rate: 'Căn cứ: Quyết định 766/QĐ-TTg, nhóm công khai, minh bạch.',
    on_time_rate: 'Căn cứ: Quyết định 766/QĐ-TTg, nhóm tiến độ giải quyết.',
    online_rate: 'Căn cứ: Quyết định 766/QĐ-TTg, nhóm cung cấp dịch vụ trực tuyến.',
    online_payment_rate: 'Căn cứ: Quyết định 766/QĐ-TTg, nhóm thanh toán trực tuyến.',
    satisfaction_rate: 'Căn cứ: Quyết định 766/QĐ-TTg, nhóm mức độ hài lòng.',
    digitization_rate: 'Căn cứ: Quyết định 766/QĐ-TTg, nhóm số hóa hồ sơ.',
    service_score: 'Căn cứ: Quyết định 766/QĐ-TTg.',
    full_process_rate: 'Căn cứ: Nghị định 42/2022/NĐ-CP (dịch vụ công trực tuyến toàn trình).',
    active_services_rate: 'Căn cứ: Nghị định 42/2022/NĐ-CP; đo lường trên hệ thống EMC.',
  },
} as const
