/** What the commands say to an operator. */
export const cli = {
  usage: 'Cách dùng:',
  no_such_folder: 'Không có thư mục {{path}}.',
  no_such_file: 'Không đọc được tệp {{path}}.',
  unknown_kind: 'Không có loại tệp "{{kind}}"; hãy dùng một trong: {{kinds}}.',
  imported:
    '{{file}}: đã nhập {{rows, count}} dòng (mới {{added, count}}, sửa {{changed, count}}, không đổi {{unchanged, count}}).',
  would_import:
    '{{file}}: hợp lệ, sẽ nhập {{rows, count}} dòng (mới {{added, count}}, sửa {{changed, count}}, không đổi {{unchanged, count}}); chưa ghi gì.',
  not_written:
    'Không ghi được {{path}}: thư mục chưa có, hoặc không được phép ghi ở đó. Hãy tạo thư mục hoặc ghi vào nơi khác.',
  template_name:
    'Mẫu là bảng tính Excel (có danh sách để chọn), tên tệp phải có đuôi .xlsx: chitieu template {{kind}} {{path}}',
  template_written: 'Đã tạo {{path}}. Điền vào trang “Bảng nhập”, rồi chạy: chitieu import {{path}}',
  profile_written: 'Đã ghi mẫu bảng {{path}}. Hãy mở tệp này, xem lại:',
  profile_sheet: 'Mẫu bảng này là của trang tính “{{sheet}}”.',
  profile_other_sheets:
    'Các trang tính khác cũng có bảng: {{sheets}}. Muốn lấy trang khác thì thêm --sheet "TÊN TRANG TÍNH".',
  profile_no_sheet: 'Không có trang tính “{{sheet}}”. Các trang tính: {{sheets}}.',
  profile_next: 'Rồi nhập: {{command}}',
  profile_chosen: '  dòng {{line, plain}}: {{indicator}} lấy từ cột {{columns}}.',
  profile_chosen_of:
    '  dòng {{line, plain}}: {{indicator}} lấy từ cột {{columns}}; không lấy {{others}}. Nếu không đúng, hãy sửa dòng này.',
  profile_column_asked:
    '  dòng {{line, plain}}: chưa chọn được cột. Hãy thay dấu ? bằng một tên ghi trong ngoặc: {{others}}.',
  profile_column_texts:
    '  dòng {{line, plain}}: cột {{columns}} có ô không phải là số ({{others}}), tệp sẽ bị từ chối ở các ô đó. Hãy ghi vào đó chính con số được giao hoặc đạt được (không phải mức tăng, giảm) rồi nhập; đừng thay bằng cột khác nếu cột khác không phải là số liệu cần nhập.',
  profile_indicator_asked:
    '  dòng {{line, plain}}: chưa rõ cột {{columns}} là chỉ số nào. Hãy thay dấu ? bằng một mã chỉ số: {{indicator}}.',
  profile_no_column:
    '{{file}}: không cột nào ghi tên hoặc mã của đơn vị đã nạp ({{count, count}} đơn vị), nên chưa đề xuất được mẫu bảng. Mẫu bảng dành cho bảng số liệu, chỉ tiêu mỗi dòng một đơn vị: hãy thêm hoặc sửa cột tên đơn vị. Danh sách (đơn vị, người, ngày nghỉ …) thì lập theo “chitieu template LOẠI MẪU.xlsx”.',
  profile_no_units:
    '{{file}}: không thấy cột nào ghi tên đơn vị đã nạp, nên chưa đề xuất được mẫu bảng. Hãy nhập danh sách đơn vị trước.',
  follows_below: 'Hệ quả: {{count, count}} chỉ số xuống dưới chỉ tiêu: {{units}}.',
  follows_recovered: 'Hệ quả: {{count, count}} chỉ số đạt lại chỉ tiêu: {{units}}.',
  follows_others:
    'Ngoài ra {{count, count}} chỉ số đổi trạng thái vì số liệu đã có từ trước mà chưa được đánh giá, không phải vì tệp này.',
  follows_messages: 'Hệ quả: {{count, count}} tin được xếp hàng, sớm nhất {{at}}.',
  follows_nobody: 'Lưu ý: {{count, count}} đơn vị liên quan chưa có lãnh đạo nhận tin: {{units}}.',
  nothing_new: '{{file}}: {{rows, count}} dòng, không có gì mới; dữ liệu giữ nguyên.',
  import_line:
    '{{id, plain}}  {{at}}  {{kind}}  {{file}}  {{rows, count}} dòng (mới {{added, count}}, sửa {{changed, count}})',
  import_line_undone:
    '{{id, plain}}  {{at}}  {{kind}}  {{file}}  {{rows, count}} dòng (mới {{added, count}}, sửa {{changed, count}})  đã hoàn tác',
  no_imports: 'Chưa nhập tệp nào.',
  id_is_a_number: 'Mã lần nhập phải là số; xem danh sách bằng: chitieu imports.',
  undone: 'Đã hoàn tác lần nhập {{id, plain}}; số liệu trước đó có hiệu lực trở lại.',
  as_missing: 'Thiếu --as MÃ_THÀNH_VIÊN: cần biết ai đang hỏi.',
  at_is_a_moment: '--at phải là ngày giờ ISO, ví dụ 2024-05-19T20:00:00+07:00.',
  ask_what: 'Cần một câu hỏi, hoặc --batch TỆP (hay --batch - để đọc từ đầu vào).',
  batch_row: 'Mỗi dòng phải là JSON {"as", "at", "q"} hoặc {"as", "at", "turns": ["…"]}.',
  batch_failed: 'Chương trình gặp lỗi ở dòng này: {{detail}}',
  no_such_member: 'Không có thành viên "{{member}}".',
  no_such_code: 'Không có mã "{{code}}".',
  from_to: 'Cần hai ngày: --from 2024-05-01 --to 2024-05-31 --dry-run.',
  telling: '{{day}} {{time}}  {{member}}  {{topic}}  {{text}}',
  tellings: '{{count, count}} tin. Không có gì được gửi hay thay đổi.',
  expected_unreadable: '{{file}} cần các cột {{columns}}.',
  as_expected: 'Đúng như dự kiến: {{count, count}} dòng, từ {{from}} đến {{to}}.',
  not_expected: 'Khác dự kiến: thiếu {{missing, count}} (-), thừa {{unexpected, count}} (+).',
  evaluated:
    'Đã đánh giá {{evaluated, count}} chỉ tiêu: {{opened, count}} cảnh báo mới, {{recovered, count}} đã phục hồi, {{queued, count}} tin chờ gửi.',
  unknown_job: 'Không có công việc "{{name}}"; hãy dùng một trong: {{jobs}}.',
  job_done: 'Đã chạy công việc {{name}}.',
  unknown_state: 'Trạng thái phải là một trong: {{states}}.',
  outbox_line: '{{id, plain}}  {{state}}  {{key}}  lần gửi: {{attempts, count}}  {{error}}',
  outbox_empty: 'Không có tin nào.',
  invited:
    'Mã mời của {{member}}: {{code}} (dùng một lần, hết hạn {{expires}}). Gửi mã này cho bot để liên kết.',
  since_is_a_day: '--{{option}} phải là một ngày, ví dụ 2024-05-19.',
  history_line: '{{period}}  {{figure}}  {{at}}  lần nhập {{import, plain}} ({{file}})  {{actor}}',
  history_line_replaced:
    '{{period}}  {{figure}}  {{at}}  lần nhập {{import, plain}} ({{file}})  {{actor}}  đã thay',
  history_none: 'Chưa có số liệu nào của {{unit}} cho {{indicator}}.',
  alias_of_what: 'Tên gọi khác là của đơn vị (unit) hay chỉ số (indicator)?',
  alias_is_text: 'Tên gọi khác không được để trống và không chứa dấu |.',
  alias_added: 'Đã thêm tên gọi khác "{{alias}}" cho {{code}}; có hiệu lực ngay.',
  alias_known: '{{code}} đã có tên gọi "{{alias}}".',
  unanswered_line: '{{times, count}} lần: {{text}}',
  unanswered_none: 'Chưa có câu hỏi nào chưa trả lời được.',
  digest_needs: 'Cần --for MÃ_THÀNH_VIÊN và --kind là một trong: {{kinds}}.',
  rules_unreadable: '{{file}}: không phải tệp quy tắc hợp lệ ({{detail}}).',
  assigned: '{{rows, count}} chỉ tiêu tính từ quy tắc (mới {{added, count}}, sửa {{changed, count}}).',
  target_row: '{{unit}} – {{indicator}}, {{term}}: {{target}} ({{document}}) – {{why}}',
  target_year: 'năm {{year}}',
  no_target: 'không giao',
  target_why: {
    fixed: 'mức chung',
    explicit: 'giao riêng',
    exempt: 'được miễn',
    below: 'năm trước {{baseline}} dưới mức {{central}}: {{central}} + {{added}}',
    above: 'năm trước {{baseline}} không dưới mức {{central}}: {{baseline}} + {{added}}',
    within: '{{share}}% của {{outer}} ({{target}})',
    at_most: 'không quá {{outer}} ({{target}})',
    unknown: 'không có kết quả năm trước: {{central}} + {{added}}',
  },
  would_assign:
    '{{rows, count}} chỉ tiêu tính từ quy tắc (mới {{added, count}}, sửa {{changed, count}}); chưa ghi gì.',
  several_campaigns: 'Có nhiều chiến dịch ({{campaigns}}); hãy ghi "campaign" trong tệp quy tắc.',
  no_campaign: 'Chưa có chiến dịch nào; hãy nhập tệp campaigns trước.',
  started: 'Trợ lý Chỉ tiêu đang chạy tại {{url}}. Dừng bằng Ctrl+C.',
  started_with_chat: 'Trợ lý Chỉ tiêu đang chạy. Mở {{url}} trong trình duyệt để hỏi thử. Dừng bằng Ctrl+C.',
  started_sample: 'Cơ sở dữ liệu trống nên đã nạp tỉnh mẫu (số liệu không có thật).',
  port_taken: 'PORT: cổng {{port, plain}} đang được dùng; hãy đặt một số khác.',
  database_fails: 'DATABASE_URL: không mở được cơ sở dữ liệu {{url}} ({{detail}}).',
} as const
