package cn.lantai.ingest.mapping;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.media.Digest;
import cn.lantai.table.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The mappings of an installation: one CSV file for each kind of source in a folder, and those that
 * come with Lantai ({@code ead}, {@code dublin-core}). A file of the same name in the folder wins.
 */
public final class Mappings {

  /** The mapping for finding aids in EAD. */
  public static final String EAD = "ead";

  private static final List<String> BUILT_IN = List.of("dublin-core", EAD);

  private final Path folder;

  public Mappings(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws UnreadableSourceException if there is no such mapping, or it cannot be read
   */
  public Mapping get(String name) throws IOException {
    if (!EntityIri.isKey(name)) {
      throw missing(name);
    }
    Path own = file(name);
    if (Files.exists(own)) {
      return Mapping.read(name, own);
    }
    byte[] builtIn = content(name).orElseThrow(() -> missing(name));
    Path copy = Files.createTempFile("mapping", ".csv");
    try {
      Files.write(copy, builtIn);
      return Mapping.read(name, copy);
    } finally {
      Files.delete(copy);
    }
  }

  /**
   * A mapping as it is kept.
   *
   * @param version another one for other content
   * @param own whether it is in the folder, and not as it comes with Lantai
   */
  public record Kept(Mapping mapping, String version, boolean own) {}

  /** Empty if there is none of this name. */
  public Optional<Kept> find(String name) throws IOException {
    Optional<byte[]> content = content(name);
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept(get(name), version(content.get()), Files.exists(file(name))));
  }

  /**
   * Keeps a mapping in the folder.
   *
   * @param seen the version that it takes the place of; empty if there is none of this name yet
   * @return its version
   * @throws MappingRefusedException if two of its columns go where there is room for one
   * @throws MappingChangedException if there is another version, or none, or one already
   */
  public synchronized String save(Mapping mapping, Optional<String> seen)
      throws IOException, MappingRefusedException, MappingChangedException {
    mapping.requireRoom();
    if (!content(mapping.name()).map(Mappings::version).equals(seen)) {
      throw new MappingChangedException(mapping.name(), seen.isPresent());
    }
    byte[] csv = mapping.toCsv();
    Path file = file(mapping.name());
    Files.createDirectories(folder);
    Path part = Files.write(folder.resolve(mapping.name() + ".csv.part"), csv);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return version(csv);
  }

  private Optional<byte[]> content(String name) throws IOException {
    if (!EntityIri.isKey(name)) {
      return Optional.empty();
    }
    if (Files.exists(file(name))) {
      return Optional.of(Files.readAllBytes(file(name)));
    }
    try (InputStream builtIn = Mappings.class.getResourceAsStream(name + ".csv")) {
      return builtIn == null ? Optional.empty() : Optional.of(builtIn.readAllBytes());
    }
  }

  private static String version(byte[] content) {
    return Digest.of(content).hex();
  }

  /** The names of all mappings, those of the folder first. */
  public List<String> names() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".csv"))
            .map(name -> name.substring(0, name.length() - ".csv".length()))
            .filter(EntityIri::isKey)
            .sorted()
            .forEach(names::add);
      }
    }
    names.addAll(BUILT_IN);
    return List.copyOf(names);
  }

  public Path file(String name) {
    return folder.resolve(name + ".csv");
  }

  private UnreadableSourceException missing(String name) {
    return new UnreadableSourceException(
        Place.file(file(name).getFileName().toString()),
        LocalizedText.of("没有名为“" + name + "”的映射表", "There is no mapping named “" + name + "”"),
        LocalizedText.of(
            "请把映射表放进 " + folder.getFileName() + " 文件夹",
            "Put it into the folder " + folder.getFileName()));
  }

  /**
   * Writes a mapping to be filled in: a line for each column of a table that was not recognised.
   */
  public static void draft(Path file, String table, Header header) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (CSVPrinter csv =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.EXCEL)) {
      csv.print("\uFEFF" + Mapping.HEADINGS.get(0));
      csv.printRecord(Mapping.HEADINGS.subList(1, Mapping.HEADINGS.size()));
      for (String name : header.names()) {
        String column =
            Target.named("records.csv")
                .flatMap(records -> records.column(name))
                .map(found -> found.heading())
                .orElse("");
        csv.printRecord(table, name, column.isEmpty() ? "" : "records.csv", column, "", "", "");
      }
    }
  }
}
