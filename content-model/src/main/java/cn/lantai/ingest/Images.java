package cn.lantai.ingest;

import cn.lantai.access.AccessPolicy;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Ingested;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PageImage;
import cn.lantai.media.Picture;
import cn.lantai.media.Treatment;
import cn.lantai.media.UnreadableImageException;
import cn.lantai.table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stores the images that rows name. Safe for use by many threads. */
final class Images {

  private static final String COLUMN = "图像";
  private static final String FILE = "文件";
  private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9][0-9]{0,4})");

  private final NamedFiles files;
  private final MediaStore media;
  private final boolean dryRun;

  /**
   * @param dryRun whether nothing is to be stored
   */
  Images(NamedFiles files, MediaStore media, boolean dryRun) {
    this.files = files;
    this.media = media;
    this.dryRun = dryRun;
  }

  /** A page of a file; the first one if nothing is said. */
  record FilePage(Path file, int page) {}

  /**
   * The file that a row names, by its path or else by the name of the image; a page of it is told
   * by its number behind the name: {@code letters.tif#3}.
   */
  Optional<FilePage> find(Row row) {
    String name = name(row);
    Matcher numbered = NUMBERED.matcher(name);
    return files
        .find(name)
        .map(file -> new FilePage(file, 1))
        .or(
            () ->
                numbered.matches()
                    ? files
                        .find(numbered.group(1))
                        .map(file -> new FilePage(file, Integer.parseInt(numbered.group(2))))
                    : Optional.empty());
  }

  private static String name(Row row) {
    return row.get(FILE).or(() -> row.get(COLUMN)).orElse("");
  }

  /**
   * The stored image; if there is none to be had, the row says why. A row of a page is taken in
   * without its image; one of a scan, which is nothing else, is not.
   */
  Optional<PageImage.Content> store(Row row) {
    Optional<FilePage> found = find(row);
    if (found.isEmpty()) {
      note(
          row,
          LocalizedText.of("找不到图像文件", "The image file is not there"),
          LocalizedText.of("请把文件放进图像文件夹，文件名与表中一致", "Put it into the image folder under this name"));
      return Optional.empty();
    }
    try {
      Path file = found.get().file();
      int page = found.get().page();
      return Optional.of(content(dryRun ? media.examine(file, page) : media.ingest(file, page)));
    } catch (UnreadableImageException broken) {
      note(
          row,
          LocalizedText.of("图像无法读取：" + broken.reason(), broken.reason()),
          LocalizedText.of("请重新扫描或导出这一页", "Scan or export the page again"));
      return Optional.empty();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * Makes the picture that everyone gets in the place of the image, where that is another one. What
   * only its record or its set says of it is followed when the picture is first asked for.
   */
  void prepare(Row row, PageImage image) {
    Optional<Treatment> treatment = AccessPolicy.forEveryone(image);
    if (dryRun || image.content().isEmpty() || treatment.isEmpty()) {
      return;
    }
    try {
      media.treated(Picture.of(image.content().get().digest(), treatment.get()));
    } catch (IllegalStateException unwritable) {
      row.problem(
          "水印",
          "",
          LocalizedText.of("本机没有能写出水印文字的字体", unwritable.getMessage()),
          LocalizedText.of(
              "请在服务器上安装含这些字的字体，或改用别的文字",
              "Install a font with these characters on the server, or choose another text"));
    } catch (UnreadableImageException | IOException lost) {
      throw new UncheckedIOException(new IOException("The stored image cannot be read", lost));
    }
  }

  private static void note(Row row, LocalizedText reason, LocalizedText remedy) {
    if (row.get(FILE).isPresent()) {
      row.problem(FILE, name(row), reason, remedy);
    } else {
      row.warning(COLUMN, name(row), reason, remedy);
    }
  }

  private static PageImage.Content content(Ingested stored) {
    return new PageImage.Content(stored.digest(), stored.width(), stored.height());
  }
}
