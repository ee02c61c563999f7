package cn.lantai.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A further page of a file that has several. Its picture is stored under the digest of a few words
 * that name the file and the page, which are kept in the place of an original: so the file is kept
 * once, and every page has an address, an access file and a check of its own. The first page goes
 * by the digest of the file itself.
 *
 * @param file digest of the whole file
 * @param page from 2
 */
record FilePage(Digest file, int page) {

  private static final Pattern WORDS =
      Pattern.compile("lantai page ([0-9]{1,5}) of sha256:([0-9a-f]{64})\n");

  private static final int LONGEST = 128;

  FilePage {
    if (page < 2) {
      throw new IllegalArgumentException("the first page goes by the file: " + page);
    }
  }

  byte[] words() {
    return ("lantai page " + page + " of " + file + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  Digest digest() {
    return Digest.of(words());
  }

  /** What a stored original says; empty if it is a file that came from outside. */
  static Optional<FilePage> read(Path original) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(original)) {
      head = in.readNBytes(LONGEST);
    }
    Matcher words = WORDS.matcher(new String(head, StandardCharsets.US_ASCII));
    if (!words.matches() || Integer.parseInt(words.group(1)) < 2) {
      return Optional.empty();
    }
    return Optional.of(new FilePage(new Digest(words.group(2)), Integer.parseInt(words.group(1))));
  }
}
