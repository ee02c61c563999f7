package cn.lantai.samples.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class PlaySamplesTest {

  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final String SONG =
      "4b08e052b9ce266f038d1ff4dda5f84eccb7f80c245478bc4f5561b09c7c93b1";

  @Test
  void theSongIsSoundThatOthersCanRead() throws Exception {
    byte[] file = PlaySamples.play(MODULE).get("r081-song.wav");
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertEquals(Synthesis.RATE, sound.getFormat().getSampleRate());
      assertEquals(1, sound.getFormat().getChannels());
      assertEquals(24L * Synthesis.RATE, sound.getFrameLength(), "as long as its captions say");
    }
    assertTrue(file.length < 700_000, "too large for a sample: " + file.length);
  }

  @Test
  void aTunePlayedAgainIsTheSameToTheByte() throws Exception {
    Map<String, byte[]> again = PlaySamples.play(MODULE);
    PlaySamples.play(MODULE).forEach((name, file) -> assertArrayEquals(again.get(name), file));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(again.get("r081-song.wav"));
    assertEquals(SONG, HexFormat.of().formatHex(digest), "not as on other machines");
  }

  @Test
  void aScoreIsReadSignBySign() {
    Score score = Score.parse("6_ 1' - | 和 0 2,__");
    assertEquals(4, score.notes().size());
    assertEquals(new Score.Note(Voice.LEAD, Optional.of(9), 0.5), score.notes().get(0));
    assertEquals(new Score.Note(Voice.LEAD, Optional.of(12), 2), score.notes().get(1));
    assertEquals(new Score.Note(Voice.CHORUS, Optional.empty(), 1), score.notes().get(2));
    assertEquals(new Score.Note(Voice.CHORUS, Optional.of(-10), 0.25), score.notes().get(3));
  }

  @Test
  void whatIsNoNotationIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Score.parse("1 8"));
    assertThrows(IllegalArgumentException.class, () -> Score.parse("- 1"));
    assertThrows(IllegalArgumentException.class, () -> Score.parse("1',"));
  }
}
