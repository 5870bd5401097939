/** What is said of members and their chats: to an operator, and in the talk about a link. */
export const people = {
  roles: {
    leader: 'lãnh đạo',
    officer: 'cán bộ',
    committee: 'ban chỉ đạo',
    data: 'cán bộ số liệu',
    admin: 'quản trị',
  },
  channels: {
    telegram: 'Telegram',
    'zalo-bot': 'Zalo',
    'zalo-oa': 'Zalo OA',
    web: 'trang web',
  },
  sheet: {
    tab: 'Mã mời',
    title: 'Mã mời dùng Trợ lý Chỉ tiêu',
    secret:
      'Mỗi mã chỉ dùng cho đúng một người, một lần. Không gửi vào nhóm: mã hiện trong nhóm bị hủy ngay.',
    name: 'Họ tên, chức vụ',
    unit: 'Đơn vị',
    code: 'Mã mời',
    expires: 'Hết hạn',
    link: 'Liên kết mở sẵn mã',
    member: 'Mã thành viên',
    picture: 'Quét để mở',
    pictureOf: 'Mã QR của {{name}}',
  },
} as const
