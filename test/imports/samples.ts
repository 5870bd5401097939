export const AT = Date.parse('2024-07-08T09:00+07:00')

/** A province P with two departments, a district and its two communes. */
export const UNITS = `code,name,short_name,kind,parent,aliases
P,Tỉnh Mẫu,Mẫu,province,,UBND tỉnh Mẫu
S1,Sở Y tế,Sở Y tế,department,P,SYT|Y tế
S2,Sở Tư pháp,Sở Tư pháp,department,P,STP
H1,Huyện Chư Sê,Chư Sê,district,P,
X1,Thị trấn Chư Sê,Chư Sê,commune,H1,
X2,Xã Ia Pal,Ia Pal,commune,H1,
`
export const INDICATORS = `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better
online_rate,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ trực tuyến,hồ sơ tiếp nhận,sum,12,tỷ lệ trực tuyến,percent,100,higher
services,Tỷ lệ DVC có phát sinh,DVC phát sinh,dịch vụ có phát sinh,dịch vụ,latest,,,percent,100,higher
late_days,Số ngày trễ,Ngày trễ,ngày trễ,hồ sơ,sum,,,points,30,lower
score,Điểm phục vụ,Điểm,,,published,,điểm 766,points,100,higher
`
export const CAMPAIGNS = `campaign,name,phase,phase_name,start,end,document
C,Chiến dịch 100 ngày,1,Giai đoạn 1,2024-03-22,2024-05-01,629/KH-UBND
C,Chiến dịch 100 ngày,2,Giai đoạn 2,2024-05-02,2024-06-30,629/KH-UBND
`

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
