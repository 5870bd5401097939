import {
  active,
  april,
  C,
  digital,
  H,
  lastWeek,
  O,
  onTime,
  online,
  payment,
  S,
  satisfied,
  thisWeek,
  X,
  full,
  phase1,
} from './case.ts'
import type { Case } from './case.ts'

export const belowCases: readonly Case[] = [
  [C, 'sở nào chưa đạt', { intent: 'below', kind: 'department', within: null, threshold: null }],
  [C, 'những huyện chưa đạt chỉ tiêu thanh toán', { intent: 'below', indicators: payment, kind: 'district' }],
  [C, 'danh sách đơn vị chưa đạt chỉ tiêu trực tuyến', { intent: 'below', indicators: online, kind: null }],
  [C, 'don vi nao ko dat so hoa', { intent: 'below', indicators: digital, kind: null }],
  [C, 'xã nào dưới 30% trực tuyến', { intent: 'below', indicators: online, kind: 'commune', threshold: 30 }],
  [
    C,
    'các xã dưới 50 phần trăm thanh toán tuần này',
    { intent: 'below', indicators: payment, kind: 'commune', threshold: 50, period: thisWeek },
  ],
  [
    C,
    'huyện nào chưa tới 60% hài lòng',
    { intent: 'below', indicators: satisfied, kind: 'district', threshold: 60 },
  ],
  [
    C,
    'sở nào số hóa thấp hơn 85,5%',
    { intent: 'below', indicators: digital, kind: 'department', threshold: 85.5 },
  ],
  [C, 'còn bao nhiêu xã chưa đạt chỉ tiêu số hóa', { intent: 'below', indicators: digital, kind: 'commune' }],
  [C, 'mấy sở chưa đạt chỉ tiêu đúng hạn', { intent: 'below', indicators: onTime, kind: 'department' }],
  [C, 'ai chưa đạt chỉ tiêu toàn trình', { intent: 'below', indicators: full, kind: null }],
  [C, 'xã nào của huyện Đức Cơ chưa đạt', { intent: 'below', kind: 'commune', within: 'GL-H631' }],
  [
    C,
    'các phường ở Pleiku chưa đạt chỉ tiêu trực tuyến',
    { intent: 'below', indicators: online, kind: 'commune', within: 'GL-H622' },
  ],
  [
    C,
    'xã nào của chư prông chưa phát sinh hồ sơ trực tuyến',
    { intent: 'below', indicators: online, kind: 'commune', within: 'GL-H632', threshold: 0 },
  ],
  [
    C,
    'đơn vị nào chưa có hồ sơ thanh toán trực tuyến nào',
    { intent: 'below', indicators: payment, threshold: 0 },
  ],
  [C, 'đơn vị nào chậm tiến độ', { intent: 'progress', kind: null }],
  [C, 'sở nào rớt chỉ tiêu giai đoạn 1', { intent: 'below', kind: 'department', period: phase1 }],
  [C, 'which units are below target', { intent: 'below', kind: null }],
  [C, 'which districts are under 50%', { intent: 'below', kind: 'district', threshold: 50 }],
  [C, 'sở nào trễ hạn trên 10%', { intent: 'below', indicators: onTime, kind: 'department', threshold: 90 }],
  [
    H,
    'xã nào chưa đạt chỉ tiêu trực tuyến',
    { intent: 'below', indicators: online, kind: 'commune', within: 'GL-H628' },
  ],
  [
    H,
    'những xã nào của huyện mình dưới chỉ tiêu số hóa',
    { intent: 'below', indicators: digital, kind: 'commune', within: 'GL-H628' },
  ],
  [
    O,
    'xa nao trong huyen chua dat so hoa',
    { intent: 'below', indicators: digital, kind: 'commune', within: 'GL-H631' },
  ],
  [O, 'đơn vị nào chưa đạt', { intent: 'below', kind: null, within: 'GL-H631' }],
]

