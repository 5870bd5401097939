/** What is said of a file of data: where something is wrong, and for each code what would be right. */
export const imports = {
  /** In front of a problem: as much of the place as is known. */
  where: {
    file: '{{file}}',
    line: '{{file}}, dòng {{line, plain}}',
    column: '{{file}}, cột “{{column}}”',
    cell: '{{file}}, dòng {{line, plain}}, cột “{{column}}”',
    lines: '{{file}}, {{count, count}} dòng ({{lines}})',
    cells: '{{file}}, {{count, count}} dòng ({{lines}}), cột “{{column}}”',
  },
  said: '{{where}}: {{problem}}',
  saidOfValue: '{{where}}, “{{value}}”: {{problem}}',
  /** Where the period of a whole table was found. */
  periodSources: {
    given: 'theo --period',
    title: 'theo tiêu đề bảng',
    sheet: 'theo tên trang tính',
    file: 'theo tên tệp',
    note: 'theo ghi chú dưới bảng',
  },
  kinds: {
    units: 'đơn vị',
    indicators: 'chỉ số',
    campaigns: 'chiến dịch',
    targets: 'chỉ tiêu',
    members: 'thành viên',
    holidays: 'ngày nghỉ',
    observations: 'số liệu',
  },
  /** A kind of file in a list from which one has to be typed. */
  kindToType: '{{code}} ({{kind}})',
  /** What an office calls the layouts in which tables are known. */
  layouts: {
    bang_dai: 'bảng dài, mỗi dòng một đơn vị, một chỉ số, một kỳ',
    bieu_ii_06a: 'biểu II.06a',
    mot_cua_tong_hop: 'bảng tổng hợp một cửa',
    phu_luc_chi_tieu: 'phụ lục giao chỉ tiêu',
    qd766_cong_dvcqg: 'bảng điểm QĐ 766 của Cổng DVC quốc gia',
    qd766_so_hoa_10_cot: 'biểu số hóa 10 cột',
    qd766_theo_doi_18_cot: 'biểu theo dõi 18 cột',
    mau_units: 'danh sách đơn vị',
    mau_indicators: 'danh sách chỉ số',
    mau_campaigns: 'danh sách chiến dịch',
    mau_targets: 'bảng giao chỉ tiêu',
    mau_members: 'danh sách thành viên',
    mau_holidays: 'bảng ngày nghỉ',
  },
  problems: {
    no_folder: 'không đọc được thư mục này.',
    no_files: 'thư mục không có tệp dữ liệu nào. Tên tệp phải là: {{known}} (hoặc đuôi .xlsx).',
    not_a_spreadsheet:
      'đây không phải bảng tính .xlsx. Hãy lưu bảng thành tệp .xlsx hoặc “CSV UTF-8” rồi nhập lại.',
    locked_spreadsheet: 'bảng tính có mật khẩu mở tệp. Hãy bỏ mật khẩu, lưu lại rồi nhập.',
    macro_spreadsheet:
      'bảng tính có macro. Hãy lưu thành tệp .xlsx (không có macro) hoặc “CSV UTF-8” rồi nhập.',
    broken_spreadsheet:
      'bảng tính bị hỏng hoặc chưa tải về hết. Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập.',
    unsafe_spreadsheet:
      'bảng tính nén bất thường nên không được mở. Nếu tin tệp này, hãy mở bằng Excel và lưu thành “CSV UTF-8”.',
    spreadsheet_too_large:
      'bảng tính khi mở ra lớn hơn {{max, count}} MB. Hãy tách tệp, hoặc lưu thành “CSV UTF-8”.',
    too_many_columns: 'bảng có hơn {{max, count}} cột. Hãy chỉ giữ lại các cột cần nhập.',
    uncomputed_formula:
      'ô có công thức chưa được tính. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi nhập.',
    too_large: 'tệp lớn hơn {{max, count}} MB. Hãy tách tệp.',
    too_many_rows: 'bảng có hơn {{max, count}} dòng. Hãy tách tệp.',
    not_a_table:
      'đây là tệp {{what}}, không phải bảng tính. Hãy xuất bảng ra Excel (.xlsx) hoặc CSV rồi nhập lại.',
    json_file: 'đây là dữ liệu JSON, không phải bảng. Hãy xuất ra Excel (.xlsx) hoặc CSV rồi nhập lại.',
    error_cell:
      'ô có công thức báo lỗi. Hãy sửa công thức hoặc ghi số; đơn vị không có hồ sơ, không có số liệu thì xóa công thức, để trống ô. Rồi nhập lại.',
    not_utf8: 'chữ không theo bảng mã UTF-8. Khi lưu từ bảng tính hãy chọn kiểu “CSV UTF-8”.',
    not_text: 'có ký tự không phải là chữ; đây không phải tệp CSV.',
    bad_quotes:
      'dấu ngoặc kép đặt sai chỗ hoặc chưa đóng. Ô có dấu ngoặc kép phải đặt cả trong ngoặc kép, dấu bên trong viết hai lần ("").',
    empty_file: 'tệp không có dòng dữ liệu nào.',
    missing_column: 'thiếu cột này. Tệp đang có: {{found}}.',
    unknown_column: 'không dùng cột này. Các cột được dùng: {{known}}.',
    repeated_column: 'cột này có hai lần.',
    list_not_recognised:
      'gần giống nhất: {{layout}}, nhưng thiếu cột. Hãy đổi tiêu đề cột cho đúng, hoặc chép vào mẫu của “chitieu template {{type}} MẪU.xlsx”, rồi nhập lại.',
    not_recognised:
      'chưa nhận ra bảng này; gần giống nhất: {{layout}}. Bảng lạ thì chạy “chitieu profile suggest TỆP” để có mẫu bảng, rồi nhập lại với --profile MẪU.json.',
    periods_across:
      'mỗi cột là một kỳ ({{columns}}), mà mỗi lần chỉ nhập được một kỳ. Hãy nhập lại với --profile goi-y và --period của kỳ cần nhập, ví dụ --profile goi-y --period 2026-W20; hoặc giữ lại cột của một kỳ và ghi kỳ đó ở tiêu đề bảng, hoặc lập bảng có cột Kỳ theo “chitieu template observations TỆP.xlsx”.',
    units_across:
      'mỗi cột là một đơn vị ({{columns}}). Hãy xoay bảng để mỗi đơn vị một dòng (Excel: sao chép, Dán đặc biệt, chọn Transpose), rồi nhập lại.',
    tables_beside:
      'có hai bảng đặt cạnh nhau (cột {{columns}} có hai lần). Hãy để mỗi bảng trên một trang tính, hoặc nối bảng bên phải xuống dưới, rồi nhập lại.',
    only_results:
      'bảng giao chỉ tiêu nhưng các cột số đều ghi là kết quả đã đạt ({{columns}}), không có cột chỉ tiêu. Hãy thêm cột chỉ tiêu; nếu đúng là bảng kết quả thì sửa tiêu đề bảng, rồi chạy lại.',
    only_targets:
      'bảng kết quả nhưng các cột số đều ghi là chỉ tiêu ({{columns}}), không có cột kết quả. Nếu đúng là chỉ tiêu được giao: chitieu import targets TỆP.',
    only_money:
      'các cột {{columns}} ghi số tiền, không phải số hồ sơ, nên không lấy làm tử số, mẫu số hay tỷ lệ của chỉ số nào. Hãy lấy bảng có số hồ sơ (hồ sơ đã thanh toán trực tuyến / hồ sơ phải nộp phí, lệ phí); nếu cột đó đúng là số hồ sơ thì sửa tiêu đề cột cho rõ “Số hồ sơ …” và bỏ đơn vị tính là tiền, rồi nhập lại.',
    only_differences:
      'các cột {{columns}} ghi phần tăng thêm hoặc chênh lệch, không phải số liệu của kỳ, nên không nhập được. Hãy lấy bảng có số đầy đủ sau điều chỉnh của cả kỳ rồi nhập lại.',
    only_contraries:
      'các cột {{columns}} ghi điều ngược lại với chỉ số (trễ hạn, quá hạn, không đạt …), nên không nhập được. Hãy thêm cột đã tính ngược lại, như số hồ sơ đúng hạn và tổng số hồ sơ đã giải quyết, rồi nhập lại.',
    count_alone:
      'chỉ có một cột số ({{columns}}), thiếu tổng số nên chưa tính được tỷ lệ. Hãy thêm cột tổng số hồ sơ, hoặc cột tỷ lệ, rồi nhập lại.',
    scaled_table:
      'bảng ghi {{columns}}, tức là số lượng không đủ từng hồ sơ, nên không nhập được. Hãy ghi đủ số (ví dụ 1.240 thay cho 1,24 nghìn), bỏ ghi chú này rồi nhập lại.',
    no_numbers:
      'không cột nào ghi số ({{columns}}). Hãy ghi số hồ sơ hoặc tỷ lệ thành số, như 81 thay cho 81/100, rồi nhập lại.',
    columns_fit:
      'nhiều cột đều có thể là {{indicator}}: {{columns}}. Hãy nhập lại với --column "…", trong đó ghi vài chữ mà chỉ tiêu đề của cột đúng có; hoặc chạy “chitieu profile suggest TỆP” để có mẫu bảng, thay dấu ? trong mẫu bằng cột đúng, rồi “chitieu import TỆP --profile MẪU.json”.',
    table_guessed:
      'chưa nhận ra bảng này, nhưng có vẻ là: {{figures}}. Đúng vậy thì nhập lại với “--profile goi-y”; cần sửa thì chạy “chitieu profile suggest TỆP” để có mẫu bảng, xem lại các dòng được nhắc, rồi “chitieu import TỆP --profile MẪU.json”.',
    tables_guessed_in:
      'nhiều trang tính có cùng một bảng ({{sheets}}), có vẻ là: {{figures}}. Mỗi lần nhập một trang tính: đúng vậy thì nhập lại với “--profile goi-y --sheet "{{sheet}}"”; cần sửa thì chạy “chitieu profile suggest TỆP --sheet "{{sheet}}"” để có mẫu bảng, xem lại các dòng được nhắc, rồi nhập “chitieu import TỆP --profile MẪU.json --sheet "{{sheet}}"”, và cũng lệnh nhập đó với tên từng trang còn lại sau --sheet.',
    table_guessed_in:
      'trang tính “{{sheet}}”: chưa nhận ra bảng này, nhưng có vẻ là: {{figures}}. Đúng vậy thì nhập lại với “--profile goi-y --sheet "{{sheet}}"”; cần sửa thì chạy “chitieu profile suggest TỆP --sheet "{{sheet}}"” để có mẫu bảng, xem lại các dòng được nhắc, rồi “chitieu import TỆP --profile MẪU.json --sheet "{{sheet}}"”.',
    indicators_of_unit:
      'mỗi dòng là một chỉ số và không có cột ghi đơn vị; phần đầu văn bản có tên {{unit}}. Nếu cả bảng là số liệu của riêng {{unit}} thì nhập lại với --unit {{code}}; của đơn vị khác thì ghi mã đơn vị đó sau --unit.',
    indicators_of_none:
      'mỗi dòng là một chỉ số, không có cột ghi đơn vị và phần đầu văn bản không cho biết là đơn vị nào. Hãy nhập lại với --unit và mã hoặc tên đơn vị, ví dụ --unit "Xã …".',
    own_form_columns:
      'mỗi dòng là một chỉ số của một đơn vị, nhưng không có cột “Kết quả”, hay “Tử số” và “Mẫu số” ({{columns}}). Hãy đổi tiêu đề cột của kỳ cần nhập thành “Kết quả”, hoặc lập bảng có cột Đơn vị, Chỉ số, Kỳ, Tử số, Mẫu số theo “chitieu template observations TỆP.xlsx”, rồi nhập lại.',
    rows_of_unit:
      'mọi dòng đều là của {{columns}}, mỗi dòng không phải một đơn vị. Hãy lập bảng có cột Đơn vị, Chỉ số, Kỳ, Tử số, Mẫu số theo “chitieu template observations TỆP.xlsx”, rồi nhập lại.',
    unit_not_needed:
      '--unit chỉ dùng cho bảng mỗi dòng một chỉ số, không có cột ghi đơn vị; bảng này không phải như vậy. Hãy nhập lại không có --unit.',
    units_by_sheet:
      'mỗi trang tính là một đơn vị ({{sheets}}). Hãy gộp thành một bảng mỗi đơn vị một dòng, hoặc bảng có cột Đơn vị, Chỉ số, Kỳ theo “chitieu template observations TỆP.xlsx”, rồi nhập lại.',
    unit_of_table:
      'cả bảng là của {{unit}}, không có cột ghi đơn vị. Hãy thêm cột “Đơn vị” ghi tên đơn vị ở từng dòng, rồi nhập lại.',
    units_across_periods:
      'mỗi cột là một đơn vị ({{columns}}), mỗi dòng là một kỳ. Hãy lập bảng mỗi dòng một đơn vị, một kỳ theo “chitieu template observations TỆP.xlsx” (cột Đơn vị, Chỉ số, Kỳ), rồi nhập lại.',
    kind_needed: 'bảng có thể thuộc nhiều loại: {{kinds}}. Hãy ghi rõ một loại: chitieu import LOẠI TỆP.',
    targets_or_report:
      'tiêu đề ghi “{{said}}” nên bảng này được hiểu là kết quả đã đạt, không phải chỉ tiêu được giao. Chạy “chitieu profile suggest TỆP” để có mẫu bảng, rồi “chitieu import TỆP --profile MẪU.json”. Nếu đúng là chỉ tiêu được giao: chitieu import targets TỆP.',
    targets_unsaid:
      'bảng có các cột như phụ lục giao chỉ tiêu, nhưng tiêu đề không ghi là giao chỉ tiêu. Nếu đúng là chỉ tiêu được giao: chitieu import targets TỆP. Nếu là kết quả đã đạt: chạy “chitieu profile suggest TỆP”, rồi chitieu import observations TỆP --profile MẪU.json.',
    taken_for:
      'tệp đã được hiểu là tệp {{kind}}. Nếu không phải, hãy ghi rõ loại, ví dụ chitieu import observations TỆP cho số liệu; bảng lạ thì chạy “chitieu profile suggest TỆP”.',
    several_sheets:
      'nhiều trang tính đều có bảng như vậy: {{sheets}}. Hãy chọn một: --sheet "TÊN TRANG TÍNH".',
    no_sheet: 'không có trang tính này. Các trang tính: {{sheets}}.',
    hidden_sheet: 'bảng chỉ có ở trang tính đang ẩn: {{sheets}}. Nếu đúng là trang này, hãy thêm --sheet.',
    no_sheets: 'tệp này không có trang tính; hãy bỏ --sheet.',
    needs_first: 'chưa có dữ liệu {{kind}}; hãy nhập tệp đó trước.',
    unknown_kind: 'không có loại tệp này. Các loại: {{known}}.',
    unknown_profile:
      'không có mẫu bảng này. Các mẫu có sẵn: {{known}}; cũng có thể ghi đường dẫn của một tệp .json.',
    profile_not_json: 'tệp mô tả mẫu bảng viết sai gần “{{near}}” (thiếu hoặc thừa dấu phẩy, ngoặc?).',
    profile_key: 'mẫu bảng không có mục “{{key}}”. Các mục: {{known}}.',
    profile_column: '“{{used}}” chưa được khai báo trong mục “cột” (columns).',
    profile_pattern: 'biểu thức ở “{{at}}” viết sai, quá dài, lặp quá nhiều lần hoặc không được hỗ trợ.',
    profile_value: 'mục “{{at}}” thiếu hoặc sai; cần: {{expected}}.',
    profile_of_kind:
      'mẫu bảng này dùng cho tệp {{kind}}. Nếu bảng là loại khác, hãy sửa dòng “loại” trong mẫu (ví dụ "targets" cho chỉ tiêu được giao, "observations" cho số liệu), rồi nhập lại.',
    profile_over_targets:
      'tiêu đề bảng ghi là giao chỉ tiêu, còn mẫu bảng đọc là số liệu đã đạt. Nếu là chỉ tiêu được giao: sửa dòng “loại” trong mẫu thành "targets" và nhập lại. Nếu là kết quả: sửa tiêu đề bảng.',
    profile_question:
      'chỗ có dấu ? trong mẫu bảng chưa được điền. Hãy thay bằng mã chỉ số hoặc tên một cột trong mục “cột”, rồi nhập lại.',
    profile_same:
      'cột này vừa là tử số vừa là mẫu số, nên tỷ lệ luôn là 100%. Hãy sửa trong mẫu bảng: mẫu số là cột tổng (như “Tổng tiếp nhận”, “Đã giải quyết”).',
    target_column_unread:
      'cột này có số mà chưa rõ là chỉ tiêu của chỉ số nào, nên chưa nhập gì. Hãy sửa tiêu đề cột thành tên chỉ số, hoặc chạy “chitieu profile suggest TỆP” để có mẫu bảng rồi nhập với --profile.',
    target_year_needed:
      'bảng không ghi chỉ tiêu giao cho năm nào; hãy thêm --period NĂM, ví dụ --period 2026, hoặc thêm cột “Năm” (hay “Giai đoạn”).',
    target_year_differs:
      'tiêu đề ghi năm {{said}}, còn chỉ tiêu được nhập cho năm {{used}}. Hãy sửa --period (hoặc tiêu đề) cho khớp rồi nhập lại.',
    target_year_doubted:
      'lưu ý: tiêu đề cột ghi năm {{said}}, còn chỉ tiêu được nhập cho năm {{used}}; hãy kiểm tra lại mẫu bảng.',
    target_period_no_year:
      'chỉ tiêu chỉ giao cho cả năm hoặc một giai đoạn, nên --period phải là một năm, ví dụ --period 2026. Chỉ tiêu của giai đoạn thì ghi cột “Chiến dịch” và “Giai đoạn”.',
    target_part_of_year:
      'tiêu đề ghi chỉ tiêu của {{said}}, mà chỉ tiêu chỉ giao cho cả năm hoặc một giai đoạn. Hãy nhập bảng chiến dịch có giai đoạn này, thêm cột “Chiến dịch” và “Giai đoạn”; nếu là chỉ tiêu cả năm thì sửa tiêu đề, rồi nhập lại.',
    target_document_needed:
      'bảng không ghi văn bản giao chỉ tiêu. Hãy ghi số văn bản (ví dụ 12/KH-UBND) vào tiêu đề bảng, hoặc thêm cột “Văn bản”.',
    target_years:
      'tiêu đề ghi nhiều năm ({{years}}) nên chưa rõ chỉ tiêu giao cho năm nào; hãy thêm --period, ví dụ --period {{example}}.',
    targets_by_period:
      'chỉ tiêu ghi theo nhiều kỳ ({{periods}}), mà chỉ tiêu chỉ giao cho cả năm hoặc một giai đoạn. Hãy giữ một cột “Chỉ tiêu” của cả năm (hoặc của giai đoạn), bỏ các cột còn lại, rồi nhập lại. Muốn giao theo từng quý: nhập một chiến dịch có mỗi quý là một giai đoạn (chitieu template campaigns TỆP.xlsx), rồi ghi bảng có cột “Chiến dịch”, “Giai đoạn”.',
    period_needed:
      'bảng không ghi số liệu của kỳ nào; hãy thêm --period, ví dụ --period 2024-W20 hoặc --period 2024-05.',
    periods_several:
      'tiêu đề ghi nhiều kỳ ({{periods}}) nên chưa rõ số liệu của kỳ nào; hãy thêm --period, ví dụ --period 2024-W20 hoặc --period 2024-05.',
    period_end_alone:
      'tiêu đề chỉ ghi đến ngày {{day, day}}, không ghi tính từ ngày nào; hãy thêm --period cả khoảng, ví dụ --period {{example}} nếu tính từ đầu năm.',
    period_yearless:
      'tiêu đề ghi “{{said}}” mà không ghi năm; hãy thêm --period có cả năm, ví dụ --period {{example}}.',
    too_many_cells:
      'dòng có nhiều ô hơn {{columns, count}} cột của tiêu đề. Ô có dấu phân cách phải đặt trong ngoặc kép.',
    empty_cell: 'ô này không được để trống.',
    bad_code: 'mã không được có dấu cách và các dấu | / : , ; " và dài nhất 64 ký tự.',
    not_one_of: 'phải là một trong: {{known}}.',
    two_numbers:
      'ô này ghi hai số (tử số/mẫu số). Chỉ tách được khi mọi ô trong cột đều ghi như 127/166 hoặc 127/166 (76,51%), tỷ lệ khớp với hai số, và tiêu đề cột ghi đủ hai tên, như “HS trực tuyến/Tổng HS”. Hãy sửa ô này, hoặc tách thành hai cột, rồi nhập lại.',
    bad_day: 'không phải một ngày. Viết như 30/12/2026.',
    weekday_differs: 'ngày {{day, day}} là {{is}}, không phải như ô này ghi. Hãy sửa ngày hoặc thứ.',
    days_span: 'ô này ghi nhiều ngày. Mỗi dòng chỉ ghi một ngày, như 30/12/2026; hãy tách mỗi ngày một dòng.',
    bad_year: 'không phải một năm. Viết như 2024.',
    bad_number:
      'không phải một số. Chỉ ghi con số trong ô, như 40,3 (hoặc 40.3), không kèm chữ hay số thứ hai.',
    date_as_number:
      'ô này là một ngày, không phải số: có lẽ Excel đã đổi “số/số” (như 5/12) thành ngày. Hãy định dạng ô là Text (Văn bản), ghi lại số đúng, tốt nhất là tử số và mẫu số ở hai cột, rồi nhập lại.',
    ambiguous_number:
      'không rõ dấu phân nhóm hay dấu thập phân. Hãy ghi đủ số lẻ như 1,5 hoặc viết liền như 1234.',
    long_text: 'dài hơn {{max, count}} ký tự.',
    unfit_text: 'có ký tự điều khiển, xuống dòng hoặc ký tự đảo chiều chữ. Hãy gõ lại ô này.',
    merged_count:
      'số hồ sơ này nằm trong ô gộp của nhiều đơn vị nên không rõ mỗi đơn vị bao nhiêu. Hãy bỏ gộp ô, ghi số của từng đơn vị rồi nhập lại.',
    maybe_share:
      'số này dưới 1 trong khi cột có số lớn hơn nhiều. Nếu là phần của 1 (0,6 là 60%), hãy ghi 60%; nếu thật dưới 1%, hãy ghi cả dấu %.',
    maybe_shares:
      'lưu ý: {{count, count}} số dưới 1 trong khi cột có số lớn hơn nhiều, số đầu tiên ở đây. Nếu là phần của 1 (0,6 là 60%), hãy sửa tệp rồi nhập lại; nếu thật dưới 1% thì không cần làm gì.',
    second_table:
      'từ dòng {{line, plain}} là một bảng khác. Hãy để mỗi bảng trên một trang tính hoặc một tệp rồi nhập từng bảng.',
    no_layout:
      'chưa nhận ra bảng này. Bảng mỗi đơn vị một dòng: chạy “chitieu profile suggest TỆP” để có mẫu bảng, rồi nhập lại với --profile MẪU.json. Danh sách thì ghi rõ loại ({{known}}): chitieu import LOẠI TỆP.',
    no_table:
      'không thấy bảng {{kind}} nào trong tệp. Trong 30 dòng đầu cần có một dòng tiêu đề với các cột: {{needed}}. Bảng lạ thì chạy “chitieu profile suggest TỆP”.',
    xml_spreadsheet:
      'đây là bảng tính kiểu XML cũ (Excel 2003). Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập lại.',
    garbled_text:
      'chữ trong tệp đã hỏng do lưu sai bảng mã. Hãy xuất lại từ phần mềm gốc, chọn “CSV UTF-8” hoặc Excel (.xlsx).',
    repeated_header:
      'cột này có hai lần với số khác nhau, lần đầu khác ở dòng {{line, plain}}. Hãy để mỗi bảng trên một trang tính, hoặc bỏ cột thừa, rồi nhập lại.',
    counts_in_thousands:
      'bảng ghi số lượng theo “{{unit}}”, không phải từng hồ sơ. Hãy ghi đủ số (ví dụ 1.240) và bỏ ghi chú này rồi nhập lại.',
    goes_on:
      'lưu ý: sau dòng trống bảng được đọc tiếp từ dòng {{lines}}. Nếu từ đó là một bảng khác, hãy tách ra một trang tính hoặc một tệp riêng.',
    fractions:
      'cả {{count, count}} số của cột phần trăm đều không quá 1; có phải là phần của 1 (0,6 là 60%)? Nếu đúng, nhập lại với --fractions; nếu thật là 0,6%, hãy ghi cả dấu % trong ô.',
    not_above_zero: 'phải lớn hơn 0.',
    not_whole: 'phải là số nguyên từ 0 trở lên, viết liền như 1240.',
    bad_period:
      'không phải một kỳ. Viết như 2024-W20 (tuần), 2024-05 (tháng), 2024-Q2 (quý), 2024 (năm), 2024-05-19 (ngày) hoặc 2024-03-22/2024-05-01.',
    two_periods:
      'kỳ được gọi tên là {{named}}, còn các ngày ghi trong ngoặc là {{days}}. Hãy sửa ô này, hoặc chỉ ghi một trong hai.',
    period_without_year:
      'kỳ này không ghi năm. Hãy ghi cả năm, như Tuần 47/2026; hoặc ghi năm trong tiêu đề bảng hay tên tệp.',
    days_unread:
      'cột này ghi ngày hoặc kỳ nhưng chưa được đọc. Nếu đó là kỳ của số liệu, hãy đổi tiêu đề cột thành “Kỳ” (hoặc khai báo "period" trong mẫu bảng) rồi nhập lại.',
    days_differ:
      'cột này ghi ngày hoặc kỳ khác với kỳ được dùng ({{used}}). Nếu đó là kỳ của số liệu, hãy đổi tiêu đề cột thành “Kỳ” (hoặc khai báo "period" trong mẫu bảng); nếu không, hãy bỏ cột này rồi nhập lại.',
    day_outside_title:
      'ngày này nằm ngoài kỳ mà tiêu đề bảng ghi ({{title}}). Nếu là ngày lập báo cáo, hãy bỏ cột này; nếu là ngày của số liệu, hãy sửa cho khớp rồi nhập lại.',
    period_outside_title:
      'kỳ ở dòng này (có thể cả các dòng sau) khác kỳ mà tiêu đề bảng hoặc tên trang tính ghi ({{title}}). Nếu Excel đã tự tăng số khi kéo ô thì ghi lại một kỳ ở mọi dòng, hoặc bỏ cột này; nếu mỗi dòng đúng là một kỳ riêng thì sửa tiêu đề cho khớp, rồi nhập lại.',
    dates_reversed: 'ngày cuối ở trước ngày đầu ({{from, day}}).',
    unknown_unit: 'không có đơn vị này. Gần nhất: {{near}}.',
    no_unit: 'không có đơn vị này, cũng không có tên nào gần giống.',
    several_units: 'ô này ghi nhiều đơn vị; mỗi dòng chỉ nhận một. Hãy tách thành nhiều dòng.',
    member_units:
      'ô này ghi nhiều đơn vị; mỗi người thuộc một đơn vị. Hãy ghi đơn vị chính, hoặc đơn vị cấp trên nếu người đó theo dõi tất cả.',
    other_marks:
      'không có đơn vị này; khác dấu với {{near}}. Nếu đúng là đơn vị đó, hãy sửa tên hoặc nhập lại với --accept-spelling.',
    unit_code_differs: 'mã trong cùng dòng là của {{unit}}.',
    parent_needed:
      'chưa rõ đơn vị cấp trên: bảng không có cột này và dữ liệu không có đúng một tỉnh. Hãy thêm cột “Trực thuộc” hoặc nhập đơn vị cấp tỉnh trước.',
    ambiguous_unit: 'nhiều đơn vị cùng có tên này: {{near}}. Hãy ghi mã.',
    unknown_indicator: 'không có chỉ số này. Gần nhất: {{near}}.',
    no_indicator: 'không có chỉ số này, cũng không có tên nào gần giống.',
    ambiguous_indicator: 'nhiều chỉ số cùng có tên này: {{near}}. Hãy ghi mã.',
    unknown_phase: 'không có giai đoạn này. Gần nhất: {{near}}.',
    no_phase: 'không có giai đoạn này, cũng không có tên nào gần giống.',
    ambiguous_phase: 'nhiều giai đoạn cùng có tên này: {{near}}. Hãy ghi cả chiến dịch.',
    parent_cycle: 'đơn vị là cấp trên của chính mình: {{path}}.',
    merge_cycle: 'đơn vị sáp nhập vào chính mình: {{path}}.',
    long_closure: 'từ ngày này cơ quan nghỉ hơn {{max, count}} ngày liền. Hãy xem lại các dòng “nghỉ”.',
    phases_overlap: 'trùng ngày với “{{other}}” ({{from, day}} – {{to, day}}) của cùng chiến dịch.',
    name_differs: 'dòng {{line, plain}} ghi tên chiến dịch này là “{{name}}”.',
    unit_or_kind: 'phải ghi đơn vị hoặc loại đơn vị, chỉ một trong hai.',
    phase_or_year: 'phải ghi chiến dịch và giai đoạn, hoặc chỉ ghi năm.',
    except_without_kind: 'chỉ ghi đơn vị loại trừ khi chỉ tiêu giao cho cả một loại đơn vị.',
    target_out_of_range: 'chỉ tiêu phải từ 0 đến {{max, decimal}}.',
    target_in_words:
      'chỉ tiêu phải là mức phải đạt, ghi bằng một số như 65%. Mức tăng thêm, giữ nguyên hay so với năm trước thì hãy tính ra số rồi ghi.',
    target_range: 'chỉ tiêu chỉ nhận một số, không nhận khoảng. Hãy ghi mức thấp nhất phải đạt, ví dụ 65%.',
    target_at_most:
      'ô ghi mức tối đa, nhưng chỉ số này càng cao càng tốt nên chỉ nhận mức tối thiểu. Hãy kiểm tra lại chỉ số, hoặc ghi mức thấp nhất phải đạt, ví dụ 65%.',
    target_at_least:
      'ô ghi mức tối thiểu, nhưng chỉ số này càng thấp càng tốt nên chỉ nhận mức tối đa. Hãy kiểm tra lại chỉ số, hoặc ghi mức cao nhất được phép, ví dụ 5%.',
    no_figures: 'dòng không có số liệu; cần tử số và mẫu số, hoặc giá trị.',
    branch_rows:
      'chưa rõ các dòng {{lines}} là số của chính các đơn vị này hay chỉ là phần của dòng {{of}}: chúng đứng dưới dòng đó (gạch đầu dòng, số thứ tự con hoặc không có số thứ tự) mà không thuộc đơn vị đó. Nếu là phần của dòng trên (chi nhánh, bộ phận): xóa các dòng này, hoặc thêm dòng “Trong đó:” phía trên chúng; nếu là số của chính đơn vị: ghi số thứ tự như các dòng khác, rồi nhập lại.',
    branch_sums:
      'các dòng {{lines}} cộng lại đúng bằng dòng {{of}} ở mọi cột được đọc, nên có vẻ là các phần của dòng đó chứ không phải số của chính các đơn vị này. Nếu là phần: xóa các dòng này, hoặc thêm dòng “Trong đó:” phía trên chúng; nếu là số của chính đơn vị: để các dòng này trong một tệp riêng, rồi nhập lại.',
    half_counts: 'có ô này nhưng thiếu ô “{{missing}}”; tử số và mẫu số phải đi cùng nhau.',
    numerator_above: 'tử số lớn hơn mẫu số ({{denominator, count}}).',
    value_out_of_range: 'giá trị phải từ 0 đến {{max, decimal}}.',
    needs_value: 'chỉ số này chỉ có giá trị công bố; ô này không được để trống.',
    conflicting_row:
      'dòng {{line, plain}} đã ghi mục này (cùng mã hoặc tên, cùng kỳ) với nội dung khác. Hãy chỉ giữ một trong hai dòng {{line, plain}} và {{own, plain}}, hoặc ghi mã riêng cho từng mục.',
    conflicting_rows:
      'đơn vị này có {{count, count}} dòng ({{lines}}) với số khác nhau cho cùng chỉ số, cùng kỳ. Hãy chỉ giữ một dòng mỗi đơn vị; nếu các dòng là các phần (lĩnh vực, mức độ, thủ tục) thì cộng thành một dòng; nếu là các kỳ thì thêm cột “Kỳ”.',
    conflicting_figures:
      'dòng {{line, plain}} đã ghi đơn vị này, cùng chỉ số, cùng kỳ, với số khác. Hãy chỉ giữ một trong hai dòng {{line, plain}} và {{own, plain}}; nếu là hai đơn vị cũ nay nhập làm một thì cộng hai dòng đó thành một.',
    more_problems: 'còn {{others, count}} lỗi nữa.',
    duplicate_row: 'lưu ý: giống hệt dòng {{line, plain}}; chỉ tính một lần.',
    value_differs: 'lưu ý: tính từ tử số và mẫu số được {{computed, percent}}; hãy kiểm tra lại.',
    parts_differ: 'lưu ý: cộng các phần được {{sum, decimal}}; hãy kiểm tra lại.',
    total_differs: 'lưu ý: cộng các đơn vị được {{sum, count}}, khác dòng tổng; hãy kiểm tra lại.',
    subtotal_differs:
      'ô này là {{own, count}} còn cộng các đơn vị thuộc đơn vị này trong bảng được {{sum, count}}; {{equal, count}} trong {{of, count}} ô của dòng đúng bằng tổng, nên có vẻ là dòng cộng bị lệch. Nếu là dòng cộng: sửa ô này hoặc bỏ dòng; nếu là hồ sơ của chính đơn vị: để dòng đó trong một tệp riêng, rồi nhập lại.',
    subtotal_near:
      'lưu ý: ô này là {{own, count}}, gần bằng tổng {{sum, count}} của các đơn vị thuộc đơn vị này trong bảng, và các ô khác của dòng cũng vậy. Nếu là dòng cộng thì hãy bỏ dòng; số này sẽ được tính là của chính đơn vị.',
    subtotal_doubted:
      'lưu ý: ô này là {{own, count}} còn cộng các đơn vị thuộc đơn vị này trong bảng được {{sum, count}}, trong khi {{equal, count}} trong {{of, count}} ô của dòng đúng bằng tổng. Nếu là dòng cộng thì số của đơn vị này sai; hãy kiểm tra lại.',
    totals_differ:
      'lưu ý: cộng các đơn vị được {{sum, count}}; có {{count, count}} ô của tỉnh khác tổng các đơn vị, ô đầu tiên ở đây.',
    rank_differs: 'lưu ý: xếp theo giá trị thì đứng thứ {{rank, count}}; hãy kiểm tra lại.',
    counts_unused: 'lưu ý: chỉ số công bố lấy theo giá trị, không tính từ tử số và mẫu số.',
    more_warnings: 'còn {{others, count}} lưu ý nữa.',
    spelling_accepted: 'lưu ý: khác dấu, được nhận là {{unit}}.',
    under_kind: 'tên trùng ở nhiều cấp; lấy {{tier}} theo tiêu đề nhóm (hoặc tiêu đề cột) của dòng này.',
    under_title:
      'nhiều đơn vị cùng có tên này; lấy đơn vị thuộc {{unit}}, như tiêu đề bảng, phần đầu văn bản hoặc tên trang tính ghi.',
    under_heading:
      'tên trùng ở nhiều nơi; lấy đơn vị thuộc huyện (đơn vị cấp trên) mà dòng này đứng dưới trong bảng.',
    footnote_mark: 'bỏ chú thích sau tên, được nhận là {{unit}}.',
    target_note:
      'lưu ý: chỉ lấy số của chỉ tiêu, không ghi nhận phần trong ngoặc ({{note}}); hãy kiểm tra lại cách tính của chỉ số.',
    target_jump:
      'lưu ý: chỉ tiêu {{after, decimal}} gấp hoặc kém {{factor, count}} lần chỉ tiêu đã giao ({{before, decimal}}); hãy kiểm tra lại.',
    jump: 'lưu ý: gấp {{factor, count}} lần kỳ trước ({{before, decimal}}); hãy kiểm tra lại.',
    tiny_count:
      'lưu ý: số hồ sơ chưa bằng 1/50 mức thường có ({{usual, count}}); hãy kiểm tra lại dấu phân nhóm nghìn.',
    period_differs: 'lưu ý: kỳ được dùng là {{used}}, nhưng tiêu đề bảng ghi {{title}}; hãy kiểm tra lại.',
    column_of_other_days:
      'tiêu đề cột cho thấy đây là số lũy kế, số kỳ khác hoặc số so sánh, không phải số của kỳ này. Hãy chạy “chitieu profile suggest TỆP” để chọn đúng cột, hoặc sửa tiêu đề, rồi nhập lại.',
    column_doubted:
      'lưu ý: tiêu đề cột cho thấy đây có thể là số lũy kế, số kỳ khác hoặc số so sánh; hãy kiểm tra lại mẫu bảng.',
    column_period_differs:
      'tiêu đề cột ghi kỳ {{said}}, còn kỳ được dùng là {{used}}. Hãy chọn cột của đúng kỳ, hoặc sửa --period, rồi nhập lại.',
    column_period_doubted:
      'lưu ý: tiêu đề cột ghi kỳ {{said}}, còn kỳ được dùng là {{used}}; hãy kiểm tra lại mẫu bảng.',
    value_beside_results:
      'cột này có thể là tỷ lệ so với kế hoạch, vì trong bảng có cột “{{result}}” là kết quả đã đạt. Hãy đổi tiêu đề cột kết quả thành “Giá trị” và bỏ cột này, rồi nhập lại.',
    result_as_target:
      'tiêu đề cột ghi là kết quả đã đạt, không phải chỉ tiêu được giao, nên chưa nhập gì. Hãy nhập cột chỉ tiêu (chạy “chitieu profile suggest TỆP” để chọn cột), hoặc sửa tiêu đề nếu đúng là chỉ tiêu.',
    result_as_target_doubted:
      'lưu ý: tiêu đề cột ghi là kết quả đã đạt, mà mẫu bảng đọc là chỉ tiêu được giao; hãy kiểm tra lại mẫu bảng.',
    target_as_result:
      'tiêu đề cột ghi là chỉ tiêu được giao, không phải kết quả đã đạt, nên chưa nhập gì. Hãy nhập cột kết quả (chạy “chitieu profile suggest TỆP” để chọn cột), hoặc sửa tiêu đề nếu đúng là kết quả.',
    target_as_result_doubted:
      'lưu ý: tiêu đề cột ghi là chỉ tiêu được giao, mà mẫu bảng đọc là kết quả đã đạt; hãy kiểm tra lại mẫu bảng.',
    contrary_column:
      'cột này ghi điều ngược lại với chỉ số {{indicator}} (trễ hạn, quá hạn, không đạt …), nên không dùng được cho chỉ số ấy. Hãy chọn cột đúng chiều, hoặc thêm vào bảng một cột đã tính ngược lại, rồi nhập lại.',
    points_as_rates:
      'tiêu đề ghi điểm tối đa ({{most}}) và không số nào lớn hơn, nên cột này là điểm, không phải tỷ lệ phần trăm. Hãy chọn chỉ số tính bằng điểm, hoặc bỏ mục đó trong mẫu bảng, rồi nhập lại.',
    counts_as_rates:
      'tiêu đề cột là số lượng và mọi số trong cột là số nguyên, nhưng mẫu bảng đọc cột này là tỷ lệ phần trăm. Hãy ghi cột này vào “tử số” và cột tổng vào “mẫu số” của mẫu bảng; nếu đúng là tỷ lệ, hãy thêm “(%)” vào tiêu đề cột, rồi nhập lại.',
    scaled_counts:
      'cột này là một phần của cột “{{whole}}”, mà cột đó có số lẻ, nên cả hai có vẻ ghi số lượng theo nghìn, không phải tỷ lệ phần trăm. Hãy ghi đủ số hồ sơ (ví dụ 1.240) rồi nhập lại; nếu đúng là tỷ lệ, hãy thêm “(%)” vào tiêu đề cột.',
    rate_differs:
      'tỷ lệ ghi ở đây khác tỷ lệ tính từ hai cột số lượng của dòng ({{computed, decimal}}%), trong khi các dòng khác đều khớp. Hãy sửa số gõ nhầm; nếu chỉ tỷ lệ sai thì sửa hoặc xóa ô tỷ lệ, rồi nhập lại.',
    column_of_difference:
      'cột này ghi phần tăng thêm hoặc chênh lệch, không phải số liệu của kỳ, nên không nhập được. Hãy ghi số liệu sau điều chỉnh của cả kỳ rồi nhập lại.',
    title_contradicts:
      'tiêu đề tự mâu thuẫn: ghi cả {{said}} và {{used}}, nên chưa rõ số liệu của kỳ nào. Hãy sửa tiêu đề, hoặc thêm --period đúng kỳ rồi nhập lại.',
    counts_in_percent:
      'bảng ghi “{{unit}}”, tức là tỷ lệ chứ không phải số hồ sơ. Hãy nhập số hồ sơ, hoặc chạy “chitieu profile suggest TỆP” để đọc các cột này là tỷ lệ.',
    all_hundreds:
      'lưu ý: cả {{count, count}} dòng đều có mẫu số là 100; có phải bảng ghi tỷ lệ phần trăm thay cho số hồ sơ? Hãy kiểm tra lại.',
    count_of_money:
      'lưu ý: cột này có vẻ ghi số tiền, mà mẫu bảng đọc là số hồ sơ. Nếu là số tiền, hãy chọn cột ghi số hồ sơ trong mẫu bảng; nếu đã nhập thì dùng chitieu undo.',
    shown_decimals:
      'lưu ý: {{count, count}} ô hiện ba số 0 sau dấu (ví dụ 2 hiện thành 2.000), nhưng Excel giữ số không có ba số 0 đó: {{cells}}. Nếu là nghìn, hãy gõ lại số cho đủ rồi nhập lại.',
    row_year_differs: 'cột năm ghi khác với kỳ được dùng ({{used}}). Hãy sửa cho khớp rồi nhập lại.',
    indicator_within:
      'dòng này ghi {{said}}, nhưng bảng được đọc là {{read}}, nên các dòng dưới có vẻ là số của chỉ số khác. Hãy để mỗi chỉ số trên một trang tính hoặc một tệp, rồi nhập lại.',
    title_of_other:
      'lưu ý: tiêu đề bảng nói về {{said}}, còn số liệu được đọc là {{read}}; hãy kiểm tra lại cột được đọc.',
    doubtful_row_note:
      'lưu ý: dòng này có ghi chú cho thấy số có thể không phải của kỳ này, hoặc chưa đủ; nếu vậy thì bỏ hoặc sửa dòng đó rồi nhập lại.',
    other_units:
      'lưu ý: cột này cũng ghi tên đơn vị, khác đơn vị ở cột “{{units}}” được đọc; hãy kiểm tra số liệu là của đơn vị ở cột nào.',
    other_province:
      'bảng là của tỉnh khác, không phải {{own}}, nên không nhập. Nếu đó là tên khác của tỉnh này, hãy thêm vào “Tên khác” của tỉnh trong danh sách đơn vị, rồi nhập lại.',
    doubtful_note:
      'lưu ý: bảng có ghi chú “{{note}}”. Số nào vì thế không phải của kỳ này, hoặc chưa đủ, thì bỏ hoặc sửa dòng đó rồi nhập lại.',
    known_before:
      'bảng ghi số liệu tính đến {{said}}, trước kỳ được dùng ({{used}}), nên chưa rõ là số của kỳ nào. Hãy sửa ghi chú hoặc tiêu đề, hoặc thêm --period đúng kỳ rồi nhập lại.',
    known_before_given:
      'lưu ý: bảng ghi số liệu tính đến {{said}}, trước kỳ được dùng ({{used}}); hãy kiểm tra lại.',
    same_as_before:
      'lưu ý: số liệu của cả {{count, count}} đơn vị so được đều y hệt kỳ {{before}} đã nhập, có thể là bảng của kỳ trước chưa sửa số; nếu đúng vậy, hãy hoàn tác lần nhập này (chitieu undo).',
    periods_dragged:
      'các dòng có kỳ khác nhau dù mỗi đơn vị chỉ có một dòng ({{first}}, rồi {{second}} …), có vẻ ô kỳ bị kéo tăng dần khi chép xuống. Hãy sửa cột kỳ cho mọi dòng cùng một kỳ (hoặc xóa cột kỳ và thêm --period), rồi nhập lại.',
    period_within:
      'dòng này ghi kỳ {{said}}, nhưng bảng được đọc là kỳ {{used}}. Hãy để mỗi kỳ trên một trang tính hoặc một tệp, hoặc thêm cột “Kỳ”, rồi nhập lại.',
    note_of_other_days:
      'lưu ý: ghi chú của dòng này nói đến kỳ {{said}}, còn kỳ được dùng là {{used}}; hãy kiểm tra lại.',
    period_cumulated:
      'lưu ý: tiêu đề nói đến số lũy kế, còn kỳ được dùng là {{used}}. Nếu cột được đọc là số lũy kế, hãy chọn cột trong kỳ, hoặc ghi cả khoảng, như --period 2026-01-01/2026-10-31.',
    period_joined:
      'lưu ý: tiêu đề ghi nhiều tuần (tháng, quý), nên số liệu được nhập cho cả khoảng {{used}}. Nếu là số của một kỳ trong đó, hãy thêm --period.',
    period_estimated:
      'lưu ý: tiêu đề nói đến số ước hoặc dự kiến. Chỉ nên nhập số đã có; hãy kiểm tra lại cột được đọc.',
    period_not_over:
      'lưu ý: kỳ được dùng là {{used}}, còn chưa hết. Nếu là số đến một ngày, hãy ghi cả khoảng, như --period 2026-01-01/2026-10-31.',
    period_of_day:
      'lưu ý: chỉ thấy một ngày ({{day, day}}), nên số liệu được nhập cho riêng ngày đó. Nếu là số của cả tuần hay tháng, hãy thêm --period.',
    period_elsewhere:
      'lưu ý: kỳ được dùng là {{used}}, nhưng {{source}} thì là {{said}}; hãy kiểm tra lại trước khi dùng số liệu này.',
    figures_replaced:
      'lưu ý: kỳ {{span}} đã có số liệu; {{count, count}} số cũ bị thay bằng số khác trong tệp này. Nếu không đúng, hãy dùng chitieu undo.',
    large_count:
      'lưu ý: số hồ sơ gấp {{factor, count}} lần mức thường có ({{usual, count}}); có phải số lũy kế, hoặc sai dấu phân nhóm nghìn? Hãy kiểm tra lại.',
    large_counts:
      'lưu ý: số hồ sơ trong tệp thường gấp {{factor, count}} lần mức các đơn vị vẫn có trong một kỳ như vậy; có phải số lũy kế? Hãy kiểm tra lại cột được đọc.',
    drop: 'lưu ý: chỉ bằng 1/{{factor, count}} kỳ trước ({{before, decimal}}); hãy kiểm tra lại.',
    given_period_differs:
      '--period là {{given}} nhưng dòng này ghi {{row}}. Hãy bỏ --period để dùng kỳ trong bảng, hoặc sửa cho khớp rồi nhập lại.',
    worked_anyway: 'ngày này vốn là ngày làm việc; hãy xem lại ngày, hoặc ghi “nghỉ” nếu được nghỉ.',
    period_as_day: 'lưu ý: ô là một ngày; được nhập là số liệu của riêng ngày {{day, day}}.',
    short_code: 'lưu ý: mã ngắn hơn {{length, count}} chữ số; có thể bảng tính đã bỏ số 0 ở đầu.',
    mixed_scripts: 'lưu ý: tên có chữ cái không phải chữ La-tinh; hãy kiểm tra lại.',
    ended_unit:
      '{{unit}} chỉ còn đến ngày {{day, day}}, trước kỳ này. Hãy kiểm tra lại kỳ, hoặc ghi đơn vị đang làm việc đó.',
    merged_unit:
      '{{unit}} chỉ còn đến ngày {{day, day}}, nay thuộc {{successors}}. Số liệu của kỳ sau ngày đó hãy ghi cho đơn vị mới; nhiều đơn vị cũ nay nhập làm một thì cộng số của chúng thành một dòng.',
    future_period: 'lưu ý: kỳ bắt đầu từ {{from, day}}, một ngày chưa đến; hãy kiểm tra lại năm.',
    names_alike: 'lưu ý: chỉ khác dấu hoặc cách viết với {{unit}}.',
    note_sheet:
      'đã đọc trang tính “{{sheet}}” (trang {{read, count}} trong {{all, count}} trang có nội dung).',
    note_other_sheets: 'các trang tính khác không được đọc: {{sheets}}.',
    note_kind: 'nhận ra loại tệp: {{kind}}.',
    note_layout: 'đọc theo mẫu: {{profile}}; nhận ra theo tiêu đề cột.',
    note_indicators: 'thêm vào danh mục các chỉ số có sẵn mà tệp cần: {{names}}.',
    note_row_periods: 'kỳ theo từng dòng: {{count, count}} kỳ, từ {{from, day}} đến {{to, day}}.',
    note_encoding: 'chữ theo bảng mã {{encoding}}.',
    note_font: 'chữ gõ theo phông cũ {{font}}, đã chuyển sang Unicode.',
    note_codes:
      'đã đặt mã cho {{count, count}} người (dùng trong “chitieu invite MÃ”; xem tất cả bằng “chitieu members”): {{codes}}.',
    note_document: 'văn bản giao chỉ tiêu đọc từ tiêu đề: {{document}}.',
    note_period: 'kỳ số liệu: {{from, day}} – {{to, day}} ({{source}}).',
    note_profile: 'đọc theo mẫu: {{profile}} (theo --profile).',
    note_repeated_units:
      'lưu ý: {{count, count}} dòng có kỳ mà không ghi đơn vị, được hiểu là của đơn vị ghi ở dòng trên gần nhất: dòng {{lines}}.',
    note_units_by_name:
      'cột “{{keys}}” ghi mã của hệ thống khác; đơn vị được đọc theo tên ở cột “{{column}}”.',
    note_blank_targets:
      'lưu ý: {{count, count}} ô chỉ tiêu để trống, không giao gì: dòng {{lines}}. Đơn vị được miễn thì ghi “miễn”.',
    note_figures: 'số liệu đọc: {{figures}}; tên đơn vị: cột {{unit}}.',
    note_read_columns: 'các cột được đọc: {{columns}}.',
    note_unread_columns: 'các cột không được đọc: {{columns}}.',
    note_hidden_rows: 'có {{count, count}} dòng đang ẩn, vẫn được đọc: {{lines}}.',
    note_hidden_columns: 'có cột đang ẩn: {{columns}}.',
    struck_rows:
      'lưu ý: {{count, count}} dòng có ô bị gạch ngang, được hiểu là đã bỏ nên không nhập: dòng {{lines}}. Dòng nào vẫn đúng thì bỏ gạch ngang rồi nhập lại.',
    note_struck_rows:
      'lưu ý: có {{count, count}} dòng bị gạch ngang, vẫn được đọc: {{lines}}. Nếu các dòng đó đã bỏ, hãy xóa rồi nhập lại.',
    note_comments:
      'lưu ý: có {{count, count}} ô kèm ghi chú, số chú thích hoặc phần chữ bị gạch ngang, không đọc phần đó: {{cells}}.',
    note_totals: '{{count, count}} dòng tổng không nhập, chỉ đối chiếu: dòng {{lines}}.',
    note_groups: '{{count, count}} dòng tiêu đề nhóm không nhập: dòng {{lines}}.',
    target_exempt: '{{unit}} không được giao chỉ tiêu này.',
    note_turned:
      'lưu ý: bảng ghi mỗi dòng một chỉ số, mỗi cột một đơn vị (hoặc nhóm đơn vị); được đọc thành mỗi đơn vị một dòng.',
    note_own_form:
      'lưu ý: bảng ghi mỗi dòng một chỉ số, không có cột đơn vị; cả bảng được nhập cho {{unit}}.',
    note_no_indicators:
      'lưu ý: {{count, count}} dòng không phải chỉ số nào trong danh mục, không nhập: {{rows}}.',
    note_beside: 'lưu ý: các bảng đặt cạnh nhau (cột {{columns}}) được đọc nối tiếp như một bảng.',
    note_merged:
      'lưu ý: {{count, count}} số nằm trong ô gộp nhiều dòng, được hiểu là của từng đơn vị trong ô gộp: {{cells}}.',
    note_parts:
      'lưu ý: {{count, count}} dòng được hiểu là phần của dòng trên (theo lĩnh vực, chi nhánh, bộ phận …), không nhập: dòng {{lines}}. Dòng nào là số của chính một đơn vị thì hãy ghi đúng tên đơn vị và số thứ tự như các dòng khác rồi nhập lại.',
    note_left_out: '{{count, count}} dòng không có số liệu, không nhập: dòng {{lines}}.',
    note_no_figures: '{{count, count}} đơn vị có tên nhưng không có số liệu: dòng {{lines}}.',
    note_without:
      '{{count, count}} dòng có ô ghi không phát sinh hoặc không có số, các ô đó không nhập: dòng {{lines}}.',
    note_office_left_out:
      'tên đơn vị được ghi không có “UBND” phía trước; tệp sau ghi có hay không đều được.',
    note_pairs:
      'mỗi ô ghi hai số (có khi kèm tỷ lệ, đã đối chiếu) được tách thành tử số / mẫu số: {{columns}}.',
    note_divided:
      '{{count, count}} dòng có ô tỷ lệ báo lỗi chia cho 0 (#DIV/0!), tức là không có số liệu, các ô đó không nhập: dòng {{lines}}.',
    note_blank_counts:
      '{{count, count}} dòng có ô để trống ở một cột phải cộng vào, chưa chắc là 0; các số đó không nhập: dòng {{lines}}. Nếu ô trống nghĩa là không có hồ sơ, hãy ghi 0 rồi nhập lại.',
    note_blank_zero:
      'lưu ý: {{count, count}} dòng có ô để trống ở một cột phải cộng vào, ô trống được tính là 0: dòng {{lines}}.',
    note_missing_units: '{{count, count}} đơn vị cùng loại không có trong tệp: {{units}}.',
    renamed_to_other:
      'lưu ý: đổi tên {{before}} → {{after}}, trong khi {{before}} nay là tên của đơn vị mã {{other}}: tên này từ nay chỉ đơn vị đó, số liệu đã có vẫn theo mã. Hãy kiểm tra xem mã có bị đổi chỗ không.',
    note_renamed: 'đổi tên: {{before}} → {{after}}; tên cũ vẫn được hiểu.',
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
