package cn.lantai.media.imageapi;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.AreaScaler;
import cn.lantai.media.FileRange;
import cn.lantai.media.PixelSize;
import cn.lantai.media.RgbImage;
import cn.lantai.media.TileDecoder;
import java.io.IOException;
import java.util.Optional;

/** Answers renditions from an access file: by a range of it if one fits, else by new pixels. */
final class Renderer {

  private Renderer() {}

  /** The tile or thumbnail that is this very picture, if there is one. */
  static Optional<FileRange> ready(AccessPyramid pyramid, Rendition rendition) {
    if (!rendition.isPlain()) {
      return Optional.empty();
    }
    if (rendition.region().equals(pyramid.size())) {
      Optional<FileRange> whole = pyramid.readyImage(rendition.size());
      if (whole.isPresent()) {
        return whole;
      }
    }
    for (int level = 0; level < pyramid.levels(); level++) {
      int span = pyramid.tileSize() << level;
      PixelSize image = pyramid.size();
      boolean aligned = rendition.x() % span == 0 && rendition.y() % span == 0;
      boolean whole =
          rendition.region().width() == Math.min(span, image.width() - rendition.x())
              && rendition.region().height() == Math.min(span, image.height() - rendition.y());
      if (aligned && whole && rendition.size().equals(rendition.region().halved(level))) {
        return Optional.of(pyramid.tile(level, rendition.x() / span, rendition.y() / span));
      }
    }
    return Optional.empty();
  }

  static byte[] render(AccessPyramid pyramid, Rendition rendition) throws IOException {
    return Finish.of(scale(pyramid, rendition), rendition);
  }

  /**
   * Decodes the touched tiles of the smallest level that is large enough, one row of tiles at a
   * time, so that memory does not grow with the region.
   */
  private static RgbImage scale(AccessPyramid pyramid, Rendition rendition) throws IOException {
    int level = level(pyramid, rendition);
    double factor = 1 << level;
    int tile = pyramid.tileSize();
    PixelSize levelSize = pyramid.levelSize(level);
    double left = rendition.x() / factor;
    double top = rendition.y() / factor;
    // The last pixel of a level may stand for less than a whole one.
    double width = Math.min(rendition.region().width() / factor, levelSize.width() - left);
    double height = Math.min(rendition.region().height() / factor, levelSize.height() - top);
    int firstColumn = (int) (left / tile);
    int lastColumn = ((int) Math.ceil(left + width) - 1) / tile;
    int originX = firstColumn * tile;
    int bandWidth = Math.min(levelSize.width(), (lastColumn + 1) * tile) - originX;
    AreaScaler scaler = AreaScaler.of(left - originX, top, width, height, rendition.size());
    RgbImage band = new RgbImage(bandWidth, tile);
    int lastRow = (scaler.endRow() - 1) / tile;
    try (TileDecoder decoder = new TileDecoder(pyramid)) {
      for (int row = scaler.firstRow() / tile; row <= lastRow; row++) {
        int rows = Math.min(tile, scaler.endRow() - row * tile);
        for (int column = firstColumn; column <= lastColumn; column++) {
          decoder.decode(level, column, row, rows, band, (column - firstColumn) * tile);
        }
        for (int y = 0; y < rows; y++) {
          scaler.row(band.pixels(), y * bandWidth * 3, row * tile + y);
        }
      }
    }
    return scaler.result();
  }

  private static int level(AccessPyramid pyramid, Rendition rendition) {
    int level = 0;
    while (level + 1 < pyramid.levels()
        && rendition.size().width() <= rendition.region().width() >> (level + 1)
        && rendition.size().height() <= rendition.region().height() >> (level + 1)) {
      level++;
    }
    return level;
  }
}
