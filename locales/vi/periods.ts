/** Names of stretches of days, without a capital. */
export const periods = {
  day: 'ngày {{day, day}}',
  week: 'tuần {{week, plain}} ({{days}})',
  month: 'tháng {{month, plain}}/{{year, plain}}',
  quarter: 'quý {{quarter}}/{{year, plain}}',
  firstHalf: '6 tháng đầu năm {{year, plain}}',
  secondHalf: '6 tháng cuối năm {{year, plain}}',
  year: 'năm {{year, plain}}',
  yearToDate: 'từ đầu năm đến {{to, day}}',
  phase: '{{phase}} ({{days}})',
  phaseToDate: '{{phase}} đến {{to, day}}',
  campaignToDate: 'từ đầu chiến dịch ({{from, shortDay}}) đến {{to, day}}',
  campaign: 'cả chiến dịch ({{days}})',
  range: 'từ {{from}} đến {{to, day}}',
  stretch: 'kỳ {{days}}',
  weekShort: 'Tuần {{week, plain}}',
} as const
