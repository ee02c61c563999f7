package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells in which encoding a text file is: UTF-8 and UTF-16 with or without a byte order mark, and
 * GB18030. A file is only ever read strictly, so a wrong guess shows as an error, never as wrong
 * characters; a file that is neither is refused with the line at which it breaks.
 *
 * @param skip the length of the byte order mark
 */
public record TextEncoding(Charset charset, int skip) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int SAMPLE = 1 << 16;

  /** Characters beyond ASCII that a file must have had right before a fault is a mere fault. */
  private static final int CONVINCING = 16;

  /** How much surer the detector must be of another encoding before GB18030 is doubted. */
  private static final int SURER = 25;

  /**
   * @throws UnreadableSourceException if the file is in no encoding that is read
   */
  public static TextEncoding of(Path file) throws IOException {
    byte[] sample = sample(file);
    if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(sample, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(sample, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    int zeros = zeros(sample, 0) + zeros(sample, 1);
    if (zeros > 0) {
      // Only UTF-16 has zero bytes: one in each line end and delimiter.
      return new TextEncoding(
          zeros(sample, 0) > zeros(sample, 1)
              ? StandardCharsets.UTF_16BE
              : StandardCharsets.UTF_16LE,
          0);
    }
    return withoutMark(file, sample);
  }

  /** A file of which the encoding is known; a byte order mark is skipped all the same. */
  public static TextEncoding of(Path file, Charset charset) throws IOException {
    byte[] sample = sample(file);
    boolean marked = charset.equals(StandardCharsets.UTF_8) && startsWith(sample, 0xEF, 0xBB, 0xBF);
    boolean marked16 =
        charset.name().startsWith("UTF-16")
            && (startsWith(sample, 0xFF, 0xFE) || startsWith(sample, 0xFE, 0xFF));
    return marked16 ? of(file) : new TextEncoding(charset, marked ? 3 : 0);
  }

  private static TextEncoding withoutMark(Path file, byte[] sample) throws IOException {
    Scan utf8 = Scan.of(file, StandardCharsets.UTF_8);
    if (utf8.sound()) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    if (utf8.beyondAscii() >= CONVINCING) {
      throw broken(file, utf8.line(), "UTF-8");
    }
    Scan gb = Scan.of(file, GB18030);
    if (!gb.sound()) {
      throw broken(file, Math.max(utf8.line(), gb.line()), "UTF-8, UTF-16, GB18030");
    }
    String likelier = other(sample);
    if (!likelier.isEmpty()) {
      throw new UnreadableSourceException(
          Place.file(file.getFileName().toString()),
          LocalizedText.of("编码看来是 " + likelier, "The encoding seems to be " + likelier),
          LocalizedText.of(
              "请另存为 UTF-8，或在导入时指明编码", "Save it as UTF-8, or name the encoding for the import"));
    }
    return new TextEncoding(GB18030, 0);
  }

  /** What the text is likelier in than GB18030, such as Big5; else empty. */
  private static String other(byte[] sample) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample);
    int gb = 0;
    CharsetMatch best = null;
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getName().equals("GB18030")) {
        gb = match.getConfidence();
      } else if (match.getName().matches("Big5|Shift_JIS|EUC-.*|windows-125.|ISO-8859-.")
          && (best == null || match.getConfidence() > best.getConfidence())) {
        best = match;
      }
    }
    return best != null && best.getConfidence() > gb + SURER ? best.getName() : "";
  }

  private static UnreadableSourceException broken(Path file, long line, String tried) {
    return new UnreadableSourceException(
        Place.row(file.getFileName().toString(), line),
        LocalizedText.of(
            "从这一行起不是有效的 " + tried + "，文件可能混有几种编码",
            "From this line on it is not " + tried + "; encodings may be mixed"),
        LocalizedText.of(
            "请在表格软件中另存为“CSV UTF-8（逗号分隔）”",
            "Save it from the spreadsheet as “CSV UTF-8 (comma delimited)”"));
  }

  /** Reads the file; what is not of this encoding is a {@code CharacterCodingException}. */
  public Reader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
    bytes.skipNBytes(skip);
    return new BufferedReader(new InputStreamReader(bytes, strict(charset)), SAMPLE);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static byte[] sample(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(SAMPLE);
    }
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    if (bytes.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((bytes[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] bytes, int parity) {
    int count = 0;
    for (int i = parity; i < bytes.length; i += 2) {
      if (bytes[i] == 0) {
        count++;
      }
    }
    return count;
  }

  /**
   * What came of decoding a whole file.
   *
   * @param line the line at which it broke, or the last
   * @param beyondAscii how many characters beyond ASCII came before that
   */
  private record Scan(boolean sound, long line, long beyondAscii) {

    static Scan of(Path file, Charset charset) throws IOException {
      CharsetDecoder decoder = strict(charset);
      ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
      CharBuffer characters = CharBuffer.allocate(SAMPLE);
      long line = 1;
      long beyond = 0;
      try (InputStream in = Files.newInputStream(file)) {
        boolean end = false;
        while (!end) {
          int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
          end = count < 0;
          bytes.position(bytes.position() + Math.max(0, count)).flip();
          CoderResult result = decoder.decode(bytes, characters, end);
          characters.flip();
          while (characters.hasRemaining()) {
            char c = characters.get();
            line += c == '\n' ? 1 : 0;
            beyond += c > 0x7F ? 1 : 0;
          }
          characters.clear();
          bytes.compact();
          if (result.isError()) {
            return new Scan(false, line, beyond);
          }
        }
      }
      return new Scan(true, line, beyond);
    }
  }

  @Override
  public String toString() {
    return charset + (skip > 0 ? " with a byte order mark" : "");
  }
}
