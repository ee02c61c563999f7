package cn.lantai.media;

import java.io.IOException;

/** Takes a picture from top to bottom, so that nobody has to hold it as a whole. */
@FunctionalInterface
interface RowSink {

  /** Takes the next rows, as wide as the picture; the array may change after the call. */
  void rows(RgbImage strip) throws IOException;
}
