package cn.lantai.ingest.scan;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.scan.ScanName.Meaning;
import cn.lantai.media.MediaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The scans in the folders of an import, and what they are scans of. They come last in an import:
 * by then it is known which codes it brings, and which files its tables of images name.
 */
public final class Scans {

  private final List<Path> folders = new ArrayList<>();
  private final ScanCodes codes = new ScanCodes();
  private final Set<String> named = new HashSet<>();
  private final Predicate<String> others;

  /**
   * Looks through folders; what has no scans in it is none of ours.
   *
   * @param others names of files that are not to be looked at, such as tables
   * @param before tells all codes of the system, if asked
   */
  public static Scans in(
      List<Path> folders, Predicate<String> others, Consumer<BiConsumer<String, EntityIri>> before)
      throws IOException {
    Scans scans = new Scans(others);
    for (Path folder : folders) {
      boolean[] any = new boolean[1];
      scans
          .walk(folder)
          .walk(
              (file, path) -> {
                any[0] = true;
                scans.codes.want(file.toString());
                ScanName.meanings(path).forEach(meaning -> scans.codes.want(meaning.code()));
              });
      if (any[0]) {
        scans.folders.add(folder);
      }
    }
    if (!scans.folders.isEmpty()) {
      before.accept(scans.codes::before);
    }
    return scans;
  }

  private Scans(Predicate<String> others) {
    this.others = others;
  }

  /** The folders that have scans in them. */
  public List<Path> folders() {
    return folders;
  }

  ScanWalk walk(Path folder) {
    return new ScanWalk(folder, others);
  }

  /** Forgets what the tables of the import said, for they are read anew. */
  public void restart() {
    codes.restart();
    named.clear();
  }

  /** Notes that the import has an entity with this code. */
  public void note(String code, EntityIri holder) {
    codes.now(code, holder);
  }

  /** Notes that a table of images names the file, so that it is not taken twice. */
  public void noteNamed(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    if (codes.isWanted(path)) {
      named.add(path);
    }
  }

  /** How many pages a file has; a file that cannot be opened is one, which is told later. */
  static int pages(Path file) {
    try {
      return MediaStore.pages(file);
    } catch (IOException unreadable) {
      return 1;
    }
  }

  boolean isNamed(Path file) {
    return named.contains(file.toString());
  }

  /**
   * What a path means: a page of a record, or why it means none.
   *
   * @param record empty if there is an obstacle
   * @param code as it is written in the record
   * @param above the set among whose records a scan without a page number may have been meant as a
   *     page
   */
  record Finding(
      Optional<Obstacle> obstacle,
      Optional<EntityIri> record,
      String code,
      int page,
      Optional<String> above) {

    /** What the n-th page of the file is: pages in a file count on from its name. */
    Finding at(int pageOfFile) {
      return new Finding(obstacle, record, code, page + pageOfFile - 1, above);
    }

    static Finding of(Obstacle obstacle, String codes) {
      return new Finding(Optional.of(obstacle), Optional.empty(), codes, 0, Optional.empty());
    }
  }

  /** Why a path means no page. */
  enum Obstacle {
    UNKNOWN,
    AMBIGUOUS,
    OF_A_SET
  }

  Finding find(String path) {
    List<Meaning> known =
        ScanName.meanings(path).stream()
            .filter(meaning -> !codes.holders(meaning.code()).isEmpty())
            .toList();
    if (known.isEmpty()) {
      return Finding.of(Obstacle.UNKNOWN, "");
    }
    Meaning best = known.get(0);
    Map<EntityIri, String> holders = codes.holders(best.code());
    if (holders.size() > 1) {
      return Finding.of(Obstacle.AMBIGUOUS, String.join("、", holders.values()));
    }
    EntityIri holder = holders.keySet().iterator().next();
    String code = holders.get(holder);
    Optional<Map.Entry<EntityIri, String>> shorter =
        best.page().isPresent() ? Optional.empty() : shorter(best, known);
    if (shorter.filter(entry -> isRecord(entry.getKey())).isPresent()) {
      return Finding.of(Obstacle.AMBIGUOUS, code + "、" + shorter.get().getValue());
    }
    if (!isRecord(holder)) {
      return Finding.of(Obstacle.OF_A_SET, code);
    }
    return new Finding(
        Optional.empty(),
        Optional.of(holder),
        code,
        best.page().orElse(1),
        shorter.map(Map.Entry::getValue));
  }

  /** The holder of the code that would leave the last number for the page. */
  private Optional<Map.Entry<EntityIri, String>> shorter(Meaning whole, List<Meaning> known) {
    return known.stream()
        .filter(each -> each.page().isPresent() && whole.code().startsWith(each.code() + "-"))
        .findFirst()
        .flatMap(each -> codes.holders(each.code()).entrySet().stream().findFirst());
  }

  private static boolean isRecord(EntityIri entity) {
    return entity.type() == EntityType.RECORD;
  }
}
