import type { UnitKind } from '../core/unit-tree.ts'

/** What can be wrong with a file, and what the words for it need besides the value, its line and its column. */
export interface ProblemParams {
  // The file as a whole
  no_folder: None
  no_files: { known: string }
  not_a_spreadsheet: None
  locked_spreadsheet: None
  macro_spreadsheet: None
  broken_spreadsheet: None
  unsafe_spreadsheet: None
  spreadsheet_too_large: { max: number }
  too_many_columns: { max: number }
  uncomputed_formula: None
  error_cell: None
  too_large: { max: number }
  too_many_rows: { max: number }
  not_a_table: { what: string }
  json_file: None
  not_utf8: None
  not_text: None
  bad_quotes: None
  empty_file: None
  missing_column: { found: string }
  unknown_column: { known: string }
  repeated_column: None
  list_not_recognised: { layout: string; type: string }
  not_recognised: { layout: string }
  periods_across: { columns: string }
  units_across: { columns: string }
  tables_beside: { columns: string }
  only_results: { columns: string }
  only_targets: { columns: string }
  no_numbers: { columns: string }
  only_money: { columns: string }
  scaled_table: { columns: string }
  only_differences: { columns: string }
  only_contraries: { columns: string }
  count_alone: { columns: string }
  columns_fit: { indicator: string; columns: string }
  table_guessed: { figures: string }
  tables_guessed_in: { figures: string; sheet: string; sheets: string }
  table_guessed_in: { figures: string; sheet: string }
  indicators_of_unit: { unit: string; code: string }
  indicators_of_none: None
  own_form_columns: { columns: string }
  rows_of_unit: { columns: string }
  unit_not_needed: None
  note_own_form: { unit: string }
  note_no_indicators: { count: number; rows: string }
  units_by_sheet: { sheets: string }
  units_across_periods: { columns: string }
  unit_of_table: { unit: string }
  kind_needed: { kinds: string }
  targets_or_report: { said: string }
  targets_unsaid: None
  taken_for: { kind: string }
  several_sheets: { sheets: string }
  no_sheet: { sheets: string }
  hidden_sheet: { sheets: string }
  no_sheets: None
  needs_first: { kind: string }
  unknown_kind: { known: string }
  unknown_profile: { known: string }
  profile_not_json: { near: string }
  profile_key: { key: string; known: string }
  profile_column: { used: string }
  profile_pattern: { at: string }
  profile_value: { at: string; expected: string }
  profile_of_kind: { kind: string }
  profile_over_targets: None
  profile_question: None
  profile_same: None
  target_column_unread: None
  target_year_needed: None
  target_year_differs: { said: string; used: string }
  target_year_doubted: { said: string; used: string }
  target_period_no_year: None
  target_part_of_year: { said: string }
  target_document_needed: None
  target_years: { years: string; example: string }
  targets_by_period: { periods: string }
  period_needed: None
  periods_several: { periods: string }
  period_end_alone: { day: string; example: string }
  period_yearless: { said: string; example: string }
  // One cell or row
  too_many_cells: { columns: number }
  empty_cell: None
  bad_code: None
  not_one_of: { known: string }
  bad_day: None
  days_span: None
  weekday_differs: { day: string; is: string }
  bad_year: None
  bad_number: None
  date_as_number: None
  ambiguous_number: None
  long_text: { max: number }
  unfit_text: None
  fractions: { count: number }
  maybe_share: None
  maybe_shares: { count: number }
  second_table: { line: number }
  no_layout: { known: string }
  no_table: { kind: string; needed: string }
  xml_spreadsheet: None
  garbled_text: None
  repeated_header: { line: number }
  counts_in_thousands: { unit: string }
  not_above_zero: None
  not_whole: None
  bad_period: None
  period_without_year: None
  two_periods: { named: string; days: string }
  given_period_differs: { given: string; row: string }
  days_unread: None
  days_differ: { used: string }
  day_outside_title: { title: string }
  period_outside_title: { title: string }
  dates_reversed: { from: string }
  unknown_unit: { near: string }
  no_unit: None
  several_units: None
  member_units: None
  other_marks: { near: string }
  unit_code_differs: { unit: string }
  parent_needed: None
  ambiguous_unit: { near: string }
  unknown_indicator: { near: string }
  no_indicator: None
  ambiguous_indicator: { near: string }
  unknown_phase: { near: string }
  no_phase: None
  ambiguous_phase: { near: string }
  parent_cycle: { path: string }
  merge_cycle: { path: string }
  long_closure: { max: number }
  phases_overlap: { other: string; from: string; to: string }
  name_differs: { name: string; line: number }
  unit_or_kind: None
  phase_or_year: None
  except_without_kind: None
  target_out_of_range: { max: number }
  target_in_words: None
  target_range: None
  target_at_most: None
  target_at_least: None
  no_figures: None
  merged_count: None
  branch_rows: { lines: string; of: string }
  branch_sums: { lines: string; of: string }
  half_counts: { missing: string }
  numerator_above: { denominator: number }
  value_out_of_range: { max: number }
  needs_value: None
  conflicting_row: { line: number; own: number }
  conflicting_rows: { count: number; lines: string }
  conflicting_figures: { line: number; own: number }
  more_problems: { others: number }
  ended_unit: { unit: string; day: string }
  merged_unit: { unit: string; day: string; successors: string }
  // Warnings: the file is taken all the same
  duplicate_row: { line: number }
  value_differs: { computed: number }
  parts_differ: { sum: number }
  total_differs: { sum: number }
  subtotal_differs: { own: number; sum: number; equal: number; of: number }
  subtotal_near: { own: number; sum: number }
  subtotal_doubted: { own: number; sum: number; equal: number; of: number }
  totals_differ: { sum: number; count: number }
  rank_differs: { rank: number }
  counts_unused: None
  count_of_money: None
  more_warnings: { others: number }
  spelling_accepted: { unit: string }
  under_heading: None
  under_kind: { tier: UnitKind }
  under_title: { unit: string }
  footnote_mark: { unit: string }
  jump: { before: number; factor: number }
  target_note: { note: string }
  target_jump: { before: number; after: number; factor: number }
  tiny_count: { usual: number }
  column_of_other_days: None
  column_doubted: None
  column_period_differs: { said: string; used: string }
  column_period_doubted: { said: string; used: string }
  value_beside_results: { result: string }
  result_as_target: None
  result_as_target_doubted: None
  target_as_result: None
  target_as_result_doubted: None
  counts_as_rates: None
  scaled_counts: { whole: string }
  points_as_rates: { most: number }
  rate_differs: { computed: number }
  column_of_difference: None
  title_contradicts: { said: string; used: string }
  contrary_column: { indicator: string }
  counts_in_percent: { unit: string }
  all_hundreds: { count: number }
  shown_decimals: { count: number; cells: string }
  row_year_differs: { used: string }
  indicator_within: { said: string; read: string }
  title_of_other: { said: string; read: string }
  doubtful_row_note: None
  other_units: { units: string }
  other_province: { own: string }
  doubtful_note: { note: string }
  known_before: { said: string; used: string }
  known_before_given: { said: string; used: string }
  same_as_before: { count: number; before: string }
  periods_dragged: { first: string; second: string }
  period_within: { said: string; used: string }
  note_of_other_days: { said: string; used: string }
  period_cumulated: { used: string }
  period_joined: { used: string }
  period_estimated: None
  period_not_over: { used: string }
  period_of_day: { day: string }
  period_differs: { title: string; used: string }
  period_elsewhere: { source: string; said: string; used: string }
  figures_replaced: { count: number; span: string }
  large_count: { usual: number; factor: number }
  large_counts: { factor: number }
  drop: { before: number; factor: number }
  worked_anyway: None
  period_as_day: { day: string }
  short_code: { length: number }
  mixed_scripts: None
  future_period: { from: string }
  names_alike: { unit: string }
  // What was read, and how
  note_sheet: { sheet: string; read: number; all: number }
  note_other_sheets: { sheets: string }
  note_kind: { kind: string }
  note_layout: { profile: string }
  note_profile: { profile: string }
  note_encoding: { encoding: string }
  note_font: { font: string }
  note_codes: { count: number; codes: string }
  note_document: { document: string }
  note_indicators: { names: string }
  note_row_periods: { count: number; from: string; to: string }
  note_period: { from: string; to: string; source: string }
  note_read_columns: { columns: string }
  note_repeated_units: { count: number; lines: string }
  note_units_by_name: { column: string; keys: string }
  note_blank_targets: { count: number; lines: string }
  note_figures: { figures: string; unit: string }
  note_unread_columns: { columns: string }
  note_hidden_rows: { count: number; lines: string }
  note_hidden_columns: { columns: string }
  note_struck_rows: { count: number; lines: string }
  note_comments: { count: number; cells: string }
  note_totals: { count: number; lines: string }
  note_groups: { count: number; lines: string }
  struck_rows: { count: number; lines: string }
  note_turned: None
  target_exempt: { unit: string }
  note_beside: { columns: string }
  note_merged: { count: number; cells: string }
  note_parts: { count: number; lines: string }
  goes_on: { lines: string }
  note_left_out: { count: number; lines: string }
  note_without: { count: number; lines: string }
  note_office_left_out: None
  two_numbers: None
  note_pairs: { columns: string }
  note_divided: { count: number; lines: string }
  note_blank_counts: { count: number; lines: string }
  note_blank_zero: { count: number; lines: string }
  note_no_figures: { count: number; lines: string }
  note_missing_units: { count: number; units: string }
  renamed_to_other: { before: string; after: string; other: string }
  note_renamed: { before: string; after: string }
  // Undoing
  no_such_import: None
  already_undone: None
  changed_later: { imports: string }
  changed_otherwise: None
  still_used: { imports: string }
}

