/** Rows of catalog files for the altered province: see altered-province.ts. */
/** A merged unit, a new one, and a small second province. */
export const EXTRA_UNITS = [
  'GL-XCU,Xã Cũ,Cũ,commune,GL-H631,,,2024-03-31,GL-X23881',
  'GL-XMOI,Xã Mới,Mới,commune,GL-H631,,2024-04-01,,',
  'KT,Tỉnh Kon Tum,Kon Tum,province,,,,,',
  'KT-S01,Sở Y tế Kon Tum,SYT Kon Tum,department,KT,,,,',
  'KT-H1,Huyện Đăk Hà,Đăk Hà,district,KT,,,,',
  'KT-X1,Xã Hà Mòn,Hà Mòn,commune,KT-H1,,,,',
]
/** One that is only published, one of which less is better. */
export const EXTRA_INDICATORS = [
  'service_score,Điểm chỉ số phục vụ,Điểm phục vụ,điểm,điểm,published,,điểm số,points,100,higher',
  'late_rate,Tỷ lệ hồ sơ trễ hạn,Trễ hạn,hồ sơ trễ hạn,hồ sơ đã giải quyết,sum,,trễ hạn,percent,100,lower',
]
/** Targets by rules with exceptions and by unit, for phases and for the year. */
export const TARGETS = [
  'campaign,phase,year,unit,kind,indicator,target,document,except',
  'CD100,1,,,department,online_rate,50,629/KH-UBND,GL-S03|GL-S17|GL-S06|GL-S09',
  'CD100,2,,,department,online_rate,60.5,629/KH-UBND,GL-S03|GL-S17|GL-S09',
  'CD100,1,,GL-S03,,online_rate,41.25,630/KH-UBND,',
  'CD100,2,,GL-S01,,online_rate,72.37,629/KH-UBND,',
  'CD100,1,,,district,online_rate,45,629/KH-UBND,',
  'CD100,2,,,district,online_rate,55,629/KH-UBND,GL-H628',
  'CD100,1,,,commune,online_rate,40,629/KH-UBND,',
  'CD100,2,,,commune,online_rate,50,629/KH-UBND,GL-XMOI',
  'CD100,2,,GL,,online_rate,52.5,629/KH-UBND,',
  'CD100,2,,,commune,active_services_rate,80,629/KH-UBND,',
  'CD100,2,,,department,active_services_rate,35,629/KH-UBND,',
  ',,2024,,department,on_time_rate,97.5,12/QĐ-UBND,GL-S17|GL-S02|GL-S11',
  ',,2024,,commune,on_time_rate,95,12/QĐ-UBND,',
  ',,2024,GL,,on_time_rate,96,12/QĐ-UBND,',
  ',,2024,,department,service_score,80,12/QĐ-UBND,GL-S17|GL-S04',
  ',,2024,,department,online_payment_rate,45,12/QĐ-UBND,GL-S17|GL-S12|GL-S13',
]
