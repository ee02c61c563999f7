package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Stands before a parser of RDF and refuses what would fill the memory or overflow the stack of
 * one: literals, names and comments without end, and deep nesting. Also sees to it that the text is
 * UTF-8, strictly, and skips a byte order mark. Knows just enough of the syntax for that; whether
 * it is right is for the parser to say.
 */
final class TextGuard extends InputStream {

  /** Characters in a literal, an IRI or a comment, escapes not resolved. */
  static final int LONGEST_TOKEN = 1 << 20;

  static final int DEEPEST = 200;

  private static final int BUFFER = 1 << 16;

  /** How strings, IRIs and comments are told apart. */
  enum Syntax {
    /** Also of TriG, N-Triples and N-Quads. */
    TURTLE,
    JSON
  }

  private enum State {
    BETWEEN,
    IRI,
    COMMENT,
    /** Behind the first quotation mark. */
    OPENED,
    /** Behind the second of three, or of two that hold nothing. */
    OPENED_TWICE,
    STRING,
    LONG_STRING
  }

  private final String file;
  private final InputStream bytes;
  private final Syntax syntax;
  private final byte[] one = new byte[1];
  private UnreadableSourceException failure;
  private boolean started;
  private long line = 1;
  private long allowance = Long.MAX_VALUE;

  private State state = State.BETWEEN;
  private boolean escaped;
  private int quote;
  private int quotes;
  private int depth;
  private int length;

  /** Bytes of a character that are still to come, and between what the next one must lie. */
  private int missing;

  private int lowest = 0x80;
  private int highest = 0xBF;

  TextGuard(String file, InputStream bytes, Syntax syntax) {
    this.file = file;
    this.bytes = new BufferedInputStream(bytes, BUFFER);
    this.syntax = syntax;
  }

  /** Why reading was ended; parsers wrap it or lose it. */
  Optional<UnreadableSourceException> failure() {
    return Optional.ofNullable(failure);
  }

  long line() {
    return line;
  }

  /** Lets so many bytes more be read. */
  void allow(long count) {
    allowance = count;
  }

  /** How many of the bytes that are allowed have not been read. */
  long allowance() {
    return allowance;
  }

