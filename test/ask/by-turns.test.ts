import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../src/ask/lexicon.ts'
import type { Question } from '../../src/ask/question.ts'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { AskContext } from '../../src/ask/reading.ts'
import { asker, giaLai2024 } from './provinces.ts'

/** One asks by turns, on a phone and mostly without marks: what changes, and what the turns before are together. */

const lexicon = buildLexicon(giaLai2024())
const APRIL = { from: '2024-04-01', to: '2024-04-30' }
const MARCH = { from: '2024-03-01', to: '2024-03-31' }

/** The last of several messages, each behind those before; `shown` is the list under a question about a group. */
function talk(texts: readonly string[], shown: readonly string[] = [], member = 'bcd-tinh'): Question {
  const asked: Question[] = []
  for (const text of texts) {
    const previous = asked.at(-1) ?? null
    const isList = previous !== null && (previous.group !== null || previous.intent === 'why')
    const context: AskContext = {
      ...asker(member),
      previous,
      earlier: asked.slice(0, -1),
      shown: isList ? shown : [],
    }
    asked.push(readQuestion(text, lexicon, context).questions[0]!)
  }
  return asked.at(-1)!
}

describe('the same question with another word of its own', () => {
  const movers = 'huyen nao tang nhieu nhat tuan nay ve so hoa'
  const goal = 'xa minh muon len hang 3 huyen thi can bao nhieu ho so truc tuyen'
  const supposed = 'neu Pleiku moi ngay them 100 ho so truc tuyen thi sao'
  const streak = 'huyen nao 3 tuan lien duoi chi tieu dung han'

  test.each([
    [[movers, 'con giam'], { intent: 'movers', direction: 'down', group: { kind: 'district' } }],
    [
      [movers, 'giam thi sao', 'con cac so'],
      { intent: 'movers', direction: 'down', group: { kind: 'department' } },
    ],
    [[movers, 'tinh tu dau thang'], { intent: 'movers', direction: 'up', period: { from: '2024-05-01' } }],
    [[supposed, 'con 200'], { intent: 'what_if', units: ['GL-H622'], assume: { perDay: 200 } }],
    [[supposed, 'thế còn năm chục thôi'], { intent: 'what_if', assume: { perDay: 50 } }],
    [[supposed, '80%'], { intent: 'what_if', assume: { rate: 80 } }],
    [[streak, 'con so nao'], { intent: 'since', group: { kind: 'department' }, step: 'week' }],
    [[streak, 'thanh toan thi sao'], { intent: 'since', indicators: ['online_payment_rate'] }],
    [
      ['xa nao chua giai trinh', 'the xa Ia Dom'],
      { intent: 'responses', units: ['GL-X23872'], group: null, response: 'explained' },
    ],
    [
      ['so sanh khoi so voi khoi huyen ve truc tuyen', 'the khoi xa'],
      { intent: 'total', group: { kind: 'commune' } },
    ],
    [
      ['So Y te 61% truc tuyen dung khong', 'con So Xay dung 55%'],
      { intent: 'verify', units: ['GL-S08'], claimed: 55 },
    ],
    [['So Y te 61% truc tuyen dung khong', 'the bao nhieu moi dung'], { intent: 'value', units: ['GL-S03'] }],
    [['bao cao tuan nay', 'con tuan truoc'], { intent: 'report', period: { from: '2024-05-06' } }],
    [['bao cao thang 4', 'gui file luon'], { intent: 'report', period: APRIL, output: 'file' }],
  ])('%j', (texts, expected) => {
    expect(talk(texts)).toMatchObject({ ...expected, notAnswered: [] })
  })

  test.each([
    ['hang 1 thi sao', { intent: 'goal', place: 1, rankWithinParent: true }],
    ['con so hoa', { intent: 'goal', place: 3, indicators: ['digitization_rate'] }],
    ['xep hang may', { intent: 'rank' }],
  ])('a place as goal, of who asks: %s', (text, expected) => {
    expect(talk([goal, text], [], 'ct-iapnon')).toMatchObject(expected)
  })

  test('what asks something else is another question', () => {
    expect(talk([movers, 'Sở Y tế số hóa bao nhiêu'])).toMatchObject({ intent: 'value', units: ['GL-S03'] })
    expect(talk(['bao cao tuan nay', 'truc tuyen bao nhieu'])).toMatchObject({ intent: 'value' })
  })

  test('a number that is no part of such a question is not passed over', () => {
    const { intent, notAnswered } = talk([streak, 'con so nao 70'])
    expect(intent === 'since' && notAnswered.length === 0).toBe(false)
  })
})

