import { join } from 'node:path'
import type { Database } from '../../src/db/stores/database.ts'
import { prepared, tempDatabase, tempFolder } from '../db/temp-database.ts'
import { loadTexts } from '../reference/load.ts'

/** The figures that five articles of 2022 and 2024 publish, as files; what they leave out is left out. */
const UNITS = `code,name,short_name,kind,parent,aliases
VN,Việt Nam,Cả nước,country,,
TN,Vùng Tây Nguyên,Tây Nguyên,region,VN,
BAC,Vùng Trung du và miền núi phía Bắc,Phía Bắc,region,VN,
B-NN,Bộ Nông nghiệp và Phát triển nông thôn,Bộ NN&PTNT,ministry,VN,
B-NG,Bộ Ngoại giao,Bộ Ngoại giao,ministry,VN,
B-KH,Bộ Kế hoạch và Đầu tư,Bộ KH&ĐT,ministry,VN,
B-GD,Bộ Giáo dục và Đào tạo,Bộ GD&ĐT,ministry,VN,
B-TM,Bộ Tài nguyên và Môi trường,Bộ TN&MT,ministry,VN,
B-LD,Bộ Lao động - Thương binh và Xã hội,Bộ LĐ-TB&XH,ministry,VN,
QN,Tỉnh Quảng Ninh,Quảng Ninh,province,BAC,
HCM,Thành phố Hồ Chí Minh,TP. HCM,province,VN,
LC,Tỉnh Lai Châu,Lai Châu,province,BAC,
HB,Tỉnh Hòa Bình,Hòa Bình,province,BAC,
BN,Tỉnh Bắc Ninh,Bắc Ninh,province,BAC,
QT,Tỉnh Quảng Trị,Quảng Trị,province,VN,
HP,Thành phố Hải Phòng,Hải Phòng,province,VN,
KT,Tỉnh Kon Tum,Kon Tum,province,TN,
BK,Tỉnh Bắc Kạn,Bắc Kạn,province,BAC,
DN,Tỉnh Đắk Nông,Đắk Nông,province,TN,
GL,Tỉnh Gia Lai,Gia Lai,province,TN,
DL,Tỉnh Đắk Lắk,Đắk Lắk,province,TN,
LD,Tỉnh Lâm Đồng,Lâm Đồng,province,TN,
KH,Tỉnh Khánh Hòa,Khánh Hòa,province,VN,
`
/** The provinces of which the articles name nothing but that there were 63. */
const OTHERS =
  'Hà Nội,Hải Dương,Hưng Yên,Vĩnh Phúc,Hà Nam,Nam Định,Thái Bình,Ninh Bình,Hà Giang,Cao Bằng,Lào Cai,Yên Bái,Thái Nguyên,Lạng Sơn,Bắc Giang,Phú Thọ,Điện Biên,Sơn La,Tuyên Quang,Đà Nẵng,Thanh Hóa,Nghệ An,Hà Tĩnh,Quảng Bình,Thừa Thiên Huế,Quảng Nam,Quảng Ngãi,Bình Định,Phú Yên,Ninh Thuận,Bình Thuận,Bà Rịa - Vũng Tàu,Đồng Nai,Bình Dương,Bình Phước,Tây Ninh,Cần Thơ,Bến Tre,Long An,Tiền Giang,Trà Vinh,Vĩnh Long,Đồng Tháp,An Giang,Kiên Giang,Hậu Giang,Sóc Trăng,Bạc Liêu,Cà Mau'.split(
    ',',
  )
