package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class ContentCodecTest {

  @Test
  void whatWasPackedComesOutAgain() throws DataFormatException {
    byte[] content = Graphs.full("r001", "家信").toNTriples();
    assertArrayEquals(content, ContentCodec.unpack(ContentCodec.pack(content)));
    assertArrayEquals(new byte[0], ContentCodec.unpack(ContentCodec.pack(new byte[0])));
  }

  @Test
  void aSmallGraphBecomesAFractionOfItsSize() {
    byte[] content = Graphs.letter("r001", "家信").toNTriples();
    assertTrue(ContentCodec.pack(content).length * 3 < content.length);
  }

  @Test
  void whatIsCutOffIsRefused() {
    byte[] packed = ContentCodec.pack(Graphs.letter("r001", "家信").toNTriples());
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    assertThrows(DataFormatException.class, () -> ContentCodec.unpack(half));
  }

  @Test
  void contentPackedByTheFirstVersionIsStillRead() throws DataFormatException {
    // Fails when the dictionary is changed: then no row of an existing journal could be read.
    byte[] packed =
        HexFormat.of().parseHex("78bbcd3c9ee4c36277912189191c12484a4fd76d7bb27fa112d050001d9d1f9d");
    assertEquals(
        "<lantai:/id/record/r1> <https://www.ica.org/standards/RiC/ontology#title> \"家信\" .\n",
        new String(ContentCodec.unpack(packed), StandardCharsets.UTF_8));
  }
}
