package cn.lantai.media;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** How a stored picture has to be turned to stand upright: the values 1 to 8 of EXIF. */
enum Orientation {
  UPRIGHT(0, false),
  MIRRORED(0, true),
  HALF_TURN(180, false),
  MIRRORED_HALF_TURN(180, true),
  MIRRORED_QUARTER_LEFT(270, true),
  QUARTER_RIGHT(90, false),
  MIRRORED_QUARTER_RIGHT(90, true),
  QUARTER_LEFT(270, false);

  private final int degrees;
  private final boolean mirrored;

  Orientation(int degrees, boolean mirrored) {
    this.degrees = degrees;
    this.mirrored = mirrored;
  }

  /**
   * Faulty camera data never makes a picture unreadable: it then counts as upright.
   *
   * @param index of the picture in the file
   */
  static Orientation read(ImageInputStream in, SourceFormat format, int index) throws IOException {
    in.seek(0);
    try {
      return switch (format) {
        case JPEG -> ofJpeg(in);
        case TIFF, BIG_TIFF -> ofDirectory(in, index);
        case PNG -> ofExif(PngChunks.find(in, "eXIf"));
        case WEBP, PDF -> UPRIGHT;
      };
    } catch (IOException | RuntimeException e) {
      return UPRIGHT;
    } finally {
      in.seek(0);
    }
  }

  RgbImage apply(RgbImage image) {
    return Turn.apply(image, mirrored, degrees);
  }

  PixelSize upright(PixelSize stored) {
    return isQuarterTurn() ? new PixelSize(stored.height(), stored.width()) : stored;
  }

  /** Whether rows of the upright picture are columns of the stored one. */
  boolean isQuarterTurn() {
    return degrees % 180 == 90;
  }

  /** Whether the first rows of the upright picture are the last rows or columns as stored. */
  boolean fromTheEnd() {
    return degrees == 180 || (degrees == 90 && mirrored) || (degrees == 270 && !mirrored);
  }

  private static Orientation ofJpeg(ImageInputStream in) throws IOException {
    List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
    return segments.isEmpty() ? UPRIGHT : ofExif(segments.get(0).segmentData().readAllBytes());
  }

  private static Orientation ofExif(byte[] data) throws IOException {
    // The TIFF header may come after "Exif" and two zero bytes.
    int offset = data.length > 6 && data[0] == 'E' && data[1] == 'x' ? 6 : 0;
    if (data.length == 0) {
      return UPRIGHT;
    }
    try (ImageInputStream in = new ByteArrayImageInputStream(data, offset, data.length - offset)) {
      return ofDirectory(in, 0);
    }
  }

  private static Orientation ofDirectory(ImageInputStream in, int index) throws IOException {
    Directory directory = TiffHeader.directories(in).get(index);
    int value = TiffHeader.number(directory, TIFF.TAG_ORIENTATION).orElse(1);
    return value <= 8 ? values()[value - 1] : UPRIGHT;
  }
}
