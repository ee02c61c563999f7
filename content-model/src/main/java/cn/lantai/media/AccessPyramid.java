package cn.lantai.media;

import cn.lantai.media.PyramidIndex.Level;
import cn.lantai.media.PyramidIndex.Thumbnail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An access file, opened: only its index is in memory, and no file stays open between calls. Level
 * 0 is the full size, level n is 2<sup>n</sup> times smaller.
 */
public final class AccessPyramid {

  private final Path file;
  private final PyramidIndex index;

  private AccessPyramid(Path file, PyramidIndex index) {
    this.file = file;
    this.index = index;
  }

  /**
   * @throws IOException also if the file was made by another version of this software, and has to
   *     be made again
   */
  public static AccessPyramid open(Path file) throws IOException {
    return new AccessPyramid(file, PyramidIndex.read(file));
  }

  Path file() {
    return file;
  }

  public PixelSize size() {
    return index.size();
  }

  public int tileSize() {
    return index.tileSize();
  }

  /** At least 1. */
  public int levels() {
    return index.levels().size();
  }

  public PixelSize levelSize(int level) {
    return index.levels().get(level).size();
  }

  public int columns(int level) {
    return index.levels().get(level).columns();
  }

  public int rows(int level) {
    return index.levels().get(level).rows();
  }

  /** A tile as a JPEG of exact size, also at the right and lower edge. */
  public FileRange tile(int level, int column, int row) {
    Level tiles = index.levels().get(level);
    if (column < 0 || column >= tiles.columns() || row < 0 || row >= tiles.rows()) {
      throw new IndexOutOfBoundsException(
          "no tile " + column + "," + row + " in level " + level + " of " + file);
    }
    int i = row * tiles.columns() + column;
    return new FileRange(file, tiles.offsets()[i], tiles.lengths()[i]);
  }

  /** The whole image as a JPEG of this very size, if one was made ready. */
  public Optional<FileRange> readyImage(PixelSize size) {
    for (Thumbnail thumbnail : index.thumbnails()) {
      if (thumbnail.size().equals(size)) {
        return Optional.of(new FileRange(file, thumbnail.offset(), thumbnail.length()));
      }
    }
    return IntStream.range(0, levels())
        .filter(n -> columns(n) == 1 && rows(n) == 1 && levelSize(n).equals(size))
        .mapToObj(n -> tile(n, 0, 0))
        .findFirst();
  }

  /** The sizes for which {@link #readyImage} has an answer, from small to large. */
  public List<PixelSize> readySizes() {
    TreeSet<PixelSize> sizes =
        new TreeSet<>(
            Comparator.comparingInt(PixelSize::width).thenComparingInt(PixelSize::height));
    index.thumbnails().forEach(thumbnail -> sizes.add(thumbnail.size()));
    IntStream.range(0, levels())
        .filter(n -> columns(n) == 1 && rows(n) == 1)
        .forEach(n -> sizes.add(levelSize(n)));
    return List.copyOf(sizes);
  }

  /** Rough size of the index in memory, for caches. */
  public int weight() {
    return 200 + index.levels().stream().mapToInt(level -> level.offsets().length * 12).sum();
  }
}
