package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  @TempDir Path folder;

  /** SM3: the two examples of GB/T 32905-2016, appendix A. SHA-256: those of FIPS 180. */
  @ParameterizedTest
  @CsvSource({
    "abc, sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
        + " sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    "abc, sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  })
  void digestsAreThoseOfTheStandards(String text, String expected) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), text);
    Digest digest = Digest.parse(expected);
    assertEquals(
        digest,
        Digests.of(file, EnumSet.allOf(DigestAlgorithm.class))
            .get(digest.algorithm())
            .orElseThrow());
    assertEquals(expected, digest.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256", "md5:00", "sha256:AB", "sm3:"})
  void whatIsNoDigestIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Digest.parse(text));
  }

  @Test
  void recordsAreThoseThatOtherToolsCheck() throws Exception {
    Path file = Files.writeString(folder.resolve("图.tif"), "abc", StandardCharsets.UTF_8);
    Digests digests = Digests.of(file, EnumSet.allOf(DigestAlgorithm.class));
    Sums.record(file, digests);
    assertEquals(digests, Sums.of(file));
    assertEquals(
        digests.sha256().hex() + "  图.tif\n", Files.readString(folder.resolve("图.tif.sha256")));
  }
}
