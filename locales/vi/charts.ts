/** Words in and about pictures. */
export const charts = {
  trendTitle: '{{unit}} – {{indicator}}',
  trendSubtitle: '{{period, capital}}',
  rankingTitle: '{{group, capital}} – {{indicator}}',
  target: 'Chỉ tiêu {{target}}',
  weekTick: 'T{{week, plain}}',
  dataTo: 'Số liệu đến {{day, day}}',
  sample: 'Số liệu mẫu',
  met: 'Đạt chỉ tiêu',
  below: 'Chưa đạt',
  neutral: 'Không so chỉ tiêu',
  first: '{{shown, count}}/{{all, count}} đơn vị',
  trendDescription: 'Biểu đồ {{indicator}} của {{unit}}, {{period}}: từ {{first}} đến {{last}}',
  rankingDescription: 'Biểu đồ xếp hạng {{group}} về {{indicator}}, {{period}}',
  trendFile: 'bieu-do.png',
  rankingFile: 'xep-hang.png',
} as const
