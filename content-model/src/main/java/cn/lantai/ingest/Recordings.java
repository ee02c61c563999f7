package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.RecordingReader;
import cn.lantai.media.recording.RefusedRecordingException;
import cn.lantai.media.recording.Technical;
import cn.lantai.media.recording.WebVtt;
import cn.lantai.table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Stores the recordings that rows name, and reads their captions. Safe for use by many threads. */
final class Recordings {

  private static final String COLUMN = "音像";
  private static final String FILE = "文件";
  private static final int MOST_BYTES = 4 * WebVtt.LONGEST;

  private final NamedFiles files;
  private final MediaStore media;
  private final boolean dryRun;

  /**
   * @param dryRun whether nothing is to be stored
   */
  Recordings(NamedFiles files, MediaStore media, boolean dryRun) {
    this.files = files;
    this.media = media;
    this.dryRun = dryRun;
  }

  /** The file that a row names, by its path or else by the name of the recording. */
  Optional<Path> find(Row row) {
    return files.find(name(row));
  }

  /**
   * The stored recording. A row whose file is not there is taken in without it; a file that no
   * browser plays, or that is not whole, keeps its row out.
   */
  Optional<Recording.Content> store(Row row) {
    Optional<Path> file = find(row);
    if (file.isEmpty()) {
      row.warning(
          COLUMN,
          name(row),
          LocalizedText.of("找不到音像文件", "The file of the recording is not there"),
          LocalizedText.of(
              "请把文件放进导入的文件夹，文件名与表中一致", "Put it into the folder that is imported under this name"));
      return Optional.empty();
    }
    try {
      Technical technical = RecordingReader.read(file.get());
      Digest digest = dryRun ? Digest.of(file.get()) : media.keep(file.get());
      return Optional.of(new Recording.Content(digest, technical));
    } catch (RefusedRecordingException refused) {
      row.problem(
          row.get(FILE).isPresent() ? FILE : COLUMN, name(row), refused.reason(), refused.remedy());
      return Optional.empty();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The text of a file of captions; if it cannot be had, the row says why. */
  Optional<String> captions(Row row, String column, String name) {
    Optional<Path> file = files.find(name);
    if (file.isEmpty()) {
      row.problem(
          column,
          name,
          LocalizedText.of("找不到字幕文件", "The file of captions is not there"),
          LocalizedText.of(
              "请把文件放进导入的文件夹，文件名与表中一致", "Put it into the folder that is imported under this name"));
      return Optional.empty();
    }
    try {
      if (Files.size(file.get()) > MOST_BYTES) {
        row.problem(
            column,
            name,
            LocalizedText.of("字幕文件太大", "The file of captions is too large"),
            LocalizedText.of(
                "至多 " + WebVtt.LONGEST + " 字", "Up to " + WebVtt.LONGEST + " characters"));
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file.get());
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException otherEncoding) {
      row.problem(
          column,
          name,
          LocalizedText.of("字幕文件不是 UTF-8 编码", "The file of captions is not in UTF-8"),
          LocalizedText.of("请另存为 UTF-8", "Save it in UTF-8"));
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(Row row) {
    return row.get(FILE).or(() -> row.get(COLUMN)).orElse("");
  }
}
