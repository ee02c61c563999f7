package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.ingest.mapping.Target;
import cn.lantai.ingest.rdf.RdfSource;
import cn.lantai.ingest.scan.ScanFolder;
import cn.lantai.ingest.scan.Scans;
import cn.lantai.ingest.source.DelimitedSource;
import cn.lantai.ingest.source.EadSource;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.ingest.source.WorkbookSource;
import cn.lantai.table.Place;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sources that an order names: tables, each by the ending of its file, and folders of scans.
 */
final class Sources {

  private static final int DEEPEST = 20;
  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "xlsx", "xml");

  private final List<Source> tables;
  private final Scans scans;
  private final Existing existing;

  private Sources(List<Source> tables, Scans scans, Existing existing) {
    this.tables = tables;
    this.scans = scans;
    this.existing = existing;
  }

  /**
   * @param folder for temporary files
   */
  static Sources of(ImportOrder order, Path folder, Existing existing) throws IOException {
    List<Path> folders = order.from().stream().filter(Files::isDirectory).toList();
    Scans scans = Scans.in(folders, name -> isTable(Path.of(name)), existing::codes);
    return new Sources(tables(order, folder), scans, existing);
  }

  /** In an order in which what is referred to comes first, on the whole; scans last. */
  List<Source> inOrder() {
    List<Source> sources = new ArrayList<>(tables);
    scans.folders().forEach(folder -> sources.add(new ScanFolder(folder, scans, existing)));
    return sources;
  }

  Scans scans() {
    return scans;
  }

  Mapper mapper(ImportOrder order, Mappings mappings) throws IOException {
    Optional<String> name = order.mapping();
    if (name.isEmpty() && tables.stream().anyMatch(EadSource.class::isInstance)) {
      name = Optional.of(Mappings.EAD);
    }
    return new Mapper(name.isPresent() ? Optional.of(mappings.get(name.get())) : Optional.empty());
  }

  private static List<Source> tables(ImportOrder order, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (Path path : order.from()) {
      if (Files.isDirectory(path)) {
        files.addAll(inside(path, sources));
      } else {
        files.add(path);
      }
    }
    // What is said of one thing may stand in several files.
    List<Path> rdf = files.stream().filter(RdfSource::isRdf).toList();
    if (!rdf.isEmpty()) {
      sources.add(RdfSource.of(rdf, folder.resolve("rdf")));
    }
    files.stream()
        .filter(file -> !RdfSource.isRdf(file))
        .forEach(file -> sources.add(source(file, order)));
    return sources.stream()
        .sorted(Comparator.comparingInt(source -> Target.order(source.name())))
        .toList();
  }

  /** In a folder other files may lie about; one that was named is refused aloud. */
  private static List<Path> inside(Path folder, List<Source> refused) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isTable(file) && Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException closed) {
            refused.add(closed(path));
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }

  private static boolean isTable(Path file) {
    return ENDINGS.contains(ending(file)) || RdfSource.isRdf(file);
  }

  private static Source source(Path file, ImportOrder order) {
    return switch (ending(file)) {
      case "csv", "tsv", "txt" -> new DelimitedSource(file, order.charset());
      case "xlsx" -> new WorkbookSource(file);
      case "xml" -> new EadSource(file);
      default ->
          new Refused(
              file,
              LocalizedText.of("不是可导入的文件类型", "Not a type of file that can be imported"),
              LocalizedText.of(
                  "可导入 CSV、XLSX、EAD（XML）和 RDF（ttl、trig、nt、nq、jsonld，可加 .gz）；图像请整个文件夹导入",
                  "CSV, XLSX, EAD (XML) and RDF (ttl, trig, nt, nq, jsonld, each also .gz) can be"
                      + " imported, and images as a folder"));
    };
  }

  private static Source closed(Path folder) {
    return new Refused(
        folder,
        LocalizedText.of("打不开", "It cannot be opened"),
        LocalizedText.of("请检查权限后重新导入", "Check its permissions and import again"));
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What cannot be read, as a source that says so. */
  private record Refused(Path file, LocalizedText reason, LocalizedText remedy) implements Source {

    @Override
    public String name() {
      return file.getFileName().toString();
    }

    @Override
    public void read(Sink sink) throws IOException {
      throw new UnreadableSourceException(Place.file(name()), reason, remedy);
    }
  }
}