const otherUnits = OTHERS.map((name, i) => `P${i + 1},Tỉnh ${name},${name},province,VN,`).join('\n')
/** Offices of two provinces that the articles name. */
const OFFICES = `GL-S1,Sở Giao thông vận tải,Sở GTVT,department,GL,
BRVT-S1,Thanh tra tỉnh,Thanh tra,department,P32,
BRVT-S2,Sở Thông tin và Truyền thông,Sở TT&TT,department,P32,
BRVT-H1,Huyện Long Điền,Long Điền,district,P32,
BRVT-X1,Xã An Ngãi,An Ngãi,commune,BRVT-H1,
`
const INDICATORS = `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better
active_services_rate,Tỷ lệ DVCTT phát sinh hồ sơ,DVCTT phát sinh hồ sơ,DVCTT có hồ sơ,DVCTT,latest,,,percent,100,higher
online_rate,Tỷ lệ hồ sơ xử lý trực tuyến,Hồ sơ trực tuyến,hồ sơ trực tuyến,hồ sơ,sum,,,percent,100,higher
full_process_rate,Tỷ lệ trực tuyến toàn trình,Toàn trình,hồ sơ trực tuyến toàn trình,hồ sơ của thủ tục toàn trình,sum,,,percent,100,higher
full_process_of_all_rate,Tỷ lệ toàn trình trên tổng số,Toàn trình trên tổng,hồ sơ trực tuyến toàn trình,tổng số hồ sơ,sum,,,percent,100,higher
online_payment_rate,Tỷ lệ thanh toán trực tuyến,Thanh toán,hồ sơ trả trực tuyến,hồ sơ phải nộp phí,sum,,,percent,100,higher
service_score,Điểm chỉ số phục vụ,Chỉ số phục vụ,,,published,,,points,100,higher
un_online_service,Chỉ số dịch vụ trực tuyến của Liên Hợp Quốc,Xếp hạng LHQ,,,published,,,place,193,lower
`
const TARGETS = `campaign,phase,year,unit,kind,indicator,target,document,except
,,2024,,ministry,full_process_rate,70,BTTTT,
,,2024,,province,full_process_rate,30,BTTTT,
,,2025,,ministry,full_process_rate,85,BTTTT,
,,2025,,province,full_process_rate,70,BTTTT,
,,2022,,department,online_rate,60,QĐ-BRVT,BRVT-S1
,,2022,,district,online_rate,50,QĐ-BRVT,
,,2022,,commune,online_rate,50,QĐ-BRVT,
,,2022,,department,active_services_rate,80,QĐ-BRVT,BRVT-S1
,,2022,,commune,active_services_rate,80,QĐ-BRVT,
,,2022,HB,,online_rate,55,279/QĐ-UBND,
CD100,1,,GL-S1,,online_rate,50,629/KH-UBND,
CD100,2,,GL-S1,,online_rate,60,629/KH-UBND,
CD100,1,,GL-S1,,online_payment_rate,72.37,629/KH-UBND,
CD100,2,,GL-S1,,online_payment_rate,77.37,629/KH-UBND,
`
const CAMPAIGNS = `campaign,name,phase,phase_name,start,end,document
CD100,Chiến dịch cao điểm 100 ngày đêm,1,Giai đoạn 1,2024-03-22,2024-05-01,629/KH-UBND
CD100,Chiến dịch cao điểm 100 ngày đêm,2,Giai đoạn 2,2024-05-02,2024-06-30,629/KH-UBND
`
const SERVICES: [string, number][] = [
  ['B-NN', 100],
  ['B-NG', 100],
  ['B-KH', 81.97],
  ['B-GD', 21.21],
  ['B-TM', 14.58],
  ['B-LD', 11.11],
  ['QN', 86.8],
  ['HCM', 82.08],
  ['LC', 63.3],
  ['HB', 60],
  ['BN', 55.25],
  ['QT', 8.69],
  ['HP', 8.69],
  ['KT', 5.64],
  ['BK', 4.82],
  ['DN', 2.23],
]
/** The other four of Tây Nguyên are not published there; three of them above Gia Lai, one below, as the article ranks it. */
const SCORES: [string, number][] = [
  ['LD', 70],
  ['DL', 65],
  ['KT', 60],
  ['GL', 53.13],
  ['DN', 50],
]
const ROWS = [
  ...SERVICES.map(([unit, value]) => `${unit},active_services_rate,2022-04,,,${value},`),
  // Of the other provinces the article says only how many are above and below.
  ...['QN', 'HCM', 'LC', 'HB', 'BN', 'QT', 'HP', 'BK', 'KH'].map(unit => `${unit},service_score,2023,,,75,`),
  ...SCORES.map(([unit, value]) => `${unit},service_score,2023,,,${value},`),
  'GL-S1,online_rate,2023,,,40.3,',
  'GL-S1,online_payment_rate,2023,,,67.37,',
  ...OTHERS.map((name, i) => `P${i + 1},service_score,2023,,,${name === 'Bạc Liêu' ? 48 : 60 + i / 2},`),
  'P13,active_services_rate,2022-Q1,,,28,',
  'P13,active_services_rate,2022-Q2,,,60,',
  'P12,online_rate,2022-06,,,73.57,',
  'VN,online_rate,2021-08,,,30.63,',
  'VN,online_rate,2022-08,,,39.82,',
  'VN,online_rate,2022-04,,,24.89,',
  'VN,active_services_rate,2021-08,,,32.18,',
  'VN,active_services_rate,2022-08,,,51.49,',
  'VN,un_online_service,2020,,,81,',
  'VN,un_online_service,2022,,,76,',
  'KH,online_rate,2024-01-01/2024-08-31,4718,10000,,',
  'KH,online_payment_rate,2024-01-01/2024-08-31,3646,10000,,',
  'KH,full_process_rate,2024-01-01/2024-08-31,820,1000,,',
  'KH,full_process_of_all_rate,2024-01-01/2024-08-31,410,1000,,',
]

const MEMBERS = `member,name,role,unit
vp,Văn phòng Chính phủ,committee,VN
gialai,Chủ tịch UBND tỉnh Gia Lai,leader,GL
khanhhoa,Chủ tịch UBND tỉnh Khánh Hòa,leader,KH
sogt,Giám đốc Sở GTVT,leader,GL-S1
thanhtra,Chánh Thanh tra,leader,BRVT-S1
longdien,Chủ tịch huyện Long Điền,leader,BRVT-H1
`

/** A database with the figures of the articles, made once for all tests of a worker. */
export async function articleWorld(): Promise<Database> {
  made ??= prepared(fill)
  return tempDatabase(await made).db
}

let made: Promise<string> | undefined

async function fill(db: Database): Promise<void> {
  const header = 'unit,indicator,period,numerator,denominator,value,note'
  const text = [header, ...ROWS.map(row => row.split(',').slice(0, 6).join(',') + ',')].join('\n')
  const units = `${UNITS}${otherUnits}\n${OFFICES}`
  const texts = { units, indicators: INDICATORS, campaigns: CAMPAIGNS, targets: TARGETS, members: MEMBERS }
  const observations = [{ text, recordedAt: Date.parse('2024-09-10T08:00+07:00') }]
  await loadTexts(db, { ...texts, observations }, join(tempFolder(), 'nation'))
}
