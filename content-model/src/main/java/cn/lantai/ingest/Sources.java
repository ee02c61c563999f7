package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.ingest.mapping.Target;
import cn.lantai.ingest.rdf.RdfSource;
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

  /**
   * In an order in which what is referred to comes first, on the whole.
   *
   * @param folder for temporary files
   */
  static List<Source> of(ImportOrder order, Path folder) throws IOException {
    List<Path> files = files(order);
    List<Path> rdf = files.stream().filter(RdfSource::isRdf).toList();
    Stream<Source> graphs =
        rdf.isEmpty() ? Stream.empty() : Stream.of(RdfSource.of(rdf, folder.resolve("rdf")));
    Stream<Source> others =
        files.stream()
            .filter(file -> !RdfSource.isRdf(file))
            .flatMap(file -> source(file, order).stream());
    return Stream.concat(others, graphs)
        .sorted(Comparator.comparingInt(source -> Target.order(source.name())))
        .toList();
  }

  private static List<Path> files(ImportOrder order) throws IOException {
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
    return files;
  }

  static Mapper mapper(List<Source> sources, ImportOrder order, Mappings mappings)
      throws IOException {
    Optional<String> name = order.mapping();
    if (name.isEmpty() && sources.stream().anyMatch(EadSource.class::isInstance)) {
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
                "可导入 CSV、XLSX、EAD（XML）和 RDF（ttl、trig、nt、nq、jsonld，可加 .gz）",
                "CSV, XLSX, EAD (XML) and RDF (ttl, trig, nt, nq, jsonld, each also .gz) can be"
                    + " imported"));
      }
    };
  }
}
