package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.ingest.mapping.Target;
import cn.lantai.ingest.source.DelimitedSource;
import cn.lantai.ingest.source.EadSource;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.ingest.source.WorkbookSource;
import cn.lantai.table.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds which sources an order names, each by the ending of its file. */
final class Sources {

  private static final int DEEPEST = 8;

  private Sources() {}

  /** In an order in which what is referred to comes first, on the whole. */
  static List<Source> of(ImportOrder order) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : order.from()) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path, DEEPEST)) {
          inside.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files.stream()
        .flatMap(file -> source(file, order).stream())
        .sorted(Comparator.comparingInt(source -> Target.order(source.name())))
        .toList();
  }

  static Mapper mapper(ImportOrder order, Mappings mappings) throws IOException {
    Optional<String> name = order.mapping();
    if (name.isEmpty() && of(order).stream().anyMatch(EadSource.class::isInstance)) {
      name = Optional.of(Mappings.EAD);
    }
    return new Mapper(name.isPresent() ? Optional.of(mappings.get(name.get())) : Optional.empty());
  }

  private static Optional<Source> source(Path file, ImportOrder order) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv", "tsv", "txt" -> Optional.of(new DelimitedSource(file, order.charset()));
      case "xlsx" -> Optional.of(new WorkbookSource(file));
      case "xml" -> Optional.of(new EadSource(file));
      default -> order.from().contains(file) ? Optional.of(unknown(file)) : Optional.empty();
    };
  }

  /** In a folder other files may lie about; one that was named is refused aloud. */
  private static Source unknown(Path file) {
    return new Source() {
      @Override
      public String name() {
        return file.getFileName().toString();
      }

      @Override
      public void read(Sink sink) throws IOException {
        throw new UnreadableSourceException(
            Place.file(name()),
            LocalizedText.of("不是可导入的文件类型", "Not a type of file that can be imported"),
            LocalizedText.of(
                "可导入 CSV、XLSX、EAD（XML）、Turtle、JSON-LD、N-Quads",
                "CSV, XLSX, EAD (XML), Turtle, JSON-LD and N-Quads can be imported"));
      }
    };
  }
}
