/** Words in and about pictures. */
export const charts = {
  trendTitle: '{{unit}} – {{indicator}}',
  target: 'Chỉ tiêu {{target}}',
  weekTick: 'Tuần {{week, plain}}',
  monthTick: 'Tháng {{month, plain}}',
  dataTo: 'số liệu đến {{day, day}}',
  sample: 'số liệu mẫu',
  met: 'Đạt chỉ tiêu',
  below: 'Chưa đạt',
  plain: 'Không so chỉ tiêu',
  first: '{{shown, count}}/{{all, count}} đơn vị',
  trendDescription: 'Biểu đồ {{indicator}} của {{unit}}, {{period}}: từ {{first}} đến {{last}}',
  rankingDescription: 'Biểu đồ xếp hạng {{group}} về {{indicator}}, {{period}}',
  trendFile: 'bieu-do.png',
  rankingFile: 'xep-hang.png',
} as const
