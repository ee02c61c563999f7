package cn.lantai.server.imports;

import cn.lantai.server.imports.Arriving.Announced;
import cn.lantai.server.imports.UploadRefusedException.Kind;
import cn.lantai.server.imports.Uploads.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Uploads of large files, piece by piece: several at a time, and on from where they broke off. What
 * is not gone on with is removed when uploads are that nobody imports.
 */
@ApplicationScoped
public class Pieces {

  /** So many uploads of one person may be under way. */
  private static final int MOST_UNDER_WAY = 20;

  /** What must be left on the disk for all else. */
  private static final long LEFT_FREE = 512L << 20;

  private static final String ARRIVING = "arriving";

  @Inject Uploads uploads;

  /** What somebody writes to now: {@code upload/file}, or an upload as a whole. */
  private final Set<String> busy = new HashSet<>();

  /** A file as it is announced, and how much of it is there. */
  public record Piecewise(String name, long size, long received) {}

  /** An upload that is under way. */
  public record UnderWay(String id, List<Piecewise> files) {

    public UnderWay {
      files = List.copyOf(files);
    }
  }

  /** The largest piece, in bytes. */
  public int largestPiece() {
    return Arriving.LARGEST_PIECE;
  }

  /** Begins an upload of files of these names and sizes. */
  public UnderWay begin(List<Piecewise> files, String by)
      throws IOException, UploadRefusedException {
    uploads.sweep();
    String id = UUID.randomUUID().toString();
    check(files, uploads.files(id), by);
    Arriving arriving =
        Arriving.begin(
            uploads.folder(id).resolve(ARRIVING),
            by,
            files.stream().map(each -> new Announced(each.name(), each.size())).toList());
    return underWay(id, arriving);
  }

  private void check(List<Piecewise> files, UploadFolder folder, String by)
      throws IOException, UploadRefusedException {
    if (files.isEmpty()) {
      throw new UploadRefusedException(
          Kind.EMPTY, "没有选择文件。请选择一个或几个文件。", "There is no file. Choose one or several.");
    }
    Set<Path> places = new HashSet<>();
    long all = 0;
    for (Piecewise file : files) {
      if (!places.add(folder.place(folder.root(), file.name()))) {
        throw folder.twice(folder.place(folder.root(), file.name()));
      }
      if (file.size() < 0 || file.size() > uploads.limit()) {
        throw new UploadRefusedException(
            Kind.TOO_LARGE,
            "文件“%s”太大：一个最多 %d MiB（LANTAI_UPLOAD_LIMIT）。"
                .formatted(file.name(), uploads.limit() >> 20),
            "The file “%s” is too large: up to %d MiB each (LANTAI_UPLOAD_LIMIT)."
                .formatted(file.name(), uploads.limit() >> 20));
      }
      all += file.size();
    }
    if (files.size() > Uploads.MOST_FILES || all > uploads.limit() * Uploads.UNPACKED) {
      throw new UploadRefusedException(
          Kind.TOO_LARGE,
          "太多：一次最多 %d 个文件，共 %d MiB。请分几次上传。"
              .formatted(Uploads.MOST_FILES, (uploads.limit() * Uploads.UNPACKED) >> 20),
          "Too much: up to %d files and %d MiB in all at a time. Upload them in parts."
              .formatted(Uploads.MOST_FILES, (uploads.limit() * Uploads.UNPACKED) >> 20));
    }
    if (of(by).size() >= MOST_UNDER_WAY) {
      throw new UploadRefusedException(
          Kind.TOO_MANY,
          "您有 " + MOST_UNDER_WAY + " 次上传没有完成。请先完成或放弃其中的。",
          "You have " + MOST_UNDER_WAY + " uploads under way. Finish some, or give them up.");
    }
    Files.createDirectories(uploads.root());
    if (Files.getFileStore(uploads.root()).getUsableSpace() - all < LEFT_FREE) {
      throw new UploadRefusedException(
          Kind.NO_SPACE,
          "服务器的磁盘放不下这么多。请告诉管理员。",
          "There is not so much space on the disk of the server. Tell the administrator.");
    }
  }