type None = Record<string, never>

export type ProblemCode = keyof ProblemParams

/** One thing that is wrong: where, what stands there, and a code for which `locales/` has the words. */
export interface Problem<Code extends ProblemCode = ProblemCode> {
  file: string
  /** Line of the file, from 1, where the row begins; null when it is about the whole file. */
  line: number | null
  /** Header of the column as the file has it. */
  column: string | null
  /** What stands in the cell, shortened. */
  value: string | null
  code: Code
  params: ProblemParams[Code]
}

export interface Place {
  line?: number
  column?: string
  value?: string
}

/** How many are kept of one file; the rest is only counted. */
const MAX_PROBLEMS = 200
const MAX_VALUE = 100

/** Collects what is wrong with one file. */
export class Problems {
  readonly file: string
  readonly #kept: Problem[] = []
  readonly #seen = new Set<string>()
  #count = 0
  readonly #more: 'more_problems' | 'more_warnings'

  constructor(file: string, more: 'more_problems' | 'more_warnings' = 'more_problems') {
    this.file = file
    this.#more = more
  }

  get count(): number {
    return this.#count
  }

  /** False once no more are kept: then it is not worth looking for what would be right. */
  get isKeeping(): boolean {
    return this.#count < MAX_PROBLEMS
  }

  /** The same fault of the same cell counts once. */
  add<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], place: Place = {}): void {
    const key = `${place.line}|${place.column}|${code}`
    if (place.line !== undefined && place.column !== undefined && this.#count < MAX_PROBLEMS) {
      if (this.#seen.has(key)) return
      this.#seen.add(key)
    }
    this.#count++
    if (this.#count <= MAX_PROBLEMS) this.#kept.push(problem(this.file, code, params, place))
  }

  list(): Problem[] {
    const others = this.#count - this.#kept.length
    return others === 0 ? this.#kept : [...this.#kept, problem(this.file, this.#more, { others })]
  }
}

/** One problem outside of any collection. */
export function problem<Code extends ProblemCode>(
  file: string,
  code: Code,
  params: ProblemParams[Code],
  { line, column, value }: Place = {},
): Problem<Code> {
  const shown = value !== undefined && value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value
  return { file, line: line ?? null, column: column ?? null, value: shown ?? null, code, params }
}
