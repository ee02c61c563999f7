package cn.lantai.ingest;

import cn.lantai.curation.Author;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param from files and folders
 * @param images where the files are that a table of images names
 * @param mapping the name of the mapping for columns that are not ours
 * @param charset the encoding of texts, if it is not to be found out
 * @param publish whether what is open is published as well
 * @param dryRun whether only the report is made
 * @param permit what may be written
 */
public record ImportOrder(
    List<Path> from,
    Optional<Path> images,
    Optional<String> mapping,
    Optional<Charset> charset,
    boolean publish,
    boolean dryRun,
    Permit permit,
    Author author) {

  public ImportOrder {
    from = List.copyOf(from);
  }

  public static ImportOrder of(Author author, Path... from) {
    return new ImportOrder(
        List.of(from),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Permit.EVERYTHING,
        author);
  }

  public ImportOrder withImages(Path folder) {
    return new ImportOrder(
        from, Optional.of(folder), mapping, charset, publish, dryRun, permit, author);
  }

  public ImportOrder withMapping(String name) {
    return new ImportOrder(
        from, images, Optional.of(name), charset, publish, dryRun, permit, author);
  }

  public ImportOrder published() {
    return new ImportOrder(from, images, mapping, charset, true, dryRun, permit, author);
  }

  public ImportOrder onlyTried() {
    return new ImportOrder(from, images, mapping, charset, publish, true, permit, author);
  }

  public ImportOrder permitted(Permit other) {
    return new ImportOrder(from, images, mapping, charset, publish, dryRun, other, author);
  }
}
