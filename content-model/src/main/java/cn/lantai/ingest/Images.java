package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Ingested;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PageImage;
import cn.lantai.media.UnreadableImageException;
import cn.lantai.table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Stores the images that rows name. Safe for use by many threads. */
final class Images {

  private static final String COLUMN = "图像";

  private final Optional<Path> folder;
  private final MediaStore media;
  private final boolean dryRun;

  /**
   * @param folder where the files are; names lead nowhere else
   * @param dryRun whether it is only looked whether the files are there
   */
  Images(Optional<Path> folder, MediaStore media, boolean dryRun) {
    this.folder = folder.map(path -> path.toAbsolutePath().normalize());
    this.media = media;
    this.dryRun = dryRun;
  }

  /** The stored image; if there is none to be had, the row says why, and is taken in without. */
  Optional<PageImage.Content> store(Row row) {
    String name = row.get(COLUMN).orElse("");
    Optional<Path> file =
        folder
            .map(path -> path.resolve(name).normalize())
            .filter(path -> path.startsWith(folder.orElseThrow()) && Files.isRegularFile(path));
    if (file.isEmpty()) {
      row.warning(
          COLUMN,
          name,
          LocalizedText.of("找不到图像文件", "The image file is not there"),
          LocalizedText.of("请把文件放进图像文件夹，文件名与表中一致", "Put it into the image folder under this name"));
      return Optional.empty();
    }
    try {
      return dryRun ? Optional.empty() : Optional.of(content(media.ingest(file.get())));
    } catch (UnreadableImageException broken) {
      row.warning(
          COLUMN,
          name,
          LocalizedText.of("图像无法读取：" + broken.reason(), broken.reason()),
          LocalizedText.of("请重新扫描或导出这一页", "Scan or export the page again"));
      return Optional.empty();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static PageImage.Content content(Ingested stored) {
    return new PageImage.Content(stored.digest(), stored.width(), stored.height());
  }
}
