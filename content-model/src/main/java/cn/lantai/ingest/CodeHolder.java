package cn.lantai.ingest;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.KeyTable;
import cn.lantai.table.Place;
import cn.lantai.table.Row;
import cn.lantai.table.Tables;

/**
 * Who has a reference code (档号) that a row of an import would give to something else, or would
 * bring into another archive with what lies in it.
 */
record CodeHolder(String code, LocalizedText reason, LocalizedText remedy) {

  static CodeHolder of(String code, EntityIri holder, Survey survey, Permit permit) {
    int row = survey.rowOf(holder);
    return row == KeyTable.NONE
        ? new CodeHolder(
            code,
            LocalizedText.of("库中已有此档号", "The reference code is in use"),
            permit.mayName(holder)
                ? LocalizedText.of(
                    "属于 " + holder + "，请核对", "It belongs to " + holder + "; compare them")
                : LocalizedText.of(
                    "属于您权限以外的一条，请改用另一个档号",
                    "It belongs to something beyond your role; choose another"))
        : ofRow(code, row, survey);
  }

  static CodeHolder ofRow(String code, int number, Survey survey) {
    LocalizedText where = where(survey.place(number));
    return new CodeHolder(
        code,
        LocalizedText.of("档号重复", "The reference code occurs twice"),
        LocalizedText.of(where.zh() + "已用此档号，请核对", "It is that of " + where.en().orElseThrow()));
  }

  void note(Row row) {
    row.problem(Tables.CODE, code, reason, remedy);
  }

  /** What a reader finds a row by. */
  static LocalizedText where(Place place) {
    return place.row() == 0
        ? LocalizedText.of(place.file() + " 的另一条", "another entry of " + place.file())
        : LocalizedText.of(
            place.file() + " 第 " + place.row() + " 行",
            "row " + place.row() + " of " + place.file());
  }
}
