/** What an operator is told of the service itself. */
export const operation = {
  channelRefused:
    'Kênh {{channel}} từ chối bot ({{cause}}): không tin nào gửi được qua kênh này. Xin kiểm tra mã bot. Ai có kênh khác vẫn nhận tin qua kênh đó.',
  channelOut:
    'Kênh {{channel}} đang không liên lạc được ({{cause}}). Tin nhắn được giữ lại và gửi tiếp khi kênh hoạt động trở lại.',
  channelUp: 'Kênh {{channel}} đã hoạt động trở lại.',
  audit:
    'Tin nhắn ngày {{day, day}}: {{due, count}} tin phải gửi, {{sent, count}} tin đã gửi, {{held, count}} tin đang chờ có lý do, {{failed, count}} tin không gửi được, {{missing, count}} tin chưa rõ.',
  auditMissing: 'Chưa gửi mà không rõ lý do: {{named}}',
} as const