export const metCases: readonly Case[] = [
  [C, 'sở nào đã đạt chỉ tiêu trực tuyến', { intent: 'met', indicators: online, kind: 'department' }],
  [C, 'những đơn vị hoàn thành chỉ tiêu', { intent: 'met', kind: null }],
  [C, 'có bao nhiêu huyện đạt chỉ tiêu thanh toán', { intent: 'met', indicators: payment, kind: 'district' }],
  [C, 'xã nào vượt chỉ tiêu số hóa', { intent: 'met', indicators: digital, kind: 'commune' }],
  [
    C,
    'các sở trên 80% hồ sơ trực tuyến',
    { intent: 'met', indicators: online, kind: 'department', threshold: 80 },
  ],
  [
    C,
    'huyện nào đạt từ 90% trở lên về hài lòng',
    { intent: 'met', indicators: satisfied, kind: 'district', threshold: 90 },
  ],
  [C, 'xã nào đạt 100% đúng hạn', { intent: 'met', indicators: onTime, kind: 'commune', threshold: 100 }],
  [
    C,
    'đơn vị nào từ 30 đến 50% số hóa',
    { intent: 'met', indicators: digital, threshold: 30, thresholdTo: 50 },
  ],
  [C, 'liệt kê huyện đạt chỉ tiêu tttt', { intent: 'met', indicators: payment, kind: 'district' }],
  [C, 'xa nao da dat', { intent: 'met', kind: 'commune' }],
  [C, 'which departments met the target', { intent: 'met', kind: 'department' }],
  [
    H,
    'xã nào đã đạt chỉ tiêu trực tuyến',
    { intent: 'met', indicators: online, kind: 'commune', within: 'GL-H628' },
  ],
]

export const topCases: readonly Case[] = [
  [C, 'top 5 huyện về trực tuyến', { intent: 'top', indicators: online, kind: 'district', limit: 5 }],
  [C, 'top 3 sở số hóa tốt nhất', { intent: 'top', indicators: digital, kind: 'department', limit: 3 }],
  [C, 'top5 xã thanh toán', { intent: 'top', indicators: payment, kind: 'commune', limit: 5 }],
  [
    C,
    'huyện nào cao nhất về hài lòng tuần này',
    { intent: 'top', indicators: satisfied, kind: 'district', period: thisWeek },
  ],
  [C, 'đơn vị dẫn đầu về trực tuyến', { intent: 'top', indicators: online, kind: null }],
  [C, 'ai đứng đầu', { intent: 'top', kind: null }],
  [C, 'sở nào đứng nhất', { intent: 'top', kind: 'department' }],
  [
    C,
    '10 xã dẫn đầu số hóa tháng 4',
    { intent: 'top', indicators: digital, kind: 'commune', limit: 10, period: april },
  ],
  [C, 'ba sở cao nhất về đúng hạn', { intent: 'top', indicators: onTime, kind: 'department', limit: 3 }],
  [C, 'năm huyện tốt nhất về thanh toán', { intent: 'top', indicators: payment, kind: 'district', limit: 5 }],
  [
    C,
    'xã nào của Ia Grai cao nhất về số hóa',
    { intent: 'top', indicators: digital, kind: 'commune', within: 'GL-H628' },
  ],
  [C, 'tốp đầu trực tuyến', { intent: 'top', indicators: online, kind: null }],
  [C, 'top 5 districts by online rate', { intent: 'top', indicators: online, kind: 'district', limit: 5 }],
  [C, 'best departments this week', { intent: 'top', kind: 'department', period: thisWeek }],
  [H, 'xã nào tốt nhất', { intent: 'top', kind: 'commune', within: 'GL-H628' }],
  [H, 'huyện nào đứng đầu tỉnh', { intent: 'top', kind: 'district', within: null }],
]

