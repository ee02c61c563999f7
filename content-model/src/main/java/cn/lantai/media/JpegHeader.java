package cn.lantai.media;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** What the segments before the picture data of a JPEG say. */
final class JpegHeader {

  private static final int ADOBE_TRANSFORM = 11;
  private static final int YCC = 1;

  private JpegHeader() {}

  /**
   * Whether the picture is grey, or YCbCr with components that are numbered as JFIF numbers them:
   * of these alone every decoder makes the same colours.
   */
  static boolean isPlainColour(ImageInputStream in) throws IOException {
    in.seek(0);
    boolean plain = false;
    List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEGSegmentUtil.ALL_SEGMENTS);
    in.seek(0);
    for (JPEGSegment segment : segments) {
      byte[] data = segment.segmentData().readAllBytes();
      if (segment.marker() == JPEG.SOF0
          || segment.marker() == JPEG.SOF1
          || segment.marker() == JPEG.SOF2) {
        plain = isPlain(data);
      } else if (segment.marker() == JPEG.APP14
          && "Adobe".equals(segment.identifier())
          && data.length > ADOBE_TRANSFORM - 6
          && data[data.length - 1] != YCC) {
        return false;
      }
    }
    return plain;
  }

  /**
   * The frame header: precision, height, width, number of components, then each with its number.
   */
  private static boolean isPlain(byte[] frame) {
    int components = frame.length > 5 ? frame[5] : 0;
    return components == 1
        || (components == 3
            && frame.length >= 15
            && frame[6] == 1
            && frame[9] == 2
            && frame[12] == 3);
  }
}
