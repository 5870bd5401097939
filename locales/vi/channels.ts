/** What a channel adds to a message by itself. */
export const channels = {
  part: '({{part, plain}}/{{of, plain}})',
  choose: 'Trả lời bằng số để chọn:',
  fileAt: '{{description}} (tải về trong 7 ngày): {{url}}',
  shortened: 'Bản rút gọn vì sắp hết lượt tin của tháng; gõ "báo cáo" để xem đủ.',
  check: {
    works:
      '{{channel}}: gửi được; tháng này đã gửi {{sent, count}} tin, nhận {{received, count}} tin, {{people, count}} người đã nhắn.',
    refused: '{{channel}}: nền tảng từ chối ({{cause}}); kiểm tra mã truy cập theo docs/zalo.md.',
    unreachable: '{{channel}}: không gọi được nền tảng ({{cause}}); kiểm tra mạng của máy chủ.',
    off: '{{channel}}: chưa có mã bot, mà {{people, count}} người chỉ nhận được tin qua kênh này.',
    noWebhook: 'Nền tảng chưa được báo nơi giao tin; chitieu start sẽ đăng ký.',
    strayWebhook: 'Nền tảng đang giao tin về {{seen}}; chitieu start sẽ gỡ để tự lấy tin.',
    otherWebhook:
      'Nền tảng đang giao tin về {{seen}}, không phải về đây: mã truy cập này đang được dùng ở nơi khác. Hãy dừng nơi kia, rồi khởi động lại.',
    notDelivered:
      'Nền tảng không giao được tin về đây ({{seen}}); hãy thử mở địa chỉ webhook từ ngoài mạng của đơn vị.',
    form: 'Mẫu tin {{template}} chưa dùng được ({{seen}}); xem trạng thái mẫu trên trang quản trị Zalo.',
    formPrice:
      'Mẫu tin {{template}}: {{uid, count}} đồng một tin theo tài khoản, {{phone, count}} đồng theo số điện thoại (giá đã khai báo).',
    formsLeft: 'Zalo còn nhận {{left, count}} tin mẫu, theo lần gửi gần nhất.',
    formFields:
      'Mẫu tin {{template}} được duyệt với các trường khác tệp khai báo: {{seen}}; hãy sửa tệp ZALO_OA_TEMPLATES.',
    noPublicUrl: '{{channels}}: chưa có PUBLIC_URL nên chỉ gửi được chữ, không gửi hình và bảng tính.',
    noFiles: '{{channels}}: chưa có PUBLIC_URL nên gửi được chữ và hình, không gửi bảng tính.',
  },
  alarm: {
    quota:
      'Bot {{channel}} đã dùng {{used, count}} trong {{of, count}} tin của tháng ({{percent, plain}}%). Từ 90%, báo cáo định kỳ gửi bản ngắn; hết lượt thì tin chờ sang tháng sau.',
    people:
      'Bot {{channel}} đã có {{count, count}} trong {{of, count}} người dùng được phép. Hãy thêm một bot nữa (ZALO_BOT_TOKEN_2, …) trước khi mời thêm người.',
    token:
      'Kênh {{channel}} không làm mới được mã truy cập nên đã ngừng gửi. Hãy cấp lại mã làm mới (ZALO_OA_REFRESH_TOKEN) rồi khởi động lại.',
    form: 'Kênh {{channel}}: Zalo không nhận mẫu tin {{template}} (mã lỗi {{code, plain}}). Cảnh báo cho người lâu chưa nhắn tin đang chờ; hãy xem mẫu tin và số dư trên trang quản trị Zalo.',
    template:
      'Kênh {{channel}}: mẫu tin {{template}} đang ở trạng thái {{status}}; cảnh báo theo mẫu này chưa gửi được.',
  },
} as const