  /** What somebody has under way. */
  public List<UnderWay> of(String by) throws IOException {
    List<UnderWay> found = new ArrayList<>();
    if (Files.isDirectory(uploads.root())) {
      try (Stream<Path> all = Files.list(uploads.root())) {
        for (Path each : all.sorted().toList()) {
          find(each.getFileName().toString(), by).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Empty if it is not there, or somebody else's. */
  public Optional<UnderWay> find(String id, String by) throws IOException {
    Optional<Arriving> arriving = arriving(id, by);
    return arriving.isEmpty() ? Optional.empty() : Optional.of(underWay(id, arriving.get()));
  }

  private Optional<Arriving> arriving(String id, String by) throws IOException {
    return Uploads.isId(id)
        ? Arriving.in(uploads.folder(id).resolve(ARRIVING))
            .filter(arriving -> arriving.by().equals(by))
        : Optional.empty();
  }

  private static UnderWay underWay(String id, Arriving arriving) throws IOException {
    List<Piecewise> files = new ArrayList<>();
    for (Announced each : arriving.files()) {
      files.add(new Piecewise(each.name(), each.size(), arriving.received(files.size())));
    }
    return new UnderWay(id, files);
  }

  /**
   * How much of a file is there once a piece is.
   *
   * @param digest of the whole file, SHA-256, when it is whole
   */
  public record Taken(long received, Optional<byte[]> digest) {}

  /**
   * Takes a piece.
   *
   * @param digest the SHA-256 of the piece, if its sender tells it
   * @return empty if there is no such file, or it is somebody else's
   */
  public Optional<Taken> take(
      String id, int number, long offset, Optional<byte[]> digest, InputStream piece, String by)
      throws IOException, UploadRefusedException {
    Optional<Arriving> arriving = arriving(id, by);
    if (arriving.isEmpty() || number >= arriving.get().files().size()) {
      return Optional.empty();
    }
    String place = id + "/" + number;
    occupy(place);
    try {
      long received = arriving.get().append(number, offset, digest, piece);
      boolean whole = received == arriving.get().files().get(number).size();
      return Optional.of(
          new Taken(
              received, whole ? Optional.of(arriving.get().digest(number)) : Optional.empty()));
    } finally {
      leave(place);
    }
  }

  /**
   * Makes of what came an upload to be imported. If it is refused nothing of it is left.
   *
   * @return empty if it is not there, or somebody else's
   */
  Optional<Upload> finish(String id, String by) throws IOException, UploadRefusedException {
    Optional<Arriving> found = arriving(id, by);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    occupy(id);
    try {
      Arriving arriving = found.get();
      if (!arriving.isWhole()) {
        throw new UploadRefusedException(
            Kind.INCOMPLETE,
            "有的文件还没有传完。请接着上传，再导入。",
            "Some files are not there as a whole. Go on with the upload, and import then.");
      }
      return Optional.of(moved(id, arriving));
    } finally {
      leave(id);
    }
  }

  private Upload moved(String id, Arriving arriving) throws IOException, UploadRefusedException {
    UploadFolder folder = uploads.files(id);
    try {
      for (int number = 0; number < arriving.files().size(); number++) {
        Path part = arriving.part(number);
        if (Files.notExists(part)) {
          Files.createFile(part);
        }
        folder.adopt(arriving.files().get(number).name(), part);
      }
      arriving.end();
      return Uploads.upload(id, folder, arriving.files().stream().map(Announced::name));
    } catch (IOException | UploadRefusedException | RuntimeException failure) {
      uploads.remove(id);
      throw failure;
    }
  }

  /**
   * Gives an upload up.
   *
   * @return false if it is not there, or somebody else's
   */
  public boolean giveUp(String id, String by) throws IOException, UploadRefusedException {
    if (arriving(id, by).isEmpty()) {
      return false;
    }
    occupy(id);
    try {
      uploads.remove(id);
    } finally {
      leave(id);
    }
    return true;
  }

  private void occupy(String place) throws UploadRefusedException {
    synchronized (busy) {
      boolean taken =
          busy.stream()
              .anyMatch(
                  each ->
                      each.equals(place)
                          || each.startsWith(place + "/")
                          || place.startsWith(each + "/"));
      if (taken) {
        throw new UploadRefusedException(
            Kind.INCOMPLETE,
            "这个文件正在接收另一段。请稍候再发。",
            "Another piece of this file is coming in. Wait a moment.");
      }
      busy.add(place);
    }
  }

  private void leave(String place) {
    synchronized (busy) {
      busy.remove(place);
    }
  }
}
