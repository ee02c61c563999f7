package cn.lantai.media;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Decodes tiles of an access file, one after the other; not for several threads. */
public final class TileDecoder implements AutoCloseable {

  private final AccessPyramid pyramid;
  private final FileChannel file;
  private final ImageReader reader;

  public TileDecoder(AccessPyramid pyramid) throws IOException {
    this.pyramid = pyramid;
    this.reader = Codecs.tileReader();
    this.file = FileChannel.open(pyramid.file(), StandardOpenOption.READ);
  }

  /**
   * Puts the upper part of a tile into a picture, at its upper edge.
   *
   * @param rows how many rows are needed; those below are not decoded
   * @param left in which column of the picture the tile begins
   */
  public void decode(int level, int column, int row, int rows, RgbImage picture, int left)
      throws IOException {
    byte[] jpeg = pyramid.tile(level, column, row).read(file);
    try (var in = new ByteArrayImageInputStream(jpeg)) {
      reader.setInput(in, true, true);
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceRegion(new Rectangle(0, 0, reader.getWidth(0), rows));
      parameters.setDestination(picture.toBufferedImage());
      parameters.setDestinationOffset(new Point(left, 0));
      reader.read(0, parameters);
    } finally {
      reader.setInput(null);
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    file.close();
  }
}
