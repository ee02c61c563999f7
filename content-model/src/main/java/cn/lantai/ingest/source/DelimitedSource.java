package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table in delimited text: comma, tab or semicolon; headings in the first row. */
public final class DelimitedSource implements Source {

  private static final char[] DELIMITERS = {',', '\t', ';'};
  private static final int FIRST_LINE = 1 << 16;

  private final Path file;
  private final Optional<Charset> charset;

  /**
   * @param charset the encoding, if it is not to be found out
   */
  public DelimitedSource(Path file, Optional<Charset> charset) {
    this.file = file;
    this.charset = charset;
  }

  @Override
  public String name() {
    return file.getFileName().toString();
  }

  @Override
  public boolean hasForeignColumns() {
    return true;
  }

  @Override
  public void read(Sink sink) throws IOException {
    TextEncoding encoding =
        charset.isPresent() ? TextEncoding.of(file, charset.get()) : TextEncoding.of(file);
    long row = 0;
    try (Reader text = encoding.open(file)) {
      DelimitedReader records = new DelimitedReader(text, delimiter(encoding));
      try {
        List<String> names = records.next();
        Header header = new Header(names);
        reportTwice(names, sink);
        for (List<String> cells = records.next(); !cells.isEmpty(); cells = records.next()) {
          row = records.record();
          sink.row(row(header, cells, row, records.longCell()));
        }
      } catch (DelimitedReader.OpenQuoteException open) {
        throw new UnreadableSourceException(
            Place.row(name(), open.record()),
            LocalizedText.of("从这一行起引号没有闭合", "A quotation mark is open from this row on"),
            LocalizedText.of("请检查引号是否成对，或重新导出", "Check that quotation marks come in pairs"));
      } catch (CharacterCodingException wrong) {
        throw new UnreadableSourceException(
            Place.row(name(), row + 1),
            LocalizedText.of(
                "此处不是有效的 " + encoding.charset(), "This is not valid " + encoding.charset()),
            LocalizedText.of("请另存为 UTF-8 再导入", "Save the file as UTF-8 and import it again"));
      }
    }
  }

  private char delimiter(TextEncoding encoding) throws IOException {
    int[] counts = new int[DELIMITERS.length];
    try (Reader text = encoding.open(file)) {
      boolean quoted = false;
      for (int i = 0; i < FIRST_LINE; i++) {
        int c = text.read();
        if (c < 0 || (c == '\n' || c == '\r') && !quoted) {
          break;
        }
        quoted ^= c == '"';
        for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
          counts[d] += c == DELIMITERS[d] ? 1 : 0;
        }
      }
    }
    int most = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      most = counts[d] > counts[most] ? d : most;
    }
    return DELIMITERS[most];
  }

  private void reportTwice(List<String> names, Sink sink) throws IOException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        sink.problem(twice(Place.row(name(), 1), name));
      }
    }
  }

  static Problem twice(Place place, String heading) {
    return Problem.warning(
        place,
        heading,
        "",
        LocalizedText.of("表头有两列同名，只读第一列", "Two columns have this heading; only the first is read"),
        LocalizedText.of("请给第二列另起名称", "Give the second one a name of its own"));
  }

  private SourceRow row(Header header, List<String> cells, long number, int longCell) {
    Place place = Place.row(name(), number);
    List<Problem> problems = new ArrayList<>();
    for (int i = header.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add(Limits.rowTooLong(place, cells.get(i)));
        break;
      }
    }
    if (longCell >= 0) {
      String column = longCell < header.size() ? header.names().get(longCell) : "";
      problems.add(
          Limits.cellTooLong(place, column, longCell < cells.size() ? cells.get(longCell) : ""));
    }
    return new SourceRow(name(), place, header, cells, problems);
  }
}
