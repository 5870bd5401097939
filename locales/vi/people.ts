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
    bot: 'Gửi mã cho',
    link: 'Liên kết mở bot',
    member: 'Mã thành viên',
    picture: 'Quét để mở',
    pictureOf: 'Mã QR của {{name}}',
  },
  list: {
    linked: '{{member}}  {{name}} – {{role}}, {{unit}}  [{{where}}]',
    unlinked: '{{member}}  {{name}} – {{role}}, {{unit}}  [chưa liên kết]',
    left: '{{member}}  {{name}} – {{role}}, {{unit}}  [đã rời, đến hết {{day, day}}]',
    nobody: 'Chưa có thành viên nào.',
    chat: 'chat {{id, plain}}  {{member}}  {{where}}',
    group: 'chat {{id, plain}}  nhóm {{channel}} {{address}}: báo cáo của {{unit}}, do {{by}} mở',
    groupUnreached:
      'chat {{id, plain}}  nhóm {{channel}} {{address}}: báo cáo của {{unit}}, do {{by}} mở; {{why}}',
    didClose: 'Đã thôi gửi báo cáo vào nhóm {{id, plain}}.',
    where: '{{channel}}, lần cuối {{seen}}, {{how}}',
    noChats: 'Chưa có chat nào được liên kết.',
    noLink: 'Không có thành viên hoặc chat nào đang liên kết với "{{who}}"; xem: chitieu chats.',
    didLink: 'Đã liên kết chat {{id, plain}} với {{member}}.',
    didUnlink: 'Đã hủy {{count, count}} liên kết của {{who}}.',
    didLeave: '{{name}} đã rời: đã hủy {{count, count}} liên kết, mọi mã mời và tin đang chờ.',
    inviteWhom: 'Cần MÃ_THÀNH_VIÊN hoặc --all.',
    didWrite: 'Đã ghi {{count, count}} mã mời vào {{file}}. Tệp này là bí mật.',
    sendTo: '  gửi cho {{bot}}  {{link}}',
    noRoom:
      'Mọi bot đã đủ người nên có người chưa được xếp bot. Hãy thêm bot (ZALO_BOT_TOKEN_2, …) hoặc nối Zalo OA.',
    nobodyToInvite: 'Ai cũng đã có chat; không có ai để mời.',
  },
  group: {
    /** What an administrator writes in a group, separated by `|`. */
    openWords:
      'nhận báo cáo|nhận báo cáo trong nhóm|nhận báo cáo ở nhóm này|gửi báo cáo vào nhóm|gửi báo cáo vào nhóm này|đăng ký báo cáo cho nhóm|/nhan_bao_cao',
    closeWords:
      'ngừng báo cáo|ngừng nhận báo cáo|thôi nhận báo cáo|ngừng gửi báo cáo vào nhóm|ngừng báo cáo trong nhóm|/ngung_bao_cao',
    openAsked:
      'Anh/Chị vừa yêu cầu gửi báo cáo tuần và báo cáo giai đoạn của tỉnh vào một nhóm. Mọi người trong nhóm sẽ đọc được. Đồng ý?',
    closeAsked: 'Anh/Chị vừa yêu cầu ngừng gửi báo cáo vào nhóm. Đồng ý?',
    askedInPrivate: 'Tôi đã hỏi lại người quản trị trong hộp thoại riêng.',
    opened:
      'Từ nay nhóm nhận báo cáo tuần và báo cáo giai đoạn của tỉnh, và hỏi được bảng xếp hạng, ví dụ “xếp hạng các sở tuần trước”. Người quản trị nhắn “ngừng báo cáo” trong nhóm để thôi nhận.',
    closed: 'Từ nay không gửi báo cáo vào nhóm nữa.',
    dropped: 'Đã bỏ qua, không thay đổi gì ở nhóm.',
  },
  ops: {
    backedUp: 'Đã sao lưu vào {{file}}.',
    backupFails: 'Không sao lưu được vào {{file}} ({{detail}}).',
    restored: 'Đã khôi phục từ {{file}}; cơ sở dữ liệu trước đó được giữ với đuôi .before-restore.',
    restoredEnded:
      '{{count, count}} tin đang chờ trong bản sao lưu đã gửi (hoặc đã thôi) sau lúc sao lưu; các tin đó không gửi lại.',
    restoredWaiting:
      '{{count, count}} tin đang chờ trong bản sao lưu sẽ gửi khi chương trình chạy lại; xem trước: chitieu outbox --state queued và --state held.',
    restoredMembers:
      '{{count, count}} người có lại tư cách hoặc chat đã gỡ sau lúc sao lưu: {{members}}. Nếu đúng là đã thôi thì chạy lại chitieu leave hoặc chitieu unlink trước khi khởi động.',
    version: 'Trợ lý Chỉ tiêu {{version}}, commit {{commit}}, cấu trúc dữ liệu {{schema}}',
    redriveWhat: 'Cần mã số của tin hoặc --all-dead.',
    notDead: 'Tin {{id, plain}} không ở trạng thái đã bỏ (dead) hoặc không gửi lại được.',
    redriven: 'Đã xếp hàng gửi lại {{count, count}} tin.',
    test: 'Tin thử của Trợ lý Chỉ tiêu: kênh này nhận được tin. Anh/Chị không cần trả lời.',
    testQueued:
      'Đã xếp hàng tin thử cho {{member}} ({{where}}); chương trình đang chạy sẽ gửi ngay. Xem: chitieu outbox.',
    nothingToTest: '{{member}} chưa có chat nào nhận được tin; xem: chitieu chats.',
    digestQueued:
      'Đã xếp hàng báo cáo cho {{member}}; chương trình đang chạy sẽ gửi, trong giờ được gửi tin. Xem: chitieu outbox.',
    subscription: '{{member}}  {{kinds}}',
    subscriptionsHow:
      'Cần [MÃ_THÀNH_VIÊN hoặc --role VAI_TRÒ] và, để đổi, một loại báo cáo ({{kinds}}) với on hoặc off.',
  },
  month: {
    messages: 'tháng này gửi {{sent, count}}, nhận {{received, count}} tin',
    messagesOf:
      'tháng này gửi {{sent, count}}, nhận {{received, count}} tin (đã dùng {{used, count}} trong {{most, count}})',
    people: '{{people, count}} người đã nhắn',
    peopleOf: '{{people, count}} trong {{most, count}} người đã nhắn',
    paid: '{{outside, count}} tin ngoài 48 giờ, {{templates, count}} tin mẫu',
  },
  check: {
    whole: 'Cơ sở dữ liệu {{url}}: nguyên vẹn.',
    broken: 'Cơ sở dữ liệu {{url}} bị hỏng ({{fault}}); hãy khôi phục bản sao lưu: chitieu restore.',
    space: 'Ổ đĩa: còn {{gigabytes, decimal}} GB.',
    noSpace:
      'Ổ đĩa chỉ còn {{gigabytes, decimal}} GB; hãy dọn bớt, nếu đầy thì chương trình không nhận được tin.',
  },
  person: {
    written: 'Đã ghi dữ liệu của {{code}} vào {{file}}. Tệp này là dữ liệu cá nhân.',
    erased:
      'Đã xóa {{code}} khỏi danh sách và {{rows, count}} dòng dữ liệu cá nhân. Nhật ký việc đã làm và giải trình của đơn vị được giữ. Nhớ bỏ người này khỏi tệp thành viên trước khi nhập lại; bản sao lưu cũ vẫn còn tên.',
    olderThan: 'Cần --older-than SỐ_NGÀY, ít nhất 1.',
    purged: 'Đã dọn {{rows, count}} dòng không ai dùng đến trong {{days, count}} ngày.',
  },
  restore: {
    no_backup: '{{file}} không phải bản sao lưu của chương trình này; không có gì thay đổi.',
    backup_newer: '{{file}} do bản phát hành mới hơn ghi; hãy cài bản đó rồi khôi phục.',
    database_newer:
      'Cơ sở dữ liệu đang có mới hơn bản sao lưu {{file}}. Nếu vẫn muốn khôi phục, hãy chuyển tệp cơ sở dữ liệu đi nơi khác trước.',
    in_use: 'Cơ sở dữ liệu đang được dùng; hãy dừng chương trình rồi khôi phục {{file}}.',
  },
  reach: {
    ok: 'nhận được tin',
    gone: 'không gửi được: người dùng đã chặn hoặc xóa chat',
    muted: 'đã tắt tin',
    unconfirmed: 'đang chờ xác nhận lại',
    failing: 'đang trục trặc: tin gửi gần nhất chưa đến được, sẽ gửi lại',
    groupGone: 'không gửi được: bot không còn trong nhóm',
    off: 'không gửi được: kênh này chưa bật',
  },
  code: {
    wrong: 'Mã mời không đúng. Xin kiểm tra lại hoặc xin mã mới.',
    expired: 'Mã mời đã hết hạn. Xin liên hệ người quản trị để nhận mã mới.',
    ended:
      'Mã mời này không còn dùng được: đã dùng rồi, đã có mã mới thay, hoặc đã hiện trong nhóm. Xin xin mã mới.',
    last: 'Đây là mã thứ năm trong 24 giờ. Mã gửi tiếp ở đây chưa được xem: xin gửi lại sau 24 giờ, hoặc gửi mã từ kênh khác.',
    too_many:
      'Đã có năm mã trong 24 giờ, nên mã này chưa được xem. Xin gửi lại sau 24 giờ, hoặc gửi mã từ kênh khác.',
  },
  talk: {
    /** What counts as yes, as no and as the wish to end the link; read without marks. */
    yes: 'đúng|1|đúng rồi|đúng vậy|phải|có|vâng|ok|đồng ý|đúng là tôi|hủy liên kết|đồng ý hủy',
    no: 'không phải|2|không|không phải tôi|sai|sai rồi|nhầm|không hủy|thôi',
    unlinkWords: 'hủy liên kết|bỏ liên kết|ngắt liên kết|đăng xuất|hủy kết nối|thoát tài khoản|huy_lien_ket',
    wishes: {
      prefer:
        'nhận tin ở đây|gửi tin ở đây|nhận thông báo ở đây|gửi thông báo ở đây|gửi thông báo vào đây|nhận tin ở chat này|nhận tin ở kênh này|nhận tin qua kênh này|ưu tiên chat này|ưu tiên kênh này',
      mute: 'tắt tin ở đây|tắt thông báo ở đây|tắt tin ở chat này|tắt thông báo chat này|không nhận tin ở đây|không nhận thông báo ở đây|đừng gửi tin vào đây|đừng gửi thông báo vào đây',
      unmute:
        'bật tin ở đây|bật thông báo ở đây|mở tin ở đây|mở lại tin ở đây|bật lại tin ở đây|bật lại thông báo ở đây|nhận lại tin ở đây',
    },
    wishAsked: {
      prefer:
        'Từ nay cảnh báo và báo cáo gửi đến chat này trước; chat khác của Anh/Chị chỉ nhận khi chat này trục trặc. Đúng không?',
      mute: 'Chat này chỉ trả lời khi Anh/Chị hỏi, không nhận cảnh báo và báo cáo nữa; các tin đó gửi đến {{channels}}. Đúng không?',
      muteLast:
        'Chat này chỉ trả lời khi Anh/Chị hỏi. Anh/Chị không có chat nào khác nhận tin nên sẽ không được báo gì khi chưa đạt chỉ tiêu. Đúng không?',
      unmute: 'Chat này lại nhận cảnh báo và báo cáo. Đúng không?',
    },
    wishDone: {
      prefer:
        'Đã ghi: cảnh báo và báo cáo gửi đến chat này trước. Muốn nhận ở chat khác, gửi tại đó: nhận tin ở đây.',
      mute: 'Đã tắt tin ở chat này. Muốn nhận lại, gửi: bật tin ở đây.',
      unmute: 'Chat này đã nhận tin trở lại. Muốn tắt, gửi: tắt tin ở đây.',
    },
    wishDropped: 'Không có gì thay đổi.',
    who: '{{name}} ({{unit}})',
    isMe: 'Đúng',
    isNotMe: 'Không phải',
    doUnlink: 'Hủy liên kết',
    doNotUnlink: 'Không hủy',
    linkAsked: 'Anh/Chị là {{who}}?',
    linkReplaces:
      'Chat này đang liên kết với {{who}}. Nếu đúng, từ nay chat này không hỏi và không nhận tin của {{who}} nữa.',
    linkBeside: 'Người này đã có chat khác ({{channels}}); chat đó vẫn dùng được và sẽ được báo.',
    notLinked: 'Chưa liên kết. Xin báo người quản trị của tỉnh nếu mã này gửi nhầm cho Anh/Chị.',
    changed:
      'Thông tin trong danh sách của tỉnh đã thay đổi. Anh/Chị là {{who}}, vai trò {{role}}? Xin xác nhận để tiếp tục hỏi và nhận tin tại đây.',
    unlinkAsked:
      'Hủy liên kết chat này với {{who}}? Từ đó chat này không hỏi được số liệu và không nhận tin; muốn dùng lại phải có mã mời mới.',
    stillLinked: 'Chat này vẫn liên kết với {{who}}.',
    unlinked: 'Đã hủy liên kết. Chat này không còn hỏi được số liệu và không nhận tin nữa.',
    linkedElsewhere:
      'Một chat khác trên {{channel}} vừa được liên kết với Anh/Chị. Nếu không phải Anh/Chị, xin báo ngay người quản trị của tỉnh.',
    linkedAway:
      'Một chat của Anh/Chị trên {{channel}} vừa được liên kết với người khác và không còn liên kết với Anh/Chị. Nếu không phải do Anh/Chị, xin báo ngay người quản trị của tỉnh.',
    toldReplaced: '{{who}} vừa liên kết trên {{channel}}, tại chat trước đó của {{from}}.',
    toldBeside: '{{who}} vừa liên kết thêm một chat trên {{channel}} (đã có {{count, count}} chat khác).',
    leftTold: '{{who}} vừa hủy liên kết một chat.',
    codeSeen:
      'Mã mời của {{names}} đã hiện trong một nhóm nên đã bị hủy. Xin mời lại bằng mã mới, gửi riêng cho từng người.',
    codeEnded: 'Mã mời vừa hiện trong nhóm nên đã bị hủy. Xin xin mã mới và gửi riêng cho tôi.',
  },
  welcome: {
    linked: 'Đã liên kết. Anh/Chị là {{name}} ({{unit}}), vai trò {{role}}.',
    next: 'Từ nay Anh/Chị hỏi số liệu tại đây và nhận cảnh báo, báo cáo tại đây. Muốn thôi, gửi: hủy liên kết.',
    open: 'Đang mở: {{alerts, count}} cảnh báo dưới chỉ tiêu ở {{units, count}} đơn vị.',
    drafts: 'Có {{drafts, count}} bản thảo giải trình chờ duyệt: nhắn “gửi bản thảo” để đọc và gửi.',
    request: 'Đơn vị được yêu cầu giải trình, hạn chót ngày {{due, day}}, chưa trả lời.',
    requestOver: 'Đơn vị được yêu cầu giải trình và đã quá hạn (ngày {{due, day}}).',
    openOwn: 'Đang mở: {{alerts, count}} cảnh báo dưới chỉ tiêu.',
    nothingOpen: 'Hiện không có cảnh báo nào đang mở.',
    kept: 'Hệ thống chỉ giữ địa chỉ chat, các câu chưa hiểu và việc Anh/Chị làm với cảnh báo.',
  },
} as const
