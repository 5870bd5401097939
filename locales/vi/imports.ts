/** What is said of a file of data: where something is wrong, and for each code what would be right. */
export const imports = {
  /** In front of a problem: as much of the place as is known. */
  where: {
    file: '{{file}}',
    line: '{{file}}, dòng {{line, plain}}',
    column: '{{file}}, cột “{{column}}”',
    cell: '{{file}}, dòng {{line, plain}}, cột “{{column}}”',
  },
  said: '{{where}}: {{problem}}',
  saidOfValue: '{{where}}, “{{value}}”: {{problem}}',
  kinds: {
    units: 'đơn vị (units)',
    indicators: 'chỉ số (indicators)',
    campaigns: 'chiến dịch (campaigns)',
    targets: 'chỉ tiêu (targets)',
    members: 'thành viên (members)',
    observations: 'số liệu (observations)',
  },
  problems: {
    no_folder: 'không đọc được thư mục này.',
    no_files: 'thư mục không có tệp dữ liệu nào. Tên tệp phải là: {{known}} (hoặc đuôi .xlsx).',
    not_a_spreadsheet:
      'đây không phải bảng tính .xlsx. Hãy lưu bảng thành tệp .xlsx hoặc “CSV UTF-8” rồi nhập lại.',
    old_spreadsheet:
      'tệp Excel kiểu cũ (.xls). Hãy mở tệp, chọn “Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”, rồi nhập tệp vừa lưu.',
    locked_spreadsheet: 'bảng tính có mật khẩu mở tệp. Hãy bỏ mật khẩu, lưu lại rồi nhập.',
    macro_spreadsheet:
      'bảng tính có macro. Hãy lưu thành tệp .xlsx (không có macro) hoặc “CSV UTF-8” rồi nhập.',
    broken_spreadsheet:
      'bảng tính bị hỏng hoặc chưa tải về hết. Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập.',
    unsafe_spreadsheet:
      'bảng tính nén bất thường nên không được mở. Nếu tin tệp này, hãy mở bằng Excel và lưu thành “CSV UTF-8”.',
    spreadsheet_too_large:
      'bảng tính khi mở ra lớn hơn {{max, count}} MB. Hãy tách tệp, hoặc lưu thành “CSV UTF-8”.',
    too_many_columns: 'bảng có hơn {{max, count}} cột.',
    uncomputed_formula:
      'ô có công thức chưa được tính. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi nhập.',
    bad_text: 'ô có ký tự lạ hoặc quá dài.',
    too_large: 'tệp lớn hơn {{max, count}} MB.',
    not_utf8: 'chữ không theo bảng mã UTF-8. Khi lưu từ bảng tính hãy chọn kiểu “CSV UTF-8”.',
    not_text: 'có ký tự không phải là chữ; đây không phải tệp CSV.',
    bad_quotes:
      'dấu ngoặc kép đặt sai chỗ hoặc chưa đóng. Ô có dấu ngoặc kép phải đặt cả trong ngoặc kép, dấu bên trong viết hai lần ("").',
    empty_file: 'tệp không có dòng dữ liệu nào.',
    missing_column: 'thiếu cột này. Tệp đang có: {{found}}.',
    unknown_column: 'không dùng cột này. Các cột được dùng: {{known}}.',
    repeated_column: 'cột này có hai lần.',
    try_profile: 'bảng có dạng “{{profile}}”; hãy nhập lại với --profile {{profile}}.',
    needs_first: 'chưa có dữ liệu {{kind}}; hãy nhập tệp đó trước.',
    unknown_kind: 'không có loại tệp này. Các loại: {{known}}.',
    unknown_profile:
      'không có mẫu bảng này. Các mẫu có sẵn: {{known}}; cũng có thể ghi đường dẫn của một tệp .json.',
    bad_profile: 'tệp mô tả mẫu bảng sai ở “{{at}}”: {{cause}}.',
    profile_of_kind: 'mẫu bảng này dùng cho tệp loại {{kind}}.',
    period_needed:
      'bảng không ghi số liệu của kỳ nào; hãy thêm --period, ví dụ --period 2024-W20 hoặc --period 2024-05.',
    too_many_cells:
      'dòng có nhiều ô hơn {{columns, count}} cột của tiêu đề. Ô có dấu phân cách phải đặt trong ngoặc kép.',
    empty_cell: 'ô này không được để trống.',
    bad_code: 'mã không được có dấu cách và các dấu | / : , ; " và dài nhất 64 ký tự.',
    not_one_of: 'phải là một trong: {{known}}.',
    bad_day: 'không phải một ngày. Viết như 2024-05-19.',
    bad_year: 'không phải một năm. Viết như 2024.',
    bad_number: 'không phải một số. Viết như 40.3, hoặc 40,3 trong tệp phân cách bằng dấu chấm phẩy.',
    not_above_zero: 'phải lớn hơn 0.',
    not_whole: 'phải là số nguyên từ 0 trở lên, viết liền như 1240.',
    bad_period:
      'không phải một kỳ. Viết như 2024-W20 (tuần), 2024-05 (tháng), 2024-Q2 (quý), 2024 (năm), 2024-05-19 (ngày) hoặc 2024-03-22/2024-05-01.',
    dates_reversed: 'ngày cuối ở trước ngày đầu ({{from, day}}).',
    unknown_unit: 'không có đơn vị này. Gần nhất: {{near}}.',
    ambiguous_unit: 'nhiều đơn vị cùng có tên này: {{near}}. Hãy ghi mã.',
    unknown_indicator: 'không có chỉ số này. Gần nhất: {{near}}.',
    ambiguous_indicator: 'nhiều chỉ số cùng có tên này: {{near}}. Hãy ghi mã.',
    unknown_phase: 'không có giai đoạn này. Gần nhất: {{near}}.',
    parent_cycle: 'đơn vị là cấp trên của chính mình: {{path}}.',
    merge_cycle: 'đơn vị sáp nhập vào chính mình: {{path}}.',
    phases_overlap: 'trùng ngày với “{{other}}” ({{from, day}} – {{to, day}}) của cùng chiến dịch.',
    name_differs: 'dòng {{line, plain}} ghi tên chiến dịch này là “{{name}}”.',
    unit_or_kind: 'phải ghi đơn vị hoặc loại đơn vị, chỉ một trong hai.',
    phase_or_year: 'phải ghi chiến dịch và giai đoạn, hoặc chỉ ghi năm.',
    except_without_kind: 'chỉ ghi đơn vị loại trừ khi chỉ tiêu giao cho cả một loại đơn vị.',
    target_out_of_range: 'chỉ tiêu phải từ 0 đến {{max, decimal}}.',
    no_figures: 'dòng không có số liệu; cần tử số và mẫu số, hoặc giá trị.',
    half_counts: 'có ô này nhưng thiếu ô “{{missing}}”; tử số và mẫu số phải đi cùng nhau.',
    numerator_above: 'tử số lớn hơn mẫu số ({{denominator, count}}).',
    value_out_of_range: 'giá trị phải từ 0 đến {{max, decimal}}.',
    needs_value: 'chỉ số này chỉ có giá trị công bố; ô này không được để trống.',
    conflicting_row: 'dòng {{line, plain}} đã ghi nội dung này với số liệu khác.',
    more_problems: 'còn {{others, count}} lỗi nữa.',
    duplicate_row: 'giống hệt dòng {{line, plain}}; chỉ tính một lần.',
    value_differs: 'tính từ tử số và mẫu số được {{computed, percent}}.',
    parts_differ: 'cộng các phần được {{sum, decimal}}.',
    total_differs: 'cộng các đơn vị được {{sum, count}}.',
    rank_differs: 'xếp theo giá trị thì đứng thứ {{rank, count}}.',
    counts_unused: 'chỉ số công bố lấy theo giá trị, không tính từ tử số và mẫu số.',
    more_warnings: 'còn {{others, count}} lưu ý nữa.',
    no_such_import: 'không có lần nhập nào mang số này.',
    already_undone: 'lần nhập này đã được hoàn tác.',
    changed_later:
      'các lần nhập sau đã sửa tiếp nội dung này; hãy hoàn tác trước: {{imports}}. Dữ liệu giữ nguyên.',
    changed_otherwise:
      'nội dung này đã được sửa hoặc đang được dùng ngoài các lần nhập, nên không hoàn tác được.',
    still_used:
      'dữ liệu khác còn dùng nội dung này; hãy hoàn tác trước các lần nhập: {{imports}}. Dữ liệu giữ nguyên.',
  },
} as const
