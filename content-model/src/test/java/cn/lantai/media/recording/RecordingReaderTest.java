package cn.lantai.media.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.PixelSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are two seconds of a tone and of a test pattern, made for these tests. */
class RecordingReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tone.mp3, audio/mpeg, MP3",
    "vbr.mp3, audio/mpeg, MP3",
    "tone.opus, audio/ogg, Opus",
    "tone.ogg, audio/ogg, Vorbis",
    "tone.m4a, audio/mp4, AAC",
    "tone.webm, audio/webm, Opus",
    "pattern.mp4, video/mp4, 'H.264, AAC'",
    "pattern.webm, video/webm, 'VP8, Opus'"
  })
  void tellsWhatAFileIsWhateverItIsCalled(String name, String mediaType, String codecs)
      throws Exception {
    Technical read = RecordingReader.read(write("x.txt", bytes(name)));
    assertEquals(mediaType, read.mediaType());
    assertEquals(codecs, read.codecs());
    assertEquals(2_000, read.millis(), 200);
    assertEquals(
        mediaType.startsWith("video") ? Optional.of(new PixelSize(64, 48)) : Optional.empty(),
        read.size());
  }

  @Test
  void readsWave() throws Exception {
    Technical read = RecordingReader.read(write("x", wave()));
    assertEquals(new Technical("audio/wav", "PCM 16 bit", 1_000, Optional.empty()), read);
  }

  @Test
  void readsFlacAndNoticesThatItsEndIsMissing() throws Exception {
    byte[] flac = flac(3);
    assertEquals(
        new Technical("audio/flac", "FLAC 16 bit", 1_536, Optional.empty()),
        RecordingReader.read(write("x", flac)));
    assertRefused("结尾缺失", Arrays.copyOf(flac, flac.length - 40));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tone.mp3", "tone.opus", "tone.ogg", "tone.m4a", "pattern.mp4", "pattern.webm"})
  void aFileThatBreaksOffIsRefused(String name) throws Exception {
    byte[] whole = bytes(name);
    for (int length : new int[] {whole.length - 200, whole.length / 2, 100}) {
      assertThrows(
          RefusedRecordingException.class,
          () -> RecordingReader.read(write("x", Arrays.copyOf(whole, length))),
          name + " of " + length);
    }
    assertRefused("结尾缺失", Arrays.copyOf(wave(), 5_000));
  }

  @ParameterizedTest
  @CsvSource({
    "'RIFF....AVI LIST', AVI, MP4",
    "'RIFF....AVI ', AVI, MP4",
    "'FORM....AIFF....', AIFF, FLAC",
    "'....ftypqt  ', MOV, MP4",
    "'#!AMR', AMR, MP3",
    "'.RMF', RealMedia, MP4"
  })
  void saysWhatToConvertOtherFormatsTo(String head, String name, String to) throws Exception {
    byte[] file = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 16);
    if (head.startsWith("....")) {
      System.arraycopy(new byte[] {0, 0, 0, 16}, 0, file, 0, 4);
    }
    RefusedRecordingException refused =
        assertThrows(RefusedRecordingException.class, () -> RecordingReader.read(write("x", file)));
    assertTrue(refused.reason().zh().contains(name), refused.reason().zh());
    assertTrue(refused.remedy().zh().contains(to), refused.remedy().zh());
    assertTrue(refused.remedy().en().orElseThrow().contains(to));
  }

  @Test
  void whatOnlyBeginsLikeSoundIsNone() throws Exception {
    byte[] start = Arrays.copyOf(bytes("vbr.mp3"), 2_000);
    byte[] other = new byte[200_000];
    Arrays.fill(other, (byte) '<');
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(start);
    both.write(other);
    assertRefused("声音中断", both.toByteArray());
    assertRefused("不是认得的", "<html>".repeat(100).getBytes(StandardCharsets.UTF_8));
    assertRefused("不是认得的", "ID3\u0004\0\0\0\0\0\0<html>".getBytes(StandardCharsets.UTF_8));
    assertRefused("是空的", new byte[0]);
  }

  /** Whatever is wrong with a file ends in a sentence, soon, and with nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tone.mp3",
        "tone.opus",
        "tone.ogg",
        "tone.m4a",
        "pattern.mp4",
        "pattern.webm",
        "wave",
        "flac"
      })
  void damageAnywhereIsBorne(String name) throws Exception {
    byte[] whole = name.equals("wave") ? wave() : name.equals("flac") ? flac(3) : bytes(name);
    Random random = new Random(7);
    Path file = folder.resolve("damaged");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 1 + i % 8; n++) {
              int at = random.nextInt(i % 2 == 0 ? Math.min(400, whole.length) : whole.length);
              damaged[at] = (byte) (i % 3 == 0 ? 0xFF : random.nextInt(256));
            }
            Files.write(file, damaged);
            try {
              assertTrue(RecordingReader.read(file).millis() > 0);
            } catch (RefusedRecordingException refused) {
              assertFalse(refused.reason().zh().isEmpty());
            }
          }
        });
  }

  private void assertRefused(String reason, byte[] content) throws IOException {
    RefusedRecordingException refused =
        assertThrows(
            RefusedRecordingException.class, () -> RecordingReader.read(write("x", content)));
    assertTrue(refused.reason().zh().contains(reason), refused.reason().zh());
    assertTrue(refused.reason().en().isPresent() && refused.remedy().en().isPresent());
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = RecordingReaderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] wave() throws IOException {
    byte[] samples = new byte[16_000];
    AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, 8_000),
        AudioFileFormat.Type.WAVE,
        out);
    return out.toByteArray();
  }

  /** Frames of silence, 4096 samples each at 8000 Hz. */
  private static byte[] flac(int frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("fLaC".getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[] {(byte) 0x80, 0, 0, 34, 0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 0});
    long packed = 8_000L << 44 | 15L << 36 | frames * 4096L;
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (packed >>> shift));
    }
    out.write(new byte[16]);
    for (int frame = 0; frame < frames; frame++) {
      byte[] head = {(byte) 0xFF, (byte) 0xF8, (byte) 0xC4, 0x08, (byte) frame};
      int check = 0;
      for (byte each : head) {
        check ^= each & 0xFF;
        for (int bit = 0; bit < 8; bit++) {
          check = (check & 0x80) == 0 ? check << 1 : check << 1 ^ 0x107;
        }
      }
      out.write(head);
      out.write(check);
      out.write(new byte[30]);
    }
    return out.toByteArray();
  }
}
