/** What a channel adds to a message by itself. */
export const channels = {
  part: '({{part, plain}}/{{of, plain}})',
  choose: 'Trả lời bằng số để chọn:',
} as const
