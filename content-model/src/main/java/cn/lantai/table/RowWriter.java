package cn.lantai.table;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what {@link Row} reads: each setter is the counterpart of a getter there. */
final class RowWriter {

  private final String file;
  private final Map<String, String> values = new LinkedHashMap<>();

  RowWriter(String file) {
    this.file = file;
  }

  RowWriter set(String column, String value) {
    if (!value.isBlank()) {
      values.put(column, CellText.guarded(value.strip()));
    }
    return this;
  }

  RowWriter set(String column, Optional<String> value) {
    value.ifPresent(text -> set(column, text));
    return this;
  }

  RowWriter integer(String column, long value) {
    return set(column, Long.toString(value));
  }

  RowWriter text(String column, String english, LocalizedText text) {
    return set(column, text.zh()).set(english, text.en());
  }

  RowWriter text(String column, String english, Optional<LocalizedText> text) {
    text.ifPresent(value -> text(column, english, value));
    return this;
  }

  RowWriter paragraphs(String column, String english, Optional<LocalizedText> text) {
    text.ifPresent(
        value ->
            set(column, paragraphs(value.zh()))
                .set(english, value.en().map(RowWriter::paragraphs)));
    return this;
  }

  private static String paragraphs(String text) {
    return CellText.join(List.of(text.split("\n", -1)), CellText.LINES);
  }

  RowWriter list(String column, Collection<String> texts) {
    return set(column, CellText.join(texts, CellText.LIST));
  }

  RowWriter lines(String column, Collection<String> lines) {
    String cell = CellText.trimmed(CellText.join(lines, CellText.LINES));
    if (!cell.isBlank()) {
      values.put(column, CellText.guarded(cell));
    }
    return this;
  }

  RowWriter ref(String column, Optional<EntityIri> target) {
    return set(column, target.map(EntityIri::key));
  }

  RowWriter refs(String column, Collection<EntityIri> targets) {
    return list(column, targets.stream().map(EntityIri::key).toList());
  }

  RowWriter edtf(String column, Optional<HistoricalDate> date) {
    return set(column, date.flatMap(HistoricalDate::edtf).map(EdtfDate::value));
  }

  RowWriter date(String written, String edtf, Optional<HistoricalDate> date) {
    return set(written, date.flatMap(HistoricalDate::expressed)).edtf(edtf, date);
  }

  Cells cells() {
    return new Cells(file, values);
  }
}