  @Override
  public int read() throws IOException {
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      skipMark();
      int count = bytes.read(buffer, from, most);
      for (int i = from; i < from + count; i++) {
        take(buffer[i] & 0xFF);
      }
      if (count < 0 && missing > 0) {
        throw notUtf8(' ');
      }
      allowance -= Math.max(0, count);
      if (allowance < 0) {
        throw tooMuch();
      }
      return count;
    } catch (UnreadableSourceException refused) {
      failure = refused;
      throw refused;
    }
  }

  private void skipMark() throws IOException {
    if (!started) {
      started = true;
      bytes.mark(3);
      if (bytes.read() != 0xEF || bytes.read() != 0xBB || bytes.read() != 0xBF) {
        bytes.reset();
      }
    }
  }

  private void take(int b) throws UnreadableSourceException {
    if (missing > 0) {
      if (b < lowest || b > highest) {
        throw notUtf8(b);
      }
      missing--;
      lowest = 0x80;
      highest = 0xBF;
    } else if (b >= 0x80) {
      begin(b);
      count();
      escaped = false;
      leaveOpening();
    } else if (b == 0) {
      throw notUtf8(b);
    } else {
      takeAscii(b);
    }
  }

  private void begin(int b) throws UnreadableSourceException {
    if (b < 0xC2 || b > 0xF4) {
      throw notUtf8(b);
    }
    missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    // Neither longer than need be, nor surrogates, nor beyond the last character.
    lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  }

  private void takeAscii(int b) throws UnreadableSourceException {
    line += b == '\n' ? 1 : 0;
    count();
    if (escaped) {
      escaped = false;
      return;
    }
    if (state == State.OPENED && b == quote && syntax == Syntax.TURTLE) {
      state = State.OPENED_TWICE;
      return;
    }
    if (state == State.OPENED_TWICE) {
      if (b == quote) {
        state = State.LONG_STRING;
        quotes = 0;
        return;
      }
      end();
    }
    leaveOpening();
    switch (state) {
      case BETWEEN -> between(b);
      case IRI -> endAt(b == '>');
      case COMMENT -> endAt(b == '\n' || b == '\r');
      case STRING -> {
        escaped = b == '\\';
        endAt(b == quote || b == '\n');
      }
      case LONG_STRING -> {
        escaped = b == '\\';
        quotes = b == quote ? quotes + 1 : 0;
        endAt(quotes == 3);
      }
      default -> throw new IllegalStateException(state.name());
    }
  }

  /** What comes behind the first quotation mark, unless it is a second one, is in a string. */
  private void leaveOpening() {
    if (state == State.OPENED) {
      state = State.STRING;
    } else if (state == State.OPENED_TWICE) {
      end();
    }
  }

  private void between(int b) throws UnreadableSourceException {
    boolean turtle = syntax == Syntax.TURTLE;
    switch (b) {
      case ' ', '\t', '\r', '\n', ',', ';' -> length = 0;
      case '(', '[', '{' -> {
        length = 0;
        if (++depth > DEEPEST) {
          throw tooDeep();
        }
      }
      case ')', ']', '}' -> {
        length = 0;
        depth = Math.max(0, depth - 1);
      }
      case '"' -> open(State.OPENED, b);
      case '\'' -> {
        if (turtle) {
          open(State.OPENED, b);
        }
      }
      case '<' -> {
        if (turtle) {
          open(State.IRI, b);
        }
      }
      case '#' -> {
        if (turtle) {
          open(State.COMMENT, b);
        }
      }
      case '\\' -> escaped = turtle;
      default -> {
        // Of a name or a number.
      }
    }
  }

  private void open(State into, int b) {
    state = into;
    quote = b;
    length = 0;
  }

  private void endAt(boolean here) {
    if (here) {
      end();
    }
  }

  private void end() {
    state = State.BETWEEN;
    length = 0;
  }

  private void count() throws UnreadableSourceException {
    if (++length > LONGEST_TOKEN) {
      throw new UnreadableSourceException(
          Place.row(file, line),
          LocalizedText.of(
              "有一段文字、名称或注释超过一百万字",
              "A text, a name or a comment has more than a million characters"),
          LocalizedText.of(
              "请检查引号、尖括号是否成对；过长的文字请另存为文件",
              "Check that quotation marks and brackets come in pairs; move a long text to a file"));
    }
  }

  private UnreadableSourceException tooDeep() {
    return new UnreadableSourceException(
        Place.row(file, line),
        LocalizedText.of("括号嵌套超过 " + DEEPEST + " 层", "Brackets are nested too deeply"),
        LocalizedText.of("请检查文件是否由程序误生成", "Check what wrote the file"));
  }

  private UnreadableSourceException tooMuch() {
    return new UnreadableSourceException(
        Place.row(file, line),
        LocalizedText.of(
            "JSON-LD 须整体读入内存，而此处一次要读的超过 4 MB",
            "JSON-LD must be held in memory, and here more than 4 MB at once"),
        LocalizedText.of(
            "请转换为 N-Triples，或写成 @context 在前、@graph 列出各条的形式",
            "Convert it to N-Triples, or write the @context first and a @graph that lists the"
                + " nodes"));
  }

  private UnreadableSourceException notUtf8(int b) {
    // Zeros are half of its letters, and these two its byte order mark.
    boolean wide = b == 0 || b >= 0xFE;
    return new UnreadableSourceException(
        Place.row(file, line),
        LocalizedText.of(
            "这一行不是有效的 UTF-8" + (wide ? "，看来是 UTF-16" : "，可能是 GB18030"),
            "This line is not valid UTF-8; it may be " + (wide ? "UTF-16" : "GB18030")),
        LocalizedText.of("RDF 须为 UTF-8，请另存后再导入", "RDF is UTF-8: save it so and import it again"));
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
