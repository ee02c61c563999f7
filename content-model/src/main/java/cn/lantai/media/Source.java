package cn.lantai.media;

/**
 * What is known of an image file before its pixels are read.
 *
 * @param stored the size before turning
 * @param index of the picture among those of the file
 * @param bandRows how many rows are read at a time; all of them if the file has to be read whole
 */
record Source(
    SourceFormat format, int index, PixelSize stored, Orientation orientation, int bandRows) {

  PixelSize upright() {
    return orientation.upright(stored);
  }

  Source turned(Orientation other) {
    return new Source(format, index, stored, other, bandRows);
  }

  boolean inBands() {
    return bandRows < stored.height();
  }

  /** Roughly how many bytes are needed while it is read: samples of up to 8 bytes, and as BGR. */
  long memory() {
    return (long) stored.width() * bandRows * (inBands() ? 11 : 6)
        + 6L * upright().width() * PyramidWriter.TILE;
  }
}