describe('what was asked by turns is meant together', () => {
  const two = ['so hoa Ia Dom tuan truoc', 'con Ia Kla']
  const units = ['GL-X23872', 'GL-X23869']

  test.each([
    'vay xa nao cao hon',
    'the dua nao thap hon',
    'ben nao hon',
    '2 xa nay chenh nhau may diem',
    'hai xa cach nhau bao nhieu',
    'lech nhau may diem',
  ])('of two communes: %s', text => {
    expect(talk([...two, text])).toMatchObject({
      intent: 'compare',
      units,
      indicators: ['digitization_rate'],
      period: { from: '2024-05-06' },
      notAnswered: [],
    })
  })

  test('of them something else, and a third one', () => {
    expect(talk([...two, 'hai xa do thanh toan thi sao'])).toMatchObject({
      intent: 'compare',
      units,
      indicators: ['online_payment_rate'],
    })
    expect(talk([...two, 'xa nao hon', 'them Ia Nan vo'])).toMatchObject({
      intent: 'compare',
      units: [...units, 'GL-X23884'],
    })
    expect(talk([...two, 'con Ia Nan', 'ba xa do ai cao nhat']).units).toEqual([...units, 'GL-X23884'])
  })

  test('communes are no departments', () => {
    expect(talk([...two, 'so nao cao hon'])).not.toMatchObject({ units })
  })

  const months = ['so hoa Ia Dom thang 3', 'con thang 4']
  test.each(['hai thang do chenh nhau may diem', 'thang nao cao hon', '2 thang nay lech nhau nhieu khong'])(
    'of two months: %s',
    text => {
      expect(talk([...months, text])).toMatchObject({
        intent: 'trend',
        units: ['GL-X23872'],
        period: APRIL,
        base: MARCH,
        notAnswered: [],
      })
    },
  )

  test('of two indicators', () => {
    const both = { units: ['GL-X23872'], indicators: ['digitization_rate', 'online_payment_rate'] }
    const asked = ['so hoa Ia Dom', 'thanh toan', 'cai nao thap hon']
    expect(talk(asked)).toMatchObject({ intent: 'value', ...both })
    expect(talk([...asked, 'hai cai do tuan truoc'])).toMatchObject({
      ...both,
      period: { from: '2024-05-06' },
    })
  })

  test('of two that one message names, and of what is compared already', () => {
    const named = 'Ia Hrung, Ia Yok thanh toan bao nhieu'
    for (const text of ['cach nhau bao nhieu', 'lech nhau may diem ve thanh toan'])
      expect(talk([named, text], [], 'ct-iagrai')).toMatchObject({
        intent: 'compare',
        units: ['GL-X23770', 'GL-X23768'],
      })
    const three = 'so hoa Pleiku, An Khe, Ayun Pa'
    expect(talk([three, 'don vi nao thap nhat'])).toMatchObject({
      intent: 'compare',
      units: ['GL-H622', 'GL-H623', 'GL-H624'],
    })
  })
})

describe('below a list', () => {
  const bottom = ['3 huyen thap nhat ve truc tuyen']
  const top = ['3 huyen cao nhat ve truc tuyen']
  const shown = ['GL-H631', 'GL-H635', 'GL-H637']

  test('the hindmost stands where the list has its worst', () => {
    const text = 'dua bet do thieu bao nhieu hs nua moi dat'
    expect(talk([...bottom, text], shown)).toMatchObject({ intent: 'need', units: ['GL-H631'] })
    expect(talk([...top, text], shown)).toMatchObject({ intent: 'need', units: ['GL-H637'] })
  })

  test('the first of the table is one of it, and one of the list may be asked of other days', () => {
    expect(talk(['bang xep hang cac so truc tuyen', 'so dung dau la ai'], ['GL-S16'])).toMatchObject({
      intent: 'top',
      limit: 1,
      group: { kind: 'department' },
    })
    expect(talk([...top, 'huyen dau tien xep thu may thang truoc'], shown)).toMatchObject({
      intent: 'rank',
      units: ['GL-H631'],
      period: APRIL,
    })
  })

  test('none of those that are left out is dropped', () => {
    const list = 'Các sở dưới 60% thanh toán'
    for (const text of ['bỏ Thanh tra với Ngoại vụ ra', 'tru Thanh tra voi Ngoai vu ra'])
      expect(talk([list, text], ['GL-S17', 'GL-S16', 'GL-S03'])).toMatchObject({
        intent: 'below',
        threshold: 60,
        group: { kind: 'department', except: ['GL-S17', 'GL-S16'] },
      })
  })

  test('those that drag are spoken of as a list is', () => {
    const why = ['so hoa huyen Ia Grai', 'xa nao keo xuong']
    expect(talk([...why, 'xa do can bao nhieu ho so'], ['GL-X23779'])).toMatchObject({
      intent: 'need',
      units: ['GL-X23779'],
      indicators: ['digitization_rate'],
    })
  })
})

describe('a word or two', () => {
  test('a kind chooses among those of one name', () => {
    const asked = ['Chu Prong dung han bao nhieu']
    expect(talk([...asked, 'huyen'])).toMatchObject({ intent: 'value', units: ['GL-H632'] })
    expect(talk([...asked, 'thi tran'])).toMatchObject({ intent: 'value', units: ['GL-X23887'] })
  })

  test('an office is named without its kind', () => {
    for (const text of ['còn Nội vụ', 'the noi vu thi sao', 'nham, noi vu'])
      expect(talk(['Sở Y tế số hóa bao nhiêu', text])).toMatchObject({ intent: 'value', units: ['GL-S15'] })
  })

  test('dossiers of what was answered, and of what is lacking', () => {
    expect(talk(['So Tu phap truc tuyen tuan nay', 'may ho so'])).toMatchObject({ intent: 'value' })
    expect(talk(['So Tu phap so hoa', 'con thieu may diem', 'the may ho so'])).toMatchObject({
      intent: 'need',
    })
  })

  test('the same once more', () => {
    expect(talk(['cac huyen da dat so hoa', 'ke ten ra'])).toMatchObject({ intent: 'met' })
    expect(talk(['so hoa Ia Dom tuan truoc', 'cua ai'])).toMatchObject({ units: ['GL-X23872'] })
  })
})
