package cn.lantai.media.recording;

import cn.lantai.entity.LocalizedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells what a file is by its content, and reads what it says of itself. */
public final class RecordingReader {

  private static final int TRANSPORT_PACKET = 188;
  private static final long ASF = 0x3026B2758E66CF11L;

  private RecordingReader() {}

  /** How the file of a known kind is told and what is said of it. */
  private record Refusal(int at, String letters, String name, LocalizedText remedy) {}

  /** What is recognised only to say what to do about it. */
  private static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(8, "AVI ", "AVI", RefusedRecordingException.FILM),
          new Refusal(8, "AIFF", "AIFF", RefusedRecordingException.SOUND),
          new Refusal(8, "AIFC", "AIFF", RefusedRecordingException.SOUND),
          new Refusal(0, "RF64", "RF64", RefusedRecordingException.SOUND),
          new Refusal(0, "caff", "CAF", RefusedRecordingException.SOUND),
          new Refusal(0, "#!AMR", "AMR", RefusedRecordingException.SOUND),
          new Refusal(0, "MThd", "MIDI", RefusedRecordingException.SOUND),
          new Refusal(0, "DSD ", "DSF", RefusedRecordingException.SOUND),
          new Refusal(0, "MAC ", "Monkey’s Audio", RefusedRecordingException.SOUND),
          new Refusal(0, ".RMF", "RealMedia", RefusedRecordingException.EITHER),
          new Refusal(0, "FLV\u0001", "Flash Video", RefusedRecordingException.FILM),
          new Refusal(0, "\0\0\u0001\u00BA", "MPEG-1/2（VOB、MPG）", RefusedRecordingException.FILM),
          new Refusal(0, "\0\0\u0001\u00B3", "MPEG-1/2", RefusedRecordingException.FILM));

  public static Technical read(Path file) throws IOException, RefusedRecordingException {
    try (Bytes bytes = new Bytes(file)) {
      return read(bytes);
    }
  }

  /** Whether a stored file is a recording, and so has no access file beside it. */
  public static boolean isRecording(Path file) throws IOException {
    try {
      read(file);
      return true;
    } catch (RefusedRecordingException other) {
      return false;
    }
  }

  private static Technical read(Bytes bytes) throws IOException, RefusedRecordingException {
    if (bytes.size() == 0) {
      throw new RefusedRecordingException(
          LocalizedText.of("文件是空的", "The file is empty"),
          LocalizedText.of("请重新复制这个文件", "Copy the file again"));
    }
    for (Refusal known : REFUSALS) {
      if (bytes.has(known.at(), known.letters())) {
        throw RefusedRecordingException.unplayable(known.name(), known.remedy());
      }
    }
    if (bytes.size() >= 8 && bytes.big(0, 8) == ASF) {
      throw RefusedRecordingException.unplayable("WMA/WMV", RefusedRecordingException.EITHER);
    }
    if (bytes.has(0, "G")
        && bytes.has(TRANSPORT_PACKET, "G")
        && bytes.has(2 * TRANSPORT_PACKET, "G")) {
      throw RefusedRecordingException.unplayable("MPEG-TS", RefusedRecordingException.FILM);
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WAVE")) {
      return new WaveReader(bytes).read();
    }
    if (bytes.has(0, "OggS")) {
      return new OggReader(bytes).read();
    }
    if (bytes.has(4, "ftyp") || bytes.has(4, "moov") || bytes.has(4, "mdat")) {
      return new Mp4Reader(bytes).read();
    }
    if (bytes.size() >= 4 && bytes.big(0, 4) == MatroskaReader.EBML) {
      return new MatroskaReader(bytes).read();
    }
    long start = MpegAudioReader.behindTags(bytes);
    if (bytes.has(start, "fLaC")) {
      return new FlacReader(bytes, start).read();
    }
    return new MpegAudioReader(bytes, start).read();
  }
}
