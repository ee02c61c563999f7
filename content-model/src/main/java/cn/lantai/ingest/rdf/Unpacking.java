package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.Place;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What is in a gzip file, unless that is more than any text could be packed into. */
final class Unpacking extends InputStream {

  /** Text that is full of repetitions comes to some 1:50; a bomb to 1:1000. */
  private static final int MOST_TIMES = 100;

  private static final long HARMLESS = 64L << 20;

  private final String file;
  private final Counting packed;
  private final InputStream content;
  private long unpacked;

  Unpacking(String file, InputStream bytes) throws IOException {
    this.file = file;
    this.packed = new Counting(new BufferedInputStream(bytes, 1 << 16));
    this.content = opened();
  }

  private InputStream opened() throws IOException {
    try {
      return new GZIPInputStream(packed, 1 << 16);
    } catch (EOFException | ZipException broken) {
      packed.close();
      throw broken(broken);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    try {
      int count = content.read(buffer, from, most);
      unpacked += Math.max(0, count);
      if (unpacked > HARMLESS && unpacked / MOST_TIMES > packed.count) {
        throw new UnreadableSourceException(
            Place.file(file),
            LocalizedText.of("压缩文件展开后大得反常，不予读取", "It unpacks to an absurd size, and is not read"),
            LocalizedText.of(
                "请先自行解压查看；确是数据就以不压缩的形式导入",
                "Unpack it and look; if it is data, import it as it then is"));
      }
      return count;
    } catch (EOFException | ZipException broken) {
      throw broken(broken);
    }
  }

  private UnreadableSourceException broken(IOException why) {
    return new UnreadableSourceException(
        Place.file(file),
        LocalizedText.of("压缩文件不完整或已损坏", "The gzip file is cut off or broken: " + why.getMessage()),
        LocalizedText.of("请重新下载或重新压缩", "Download it or pack it again"));
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static final class Counting extends FilterInputStream {

    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
      int read = super.read(buffer, from, most);
      count += Math.max(0, read);
      return read;
    }
  }
}
