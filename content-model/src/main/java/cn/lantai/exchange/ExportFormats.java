package cn.lantai.exchange;

import java.util.List;
import java.util.Optional;

/** All formats; the first is the default. */
public final class ExportFormats {

  public static final List<ExportFormat> ALL =
      List.of(
          new CsvFormat(),
          new XlsxFormat(),
          new Ead3Format(),
          new NTriplesFormat(),
          new TurtleFormat(),
          new JsonLdFormat());

  private ExportFormats() {}

  public static Optional<ExportFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }
}
