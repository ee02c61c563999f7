package cn.lantai.media;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
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

  /** Faulty camera data never makes a picture unreadable: it then counts as upright. */
  static Orientation read(ImageInputStream in, SourceFormat format) throws IOException {
    in.seek(0);
    try {
      return switch (format) {
        case JPEG -> ofJpeg(in);
        case TIFF, BIG_TIFF -> ofDirectory(in);
        case PNG -> ofChunk(PngChunks.find(in, "eXIf"));
        case WEBP -> ofChunk(WebpChunks.find(in, "EXIF"));
      };
    } catch (IOException | RuntimeException e) {
      return UPRIGHT;
    } finally {
      in.seek(0);
    }
  }

  BgrImage apply(BgrImage image) {
    return Turn.apply(image, mirrored, degrees);
  }

  private static Orientation ofJpeg(ImageInputStream in) throws IOException {
    List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
    if (segments.isEmpty()) {
      return UPRIGHT;
    }
    byte[] data = segments.get(0).segmentData().readAllBytes();
    // Data starts after "Exif\0", with one more padding byte before the TIFF header.
    return ofExif(data, data.length > 0 && data[0] == 0 ? 1 : 0);
  }

  private static Orientation ofChunk(byte[] exif) throws IOException {
    boolean prefixed = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
    return exif.length == 0 ? UPRIGHT : ofExif(exif, prefixed ? 6 : 0);
  }

  private static Orientation ofExif(byte[] data, int offset) throws IOException {
    try (ImageInputStream in = new ByteArrayImageInputStream(data, offset, data.length - offset)) {
      return ofDirectory(in);
    }
  }

  private static Orientation ofDirectory(ImageInputStream in) throws IOException {
    Directory directory = new TIFFReader().read(in);
    Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
    if (entry == null || !(entry.getValue() instanceof Number number)) {
      return UPRIGHT;
    }
    int value = number.intValue();
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }
}
