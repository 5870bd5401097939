/** What is said about the conversation itself. */
export const system = {
  stranger:
    'Chào Anh/Chị. Tôi chỉ phục vụ cán bộ đã được mời. ' +
    'Xin liên hệ người quản trị của tỉnh để nhận mã mời, rồi gửi mã đó vào đây.',
  linked: 'Đã liên kết với {{name}} ({{unit}}).',
  linkedNext: 'Từ nay Anh/Chị hỏi số liệu tại đây và nhận cảnh báo, báo cáo tại đây.',
  wrongCode: 'Mã mời không đúng hoặc đã được dùng. Xin kiểm tra lại hoặc xin mã mới.',
  expiredCode: 'Mã mời đã hết hạn. Xin liên hệ người quản trị để nhận mã mới.',
  tooManyCodes: 'Anh/Chị đã nhập sai mã nhiều lần. Xin thử lại sau {{minutes, count}} phút.',
  groupChat: 'Tôi chỉ trả lời trong tin nhắn riêng. Xin mở hộp thoại riêng với tôi để hỏi.',
  tooLong: 'Tin nhắn quá dài. Xin hỏi ngắn gọn trong khoảng {{limit, count}} ký tự.',
  unsupported: 'Tôi chỉ đọc được chữ. Xin gõ câu hỏi bằng lời.',
  empty: 'Xin gõ câu hỏi, ví dụ: {{example}}',
  failed: 'Xin lỗi, hệ thống đang gặp sự cố nên chưa trả lời được. Xin thử lại sau ít phút.',
  notAllowed: 'Anh/Chị không có quyền thực hiện việc này. Xin liên hệ người quản trị của tỉnh.',
  subscribed: 'Đã đăng ký {{digest}}. Báo cáo được gửi {{when}}.',
  alreadySubscribed: 'Anh/Chị đang nhận {{digest}}, gửi {{when}}.',
  unsubscribed: 'Đã ngừng gửi {{digest}}.',
  unsubscribedAll: 'Đã ngừng gửi tất cả báo cáo định kỳ. Cảnh báo vẫn được gửi.',
  notSubscribed: 'Anh/Chị hiện không nhận {{digest}}.',
  acknowledged: 'Đã ghi nhận Anh/Chị đã nhận {{count, count}} cảnh báo.',
  snoozed: 'Sẽ nhắc lại sau {{days, count}} ngày, vào ngày {{until, day}}.',
  explained: 'Đã ghi giải trình cho {{count, count}} cảnh báo. Ban Chỉ đạo xem được nội dung này.',
  explainHow: 'Xin gửi: giải trình: <nội dung>. Ban Chỉ đạo xem được nội dung này.',
  noAlerts: 'Hiện không có cảnh báo nào để xử lý.',
  nothingBefore: 'Không còn câu hỏi nào trước đó.',
  backTo: 'Quay lại câu hỏi trước.',
  noSuchChoice: 'Không có lựa chọn số {{number, plain}}. Xin chọn lại hoặc gõ câu hỏi.',
  expiredChoice: 'Lựa chọn này đã hết hiệu lực. Xin hỏi lại.',
  tooFast: 'Anh/Chị gửi hơi nhanh. Xin chờ ít giây rồi hỏi tiếp.',
  changeData:
    'Tôi không sửa số liệu qua tin nhắn. Số liệu được cập nhật bằng tệp do cán bộ số liệu của tỉnh nạp vào hệ thống; ' +
    'nếu thấy sai, xin báo cho cán bộ số liệu kèm tên đơn vị, chỉ số và kỳ.',
  digests: {
    daily: 'báo cáo ngày',
    weekly: 'báo cáo tuần',
    monthly: 'báo cáo tháng',
    phase: 'báo cáo đầu và cuối giai đoạn',
  },
  when: {
    daily: 'mỗi sáng',
    weekly: 'sáng thứ Hai hằng tuần',
    monthly: 'đầu mỗi tháng',
    phase: 'khi bắt đầu và kết thúc mỗi giai đoạn',
  },
} as const
