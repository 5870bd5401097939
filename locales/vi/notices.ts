/** What people are told unasked. */
export const notices = {
  alert: {
    title: '{{unit}} – dưới chỉ tiêu {{term}}',
    first: '{{count, count}} chỉ số đang dưới chỉ tiêu {{term}}:',
    fell: '{{count, count}} chỉ số vừa xuống dưới chỉ tiêu hoặc chậm tiến độ:',
    line: '{{indicator}}: {{value}}, chỉ tiêu {{target}}, thiếu {{gap}}',
    lineOver: '{{indicator}}: {{value}}, chỉ tiêu không quá {{target}}, cao hơn {{gap}}',
    paced: '{{line}} ({{pace}})',
    onTrack: 'đúng tiến độ',
    behind: 'chậm tiến độ',
    need: 'cần thêm {{needed, count}} {{noun}}',
    needDaily: 'cần thêm {{needed, count}} {{noun}}, khoảng {{perDay, count}}/ngày',
    unreachable: 'không thể đạt trước hạn, cao nhất {{best}}',
    withNeed: '{{line}}\n- {{need}}',
    ends: 'Còn {{days, count}} ngày đến hết {{term}} ({{until, day}})',
    lastDay: 'Hôm nay là ngày cuối của {{term}}',
  },
  recovered: {
    title: '{{unit}} – đã đạt lại chỉ tiêu {{term}}',
    line: '{{indicator}}: {{value}}, chỉ tiêu {{target}}',
  },
  reminder: {
    title: '{{unit}} – vẫn dưới chỉ tiêu {{term}}',
    still: '{{count, count}} chỉ số vẫn dưới chỉ tiêu:',
    rose: 'tăng {{change}} từ lần báo trước',
    fell: 'giảm {{change}} từ lần báo trước',
    same: 'không đổi từ lần báo trước',
    since: '{{line}}\n- {{change}}',
  },
  escalation: {
    title: '{{unit}} – chậm tiến độ, chưa xác nhận',
    text: 'Đơn vị thuộc {{parent}}, {{count, count}} chỉ số chậm tiến độ, chưa xác nhận sau {{days, count}} ngày:',
    line: '{{line}}, từ {{since, day}}',
  },
  stale: {
    title: 'Số liệu chưa được cập nhật',
    text: '{{count, count}} đơn vị không có số liệu mới trong {{days, count}} ngày:',
    line: '- {{unit}}: số liệu đến {{day, day}}',
    never: '- {{unit}}: chưa có số liệu',
    how: 'Xin nạp số liệu mới hoặc báo lý do cho người quản trị.',
  },
  explained: 'Giải trình: {{text}}',
} as const
