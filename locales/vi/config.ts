/** A sentence for each mistake in the environment; `{{variable}}` is the name of the variable. */
export const config = {
  database_url: '{{variable}} phải có dạng file:ĐƯỜNG_DẪN, ví dụ file:var/chitieu.db.',
  postgres_to_come:
    '{{variable}}: PostgreSQL chưa được hỗ trợ; hãy dùng file:ĐƯỜNG_DẪN, ví dụ file:var/chitieu.db.',
  port: '{{variable}} phải là số nguyên từ 0 đến 65535, ví dụ 3000.',
  http_url: '{{variable}} phải là một địa chỉ http:// hoặc https:// đầy đủ.',
  https_url: '{{variable}} phải là địa chỉ https:// đầy đủ mà nền tảng gọi tới được.',
  time_zone: '{{variable}} phải là tên múi giờ IANA, ví dụ Asia/Ho_Chi_Minh.',
  log_level: '{{variable}} phải là một trong: trace, debug, info, warn, error, fatal, silent.',
  locale: '{{variable}} hiện chỉ nhận giá trị vi.',
  on_off: '{{variable}} phải là on hoặc off.',
  count: '{{variable}} phải là một số nguyên từ 1 trở lên.',
  count_or_off: '{{variable}} phải là một số nguyên từ 1 trở lên, hoặc off.',
  telegram_token: '{{variable}} phải có dạng SỐ:CHUỖI như BotFather đã cấp.',
  zalo_token: '{{variable}} phải là mã mà Zalo Bot Creator đã gửi, viết liền, không có dấu cách.',
  telegram_secret: '{{variable}} phải gồm 1–256 ký tự chữ, số, gạch dưới hoặc gạch ngang.',
  zalo_secret: '{{variable}} phải dài từ 8 đến 256 ký tự.',
  zalo_oa_app: '{{variable}} phải là dãy số của ứng dụng (App ID) trên trang Zalo cho nhà phát triển.',
  zalo_oa_secret: '{{variable}} phải viết liền, không có dấu cách, dài ít nhất 6 ký tự.',
  zalo_oa_templates:
    '{{variable}} phải là tệp JSON khai báo các mẫu tin đã được duyệt, mỗi loại thông báo một mẫu; xem docs/zalo.md.',
  missing_for_zalo_oa: '{{variable}} còn thiếu: kênh Zalo OA cần đủ App ID, hai khóa bí mật và mã làm mới.',
  missing_with_webhook: '{{variable}} còn thiếu: đã khai báo địa chỉ webhook thì phải có mã bí mật đi kèm.',
  webhook_without_token: '{{variable}} còn thiếu: đã khai báo địa chỉ webhook thì phải có mã bot.',
  host: '{{variable}} phải là một địa chỉ IP hoặc localhost, ví dụ 127.0.0.1 hoặc 0.0.0.0.',
  metrics_token: '{{variable}} phải viết liền, dài ít nhất 16 ký tự.',
  web_chat_with_public_url:
    '{{variable}}=on không dùng chung với PUBLIC_URL: trang thử cho phép chọn bất kỳ thành viên nào nên chỉ mở trên chính máy chủ.',
  web_chat_with_host:
    '{{variable}}=on chỉ mở trên chính máy chủ: xin bỏ HOST, hoặc đặt HOST=127.0.0.1, hoặc WEB_CHAT=off.',
  web_chat_with_webhook:
    '{{variable}}=on không dùng chung với webhook: trang thử cho phép chọn bất kỳ thành viên nào nên chỉ mở trên chính máy chủ.',
} as const