export const bottomCases: readonly Case[] = [
  [C, 'sở nào thấp nhất về thanh toán', { intent: 'bottom', indicators: payment, kind: 'department' }],
  [C, '5 xã thấp nhất số hóa', { intent: 'bottom', indicators: digital, kind: 'commune', limit: 5 }],
  [C, 'huyện nào đội sổ', { intent: 'bottom', kind: 'district' }],
  [
    C,
    'đơn vị nào bét bảng trực tuyến tuần trước',
    { intent: 'bottom', indicators: online, kind: null, period: lastWeek },
  ],
  [C, 'ai đang đội sổ', { intent: 'bottom', kind: null }],
  [
    C,
    '3 sở cuối bảng về hài lòng',
    { intent: 'bottom', indicators: satisfied, kind: 'department', limit: 3 },
  ],
  [
    C,
    'top 10 xã thấp nhất về trực tuyến',
    { intent: 'bottom', indicators: online, kind: 'commune', limit: 10 },
  ],
  [C, 'huyện nào kém nhất về toàn trình', { intent: 'bottom', indicators: full, kind: 'district' }],
  [C, 'nam xa thap nhat ve so hoa', { intent: 'bottom', indicators: digital, kind: 'commune', limit: 5 }],
  [C, 'phường nào của Pleiku thấp nhất', { intent: 'bottom', kind: 'commune', within: 'GL-H622' }],
  [C, 'đơn vị nào trễ hạn nhiều nhất', { intent: 'bottom', indicators: onTime, kind: null }],
  [C, 'nhóm cuối bảng', { intent: 'bottom', kind: null }],
  [
    C,
    'worst 5 communes by digitization',
    { intent: 'bottom', indicators: digital, kind: 'commune', limit: 5 },
  ],
  [O, 'xã nào bét', { intent: 'bottom', kind: 'commune', within: 'GL-H631' }],
  [
    O,
    'xã nào trong huyện thấp nhất về phát sinh hồ sơ',
    { intent: 'bottom', indicators: active, kind: 'commune', within: 'GL-H631' },
  ],
  [X, 'xã nào thấp nhất trong huyện', { intent: 'bottom', kind: 'commune', within: 'GL-H631' }],
]

export const rankingCases: readonly Case[] = [
  [C, 'bảng xếp hạng', { intent: 'ranking', kind: null }],
  [C, 'xếp hạng các sở', { intent: 'ranking', kind: 'department' }],
  [C, 'bxh huyện về số hóa', { intent: 'ranking', indicators: digital, kind: 'district' }],
  [
    C,
    'xếp hạng các xã của huyện Chư Sê về trực tuyến',
    { intent: 'ranking', indicators: online, kind: 'commune', within: 'GL-H633' },
  ],
  [
    C,
    '17 huyện thị về thanh toán trực tuyến',
    { intent: 'ranking', indicators: payment, kind: 'district', limit: null },
  ],
  [
    C,
    'tỷ lệ trực tuyến của các sở tuần này',
    { intent: 'ranking', indicators: online, kind: 'department', period: thisWeek },
  ],
  [C, 'các huyện số hóa thế nào', { intent: 'ranking', indicators: digital, kind: 'district' }],
  [C, 'so sánh các huyện về đúng hạn', { intent: 'ranking', indicators: onTime, kind: 'district' }],
  [
    C,
    'liệt kê các xã theo tỷ lệ số hóa từ cao xuống thấp',
    { intent: 'ranking', indicators: digital, kind: 'commune' },
  ],
  [C, 'thứ hạng các sở ngành', { intent: 'ranking', kind: 'department' }],
  [C, 'bang xep hang cac xa huyen ia grai', { intent: 'ranking', kind: 'commune', within: 'GL-H628' }],
  [C, 'biểu đồ các huyện về trực tuyến', { intent: 'ranking', indicators: online, kind: 'district' }],
  [C, 'ranking of districts', { intent: 'ranking', kind: 'district' }],
  [C, 'kết quả các phường của thành phố Pleiku', { intent: 'ranking', kind: 'commune', within: 'GL-H622' }],
  [H, 'bảng xếp hạng các xã', { intent: 'ranking', kind: 'commune', within: 'GL-H628' }],
  [
    H,
    'các xã trong huyện tuần này ra sao',
    { intent: 'ranking', kind: 'commune', within: 'GL-H628', period: thisWeek },
  ],
  [S, 'bảng xếp hạng các sở về trực tuyến', { intent: 'ranking', indicators: online, kind: 'department' }],
]
