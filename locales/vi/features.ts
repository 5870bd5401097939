/** What the assistant can do: names, examples and the command menu. The order is that of the help. */
export const features = {
  value: { name: 'Số liệu đơn vị', example: 'Tỷ lệ trực tuyến tuần này của đơn vị tôi' },
  rank: { name: 'Thứ hạng', example: 'Đơn vị tôi xếp thứ mấy về số hóa?' },
  gap: { name: 'Đạt hay chưa', example: 'Đã đạt chỉ tiêu trực tuyến chưa?' },
  need: { name: 'Cần thêm bao nhiêu', example: 'Cần thêm bao nhiêu hồ sơ trực tuyến để đạt?' },
  target: { name: 'Chỉ tiêu được giao', example: 'Đơn vị tôi được giao chỉ tiêu gì?' },
  trend: { name: 'Diễn biến, biểu đồ', example: 'Biểu đồ tỷ lệ trực tuyến 4 tuần qua' },
  below: { name: 'Đơn vị chưa đạt', example: 'Đơn vị nào chưa đạt chỉ tiêu trực tuyến?' },
  ranking: { name: 'Bảng xếp hạng', example: 'Bảng xếp hạng các sở về số hóa' },
  compare: { name: 'So sánh', example: 'So sánh Sở Y tế với Sở Tư pháp' },
  forecast: { name: 'Dự báo', example: 'Theo đà này cuối giai đoạn có đạt không?' },
  progress: { name: 'Tiến độ chiến dịch', example: 'Chiến dịch đến đâu rồi?' },
  alerts: { name: 'Cảnh báo', example: 'Cảnh báo của tôi' },
  report: { name: 'Báo cáo', example: 'Gửi báo cáo tuần' },
  subscribe: { name: 'Nhận báo cáo định kỳ', example: 'Nhận báo cáo tuần' },
  define: { name: 'Cách tính chỉ số', example: 'Tỷ lệ phát sinh hồ sơ tính thế nào?' },
  help: { name: 'Hướng dẫn', example: 'Hướng dẫn' },
} as const
