import { describe, expect, test } from 'vitest'
import { readScene } from '../../src/answers/scene.ts'
import { newConversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import { articleWorld } from './article-world.ts'
import { momentOf } from './small-province.ts'

const words = createWords('vi')

/** What a reader of five articles asks about them, in everyday words, and what the articles say. */
const QUESTIONS: { article: string; as: string; at: string; asked: string[]; says: string[] }[] = [
  {
    article: 'the five provinces with most services in use',
    as: 'vp',
    at: '2022-05-10',
    asked: [
      'cho anh xin top 5 tỉnh về phát sinh hồ sơ tháng tư vừa rồi',
      'tháng 4 các tỉnh đứng đầu về dịch vụ công phát sinh hồ sơ là ai',
      'năm tỉnh dẫn đầu phát sinh hồ sơ',
      '5 tinh cao nhat ve phat sinh ho so thang 4',
      'Top 5 các tỉnh, thành phố về DVCTT phát sinh hồ sơ tháng 4/2022',
    ],
    says: ['86,8%', '82,08%', '63,3%', '60%', '55,25%', 'Quảng Ninh'],
  },
  {
    article: 'the five with fewest',
    as: 'vp',
    at: '2022-05-10',
    asked: [
      '5 tỉnh thấp nhất về phát sinh hồ sơ tháng 4/2022',
      '5 tinh thap nhat phat sinh ho so thang 4',
      'năm tỉnh kém nhất về phát sinh hồ sơ tháng 4',
      'bét bảng phát sinh hồ sơ tháng 4 là 5 tỉnh nào',
      'xếp từ dưới lên 5 tỉnh phát sinh hồ sơ tháng 4',
    ],
    says: ['2,23%', '4,82%', '5,64%', '8,69%', 'Đắk Nông'],
  },
  {
    article: 'the common rate of the country',
    as: 'vp',
    at: '2022-05-10',
    asked: [
      'Tỷ lệ hồ sơ trực tuyến cả nước tháng 4/2022 bao nhiêu',
      'ca nuoc truc tuyen thang 4 duoc may phan tram',
      'toàn quốc tháng tư xử lý trực tuyến đạt bao nhiêu',
      'tháng 4 cả nước hồ sơ trực tuyến thế nào',
      'Việt Nam tháng 4/2022 tỷ lệ trực tuyến?',
    ],
    says: ['24,89%', 'tháng 4/2022'],
  },
  {
    article: 'growth as a factor',
    as: 'vp',
    at: '2022-09-05',
    asked: [
      'phat sinh ho so ca nuoc thang 8 gap bao nhieu lan cung ky',
      'Tháng 8/2022 phát sinh hồ sơ cả nước gấp mấy lần cùng kỳ?',
      'cả nước phát sinh hồ sơ tháng 8 gấp mấy lần so với tháng 8/2021',
      'so với tháng 8 năm 2021 thì phát sinh hồ sơ cả nước tháng 8 gấp mấy lần',
      'toàn quốc tháng 8 phát sinh hồ sơ gấp bao nhiêu lần cùng kỳ năm ngoái',
    ],
    says: ['51,49%', '32,18%', 'gấp 1,6 lần'],
  },
  {
    article: 'a province over two quarters',
    as: 'vp',
    at: '2022-09-05',
    asked: [
      'Thái Nguyên quý II so với quý I phát sinh hồ sơ tăng mấy điểm',
      'thai nguyen phat sinh ho so quy 2 so voi quy 1 tang bao nhieu',
      'phát sinh hồ sơ Thái Nguyên quý 2 so với quý 1 thế nào',
      'Thái Nguyên quý hai so quý một phát sinh hồ sơ chênh bao nhiêu',
      'quý II Thái Nguyên phát sinh hồ sơ bao nhiêu, hơn quý I mấy điểm',
    ],
    says: ['60%', '28%', '32 điểm'],
  },
  {
    article: 'the target of a district',
    as: 'longdien',
    at: '2022-09-05',
    asked: [
      'huyện mình năm nay phải đạt bao nhiêu trực tuyến',
      'chi tieu truc tuyen cua Long Dien la bao nhieu',
      'được giao mấy phần trăm hồ sơ trực tuyến',
      'huyện Long Điền được giao chỉ tiêu trực tuyến bao nhiêu, theo văn bản nào',
      'tụi tui phải đạt bao nhiêu % trực tuyến',
    ],
    says: ['50%', 'QĐ-BRVT'],
  },
  {
    article: 'the office that is exempt',
    as: 'thanhtra',
    at: '2022-09-05',
    asked: [
      'Đơn vị tôi được giao chỉ tiêu trực tuyến bao nhiêu',
      'minh co bi giao chi tieu truc tuyen khong',
      'thanh tra được giao mấy % trực tuyến',
      'chỉ tiêu trực tuyến của tôi',
      'bên mình phải đạt bao nhiêu trực tuyến',
    ],
    says: ['không được giao chỉ tiêu'],
  },
  {
    article: 'two phases of one office: 40,3 % becomes 50 %, then 60 %',
    as: 'sogt',
    at: '2024-03-25',
    asked: [
      'chỉ tiêu trực tuyến của tôi giai đoạn 1 là bao nhiêu',
      'giai doan 1 phai dat bao nhieu truc tuyen',
      'Sở GTVT được giao bao nhiêu % trực tuyến giai đoạn 1',
      'gđ1 mình phải đạt mấy phần trăm trực tuyến',
      'kế hoạch 629 giao sở mình bao nhiêu trực tuyến giai đoạn 1',
    ],
    says: ['50%', '629/KH-UBND'],
  },
  {
    article: 'the second phase of its payments',
    as: 'sogt',
    at: '2024-03-25',
    asked: [
      'chỉ tiêu thanh toán giai đoạn 2 của sở là bao nhiêu',
      'giai doan 2 phai dat bao nhieu thanh toan truc tuyen',
      'Sở GTVT giai đoạn 2 được giao bao nhiêu thanh toán',
      'gđ2 thanh toán mình phải đạt bao nhiêu',
      'sang giai đoạn 2 thì chỉ tiêu thanh toán lên mấy',
    ],
    says: ['77,37%'],
  },
  {
    article: 'points, and the place among 63',
    as: 'gialai',
    at: '2024-03-25',
    asked: [
      'điểm phục vụ 2023 của tỉnh xếp hạng bao nhiêu toàn quốc',
      'chi so phuc vu nam 2023 cua tinh minh xep thu may',
      'năm 2023 Gia Lai được bao nhiêu điểm chỉ số phục vụ, đứng thứ mấy',
      'chỉ số phục vụ năm 2023 tỉnh mình hạng mấy',
      'xếp hạng chỉ số phục vụ của Gia Lai năm 2023',
    ],
    says: ['53,13/100 điểm', '61/63'],
  },
  {
    article: 'eight months of a province',
    as: 'khanhhoa',
    at: '2024-09-10',
    asked: [
      '8 tháng năm 2024 tỷ lệ hồ sơ trực tuyến của Khánh Hòa là bao nhiêu?',
      'truc tuyen 8 thang dau nam duoc bao nhieu',
      '8 tháng đầu năm tỉnh mình trực tuyến mấy phần trăm',
      'tám tháng đầu năm 2024 hồ sơ trực tuyến thế nào',
      'trực tuyến từ đầu năm tới giờ của tỉnh',
    ],
    says: ['47,18%'],
  },
  {
    article: 'its payments',
    as: 'khanhhoa',
    at: '2024-09-10',
    asked: [
      'ty le thanh toan truc tuyen 8 thang dau nam',
      'thanh toán 8 tháng đầu năm được bao nhiêu',
      'thanh toán trực tuyến từ đầu năm của Khánh Hòa',
      'tỉnh mình thanh toán trực tuyến tới giờ được mấy phần trăm',
      'tỷ lệ thanh toán của tôi từ đầu năm',
    ],
    says: ['36,46%'],
  },
  {
    article: 'a rate with its denominator',
    as: 'khanhhoa',
    at: '2024-09-10',
    asked: [
      'Khánh Hòa toàn trình đã đạt chỉ tiêu 2024 chưa',
      'toan trinh cua tinh nam nay da dat chi tieu chua',
      'tỉnh mình toàn trình đạt chưa',
      'trực tuyến toàn trình tới giờ đạt chỉ tiêu chưa',
      'đã đạt toàn trình chưa',
    ],
    says: ['82%', '1.000 hồ sơ của thủ tục toàn trình', '30%'],
  },
  {
    article: 'a target of the year to come',
    as: 'khanhhoa',
    at: '2024-09-10',
    asked: [
      'năm 2025 địa phương phải đạt bao nhiêu % toàn trình',
      'chi tieu toan trinh nam 2025 cua tinh',
      'qua năm 2025 tỉnh mình phải đạt toàn trình bao nhiêu',
      'Khánh Hòa được giao toàn trình năm 2025 bao nhiêu',
      'năm 2025 toàn trình mình được giao mấy phần trăm',
    ],
    says: ['70%', 'ăm 2025'],
  },
  {
    article: 'a place of which a smaller one is better',
    as: 'vp',
    at: '2023-01-05',
    asked: [
      'xếp hạng LHQ của Việt Nam năm 2022 tăng hay giảm so với 2020',
      'xếp hạng LHQ năm 2022 bao nhiêu, so với năm 2020',
      'xep hang lhq nam 2022 tang may bac so voi nam 2020',
      'xếp hạng LHQ 2022 so với 2020 thế nào',
      'so năm 2020 thì xếp hạng LHQ năm 2022 tăng mấy bậc',
    ],
    says: ['thứ 76/193', 'thứ 81/193', 'ăng 5 bậc'],
  },
  {
    article: 'ministries, apart from provinces, and a region left out',
    as: 'vp',
    at: '2022-05-10',
    asked: ['3 bộ thấp nhất về phát sinh hồ sơ tháng 4', 'bo nao thap nhat ve phat sinh ho so thang 4'],
    says: ['Bộ LĐ-TB&XH', '11,11%'],
  },
  {
    article: 'the provinces without those of a region that is left out',
    as: 'vp',
    at: '2022-05-10',
    asked: ['trừ vùng Tây Nguyên ra, 2 tỉnh thấp nhất về phát sinh hồ sơ tháng 4'],
    says: ['không tính Tây Nguyên', '4,82%', '8,69%'],
  },
  {
    article: 'the whole country beside the own province',
    as: 'gialai',
    at: '2022-09-05',
    asked: ['phát sinh hồ sơ tháng 8 của cả nước bao nhiêu', 'tháng 8 cả nước phát sinh hồ sơ thế nào'],
    says: ['Cả nước', '51,49%'],
  },
]

describe('what the articles say, asked in everyday words', () => {
  test.for(QUESTIONS)('$article', async ({ as, at, asked, says }) => {
    const db = await articleWorld()
    const scene = await readScene(db.read, momentOf(at))
    const member = scene.members.get(as)!
    const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = db.read
    const rows = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
    const wrong: string[] = []
    for (const text of asked) {
      const turn = await converse({ ...rows, scene, member, words, text, conversation: newConversation })
      const reply = plainText(turn.message)
      const unsaid = says.filter(part => !reply.includes(part))
      if (unsaid.length > 0) wrong.push(`${text} → ${unsaid.join(', ')} not in:\n${reply}`)
    }
    expect(wrong).toEqual([])
  })
})
