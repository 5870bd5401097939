/** What an operator is told of the service itself. */
export const operation = {
  channelRefused:
    'Kênh {{channel}} từ chối bot ({{cause}}): không tin nào gửi được qua kênh này. Xin kiểm tra mã bot. Ai có kênh khác vẫn nhận tin qua kênh đó.',
  channelOut:
    'Kênh {{channel}} đang không liên lạc được ({{cause}}). Tin nhắn được giữ lại và gửi tiếp khi kênh hoạt động trở lại.',
  channelOff:
    'Chương trình đang chạy không có mã bot của kênh {{channel}}; {{people, count}} người chỉ có chat ở kênh này nên không nhận được tin. Xin đặt lại mã bot rồi khởi động lại; tin đang chờ được giữ.',
  channelUp: 'Kênh {{channel}} đã hoạt động trở lại.',
  audit:
    'Tin nhắn ngày {{day, day}}: {{due, count}} tin phải gửi, {{sent, count}} tin đã gửi, {{held, count}} tin đang chờ có lý do, {{failed, count}} tin không gửi được, {{missing, count}} tin chưa rõ.',
  auditMissing: 'Chưa gửi mà không rõ lý do: {{named}}',
  deadLetters: {
    title: '{{count, count}} tin không gửi được, đã thôi thử',
    line: '{{number}}. {{name}}: {{what}} ngày {{day, day}}, thử {{attempts, count}} lần – {{reason}}',
    more: 'và {{count, count}} tin nữa.',
    nobody: 'một nhóm',
    noReason: 'không rõ lý do',
    none: 'Không có tin nào phải gửi lại.',
    confirm: 'Gửi lại {{count, count}} tin không gửi được? Trả lời “đồng ý” để gửi.',
    done: 'Đã xếp hàng gửi lại {{count, count}} tin. Tin nào không còn đúng nữa sẽ không được gửi.',
    topics: {
      alert: 'cảnh báo',
      recovered: 'tin đã đạt lại',
      reminder: 'tin nhắc',
      escalation: 'cảnh báo gửi cấp trên',
      stale: 'tin báo thiếu số liệu',
      back: 'tin báo đã có số liệu',
      request: 'yêu cầu giải trình',
      answered: 'tin báo đã giải trình',
      handed: 'cảnh báo được chuyển',
      draft: 'bản thảo giải trình',
      unreached: 'tin báo chưa đến được người nhận',
      digest: 'báo cáo',
      operation: 'tin vận hành',
      other: 'tin',
    },
  },
} as const
