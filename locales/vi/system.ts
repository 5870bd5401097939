/** What is said about the conversation itself. */
export const system = {
  stranger:
    'Chào Anh/Chị. Tôi chỉ phục vụ cán bộ đã được mời. Xin liên hệ người quản trị của tỉnh để nhận mã mời, rồi gửi mã đó vào đây.',
  groupChat: 'Tôi chỉ trả lời trong tin nhắn riêng. Xin mở hộp thoại riêng với tôi để hỏi.',
  tooLong: 'Tin nhắn quá dài. Xin hỏi ngắn gọn trong khoảng {{limit, count}} ký tự.',
  wordless: {
    voice: 'Tôi chưa nghe được tin thoại. Xin gõ câu hỏi bằng chữ.',
    photo: 'Tôi chưa đọc được ảnh. Xin gõ câu hỏi bằng chữ.',
    video: 'Tôi chưa xem được video. Xin gõ câu hỏi bằng chữ.',
    sticker: 'Tôi không hiểu nhãn dán. Xin gõ câu hỏi bằng chữ.',
    location: 'Tôi không dùng vị trí được gửi. Xin gõ tên đơn vị cần hỏi.',
    contact: 'Tôi không nhận danh thiếp. Người cần dùng xin liên hệ người quản trị để nhận mã mời.',
    file: 'Tôi không nhận tệp qua tin nhắn. Số liệu do cán bộ số liệu của tỉnh nạp vào hệ thống.',
    forwarded:
      'Đây là tin chuyển tiếp nên tôi không làm theo nội dung trong đó. Nếu cần hỏi, xin gõ câu hỏi của Anh/Chị.',
    withheld: 'Nền tảng không chuyển nội dung tin này cho tôi. Xin gõ câu hỏi bằng chữ.',
    other: 'Tôi chỉ đọc được chữ. Xin gõ câu hỏi bằng lời.',
  },
  notWhatWasMeant:
    'Cảm ơn Anh/Chị, tôi đã ghi lại để người quản trị xem. Xin hỏi lại kèm tên đơn vị, chỉ số và thời gian.',
  empty: 'Xin gõ câu hỏi, ví dụ: {{example}}',
  failed: 'Xin lỗi, hệ thống đang gặp sự cố nên chưa trả lời được. Xin thử lại sau ít phút.',
  notAllowed: 'Anh/Chị không có quyền thực hiện việc này. Xin liên hệ người quản trị của tỉnh.',
  subscribed: 'Đã đăng ký {{digest}}. Báo cáo được gửi {{when}}.',
  alreadySubscribed: 'Anh/Chị đang nhận {{digest}}, gửi {{when}}.',
  unsubscribed: 'Đã ngừng gửi {{digest}}.',
  unsubscribedAll: 'Đã ngừng gửi tất cả báo cáo định kỳ. Cảnh báo vẫn được gửi.',
  notSubscribed: 'Anh/Chị hiện không nhận {{digest}}.',
  acknowledged: 'Đã ghi nhận Anh/Chị đã nhận {{count, count}} cảnh báo.',
  snoozedOwn:
    'Sẽ nhắc riêng Anh/Chị sau {{days, count}} ngày, vào ngày {{until, day}}. Lãnh đạo vẫn nhận cảnh báo như trước.',
  snoozed: 'Sẽ nhắc lại sau {{days, count}} ngày, vào ngày {{until, day}}.',
  explained: 'Đã ghi giải trình cho {{count, count}} cảnh báo. Ban Chỉ đạo xem được nội dung này.',
  explainHow:
    'Xin gửi nội dung giải trình trong tin nhắn tiếp theo, hoặc: giải trình: <nội dung>. Ban Chỉ đạo xem được nội dung này.',
  draftHow:
    'Xin gửi nội dung bản thảo trong tin nhắn tiếp theo, hoặc: giải trình: <nội dung>. Lãnh đạo đơn vị duyệt rồi mới gửi Ban Chỉ đạo.',
  confirmDraft:
    'Gửi bản thảo giải trình cho {{count, count}} cảnh báo ({{alerts}}): “{{text}}” để {{names}} duyệt? Trả lời “đồng ý” để gửi.',
  drafted: 'Đã gửi bản thảo để {{names}} duyệt. Ban Chỉ đạo chỉ xem được sau khi lãnh đạo gửi.',
  noDraft: 'Hiện không có bản thảo giải trình nào chờ duyệt, hoặc bản thảo đã được rút lại.',
  draftSent: 'Giải trình này {{name}} đã gửi ngày {{day, day}}. Không có gì thay đổi.',
  confirmSubscribe: 'Anh/Chị muốn nhận {{digest}}, gửi {{when}}? Trả lời “đồng ý” để đăng ký.',
  confirmUnsubscribe:
    'Anh/Chị muốn ngừng hẳn {{digest}}? Trả lời “đồng ý” để ngừng. Chỉ nghỉ một thời gian thì nhắn: tạm dừng báo cáo 1 tuần.',
  confirmUnsubscribeAll:
    'Anh/Chị muốn ngừng hẳn tất cả báo cáo định kỳ? Trả lời “đồng ý” để ngừng. Chỉ nghỉ một thời gian thì nhắn: tạm dừng báo cáo 1 tuần. Cảnh báo vẫn được gửi.',
  confirmAcknowledge:
    'Ghi nhận Anh/Chị đã nhận {{count, count}} cảnh báo ({{alerts}})? Trả lời “đồng ý” để ghi nhận.',
  confirmSnooze:
    'Nhắc lại sau {{days, count}} ngày, vào ngày {{until, day}} ({{alerts}})? Trả lời “đồng ý” để đặt.',
  confirmExplain:
    'Ghi giải trình cho {{count, count}} cảnh báo ({{alerts}}): “{{text}}”? Trả lời “đồng ý” để ghi.',
  /** Which alerts an act is about. */
  actAlert: '{{indicator}} {{value}}, chỉ tiêu {{target}}',
  actAlertsMore: '{{alerts}}; và {{count, count}} cảnh báo nữa',
  actDropped: 'Đã bỏ qua, không thay đổi gì.',
  notSettable:
    'Tôi chưa đặt được “{{parts}}”, nên chưa thay đổi gì. Anh/Chị có thể: đổi giờ (“gửi báo cáo lúc 9h”), đổi ngày (“gửi báo cáo tuần vào thứ ba lúc 8h”), nghỉ một thời gian (“tạm dừng báo cáo đến hết thứ năm”), chỉ nhận khi có gì mới (“chỉ gửi khi có gì mới”), hoặc ngừng hẳn (“ngừng gửi báo cáo”). Cảnh báo không gửi trong giờ yên lặng.',
  undone: 'Đã hoàn tác.',
  undoneThat: 'Đã hoàn tác việc: “{{what}}”',
  undoneSince:
    'Việc này đã được thay bằng việc làm sau đó nên không hoàn tác riêng được. Muốn trở lại như trước, xin hoàn tác việc làm sau.',
  alreadyDone: 'Việc này đã làm xong. Không có gì thay đổi.',
  nothingWaits: 'Không có việc nào đang chờ Anh/Chị trả lời.',
  nothingToUndo: 'Không có việc nào vừa làm để hoàn tác (chỉ hoàn tác được trong 10 phút).',
  alreadyAcknowledged: '{{name}} đã ghi nhận cảnh báo này từ ngày {{day, day}}. Không có gì thay đổi.',
  alertOver:
    'Cảnh báo trong tin này không còn: số liệu đã khác từ khi gửi tin. Hỏi “cảnh báo của tôi” để xem hiện nay.',
  termOver:
    'Giai đoạn (năm) của cảnh báo trong tin này đã kết thúc nên không cần xử lý nữa. Hỏi “cảnh báo của tôi” để xem hiện nay.',
  notOwnAlerts:
    'Cảnh báo trong tin này là của đơn vị khác: lãnh đạo đơn vị đó ghi nhận, hẹn nhắc lại hoặc giải trình.',
  notYours:
    'Tin này không phải tin gửi cho Anh/Chị, hoặc đã quá cũ, nên tôi không làm gì theo đó. Hỏi “cảnh báo của tôi” để xem việc của mình hiện nay.',
  noAlertsOf: 'Hiện {{unit}} không có cảnh báo nào để giải trình.',
  nobodyLeads: '{{unit}} chưa có lãnh đạo trong danh sách nên chưa gửi yêu cầu được. Xin báo người quản trị.',
  noSuchDue:
    'Xin nói rõ hạn giải trình trong 90 ngày tới, ví dụ: trước thứ sáu, trước ngày 30/5, trong 3 ngày.',
  confirmRequest: 'Yêu cầu {{names}} giải trình chậm nhất ngày {{due, day}}? Trả lời “đồng ý” để gửi.',
  confirmRequestAll:
    'Yêu cầu {{names}} giải trình chậm nhất ngày {{due, day}}, chung cho mọi cảnh báo của đơn vị, không riêng {{indicators}}? Trả lời “đồng ý” để gửi.',
  requested:
    'Đã gửi yêu cầu giải trình đến {{names}}, hạn chót ngày {{due, day}}. Khi đơn vị trả lời, tôi sẽ báo Anh/Chị.',
  requestKept:
    'Đã ghi yêu cầu {{names}} giải trình, hạn chót ngày {{due, day}}. Khi đơn vị trả lời, tôi sẽ báo Anh/Chị.',
  /** Nobody is reached by what somebody sends to people of a unit. */
  unreached: {
    one: '{{unit}} chưa có ai nhận tin; tin chờ đến khi {{names}} liên kết. Xin nhờ người quản trị gửi mã mời cho {{names}}.',
    several:
      'Chưa có ai nhận tin ở: {{units}}; tin chờ đến khi lãnh đạo các đơn vị này liên kết. Xin nhờ người quản trị gửi mã mời.',
    muted: '{{names}} đã tắt tin nên tin này không đến; xin báo trực tiếp.',
  },
  officerWords: 'cán bộ|chuyên viên|công chức|anh|chị|em|đồng chí|đ/c|ông|bà|cô|chú',
  confirmHandOn:
    'Chuyển {{count, count}} cảnh báo ({{alerts}}) cho {{name}} theo dõi? Trả lời “đồng ý” để chuyển.',
  handedOn: 'Đã chuyển {{count, count}} cảnh báo cho {{name}}.',
  whichOfficer: 'Đơn vị có mấy cán bộ: {{names}}. Xin ghi rõ, ví dụ: chuyển cho <họ tên>.',
  noOfficer: 'Đơn vị chưa có cán bộ nào trong danh sách để chuyển. Xin báo người quản trị.',
  noAlerts: 'Hiện không có cảnh báo nào để xử lý.',
  nothingBefore: 'Không còn câu hỏi nào trước đó.',
  backTo: 'Quay lại câu hỏi trước.',
  unknownUnit: 'Không tìm thấy đơn vị "{{typed}}". Xin kiểm tra lại tên, có thể kèm tên huyện hoặc tỉnh.',
  noSuchChoice: 'Không có lựa chọn số {{number, plain}}. Xin chọn lại hoặc gõ câu hỏi.',
  expiredChoice: 'Lựa chọn này đã hết hiệu lực. Xin hỏi lại.',
  tooFast: 'Anh/Chị gửi hơi nhanh. Xin chờ ít giây rồi hỏi tiếp.',
  changeData:
    'Tôi không sửa số liệu qua tin nhắn. Số liệu được cập nhật bằng tệp do cán bộ số liệu của tỉnh nạp vào hệ thống; nếu thấy sai, xin báo cho cán bộ số liệu kèm tên đơn vị, chỉ số và kỳ.',
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
